"""Unbroken runs, the gaps between them, and how gaps move the day the appeal time ends. Pure.

KL 13 kap. 5 §: the announcement must stand on the board during the whole time for appeal, or the time does not run out.
How a short gap is reckoned is not said by the statute (inference): each day on which the posting was missing does not
count, so the end moves by as many days. That errs on the side of the one who wants to appeal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")

BEAT = timedelta(minutes=1)
"""How often the server says that the posting stands."""

PATIENCE = timedelta(seconds=150)
"""Two beats in a row may be late; after that the posting is held not to have stood since the last one."""


@dataclass(frozen=True)
class Run:
    """An unbroken run: the posting stood from ``since`` at least until ``until``."""

    since: datetime
    until: datetime


def gaps(runs: Sequence[Run], posted_at: datetime, until: datetime) -> list[Run]:
    """Give the stretches between posting and ``until`` during which nobody can say that the posting stood."""
    found, known = [], posted_at
    for run in sorted(runs, key=lambda run: run.since):
        if run.since - known > PATIENCE:
            found.append(Run(known, min(run.since, until)))
        known = max(known, run.until)
        if known >= until:
            break
    if until - known > PATIENCE:
        found.append(Run(known, until))
    return found


def days_missed(missing: Iterable[Run]) -> frozenset[date]:
    """Give the days in Stockholm that a gap touches."""
    days = set()
    for gap in missing:
        day, last = gap.since.astimezone(STOCKHOLM).date(), gap.until.astimezone(STOCKHOLM).date()
        while day <= last:
            days.add(day)
            day += timedelta(days=1)
    return frozenset(days)


def last_day(posted_on: date, missed: Iterable[date], stays_until: Callable[[int], date]) -> date:
    """Give the last day for appeal when some days do not count.

    ``stays_until`` is the law's reckoning from the day of posting, given how many days were missed.
    """
    days, lost = frozenset(missed), 0
    while True:
        end = stays_until(lost)
        counted = sum(1 for day in days if posted_on <= day <= end)
        if counted == lost:
            return end
        lost = counted
