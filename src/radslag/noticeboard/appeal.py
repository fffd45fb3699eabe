"""The law's reckoning of the time for appeal, from the day of posting (KL 13 kap. 5 §)."""

from __future__ import annotations

from datetime import date, timedelta


def end_of(posted_on: date) -> date:
    """Give the last day for appeal of what was posted on a day without a gap (APP-03, CONV-06)."""
    return posted_on + timedelta(days=21)
