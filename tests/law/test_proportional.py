from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law import proportionella_val as pv
from radslag.law.proportionella_val import BallotGroup

A, B, C = (
    BallotGroup(label, tuple(f"{label}{n}" for n in range(1, 6)), votes)
    for label, votes in (("A", 20), ("B", 14), ("C", 7))
)
X = BallotGroup("X", ("Anna", "Bo"), 12)
Y = BallotGroup("Y", ("Anna", "Cia"), 9)
Z = BallotGroup("Z", ("Dag",), 8)


@pytest.mark.rule("ELEC-02")
@pytest.mark.parametrize(
    ("present", "places", "needed"), [(41, 11, 4), (41, 13, 3), (61, 15, 4), (31, 5, 6), (40, 7, 5), (49, 1, 25)]
)
def test_a_proportional_election_is_demanded_by_a_quota_of_those_present(
    present: int, places: int, needed: int
) -> None:
    assert pv.voters_needed(present=present, places=places) == needed
    assert pv.a_proportional_election_is_demanded(asking=needed, present=present, places=places)
    assert not pv.a_proportional_election_is_demanded(asking=needed - 1, present=present, places=places)


@pytest.mark.rule("ELEC-10")
def test_the_fourth_place_between_b_and_c_on_seven_each_is_drawn_by_lot() -> None:
    stopped = pv.allocated([A, B, C], seats=4)
    assert [(place.person, place.number) for place in stopped.places] == [("A1", 20), ("B1", 14), ("A2", 10)]
    assert stopped.lot_between == (1, 2)
    drawn = pv.allocated([A, B, C], seats=4, lots=[2])
    assert drawn.elected == ("A1", "B1", "A2", "C1")
    assert [place.by_lot for place in drawn.places] == [False, False, False, True]


@pytest.mark.rule("ELEC-10")
def test_a_name_on_two_lists_counts_half_in_each_and_the_lot_decides_between_x_and_z() -> None:
    stopped = pv.allocated([X, Y, Z], seats=3)
    assert [place.person for place in stopped.places] == ["Anna", "Anna"]
    assert stopped.places[1].again
    assert stopped.lot_between == (0, 2)
    done = pv.allocated([X, Y, Z], seats=3, lots=[0])
    assert done.elected == ("Anna", "Bo", "Dag")
    assert done.places[2].numbers == (Fraction(8), Fraction(6), Fraction(8))


@pytest.mark.rule("ELEC-10")
def test_a_lot_for_a_group_that_was_not_tied_is_refused() -> None:
    with pytest.raises(ValueError, match="Lotten 0"):
        pv.allocated([A, B, C], seats=4, lots=[0])


@pytest.mark.rule("ELEC-10")
def test_a_list_without_more_names_drops_out() -> None:
    assert pv.allocated([BallotGroup("A", ("Eva",), 30), BallotGroup("B", ("Ulf",), 1)], seats=3).elected == (
        "Eva",
        "Ulf",
    )


@pytest.mark.rule("ELEC-08")
def test_ballots_are_one_group_only_with_the_same_label_and_names_in_the_same_order() -> None:
    groups = pv.gathered([("A", ("Eva", "Ulf")), ("A", ("Ulf", "Eva")), ("A", ("Eva", "Ulf")), ("B", ("Eva", "Ulf"))])
    assert [group.votes for group in groups] == [2, 1, 1]


@pytest.mark.rule("ELEC-09")
def test_a_single_place_goes_to_the_top_of_the_largest_group() -> None:
    assert pv.elected_alone([A, B]).elected == ("A1",)
    assert pv.elected_alone([X, BallotGroup("W", ("Siv",), 12)]).lot_between == (0, 1)


@pytest.mark.rule("ELEC-10")
@given(votes=st.lists(st.integers(1, 60), min_size=1, max_size=6, unique=True), seats=st.integers(1, 8))
def test_no_place_is_given_past_a_higher_number_and_no_one_is_elected_twice(votes: list[int], seats: int) -> None:
    groups = [BallotGroup(str(n), tuple(f"{n}:{m}" for m in range(9)), count) for n, count in enumerate(votes)]
    allocation = pv.allocated(groups, seats=seats)
    for place in allocation.places:
        assert place.number == max(number for number in place.numbers if number is not None)
    assert len(allocation.elected) == (seats if not allocation.lot_between else len(allocation.places))
