from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law import shares
from radslag.law.kommunallagen import k05_beslut, k05_fullmaktige, k06_styrelse_och_namnder

PEOPLE = st.integers(1, 151)


@pytest.mark.rule("CONV-02", "CALL-02", "CALL-07")
@pytest.mark.parametrize(("seats", "needed"), [(11, 4), (12, 4), (13, 5), (41, 14), (61, 21)])
def test_a_third_of_all_members_can_demand_a_meeting(seats: int, needed: int) -> None:
    for asking, enough in ((needed, True), (needed - 1, False)):
        assert shares.a_third_of_all_ask(asking=asking, seats=seats) is enough
        assert k05_fullmaktige.an_extra_meeting_must_be_held(asking=asking, seats=seats, chair_finds=False) is enough
        assert k06_styrelse_och_namnder.a_meeting_must_be_held(asking=asking, seats=seats, chair_finds=False) is enough


@pytest.mark.rule("CONV-03")
@pytest.mark.parametrize(("present", "needed"), [(40, 14), (41, 14), (45, 15), (49, 17), (1, 1)])
def test_a_third_of_those_present_is_rounded_up(present: int, needed: int) -> None:
    assert shares.a_third(present) == needed
    assert shares.a_third_of_those_present_ask(asking=needed, present=present)
    assert not shares.a_third_of_those_present_ask(asking=needed - 1, present=present)


@pytest.mark.rule("CONV-03", "VOTE-12")
@pytest.mark.parametrize(("present", "needed"), [(40, 27), (41, 28), (45, 30), (49, 33)])
def test_two_thirds_of_those_present_is_rounded_up(present: int, needed: int) -> None:
    assert shares.two_thirds(present) == needed
    assert k05_beslut.is_carried_by_two_thirds(yes=needed, present=present)
    assert not k05_beslut.is_carried_by_two_thirds(yes=needed - 1, present=present)


@pytest.mark.rule("CONV-02", "CONV-03", "VOTE-12")
@given(some=PEOPLE, all_of_them=PEOPLE)
def test_shares_are_exact_at_every_size(some: int, all_of_them: int) -> None:
    share = Fraction(some, all_of_them)
    assert shares.a_third_of_all_ask(asking=some, seats=all_of_them) == (share >= Fraction(1, 3))
    assert shares.a_third_of_those_present_ask(asking=some, present=all_of_them) == (share >= Fraction(1, 3))
    assert shares.two_thirds_of_those_present_agree(yes=some, present=all_of_them) == (share >= Fraction(2, 3))


@given(whole=PEOPLE)
def test_the_number_shown_as_needed_is_the_smallest_that_is_enough(whole: int) -> None:
    assert 2 * shares.more_than_half(whole) > whole >= 2 * (shares.more_than_half(whole) - 1)
    assert 3 * shares.a_third(whole) >= whole > 3 * (shares.a_third(whole) - 1)
    assert 3 * shares.two_thirds(whole) >= 2 * whole > 3 * (shares.two_thirds(whole) - 1)


@pytest.mark.rule("CALL-02")
def test_the_board_or_the_chair_alone_can_bring_about_an_extra_meeting() -> None:
    asked = k05_fullmaktige.an_extra_meeting_must_be_held
    assert asked(asking=0, seats=49, board_asks=True, chair_finds=False)
    assert asked(asking=0, seats=49, chair_finds=True)
    assert not asked(asking=0, seats=49, chair_finds=False)


@pytest.mark.rule("CALL-01")
def test_an_ordinary_meeting_needs_a_decision_of_the_council() -> None:
    assert k05_fullmaktige.is_an_ordinary_meeting(decided_by="KF 2025-12-15 § 140")
    assert not k05_fullmaktige.is_an_ordinary_meeting(decided_by=None)


@pytest.mark.rule("OPEN-01")
def test_a_council_meets_in_public_but_for_a_deliberation_it_has_closed() -> None:
    asked = k05_fullmaktige.the_public_may_attend
    assert asked(open_to_public=True)
    assert not asked(open_to_public=False)
    assert asked(open_to_public=False, closed_deliberation_decided=True)
