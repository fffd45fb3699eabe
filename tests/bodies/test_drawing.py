"""Drawing without a database: short paths, view boxes, and where seats stand."""

import re
from itertools import pairwise

import pytest

from radslag.bodies.hemicycle import draw
from radslag.bodies.search import fold, words
from radslag.bodies.seed.paths import box, short


def points(path: str) -> list[tuple[float, float]]:
    """Walk a path, absolute or in steps, and give its points to a tenth."""
    walked: list[tuple[float, float]] = []
    for act, across, down in re.findall(r"([MLl])(-?[\d.]+) ?(-?[\d.]+)", path):
        x, y = (float(across), float(down))
        if act == "l":
            x, y = walked[-1][0] + x, walked[-1][1] + y
        walked.append((round(x, 1), round(y, 1)))
    return walked


def test_a_short_path_goes_through_the_same_points():
    long = "M252.9 697L252.1 697.6L251.2 697.5L251.2 698ZM10 20L10.5 19.5Z"

    assert points(short(long)) == points(long)
    assert len(short(long)) < len(long)


def test_a_view_box_holds_the_path_with_a_margin():
    assert box([short("M10 20L30 20L30 60Z")], margin=2) == "8.0 18.0 24.0 44.0"


@pytest.mark.parametrize("seats", [1, 5, 9, 15, 21, 49, 75, 81, 101, 149])
def test_every_seat_has_a_place_of_its_own_inside_the_picture(seats):
    drawn = draw(["S"] * seats, decided=seats)

    assert len({(spot.x, spot.y) for spot in drawn.spots}) == len(drawn.spots) == seats
    assert all(0 < spot.x < 398 and 0 < spot.y < 214 for spot in drawn.spots)


def test_groups_stand_from_left_to_right_with_a_tick_between():
    drawn = draw(["S"] * 6 + ["M"] * 4, decided=12)

    assert [letter.text for letter in drawn.letters] == ["S", "M"]
    assert drawn.letters[0].x < drawn.letters[1].x
    assert len(drawn.lines) == 2


def test_letters_of_small_groups_at_the_end_do_not_lie_on_each_other():
    groups = [
        label
        for label, n in {"S": 15, "M": 10, "C": 8, "SD": 8, "KD": 3, "L": 2, "V": 2, "MP": 1}.items()
        for _ in range(n)
    ]
    letters = draw(groups, decided=49).letters

    assert [letter.text for letter in letters] == ["S", "M", "C", "SD", "KD", "L", "V", "MP"]
    assert all(abs(a.x - b.x) + abs(a.y - b.y) > 12 for a, b in pairwise(letters))


def test_empty_seats_stand_last():
    drawn = draw(["S"] * 6 + ["M"] * 4, decided=12)

    assert [spot.taken for spot in drawn.spots][-2:] == [False, False]


def test_seats_do_not_lie_on_each_other():
    for seats in (21, 49, 101, 149):
        drawn = draw(["S"] * seats, decided=seats)
        for one in drawn.spots:
            near = [max(abs(one.x - o.x), abs(one.y - o.y)) for o in drawn.spots if o is not one]
            assert min(near) >= drawn.size * 0.9, seats


def test_names_are_folded_so_that_marks_and_case_do_not_matter():
    assert fold("Östra Göinge") == fold("ostra  goinge") == fold("ÖSTRA-GÖINGE") == "ostra goinge"
    assert words("Region Gotland", "") == " region gotland |"
