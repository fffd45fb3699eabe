"""What the minutes say, ready to be set in type: one picture of the record for page, PDF and extract. Pure.

The minutes are kept in Swedish, so the words here are Swedish and not translated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from radslag.meetings.record import ItemShown, MeetingRecord, PersonShown, QuestionShown, VoteShown
from radslag.minutes import words

ProseKey = tuple[Literal["summary", "notes"], str | None]
"""``(section, item)``: ``("summary", item id)``, ``("notes", item id)`` or ``("notes", None)``."""


@dataclass(frozen=True)
class ApprovalShown:
    """One person's approval (justering) as the minutes show it."""

    name: str
    role: str
    method: str
    signed_in_at: datetime | None
    at: datetime | None
    """None: has not approved yet."""


@dataclass(frozen=True)
class PartyVotes:
    party: str
    yes: int
    no: int
    abstain: int
    not_voting: int
    absent: int
    """Not there, or recused (jäv)."""


@dataclass(frozen=True)
class VoteTold:
    """An open vote by name: what was asked, what came out, by party and by person."""

    number: int
    heading: str
    asked: str
    result: str
    parties: tuple[PartyVotes, ...]
    total: PartyVotes
    names: tuple[VoteShown, ...]
    declined: tuple[str, ...]
    present: int
    purpose: str


@dataclass(frozen=True)
class Paragraph:
    """One item (ärende) with the six parts that KL 5 kap. 67 § asks for; an empty part says so in words."""

    item: str
    number: int
    title: str
    reference: str
    closed: bool
    hidden: bool
    """Whoever reads may not see it: only the public title is shown."""
    late: bool
    summary: str
    proposal: str
    motions: tuple[tuple[str, str], ...]
    order: tuple[str, ...]
    votes: tuple[VoteTold, ...]
    decision: str
    took_part: tuple[str, ...]
    all_served: bool
    """Everyone who served took part, so the list of attendance says who."""
    declined: tuple[str, ...]
    recused: tuple[str, ...]
    reservations: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Attendance:
    name: str
    party: str
    role: str
    serves_for: str
    paragraphs: str
    times: str


@dataclass(frozen=True)
class Contents:
    """The whole of the minutes. ``mark`` is ``Prov``, ``ÖVNING`` or empty; ``draft`` before everyone has approved."""

    meeting: str
    organisation: str
    body: str
    day: date
    mark: str
    draft: bool
    place: str
    time: str
    breaks: tuple[str, ...]
    chairs: tuple[str, ...]
    secretary: str
    adjusters: tuple[str, ...]
    span: str
    members: tuple[Attendance, ...]
    substitutes: tuple[Attendance, ...]
    not_serving: tuple[Attendance, ...]
    absent: tuple[Attendance, ...]
    paragraphs: tuple[Paragraph, ...]
    questions: tuple[tuple[str, str], ...]
    """Interpellations and questions (KL 5 kap. 68 §): what was put, and what came of it."""
    notes: str
    corrections: tuple[str, ...]
    advice: tuple[str, ...]
    approvals: tuple[ApprovalShown, ...]
    ruleset: str
    stream: str
    sealed_number: int
    seal: str


def contents(
    record: MeetingRecord,
    prose: Mapping[ProseKey, str],
    approvals: Iterable[ApprovalShown] = (),
    *,
    draft: bool,
) -> Contents:
    """Set the minutes: what the record says, with the secretary's prose beside it (never instead of it)."""
    served = [person for person in record.persons if person.paragraphs]
    handled = [item for item in record.items if item.paragraph is not None]
    numbers = tuple(item.paragraph for item in handled if item.paragraph is not None)
    return Contents(
        meeting=record.meeting,
        organisation=record.organisation,
        body=record.body,
        day=record.meeting_date,
        mark=words.MARKS[record.mode],
        draft=draft,
        place=record.place,
        time=words.spell(record.opened_at, record.closed_at),
        breaks=tuple(words.spell(first, last) for first, last in record.breaks),
        chairs=_chairs(record),
        secretary=record.secretary,
        adjusters=record.adjusters,
        span=words.paragraphs(numbers),
        members=tuple(_attended(p, numbers) for p in served if p.role == "member"),
        substitutes=tuple(_attended(p, numbers) for p in served if p.role != "member"),
        not_serving=tuple(
            _attended(p, numbers) for p in record.persons if not p.paragraphs and p.intervals and p.role != "member"
        ),
        absent=tuple(_attended(p, numbers) for p in record.persons if p.role == "member" and not p.paragraphs),
        paragraphs=tuple(
            _paragraph(item, number, record, prose) for item, number in zip(handled, numbers, strict=True)
        ),
        questions=_questions(record),
        notes=prose.get(("notes", None), ""),
        corrections=tuple(
            f"{words.day_time(c.at)}, {c.by}: {words.sentence(c.text)} Rättar journalens anteckning {c.number}."
            for c in record.corrections
        ),
        advice=tuple(f"{a.says} ({a.section}) Skäl: {a.reason}" for a in record.advice),
        approvals=tuple(approvals),
        ruleset=record.ruleset,
        stream=record.stream,
        sealed_number=record.sealed_number,
        seal=record.seal,
    )


