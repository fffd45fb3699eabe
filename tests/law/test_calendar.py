from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law import calendar

DAYS = st.dates(date(2018, 1, 1), date(2060, 12, 31))
OFF = [
    ("nyårsdagen", date(2026, 1, 1)),
    ("trettondedag jul", date(2026, 1, 6)),
    ("långfredagen", date(2026, 4, 3)),
    ("annandag påsk", date(2026, 4, 6)),
    ("första maj", date(2026, 5, 1)),
    ("Kristi himmelsfärdsdag", date(2026, 5, 14)),
    ("nationaldagen", date(2025, 6, 6)),
    ("midsommarafton", date(2026, 6, 19)),
    ("midsommarafton när den är som tidigast", date(2020, 6, 19)),
    ("midsommarafton när den är som senast", date(2021, 6, 25)),
    ("julafton", date(2026, 12, 24)),
    ("juldagen", date(2026, 12, 25)),
    ("nyårsafton", date(2026, 12, 31)),
    ("en lördag", date(2026, 11, 28)),
    ("en söndag", date(2026, 11, 29)),
]


@pytest.mark.rule("CONV-05", "CONV-06")
@pytest.mark.parametrize("day", [day for _, day in OFF], ids=[name for name, _ in OFF])
def test_a_day_off_is_no_working_day(day: date) -> None:
    assert not calendar.is_a_working_day(day)


@pytest.mark.rule("CONV-05")
@pytest.mark.parametrize("day", [date(2026, 12, 23), date(2026, 4, 2), date(2026, 5, 15), date(2026, 1, 5)])
def test_days_that_only_feel_like_holidays_are_working_days(day: date) -> None:
    assert calendar.is_a_working_day(day)


@pytest.mark.rule("CONV-05")
@pytest.mark.parametrize(
    ("meeting", "latest"),
    [
        (date(2026, 12, 14), date(2026, 12, 11)),
        (date(2026, 4, 7), date(2026, 4, 2)),
        (date(2026, 6, 22), date(2026, 6, 18)),
        (date(2026, 12, 28), date(2026, 12, 23)),
        (date(2027, 1, 4), date(2026, 12, 30)),
    ],
    ids=["a Monday", "after Easter", "after Midsummer", "after Christmas", "after New Year"],
)
def test_the_working_day_before_steps_over_days_off(meeting: date, latest: date) -> None:
    assert calendar.the_working_day_before(meeting) == latest


@pytest.mark.rule("CONV-04")
@given(day=DAYS)
def test_a_week_before_is_the_same_weekday_of_the_week_before(day: date) -> None:
    before = calendar.a_week_before(day)
    assert before.weekday() == day.weekday()
    assert day - before == timedelta(days=7)


@pytest.mark.rule("CONV-06")
@pytest.mark.parametrize(
    ("posted", "ends"),
    [
        (date(2026, 12, 23), date(2027, 1, 13)),
        (date(2026, 12, 16), date(2027, 1, 7)),
        (date(2026, 5, 29), date(2026, 6, 22)),
        (date(2026, 12, 3), date(2026, 12, 28)),
        (date(2026, 12, 10), date(2027, 1, 4)),
    ],
    ids=["a Wednesday", "to Epiphany", "to Midsummer Eve", "to Christmas Eve", "to New Year's Eve"],
)
def test_three_weeks_end_on_the_same_weekday_or_the_next_working_day(posted: date, ends: date) -> None:
    assert calendar.three_weeks_from(posted) == ends


@pytest.mark.rule("CONV-06")
@given(day=DAYS)
def test_three_weeks_are_never_shorter_and_always_end_on_a_working_day(day: date) -> None:
    ends = calendar.three_weeks_from(day)
    assert calendar.is_a_working_day(ends)
    assert day + timedelta(days=21) <= ends <= day + timedelta(days=26)


@pytest.mark.rule("CONV-05")
@given(day=DAYS)
def test_no_working_day_lies_between_the_working_day_before_and_the_day(day: date) -> None:
    before = calendar.the_working_day_before(day)
    between = [before + timedelta(days=step) for step in range(1, (day - before).days)]
    assert calendar.is_a_working_day(before)
    assert not any(calendar.is_a_working_day(one) for one in between)


def test_a_day_is_written_as_in_a_sentence() -> None:
    assert calendar.in_swedish(date(2026, 12, 7)) == "måndag 7 december 2026"
