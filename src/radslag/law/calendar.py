"""Days the statutes count with: a week before, the working day before, three weeks from (RULES CONV-04–06)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from holidays.countries.sweden import Sweden

from radslag.law.rule import reckoning

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


@lru_cache(maxsize=64)
def _days_off(year: int) -> frozenset[date]:
    """Public holidays and the three eves that count as such (lag 1930:173 2 §)."""
    midsummer_eve = next(date(year, 6, day) for day in range(19, 26) if date(year, 6, day).weekday() == 4)
    return frozenset(Sweden(years=year, include_sundays=False)) | {
        midsummer_eve,
        date(year, 12, 24),
        date(year, 12, 31),
    }


def is_a_working_day(day: date) -> bool:
    """Say whether the day is a weekday (vardag): no Saturday, Sunday, public holiday or the eve of one of three.

    The eves are midsommarafton, julafton and nyårsafton: the safe reading of ”vardag” in KL 5 kap. 14 §.
    """
    return day.weekday() < 5 and day not in _days_off(day.year)


@reckoning("CONV-04")
def a_week_before(day: date) -> date:
    """Give the last day for what must happen at least a week before: the same weekday of the week before."""
    return day - timedelta(days=7)


@reckoning("CONV-05")
def the_working_day_before(day: date) -> date:
    """Give the working day closest before the day (vardagen närmast före)."""
    before = day - timedelta(days=1)
    while not is_a_working_day(before):
        before -= timedelta(days=1)
    return before


@reckoning("CONV-06")
def three_weeks_from(day: date) -> date:
    """Give the last day of three weeks: the same weekday, moved to the next working day if it is a day off."""
    return moved_to_a_working_day(day + timedelta(days=21))


def moved_to_a_working_day(day: date) -> date:
    """Give the day itself or, if it is a day off, the next working day (lag 1930:173 2 §)."""
    while not is_a_working_day(day):
        day += timedelta(days=1)
    return day


def in_swedish(day: date) -> str:
    """Write the day as it stands in a sentence: ”måndag 7 december 2026”."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
