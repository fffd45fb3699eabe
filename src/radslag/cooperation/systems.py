"""The 26 systems of the inquiry: what each does, whether it runs, and where the inquiry says it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib import resources

STATUSES = ("running", "partly", "later")


@dataclass(frozen=True)
class System:
    """A row of the table. ``lines`` are lines of the inquiry's summary, ``quote`` at most fifteen of its words."""

    id: str
    name: str
    does: str
    status: str
    part: str
    lines: str
    quote: str


@cache
def systems() -> tuple[System, ...]:
    """Give the systems in order."""
    text = (resources.files(__package__) / "systems.csv").read_text(encoding="utf-8")
    return tuple(System(**row) for row in csv.DictReader(io.StringIO(text)))


def system(id: str) -> System | None:
    """Find a system by its id (``S6``), however it is written."""
    return next((found for found in systems() if found.id == id.upper()), None)


def by_part() -> dict[str, list[System]]:
    """Give the systems by the part of Rådslag that brings them, in the order of the table."""
    made: dict[str, list[System]] = {}
    for found in systems():
        made.setdefault(found.part, []).append(found)
    return made
