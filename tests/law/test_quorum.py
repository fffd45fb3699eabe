import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law.kommunallagen import k05_beslut, k06_styrelse_och_namnder
from radslag.law.rule import Refused, require
from radslag.law.shares import more_than_half

SEATS_AND_QUORUM = [
    (5, 3),
    (7, 4),
    (9, 5),
    (11, 6),
    (13, 7),
    (21, 11),
    (31, 16),
    (40, 21),
    (41, 21),
    (61, 31),
    (101, 51),
]


@pytest.mark.rule("QUO-01", "QUO-04")
@pytest.mark.parametrize(("seats", "needed"), SEATS_AND_QUORUM)
def test_more_than_half_must_be_present(seats: int, needed: int) -> None:
    assert more_than_half(seats) == needed
    assert k05_beslut.is_quorate(seats=seats, present=needed)
    assert not k05_beslut.is_quorate(seats=seats, present=needed - 1)
    assert k06_styrelse_och_namnder.is_quorate(seats=seats, present=needed)
    assert not k06_styrelse_och_namnder.is_quorate(seats=seats, present=needed - 1)


@pytest.mark.rule("QUO-03")
def test_a_council_of_61_with_31_present_of_whom_one_is_recused_may_go_on() -> None:
    assert k05_beslut.is_quorate(seats=61, present=30, recused=1)
    assert not k05_beslut.is_quorate(seats=61, present=30)


@pytest.mark.rule("QUO-04")
def test_a_committee_of_11_with_6_present_of_whom_one_is_recused_may_not() -> None:
    assert not k06_styrelse_och_namnder.is_quorate(seats=11, present=6 - 1)


@pytest.mark.rule("QUO-01")
def test_the_refusal_says_how_many_are_here_and_how_many_are_needed() -> None:
    with pytest.raises(Refused) as refused:
        require(k05_beslut.is_quorate, seats=49, present=24)
    assert refused.value.says == "24 av 49 är närvarande, 25 behövs."
    assert refused.value.section == "KL 5 kap. 45 §"
    assert "ajournera" in refused.value.instead


@pytest.mark.rule("QUO-01")
@given(seats=st.integers(1, 151), present=st.integers(0, 151))
def test_half_is_never_enough(seats: int, present: int) -> None:
    assert k05_beslut.is_quorate(seats=seats, present=present) == (present > seats / 2)


@pytest.mark.rule("QUO-02")
def test_only_answers_to_interpellations_and_questions_may_be_given_to_fewer() -> None:
    def may(kind: str, *, allowed: bool = True) -> bool:
        return k05_beslut.may_be_answered_without_quorum(seats=49, present=20, kind=kind, allowed_by_council=allowed)

    assert may("interpellation")
    assert may("question")
    assert not may("decision")
    assert not may("question", allowed=False)


@pytest.mark.rule("QUO-05")
def test_nothing_is_decided_while_it_is_unknown_who_is_here() -> None:
    assert k05_beslut.presence_is_known(unsettled=0)
    assert not k05_beslut.presence_is_known(unsettled=1)