def _chairs(record: MeetingRecord) -> tuple[str, ...]:
    if len(record.presiding) <= 1:
        return tuple(name for name, _, _ in record.presiding)
    return tuple(f"{name} från {words.clock(at)}" for name, at, _ in record.presiding)


def _attended(person: PersonShown, handled: tuple[int, ...]) -> Attendance:
    whole = tuple(person.paragraphs) == handled
    return Attendance(
        name=person.name,
        party=person.party,
        role=words.PRESIDIUM.get(person.presidium, "") if person.role == "member" else "ersättare",
        serves_for=person.serves_for or "",
        paragraphs="" if whole or not person.paragraphs else words.paragraphs(person.paragraphs),
        times=", ".join(words.spell(first, last) for first, last in person.intervals),
    )


def _paragraph(item: ItemShown, number: int, record: MeetingRecord, prose: Mapping[ProseKey, str]) -> Paragraph:
    serving = {f"{p.name} ({p.party})" for p in record.persons if number in p.paragraphs}
    said = "" if item.hidden else prose.get(("notes", item.item), "")
    return Paragraph(
        item=item.item,
        number=number,
        title=item.title,
        reference=item.reference,
        closed=item.closed,
        late=not item.announced,
        summary="" if item.hidden else prose.get(("summary", item.item), item.summary),
        hidden=item.hidden,
        proposal=item.proposal,
        motions=tuple((m.label, _motion(m.by, m.supporters, m.kind, m.text)) for m in item.motions if not m.withdrawn),
        order=tuple(_asked(q) for q in item.questions),
        votes=tuple(_vote(q, nth) for nth, q in enumerate((q for q in item.questions if q.voted), start=1)),
        decision=item.decision,
        took_part=item.took_part,
        all_served=bool(item.took_part) and set(item.took_part) >= serving,
        declined=tuple(dict.fromkeys(name for q in item.questions for name in q.declined)),
        recused=item.recused,
        reservations=item.reservations,
        notes=item.notes + ((said,) if said else ()),
    )


def _motion(by: str, supporters: tuple[str, ...], kind: str, text: str) -> str:
    support = f", med instämmande av {words.listed(supporters)}" if supporters else ""
    wording = ": ".join(part for part in (words.MOTIONS.get(kind, kind), text) if part)
    return f"{by}{support}: {words.sentence(wording)}"


def _asked(question: QuestionShown) -> str:
    found = f" Ordföranden finner {words.SIDES[question.found]}." if question.found and not question.voted else ""
    purpose = words.PURPOSES.get(question.purpose, question.purpose)
    asked = f"{purpose[0].upper()}{purpose[1:]}. Ja för {question.yes}, nej för {question.no}.{found}"
    if question.demanded_by:
        asked += f" Omröstning begärs av {words.listed(question.demanded_by)}."
    return asked


def _vote(question: QuestionShown, nth: int) -> VoteTold:
    parties = Counter(vote.party for vote in question.votes)
    tallies = tuple(
        _tally(party, [v for v in question.votes if v.party == party])
        for party, _ in sorted(parties.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    purpose = words.PURPOSES.get(question.purpose, question.purpose)
    return VoteTold(
        number=question.number,
        heading=f"Omröstning {nth}, {purpose}",
        asked=f"Ja för {question.yes}, nej för {question.no}.",
        result=_result(question),
        parties=tallies,
        total=_tally("Summa", list(question.votes)),
        names=question.votes,
        declined=question.declined,
        present=question.present,
        purpose=question.purpose,
    )


def _result(question: QuestionShown) -> str:
    yes, no, abstain, silent = question.sums or (0, 0, 0, 0)
    counted = f"{yes} ja-röster mot {no} nej-röster"
    extra = [f"{abstain} avstår" if abstain else "", f"{silent} röstar inte" if silent else ""]
    aside = ", ".join(part for part in extra if part)
    how = {
        "vote": "",
        "casting_vote": f" Vid lika röstetal avgör ordförandens utslagsröst ({question.casting_vote}).",
        "minority": " En minoritet på minst en tredjedel av de närvarande har begärt det (KL 5 kap. 50 §).",
    }.get(question.how or "", "")
    settled = {"yes": question.yes, "no": question.no}.get(question.settled or "", "")
    end = f" Beslutet blir {settled}." if settled else ""
    return f"Med {counted}{f' ({aside})' if aside else ''}.{how}{end}"


def _tally(party: str, votes: list[VoteShown]) -> PartyVotes:
    kinds = Counter(vote.choice for vote in votes)
    away = kinds["absent"] + kinds["recused"]
    return PartyVotes(party, kinds["yes"], kinds["no"], kinds["abstain"], kinds["not_voting"], away)


def _questions(record: MeetingRecord) -> tuple[tuple[str, str], ...]:
    """List interpellations and questions with what came of them (KL 5 kap. 68 §)."""
    put = [item for item in record.items if item.kind in ("interpellation", "question")]
    return tuple(
        (
            f"{words.ITEM_KINDS[item.kind]}: {item.title}",
            "besvarad, " + words.paragraphs((item.paragraph,)) if item.paragraph and item.outcome else "inte besvarad",
        )
        for item in put
    )
