"""Where the seats of an assembly stand in a half circle, and where the letters of its groups go. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

INNER, WIDTH, HEIGHT = 0.4, 398.0, 214.0
RADIUS = 164.0
CLOSE = 0.1
"""Letters nearer to each other than this angle would lie on each other."""


@dataclass(frozen=True)
class Spot:
    """A place in the half circle; ``angle`` from the left (0) to the right (pi)."""

    x: float
    y: float
    angle: float
    group: str
    taken: bool


@dataclass(frozen=True)
class Letter:
    """The letters of a group, outside the arc."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Line:
    """The tick between two groups."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class SeatMap:
    """The seats from left to right, group by group, the letters outside the arc and the ticks between groups."""

    spots: tuple[Spot, ...]
    letters: tuple[Letter, ...]
    lines: tuple[Line, ...]
    size: float


def draw(groups: list[str], *, decided: int) -> SeatMap:
    """Place ``decided`` seats; the first ones are taken by the members' groups in their order, the rest are empty."""
    places = _places(max(decided, len(groups), 1))
    labels = groups + [""] * (len(places) - len(groups))
    spots = tuple(
        Spot(x, y, angle, label, taken=number < len(groups))
        for number, ((angle, x, y), label) in enumerate(zip(places, labels, strict=True))
    )
    runs: list[list[Spot]] = []
    for spot in spots:
        if runs and runs[-1][0].group == spot.group:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    named = [run for run in runs if run[0].group]
    angles = _apart([sum(spot.angle for spot in run) / len(run) for run in named])
    letters = tuple(Letter(*_at(angle, 1.13), run[0].group) for angle, run in zip(angles, named, strict=True))
    between = [(left[-1].angle + right[0].angle) / 2 for left, right in pairwise(runs)]
    lines = tuple(Line(*_at(angle, 1.06), *_at(angle, 1.11)) for angle in between if angle < pi - CLOSE / 2)
    return SeatMap(spots, letters, lines, _size(len(places)))


def _apart(angles: list[float]) -> list[float]:
    """Move letters up from the right end until none lies on the next."""
    moved: list[float] = []
    for angle in reversed(angles):
        moved.append(min(angle, moved[-1] - CLOSE) if moved else angle)
    return moved[::-1]


def _rows(seats: int) -> int:
    limits = (9, 21, 35, 60, 90, 130)
    return 1 + sum(seats > limit for limit in limits)


def _size(seats: int) -> float:
    rows = _rows(seats)
    across = RADIUS * (1 - INNER) / max(rows - 1, 1) * 0.72
    along = pi * RADIUS * (1 + INNER) / 2 * rows / max(seats, 2) * 0.72
    return round(min(across, along, 18.0), 1)


def _places(seats: int) -> list[tuple[float, float, float]]:
    rows = _rows(seats)
    radii = [1.0] if rows == 1 else [INNER + (1 - INNER) * row / (rows - 1) for row in range(rows)]
    share = [round(seats * radius / sum(radii)) for radius in radii]
    share[-1] += seats - sum(share)
    placed = [
        (angle, *_at(angle, radius))
        for radius, number in zip(radii, share, strict=True)
        for angle in ([pi / 2] if number == 1 else [pi * place / (number - 1) for place in range(number)])
    ]
    return sorted(placed, key=lambda place: (round(place[0], 6), -place[1] if place[0] < pi / 2 else place[1]))


def _at(angle: float, radius: float) -> tuple[float, float]:
    return round(WIDTH / 2 - cos(angle) * RADIUS * radius, 1), round(HEIGHT - 16 - sin(angle) * RADIUS * radius, 1)
