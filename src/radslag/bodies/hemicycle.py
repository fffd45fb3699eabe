"""Where the seats of an assembly stand in a half circle, and where the letters of its groups go. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

INNER, WIDTH, HEIGHT = 0.4, 398.0, 214.0
RADIUS = 164.0


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
    letters, lines = [], []
    for number, run in enumerate(runs):
        middle = sum(spot.angle for spot in run) / len(run)
        if run[0].group:
            letters.append(Letter(*_at(middle, 1.13), run[0].group))
        if number:
            between = (runs[number - 1][-1].angle + run[0].angle) / 2
            lines.append(Line(*_at(between, 1.06), *_at(between, 1.11)))
    return SeatMap(spots, tuple(letters), tuple(lines), _size(len(places)))


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
