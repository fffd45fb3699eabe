"""KL 13 kap. 5–6 §§ — the time for having a decision tried (laglighetsprövning)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from radslag.law.calendar import in_swedish, three_weeks_from
from radslag.law.rule import reckoning, rule


@reckoning("APP-03")
def last_day_to_appeal(posted_on: date) -> date:
    """Give the last day of the appeal time: three weeks from the posting, moved if that is a day off."""
    return three_weeks_from(posted_on)


@reckoning("PUB-07")
def appeal_runs_from(posted_on: Collection[date]) -> date:
    """Give the day the time runs from for a joint committee: when all partners' boards have the posting.

    Raises :class:`ValueError` if no board has it.
    """
    if not posted_on:
        raise ValueError("Justeringen är inte tillkännagiven på någon anslagstavla.")
    return max(posted_on)


@rule(
    "APP-03",
    "KL 13 kap. 5 och 6 §§",
    says="Överklagandet skulle ha kommit in senast {latest}.",
    instead="Förvaltningsrätten prövar om det kom in i tid. Det räcker att det i tid kom in till kommunen.",
    first=date(2020, 1, 1),
    shown=lambda posted_on, **_: {"latest": in_swedish(last_day_to_appeal(posted_on))},
)
def is_appealed_in_time(*, received_on: date, posted_on: date) -> bool:
    """Did the appeal come in to the court or to the municipality before the time had run out?"""
    return received_on <= last_day_to_appeal(posted_on)
