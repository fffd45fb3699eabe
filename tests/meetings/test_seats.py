"""The half circle holds every council, and no two seats or letters cover each other."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from radslag.meetings.screens.seats import HEIGHT, WIDTH, arc, labels


@pytest.mark.parametrize("seats", [1, 2, 5, 11, 21, 31, 49, 51, 61, 75, 101, 149])
def test_every_seat_has_a_place_of_its_own_within_the_picture(seats: int) -> None:
    laid = arc(seats)

    assert len(laid.places) == seats
    assert all(0 < place.x < WIDTH and 0 < place.y < HEIGHT for place in laid.places)
    assert all(dist((a.x, a.y), (b.x, b.y)) > laid.square for a, b in combinations(laid.places, 2))


def test_seats_lie_from_left_to_right_so_that_a_group_sits_together() -> None:
    angles = [round(place.angle, 6) for place in arc(49).places]

    assert angles == sorted(angles)


def test_letters_of_small_groups_at_the_end_of_the_arc_do_not_cover_each_other() -> None:
    placed = labels([("S", 14), ("M", 11), ("C", 8), ("SD", 7), ("KD", 4), ("L", 2), ("V", 2), ("MP", 1)])

    assert [label.text for label in placed] == ["S", "M", "C", "SD", "KD", "L", "V", "MP"]
    assert all(dist((a.x, a.y), (b.x, b.y)) > 11 for a, b in combinations(placed, 2))


def test_a_council_without_seats_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one seat"):
        arc(0)
