"""A hand-made record of a small council: three items, one of them with two votes, one closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from radslag.meetings.record import (
    CorrectionShown,
    ItemShown,
    MeetingRecord,
    MotionShown,
    PersonShown,
    QuestionShown,
    VoteShown,
)

DAY = date(2026, 11, 23)
MEETING = "6b2f6f1e-6d0e-4a57-9f0d-0a5f8a1c2d3e"
NAMES = (
    ("Maria Sand", "S"), ("Anna Ek", "S"), ("Lisa Berg", "S"), ("Per Ask", "S"), ("Bo Lind", "M"), ("Nils Thorn", "M"),
    ("Eva Kull", "M"), ("Cia Öst", "V"), ("Żaneta Šarić", "C"),
)  # fmt: skip


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    """Give a time of the day of the meeting, UTC."""
    return datetime(2026, 11, 23, hour, minute, second, tzinfo=UTC)


def a_person(nth: int, **changed: object) -> PersonShown:
    """Give the nth member, present the whole time."""
    name, party = NAMES[nth]
    person = PersonShown(
        person=f"p{nth}", name=name, party=party, role="member", presidium=1 if nth == 0 else 0, serving=True,
        serves_for=None, paragraphs=(84, 85, 86), intervals=((at(17), at(19, 14)),),
    )  # fmt: skip
    return replace(person, **changed)  # type: ignore[arg-type]


def a_question(number: int, purpose: str, yes: str, no: str, **changed: object) -> QuestionShown:
    """Give a question that acclamation settled with yes."""
    question = QuestionShown(
        number=number, purpose=purpose, yes=yes, no=no, found="yes", demanded_by=(), voted=False, sums=None,
        present=9, votes=(), casting_vote=None, settled="yes", how="acclamation", declined=(),
    )  # fmt: skip
    return replace(question, **changed)  # type: ignore[arg-type]


def an_item(nth: int, title: str, **changed: object) -> ItemShown:
    """Give a handled item that was approved without a vote."""
    item = ItemShown(
        item=f"i{nth}", matter=f"m{nth}", reference=f"KS 2026/0{300 + nth}", title=title, public_title=title,
        closed=False, kind="decision", paragraph=83 + nth, summary="Kommunstyrelsen har berett ärendet.",
        proposal="Kommunstyrelsens förslag: planen antas.", announced=True, recused=(), motions=(),
        questions=(a_question(1, "main", "bifall till förslaget", "avslag"),), outcome="approved",
        decision="Kommunfullmäktige bifaller kommunstyrelsens förslag.", by_minority=False,
        took_part=tuple(f"{n} ({p})" for n, p in NAMES), reservations=(), notes=(),
        opened_at=at(17, 5 * nth), closed_at=at(17, 5 * nth + 4),
    )  # fmt: skip
    return replace(item, **changed)  # type: ignore[arg-type]


def a_record(**changed: object) -> MeetingRecord:
    """Give the whole record."""
    choices = ("yes", "yes", "yes", "yes", "no", "no", "no", "no", "yes")
    votes = tuple(VoteShown(n, p, c) for (n, p), c in zip(NAMES, choices, strict=True))
    plan = an_item(
        2, "Detaljplan för Hamnen, del av Ekviken 4:12",
        motions=(
            MotionShown("A", "approve", "Anna Ek (S)", ("Żaneta Šarić (C)",), "", False),
            MotionShown("B", "reject", "Bo Lind (M)", (), "", False),
            MotionShown("C", "refer_back", "Cia Öst (V)", (), "Bullret behöver utredas.", False),
            MotionShown("D", "amend", "Eva Kull (M)", (), "", True),
        ),
        questions=(
            a_question(1, "referral", "att ärendet avgörs i dag", "återremiss", voted=True, how="vote",
                       demanded_by=("Cia Öst (V)",), sums=(7, 2, 0, 0), votes=votes),
            a_question(2, "main", "yrkande A", "yrkande B", voted=True, how="vote", demanded_by=("Bo Lind (M)",),
                       sums=(5, 4, 0, 0), votes=votes),
        ),
        reservations=(("Bo Lind (M)", ""), ("Cia Öst (V)", "Bullret är inte utrett.")),
    )  # fmt: skip
    closed = an_item(3, "Upphandling av hamnkran, anbud", public_title="Upphandling", closed=True)
    record = MeetingRecord(
        meeting=MEETING, stream=f"meeting/{MEETING}", mode="test", organisation="Ekvikens kommun",
        body="Kommunfullmäktige", body_kind="council", ruleset="KL-2026-07", place="Stadshuset, stora salen",
        meeting_date=DAY, opened_at=at(17), closed_at=at(19, 14), breaks=((at(18), at(18, 15)),),
        presiding=(("Maria Sand (S)", at(17), "opening"),), secretary="Ida Penn",
        persons=(
            *(a_person(n) for n in range(9)),
            a_person(4, person="e1", name="Karl Vik", role="substitute", paragraphs=(), presidium=0),
            a_person(4, person="e2", name="Gun Holm", role="substitute", paragraphs=(85,), serves_for="Eva Kull (M)"),
            a_person(7, person="p9", name="Dag Holm", paragraphs=(), intervals=()),
        ),
        adjusters=("Lisa Berg (S)", "Nils Thorn (M)"), adjuster_ids=("p2", "p5"), chair_id="p0",
        approve_on=date(2026, 12, 1), items=(an_item(1, "Budget 2027"), plan, closed),
        corrections=(CorrectionShown(41, at(19), "Eva Kull var närvarande från 17.10, inte 17.20.", "Ida Penn"),),
        advice=(), notice_posted_on=date(2026, 11, 13), sealed_number=312, seal="7f" * 32,
    )  # fmt: skip
    return replace(record, **changed)  # type: ignore[arg-type]
