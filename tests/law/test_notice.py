from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law.kommunallagen import k05_beslut, k05_kallelse
from radslag.law.rule import Refused, Rule, require

MEETING = date(2026, 12, 14)


@pytest.mark.rule("CALL-03", "CONV-04")
def test_the_notice_of_a_monday_meeting_is_up_on_monday_the_week_before() -> None:
    assert k05_kallelse.the_notice_is_in_time(posted_on=date(2026, 12, 7), meeting_date=MEETING)
    assert not k05_kallelse.the_notice_is_in_time(posted_on=date(2026, 12, 8), meeting_date=MEETING)


@pytest.mark.rule("CALL-03")
def test_a_late_notice_is_refused_with_the_last_day_in_words() -> None:
    with pytest.raises(Refused) as refused:
        require(k05_kallelse.the_notice_is_in_time, posted_on=date(2026, 12, 8), meeting_date=MEETING)
    assert refused.value.says == "Kungörelsen skulle ha suttit på anslagstavlan senast måndag 7 december 2026."


@pytest.mark.rule("CALL-04")
def test_the_summons_goes_out_a_week_before_to_every_member_and_substitute() -> None:
    assert k05_kallelse.the_summons_is_in_time(sent_on=date(2026, 12, 7), meeting_date=MEETING)
    assert not k05_kallelse.the_summons_is_in_time(sent_on=date(2026, 12, 8), meeting_date=MEETING)
    everyone = frozenset({"m1", "m2", "s1"})
    assert k05_kallelse.everyone_is_summoned(roster=everyone, summoned=everyone)
    with pytest.raises(Refused, match="kallade") as refused:
        require(k05_kallelse.everyone_is_summoned, roster=everyone, summoned=frozenset({"m1", "m2"}))
    assert refused.value.says == "1 ledamöter och ersättare är inte kallade."


@pytest.mark.rule("CALL-03", "CALL-04")
@pytest.mark.parametrize("asked", [k05_kallelse.the_notice_is_complete, k05_kallelse.the_summons_is_complete])
def test_notice_and_summons_tell_time_place_and_items(asked: Rule[...]) -> None:
    assert asked(time="18.00", place="Stadshuset", items=7)
    assert not asked(time=" ", place="Stadshuset", items=7)
    assert not asked(time="18.00", place="", items=7)
    assert not asked(time="18.00", place="Stadshuset", items=0)


@pytest.mark.rule("CALL-05", "CONV-05")
def test_an_urgent_item_is_announced_and_known_on_friday_before_a_monday() -> None:
    friday, saturday = date(2026, 12, 11), date(2026, 12, 12)
    assert k05_kallelse.the_late_notice_is_in_time(posted_on=friday, meeting_date=MEETING)
    assert not k05_kallelse.the_late_notice_is_in_time(posted_on=saturday, meeting_date=MEETING)
    assert k05_kallelse.the_late_word_arrives_in_time(reaches_on=friday, meeting_date=MEETING)
    assert not k05_kallelse.the_late_word_arrives_in_time(reaches_on=saturday, meeting_date=MEETING)


@pytest.mark.rule("CALL-03", "CALL-05")
@given(posted=st.dates(date(2020, 1, 1), date(2040, 1, 1)), ahead=st.integers(0, 20))
def test_what_is_in_time_for_the_notice_is_in_time_as_urgent(posted: date, ahead: int) -> None:
    meeting = posted + timedelta(days=ahead)
    if k05_kallelse.the_notice_is_in_time(posted_on=posted, meeting_date=meeting):
        assert ahead >= 7
        assert k05_kallelse.the_late_notice_is_in_time(posted_on=posted, meeting_date=meeting)


@pytest.mark.rule("CALL-06", "VOTE-13")
def test_an_unannounced_item_is_decided_only_if_urgent_and_all_present_agree() -> None:
    asked = k05_beslut.an_item_can_be_decided
    assert asked(announced=True)
    assert asked(announced=False, urgent=True, agreeing=41, present=41)
    assert not asked(announced=False, urgent=True, agreeing=40, present=41)
    assert not asked(announced=False, urgent=False, agreeing=41, present=41)
    assert not asked(announced=False, urgent=True, agreeing=0, present=0)
    assert k05_beslut.all_present_agree(agreeing=41, present=41)
    assert not k05_beslut.all_present_agree(agreeing=40, present=41)
    assert not k05_beslut.all_present_agree(agreeing=0, present=0)
