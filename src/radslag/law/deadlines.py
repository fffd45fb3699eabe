"""Every deadline of a council meeting with its rule, from the days that are known (``radslag dates``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from radslag.law.calendar import a_week_before, in_swedish, the_working_day_before
from radslag.law.kommunallagen.k05_protokoll import last_day_to_approve
from radslag.law.kommunallagen.k08_anslagstavla import last_day_to_post, stays_up_until
from radslag.law.kommunallagen.k13_laglighetsprovning import last_day_to_appeal


class ImpossibleDays(ValueError):
    """The days cannot follow each other. The message is Swedish, for the person."""


@dataclass(frozen=True)
class Deadline:
    """A last day: a permanent ``name``, the day, the rule and section it comes from, and what it is in Swedish.

    ``kept`` says whether what was due happened in time; ``None`` when it is not known.
    """

    name: str
    day: date
    rule: str
    section: str
    says: str
    kept: bool | None = None


def deadlines(
    *, meeting: date | None = None, approved: date | None = None, posted: date | None = None, days_missing: int = 0
) -> tuple[Deadline, ...]:
    """Give the deadlines that follow from the day of the meeting, of the approval and of the posting.

    ``days_missing`` is how many days the posting was not on the board. Raises :class:`ImpossibleDays` when the
    approval lies before the meeting or the posting before the approval.
    """
    if meeting and approved and approved < meeting:
        raise ImpossibleDays(f"Protokollet kan inte vara justerat {approved} före sammanträdet {meeting}.")
    if meeting and posted and posted < meeting:
        raise ImpossibleDays(f"Justeringen kan inte vara tillkännagiven {posted} före sammanträdet {meeting}.")
    if approved and posted and posted < approved:
        raise ImpossibleDays(f"Justeringen kan inte vara tillkännagiven {posted} före justeringen {approved}.")
    found: list[Deadline] = []
    if meeting:
        found += _before_and_after(meeting, approved)
    if approved:
        latest = last_day_to_post(approved)
        kept = posted <= latest if posted else None
        found.append(Deadline("posting", latest, "PUB-04", "KL 8 kap. 12 §", "Justeringen tillkännages senast", kept))
    if posted:
        ends, stays = last_day_to_appeal(posted), stays_up_until(posted_on=posted, days_missing=days_missing)
        found.append(Deadline("appeal", ends, "APP-03", "KL 13 kap. 5 §", "Överklagandetiden går ut"))
        found.append(Deadline("posting_stays", stays, "PUB-06", "KL 8 kap. 12 §", "Tillkännagivandet sitter uppe till"))
    return tuple(found)


def _before_and_after(meeting: date, approved: date | None) -> list[Deadline]:
    week, working = a_week_before(meeting), the_working_day_before(meeting)
    latest = last_day_to_approve(meeting)
    kept = approved <= latest if approved else None
    return [
        Deadline("notice", week, "CALL-03", "KL 5 kap. 13 §", "Kungörelsen på anslagstavlan senast"),
        Deadline("summons", week, "CALL-04", "KL 5 kap. 15 §", "Kallelsen till ledamöter och ersättare senast"),
        Deadline("late_notice", working, "CALL-05", "KL 5 kap. 14 §", "Brådskande ärende på anslagstavlan senast"),
        Deadline("late_word", working, "CALL-05", "KL 5 kap. 15 §", "Besked om brådskande ärende har nått alla senast"),
        Deadline("approval", latest, "MIN-07", "KL 5 kap. 69 §", "Protokollet justeras senast", kept),
    ]


def in_words(deadline: Deadline) -> str:
    """Write the deadline as a sentence: ”Protokollet justeras senast måndag 28 december 2026.”."""
    return f"{deadline.says} {in_swedish(deadline.day)}."
