"""Reference numbers: one after another in each series and year, without a gap."""

from __future__ import annotations

from uuid import UUID

from radslag.matters.models import Series


def next_number(owner: UUID | str, prefix: str, year: int) -> tuple[Series, int]:
    """Take the next number of a series. Call within a transaction: if that is rolled back, the number is free again.

    The row is locked until the transaction ends (on SQLite the whole transaction is the only writer), so two that
    register at the same time get numbers in a row.
    """
    Series.objects.get_or_create(owner=owner, prefix=prefix, year=year)
    series = Series.objects.select_for_update().get(owner=owner, prefix=prefix, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series, series.last
