"""The rule book: every id once, with section, sentence, mark, force and window, built or not yet.

The sentences stand in ``rulebook.tsv``, which a lawyer can read and change; which test holds which rule to be true
stands in ``tested.json``, gathered from the tests by ``tests/law/gathering.py``.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from radslag.law.chapters import reckonings, rules
from radslag.law.rule import Force, Mark
from radslag.law.standing_orders import StandingOrders, parameters


@dataclass(frozen=True)
class Line:
    """One id of the rule book. ``functions`` and ``tests`` are empty for what is not yet built; ``note`` says why."""

    id: str
    section: str
    text: str
    mark: Mark
    force: Force
    first: date | None
    last: date | None
    note: str
    functions: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def built(self) -> bool:
        """Say whether any function answers for the rule."""
        return bool(self.functions)


@cache
def lines() -> tuple[Line, ...]:
    """Give the whole rule book in its own order. Raises :class:`ValueError` when the table is not well formed."""
    functions, tests = _functions(), _tests()
    with files("radslag.law").joinpath("rulebook.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Line(
            id=row["id"],
            section=row["section"],
            text=row["text"],
            mark=_mark(row["mark"]),
            force=_force(row["force"]),
            first=_day(row["from"]),
            last=_day(row["to"]),
            note=row["note"],
            functions=functions.get(row["id"], ()),
            tests=tests.get(row["id"], ()),
        )
        for row in rows
    )


def _functions() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for one in rules().values():
        found.setdefault(one.id, []).append(one.function)
    for key, reckoned in reckonings().items():
        found.setdefault(key.partition("/")[0], []).append(f"{reckoned.__module__}.{reckoned.__qualname__}")
    for parameter in parameters():
        if parameter.rule.startswith("SO-"):
            name = f"{StandingOrders.__module__}.{StandingOrders.__qualname__}.{parameter.name}"
            found.setdefault(parameter.rule, []).append(name)
    return {one: tuple(names) for one, names in found.items()}


def _tests() -> dict[str, tuple[str, ...]]:
    held = json.loads(files("radslag.law").joinpath("tested.json").read_text(encoding="utf-8"))
    return {one: tuple(names) for one, names in held.items()}


def _mark(word: str) -> Mark:
    if word not in get_args(Mark):
        raise ValueError(f"{word} is no mark of evidence")
    return cast("Mark", word)


def _force(word: str) -> Force:
    if word not in get_args(Force):
        raise ValueError(f"{word} is neither hard nor advice")
    return cast("Force", word)


def _day(word: str) -> date | None:
    return date.fromisoformat(word) if word else None
