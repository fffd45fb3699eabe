"""KL 8 kap. 12 § — the posting of approved minutes on the noticeboard (anslagstavlan)."""

from __future__ import annotations

from datetime import date, timedelta

from radslag.law.calendar import in_swedish, moved_to_a_working_day
from radslag.law.rule import reckoning, rule


@reckoning("PUB-04")
def last_day_to_post(approved_on: date) -> date:
    """Give the last day for announcing the approval: the second day after, never moved for a day off."""
    return approved_on + timedelta(days=2)


@rule(
    "PUB-04",
    "KL 8 kap. 12 §",
    says="Justeringen skulle ha tillkännagetts senast {latest}.",
    instead="Tillkännage nu. Överklagandetiden räknas från den dag det sitter på anslagstavlan.",
    shown=lambda approved_on, **_: {"latest": in_swedish(last_day_to_post(approved_on))},
)
def is_posted_in_time(*, posted_on: date, approved_on: date) -> bool:
    """Was the approval announced at the latest the second day after it? Ask it to warn and record."""
    return posted_on <= last_day_to_post(approved_on)


@rule(
    "PUB-05",
    "KL 8 kap. 12 §",
    says="Tillkännagivandet måste säga var protokollet finns och vilken dag det tillkännagavs.",
    instead="Fyll i var protokollet finns tillgängligt.",
)
def the_posting_is_complete(*, available_at: str, posted_on: date | None) -> bool:
    """Does the posting tell where the minutes are available and on which day it was posted?"""
    return bool(available_at.strip()) and posted_on is not None


@reckoning("PUB-06")
def stays_up_until(*, posted_on: date, days_missing: int = 0) -> date:
    """Give the last day the posting must be on the board: the end of the appeal time (13:5).

    The time does not run out unless the posting is up all the time. Each day it was missing is therefore added; that
    the days are added one by one is our reading (the statute says only that the time must not have been broken).
    """
    return moved_to_a_working_day(posted_on + timedelta(days=21 + days_missing))


@rule(
    "PUB-06",
    "KL 8 kap. 12 §",
    says="Tillkännagivandet får inte tas bort före överklagandetidens utgång, {appeal_ends_on:%Y-%m-%d}.",
    instead="Låt det sitta kvar till dagen efter.",
)
def may_be_taken_down(*, day: date, appeal_ends_on: date) -> bool:
    """May the posting be taken off the board on that day? Not before the appeal time has ended."""
    return day > appeal_ends_on


@rule(
    "PUB-06",
    "KL 13 kap. 5 §",
    says="Tillkännagivandet har inte suttit uppe hela tiden. {minutes_missing} minuter saknas.",
    instead="Låt det sitta kvar längre och anteckna avbrottet. Överklagandetiden har inte löpt ut.",
)
def was_up_the_whole_time(*, minutes_missing: int) -> bool:
    """Has the posting been on the board all the time, as it must for the appeal time to run out?"""
    return minutes_missing == 0
