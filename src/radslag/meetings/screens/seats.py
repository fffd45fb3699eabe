"""Where each seat of a half circle lies: pure geometry for 1–149 seats, groups side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, floor, pi, sin

WIDTH, HEIGHT = 398.0, 214.0
CENTRE_X, CENTRE_Y = 199.0, 196.0
OUTER, INNER = 161.0, 62.0
FLAT = 0.04
"""So close to the end of the arc a tick would lie on the letters."""
WIDEST = 28.0
"""No more than this between two seats, so that a small council does not get giant squares."""


@dataclass(frozen=True)
class Place:
    """The middle of a seat, its angle from the left end (0) to the right (π) and its row from within."""

    x: float
    y: float
    angle: float
    row: int


@dataclass(frozen=True)
class Arc:
    """All places in order from left to right, and how far apart neighbours are."""

    places: tuple[Place, ...]
    step: float

    @property
    def square(self) -> float:
        """The side of a filled square."""
        return round(self.step * 0.66, 1)

    @property
    def disc(self) -> float:
        """The radius of a disc."""
        return round(self.step * 0.38, 1)


@dataclass(frozen=True)
class Label:
    """The letters of a group outside the arc, and the tick after its last seat (None after the last group)."""

    text: str
    x: float
    y: float
    tick: tuple[float, float, float, float] | None


@lru_cache(maxsize=64)
def arc(seats: int) -> Arc:
    """Lay that many seats in rows. Raises ``ValueError`` under 1."""
    if seats < 1:
        raise ValueError("a half circle needs at least one seat")
    step = WIDEST
    while _room(step) < seats:
        step -= 0.5
    radii = _radii(step, seats)
    counts = _share(seats, radii)
    places = [
        Place(*_at(radius, angle), angle=angle, row=row)
        for row, (radius, count) in enumerate(zip(radii, counts, strict=True))
        for angle in _angles(count)
    ]
    return Arc(tuple(sorted(places, key=lambda place: (round(place.angle, 6), place.row))), step)


def labels(groups: Sequence[tuple[str, int]]) -> tuple[Label, ...]:
    """Place the letters of groups that sit side by side from the left, ``(letters, seats)``."""
    groups = [group for group in groups if group[1]]
    if not groups:
        return ()
    laid = arc(sum(count for _, count in groups))
    middles: list[float] = []
    edges: list[float | None] = []
    first = 0
    for _text, count in groups:
        last = first + count - 1
        middles.append((laid.places[first].angle + laid.places[last].angle) / 2)
        after = last + 1 < len(laid.places)
        edges.append((laid.places[last].angle + laid.places[last + 1].angle) / 2 if after else None)
        first = last + 1
    out = OUTER + laid.step * 0.45
    made: list[Label] = []
    for (text, _count), angle, edge in zip(groups, _apart(middles), edges, strict=True):
        x, y = _at(out + 11, angle)
        tick = None if edge is None or edge > pi - FLAT else (*_at(out, edge), *_at(out + 7, edge))
        made.append(Label(text, x, round(y + 4, 1), tick))
    return tuple(made)


def _apart(angles: list[float]) -> list[float]:
    """Move letters apart that would cover each other: small groups at the end of the arc lie close."""
    room = 14.0 / OUTER
    moved = list(angles)
    for place in range(1, len(moved)):
        moved[place] = max(moved[place], moved[place - 1] + room)
    moved[-1] = min(moved[-1], pi + room * 0.7)
    for place in range(len(moved) - 2, -1, -1):
        moved[place] = min(moved[place], moved[place + 1] - room)
    return moved


def _at(radius: float, angle: float) -> tuple[float, float]:
    return round(CENTRE_X - radius * cos(angle), 1), round(CENTRE_Y - radius * sin(angle), 1)


def _room(step: float) -> int:
    return sum(floor(pi * radius / step) + 1 for radius in _all_radii(step))


def _all_radii(step: float) -> list[float]:
    rows = floor((OUTER - INNER) / step) + 1
    return [OUTER - row * step for row in range(rows)]


def _radii(step: float, seats: int) -> list[float]:
    """Take rows from without until they hold the seats; give them from within."""
    taken: list[float] = []
    held = 0
    for radius in _all_radii(step):
        taken.append(radius)
        held += floor(pi * radius / step) + 1
        if held >= seats:
            break
    return taken[::-1]


def _share(seats: int, radii: Sequence[float]) -> list[int]:
    """Share the seats over the rows by length, largest remainder first, never more than a row holds."""
    whole = sum(radii)
    exact = [seats * radius / whole for radius in radii]
    counts = [floor(part) for part in exact]
    by_remainder = sorted(range(len(radii)), key=lambda row: exact[row] - counts[row], reverse=True)
    for row in by_remainder[: seats - sum(counts)]:
        counts[row] += 1
    return counts


def _angles(count: int) -> list[float]:
    if count == 1:
        return [pi / 2]
    return [pi * place / (count - 1) for place in range(count)]
