"""Why a vote came out as it did: how many were needed of how many, in numbers anyone can check. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.law.kommunallagen.k05_beslut import is_carried
from radslag.law.shares import a_third
from radslag.meetings.record import MeetingRecord, QuestionShown

DELAYS = {"referral": "återremiss", "postponement": "bordläggning"}


@dataclass(frozen=True)
class Square:
    """One person in the picture: where it stands, and whether it is one of those who were needed."""

    x: int
    y: int
    on: bool


@dataclass(frozen=True)
class Picture:
    """The squares and the size of the sheet they stand on."""

    squares: tuple[Square, ...]
    width: int
    height: int


@dataclass(frozen=True)
class Why:
    """The picture, the reckoning line by line, and the law behind it."""

    headline: str
    lead: str
    picture: Picture
    lines: tuple[tuple[str, str], ...]
    result: str
    law: str
    section: str
    facts: tuple[str, ...]


PER_ROW, STEP = 14, 30


def explain(question: QuestionShown, record: MeetingRecord) -> Why:
    """Explain a vote by the rule that settled it: a minority's third (KL 5:50) or the majority (KL 5:55)."""
    if question.purpose in DELAYS and record.body_kind in ("council", "federation_assembly"):
        return _third(question, record)
    return _majority(question, record)


def _third(question: QuestionShown, record: MeetingRecord) -> Why:
    present, needed = question.present, a_third(question.present)
    asked = DELAYS[question.purpose]
    for_it = (question.sums or (0, 0))[1]
    exact = f"{present / 3:.2f}".replace(".", ",").removesuffix(",00")
    return Why(
        headline=f"Varför räcker {needed} röster?",
        lead=f"Minst en tredjedel av de närvarande kan få ärendet avgjort en annan dag. En tredjedel av {present} är "
        f"{exact}. Det går inte att vara en del av en ledamot, så {needed} behövs.",
        picture=_squares(present, needed),
        lines=(
            ("Närvarande när omröstningen stängdes", str(present)),
            ("Delat med tre", exact),
            ("Uppåt till hel ledamot", str(needed)),
            (f"Röster för {asked}", str(for_it)),
        ),
        result=_result(question),
        law="Ett ärende ska bordläggas eller återremitteras om minst en tredjedel av de närvarande ledamöterna begär "
        "det. Har en minoritet redan gjort det en gång krävs enkel majoritet.",
        section="KL 5 kap. 50 § första stycket",
        facts=_facts(question, record),
    )


def _majority(question: QuestionShown, record: MeetingRecord) -> Why:
    yes, no, abstain, silent = question.sums or (0, 0, 0, 0)
    tie = not is_carried(yes=yes, no=no) and not is_carried(yes=no, no=yes)
    voted = yes + no
    return Why(
        headline="Varför blev det så?" if not tie else "Vad händer när det står lika?",
        lead=f"Den mening som får flest röster blir beslutet. {yes} röstade ja och {no} nej."
        + (" Det står lika. Då har ordföranden utslagsröst." if tie else ""),
        picture=_squares(voted, max(yes, no)),
        lines=(
            (f"JA: {question.yes}", str(yes)),
            (f"NEJ: {question.no}", str(no)),
            ("Avstod", str(abstain)),
            ("Röstade inte", str(silent)),
        ),
        result=_result(question),
        law="Utgången bestäms genom enkel majoritet, om inget annat är särskilt föreskrivet. Vid lika röstetal har "
        "ordföranden utslagsröst, utom i ärenden som avser val eller anställning av personal.",
        section="KL 5 kap. 55 och 56 §§",
        facts=_facts(question, record),
    )


def _squares(count: int, on: int) -> Picture:
    made = tuple(Square(4 + STEP * (n % PER_ROW), 4 + STEP * (n // PER_ROW), n < on) for n in range(count))
    rows = -(-count // PER_ROW) or 1
    return Picture(made, STEP * PER_ROW + 4, STEP * rows)


def _result(question: QuestionShown) -> str:
    said = {"yes": question.yes, "no": question.no}.get(question.settled or "", "inte avgjort").removeprefix("att ")
    return f"{said[0].upper()}{said[1:]}"


def _facts(question: QuestionShown, record: MeetingRecord) -> tuple[str, ...]:
    told = [f"{question.present} tjänstgörande närvarande när omröstningen stängdes"]
    if question.how == "casting_vote" and question.casting_vote:
        told.append(f"Utslagsröst av {question.casting_vote}")
    told.append("Den som avstår räknas som närvarande")
    told.append(f"Regler: {record.ruleset}")
    return tuple(told)
