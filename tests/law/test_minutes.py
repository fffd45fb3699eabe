from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law.kommunallagen import k04_fortroendevalda, k05_protokoll
from radslag.law.rule import Refused, facts_of, require

PARTS = frozenset(k05_protokoll.PARTS)


@pytest.mark.rule("MIN-01")
def test_one_who_took_part_reserves_before_the_meeting_ends() -> None:
    assert k04_fortroendevalda.may_reserve(took_part=True)
    assert not k04_fortroendevalda.may_reserve(took_part=False)
    assert k04_fortroendevalda.is_reserved_in_time(meeting_closed=False)
    with pytest.raises(Refused) as refused:
        require(k04_fortroendevalda.is_reserved_in_time, meeting_closed=True)
    assert refused.value.says == "Reservationen kom efter att mötet avslutats."
    assert refused.value.section == "KL 4 kap. 27 §"


@pytest.mark.rule("MIN-02")
def test_an_opinion_is_noted_only_where_the_council_has_said_so() -> None:
    assert k04_fortroendevalda.may_have_a_note_entered(allowed_by_council=True)
    assert not k04_fortroendevalda.may_have_a_note_entered(allowed_by_council=False)


@pytest.mark.rule("MIN-03")
def test_the_one_who_presided_answers_for_the_minutes() -> None:
    assert k05_protokoll.someone_answers_for_the_minutes(presiding="m1")
    assert not k05_protokoll.someone_answers_for_the_minutes(presiding=None)


@pytest.mark.rule("MIN-04")
def test_the_minutes_show_exactly_those_who_served_and_every_item() -> None:
    served = frozenset({"m1", "s1"})
    assert k05_protokoll.all_who_served_are_shown(served=served, shown_as_serving=served)
    assert not k05_protokoll.all_who_served_are_shown(served=served, shown_as_serving=frozenset({"m1"}))
    assert not k05_protokoll.all_who_served_are_shown(served=served, shown_as_serving=served | {"m2"})
    assert k05_protokoll.all_items_are_shown(handled=frozenset({"i1"}), shown_items=frozenset({"i1"}))
    assert k05_protokoll.all_items_are_shown(handled=frozenset({"i1"}), shown_items=frozenset({"i1", "i2"}))
    assert not k05_protokoll.all_items_are_shown(handled=frozenset({"i1", "i2"}), shown_items=frozenset({"i1"}))


@pytest.mark.rule("MIN-05")
@given(parts=st.sets(st.sampled_from(k05_protokoll.PARTS)))
def test_a_paragraph_has_all_six_parts_or_is_told_which_are_missing(parts: set[str]) -> None:
    asked = k05_protokoll.every_part_is_there
    assert asked(parts=frozenset(parts)) == (parts == PARTS)
    missing = str(facts_of(asked, {"parts": frozenset(parts)})["missing"])
    assert {part for part, words in k05_protokoll.PARTS_IN_WORDS.items() if words in missing} == PARTS - parts


@pytest.mark.rule("MIN-06")
def test_the_councils_minutes_show_every_question_put() -> None:
    assert k05_protokoll.all_questions_are_shown(put=frozenset(), shown_as_put=frozenset())
    assert not k05_protokoll.all_questions_are_shown(put=frozenset({"q1"}), shown_as_put=frozenset())


@pytest.mark.rule("MIN-07")
def test_minutes_of_14_december_are_approved_by_28_december() -> None:
    meeting = date(2026, 12, 14)
    assert k05_protokoll.last_day_to_approve(meeting) == date(2026, 12, 28)
    assert k05_protokoll.is_approved_in_time(approved_on=date(2026, 12, 28), meeting_ended_on=meeting)
    assert not k05_protokoll.is_approved_in_time(approved_on=date(2026, 12, 29), meeting_ended_on=meeting)


@pytest.mark.rule("MIN-07")
@given(ended=st.dates(date(2018, 1, 1), date(2060, 1, 1)), days=st.integers(0, 40))
def test_fourteen_days_are_fourteen_days_whatever_day_it_is(ended: date, days: int) -> None:
    approved = ended + timedelta(days=days)
    assert k05_protokoll.is_approved_in_time(approved_on=approved, meeting_ended_on=ended) == (days <= 14)
