"""Set the minutes as PDF/A-2a and PDF/UA-1 with typst. The same contents give the same bytes."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext_noop

from radslag.minutes import words
from radslag.minutes.contents import Attendance, Contents, Paragraph, VoteTold

FOLDER = Path(__file__).parent / "typst"


def pdf(minutes: Contents, *, dated: datetime) -> bytes:
    """Make the PDF of the minutes. ``dated`` (aware) is written as its date; raises ``typst.TypstError``."""
    made: bytes = typst.compile(
        FOLDER / "minutes.typ",
        root=FOLDER,
        font_paths=[FOLDER / "fonts"],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        sys_inputs={"minutes": json.dumps(page(minutes, dated), ensure_ascii=False)},
    )
    return made


def page(minutes: Contents, dated: datetime) -> dict[str, Any]:
    """Give the template its words: plain lists and texts, nothing left to decide there."""
    title = f"{minutes.body}, protokoll {words.day(minutes.day)}"
    return {
        "title": f"{title} ({minutes.mark})" if minutes.mark else title,
        "heading": f"Protokoll {words.day(minutes.day)}",
        "subheading": minutes.body,
        "organisation": minutes.organisation,
        "description": f"{minutes.organisation}, {title}. {minutes.span}",
        "keywords": [f"journal:{minutes.stream}", f"number:{minutes.sealed_number}", f"seal:{minutes.seal}"],
        "dated": {part: getattr(dated, part) for part in ("year", "month", "day", "hour", "minute", "second")},
        "mark": _mark(minutes.mark),
        "across": [word for word in (minutes.mark.upper(), "UTKAST" if minutes.draft else "") if word],
        "foot": f"{title}{', utkast' if minutes.draft else ''}",
        "facts": [[name, value] for name, value in facts(minutes)],
        "members": [_row(a, a.role) for a in minutes.members],
        "substitutes": [_row(a, a.serves_for) for a in minutes.substitutes],
        "not_serving": [_row(a, a.role, served=False) for a in minutes.not_serving],
        "absent": [f"{a.name} ({a.party})" for a in minutes.absent],
        "paragraphs": [_paragraph(p, minutes) for p in minutes.paragraphs],
        "annexes": [_annex(p, v, nth) for nth, (p, v) in enumerate(votes(minutes), start=1)],
        "sections": _sections(minutes),
        "approved": "Utkast. Protokollet är inte justerat."
        if minutes.draft
        else "Protokollet har justerats digitalt av dessa personer, var och en inloggad på angivet sätt.",
        "approvals": [
            {
                "name": a.name,
                "role": a.role,
                "method": words.METHODS.get(a.method, a.method) if a.at else "",
                "at": words.day_time(a.at) if a.at else "inte än",
            }
            for a in minutes.approvals
        ],
        "stamp": ""
        if minutes.draft
        else "Filen bär myndighetens elektroniska stämpel. Stämpeln visar att filen är oförändrad. "
        "Den är inte någons underskrift.",
        "sealed": f"Protokollet är framställt ur mötets journal till och med anteckning {minutes.sealed_number} "
        f"({minutes.stream}). Om något i journalen ändras i efterhand stämmer inte längre detta sigill:",
        "seal": minutes.seal,
    }


def facts(minutes: Contents) -> list[tuple[str, str]]:
    """List the facts at the top: name and value, the empty ones left out."""
    told = [
        ("Plats", minutes.place),
        ("Tid", minutes.time),
        (gettext_noop("Ajournering"), ", ".join(minutes.breaks)),
        ("Ordförande", ", ".join(minutes.chairs)),
        ("Sekreterare", minutes.secretary),
        ("Justerare", words.listed(minutes.adjusters)),
        ("Paragrafer", minutes.span),
    ]
    return [(name, value) for name, value in told if value]


def votes(minutes: Contents) -> list[tuple[Paragraph, VoteTold]]:
    """List every open vote in the order it was held: one annex each."""
    return [(p, v) for p in minutes.paragraphs for v in p.votes]


def _mark(mark: str) -> str:
    return {"ÖVNING": "ÖVNING ÖVNING ÖVNING", "Prov": "PROV, inget verkligt möte"}.get(mark, "")


def _row(a: Attendance, what: str, served: bool = True) -> dict[str, str]:
    spans = (a.paragraphs or "alla") if served else "–"
    return {"name": a.name, "party": a.party, "what": what, "paragraphs": spans, "times": a.times}


def _paragraph(p: Paragraph, minutes: Contents) -> dict[str, Any]:
    annexes = {(q.number, v.number): nth for nth, (q, v) in enumerate(votes(minutes), start=1)}
    told = [f"Dnr {p.reference}" if p.reference else "", "Behandlat bakom stängda dörrar." if p.closed else ""]
    told.append("Ärendet stod inte i kungörelsen." if p.late else "")
    return {
        "mark": f"§{words.NBSP}{p.number}",
        "title": p.title,
        "hidden": p.hidden,
        "under": " ".join(t for t in told if t),
        "decision": p.decision or "Inget beslut.",
        "summary": _lines(p.summary),
        "motions": [
            *(f"Förslaget: {line}" for line in _lines(p.proposal)[:1]),
            *_lines(p.proposal)[1:],
            *(f"{label}{words.NBSP} {text}" for label, text in p.motions),
        ],
        "order": list(p.order),
        "votes": [
            {
                "heading": v.heading,
                "asked": v.asked,
                "result": v.result,
                "annex": f"bilaga {annexes[p.number, v.number]}",
                "parties": [vars(t) for t in v.parties],
                "total": vars(v.total),
            }
            for v in p.votes
        ],
        "took_part": took_part(p),
        "reservations": [f"{name}{': ' + text if text else ''}" for name, text in p.reservations],
        "notes": [line for note in p.notes for line in _lines(note)],
    }


def took_part(p: Paragraph) -> list[str]:
    """Say who took part in the decisions, who did not, and who had to leave the item (KL 5 kap. 67 § 5)."""
    told: list[str] = []
    if p.all_served:
        told.append(f"Alla {len(p.took_part)} som tjänstgör vid paragrafen, se närvarolistan.")
    elif p.took_part:
        told.append(words.sentence(words.listed(p.took_part)))
    if p.declined:
        told.append(f"Deltar inte i beslutet: {words.sentence(words.listed(p.declined))}")
    if p.recused:
        told.append(f"Jäv, har inte deltagit: {words.sentence(words.listed(p.recused))}")
    return told


def _annex(p: Paragraph, v: VoteTold, nth: int) -> dict[str, Any]:
    return {
        "title": f"Bilaga {nth}. §{words.NBSP}{p.number}, {v.heading[0].lower()}{v.heading[1:]}",
        "under": f"{v.asked} {v.result}",
        "names": [{"name": n.name, "party": n.party, "choice": words.CHOICES[n.choice]} for n in v.names],
    }


def _sections(minutes: Contents) -> list[dict[str, Any]]:
    told: list[tuple[str, list[str]]] = [
        ("Interpellationer och frågor", [f"{what} – {came}." for what, came in minutes.questions]),
        ("Övriga anteckningar", _lines(minutes.notes)),
        ("Rättelser", list(minutes.corrections)),
        ("Råd som ordföranden har frångått", list(minutes.advice)),
    ]
    return [{"title": title, "lines": lines} for title, lines in told if lines]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
