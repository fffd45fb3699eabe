from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law.kommunallagen import k08_anslagstavla, k13_laglighetsprovning

DAYS = st.dates(date(2018, 1, 1), date(2060, 1, 1))


@pytest.mark.rule("PUB-04")
def test_minutes_approved_on_tuesday_22_december_are_posted_by_christmas_eve() -> None:
    approved = date(2026, 12, 22)
    assert k08_anslagstavla.last_day_to_post(approved) == date(2026, 12, 24)
    assert k08_anslagstavla.is_posted_in_time(posted_on=date(2026, 12, 24), approved_on=approved)
    assert not k08_anslagstavla.is_posted_in_time(posted_on=date(2026, 12, 25), approved_on=approved)


@pytest.mark.rule("PUB-05")
def test_the_posting_tells_where_the_minutes_are_and_when_it_was_posted() -> None:
    posted = date(2026, 12, 23)
    assert k08_anslagstavla.the_posting_is_complete(available_at="Stadshuset, Ekviken", posted_on=posted)
    assert not k08_anslagstavla.the_posting_is_complete(available_at="", posted_on=posted)
    assert not k08_anslagstavla.the_posting_is_complete(available_at="Stadshuset", posted_on=None)


@pytest.mark.rule("PUB-06")
def test_the_posting_stays_up_through_the_last_day_of_the_appeal_time() -> None:
    ends = date(2027, 1, 13)
    assert not k08_anslagstavla.may_be_taken_down(day=ends, appeal_ends_on=ends)
    assert k08_anslagstavla.may_be_taken_down(day=ends + timedelta(days=1), appeal_ends_on=ends)


@pytest.mark.rule("PUB-06")
@given(posted=DAYS, missing=st.integers(0, 30))
def test_days_when_the_posting_was_not_up_keep_it_up_longer(posted: date, missing: int) -> None:
    whole = k08_anslagstavla.stays_up_until(posted_on=posted)
    broken = k08_anslagstavla.stays_up_until(posted_on=posted, days_missing=missing)
    assert whole == k13_laglighetsprovning.last_day_to_appeal(posted)
    assert broken >= whole
    assert broken >= posted + timedelta(days=21 + missing)


@pytest.mark.rule("PUB-06")
def test_a_minute_off_the_board_means_that_the_time_has_not_run_out() -> None:
    assert k08_anslagstavla.was_up_the_whole_time(minutes_missing=0)
    assert not k08_anslagstavla.was_up_the_whole_time(minutes_missing=1)


@pytest.mark.rule("PUB-07")
def test_for_a_joint_committee_the_time_runs_when_the_last_board_has_the_posting() -> None:
    boards = [date(2026, 12, 16), date(2026, 12, 18), date(2026, 12, 17)]
    assert k13_laglighetsprovning.appeal_runs_from(boards) == date(2026, 12, 18)
    with pytest.raises(ValueError, match="inte tillkännagiven"):
        k13_laglighetsprovning.appeal_runs_from([])


@pytest.mark.rule("APP-03")
def test_three_weeks_from_16_december_end_the_day_after_epiphany() -> None:
    posted = date(2026, 12, 16)
    assert k13_laglighetsprovning.last_day_to_appeal(posted) == date(2027, 1, 7)
    assert k13_laglighetsprovning.is_appealed_in_time(received_on=date(2027, 1, 7), posted_on=posted)
    assert not k13_laglighetsprovning.is_appealed_in_time(received_on=date(2027, 1, 8), posted_on=posted)


@pytest.mark.rule("APP-03")
def test_three_weeks_from_23_december_end_on_13_january() -> None:
    assert k13_laglighetsprovning.last_day_to_appeal(date(2026, 12, 23)) == date(2027, 1, 13)
