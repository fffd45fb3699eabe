"""Judging the rows of a roster before anyone takes a seat: every error by row, in Swedish. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

ROLES = {"ledamot": "member", "ersättare": "substitute", "ersattare": "substitute"}
PRESIDIUM = {
    "": 0,
    "ordförande": 1,
    "ordf": 1,
    "1:e vice ordförande": 2,
    "1:e vice ordf": 2,
    "förste vice ordförande": 2,
    "vice ordförande": 2,
    "2:e vice ordförande": 3,
    "2:e vice ordf": 3,
    "andre vice ordförande": 3,
}
TITLES = {1: "ordförande", 2: "1:e vice ordförande", 3: "2:e vice ordförande"}
LONGEST_NAME = 200


@dataclass(frozen=True)
class Line:
    """One row: what it says, how it was understood, and what is wrong with it."""

    number: int
    role: str
    name: str
    party: str
    order: int
    presidium: int
    said: dict[str, str] = field(compare=False)
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checked:
    """The rows and what is wrong with the roster as a whole."""

    lines: tuple[Line, ...]
    errors: tuple[str, ...]
    advice: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Say whether it can be read in: no row and no whole is wrong."""
        return bool(self.lines) and not self.errors and not any(line.errors for line in self.lines)


def check(sheet: list[dict[str, str]], *, seats: int, parties: Collection[str]) -> Checked:
    """Judge a sheet against the body's decided number of seats and the parties that are known."""
    known = {label.casefold(): label for label in parties}
    lines = [_understood(row, known) for row in sheet]
    lines = _order_those_without(lines)
    lines = [replace(line, errors=line.errors + _beside_others(line, lines)) for line in lines]
    members = [line for line in lines if line.role == "member"]
    errors, advice = [], []
    if not lines:
        errors.append("Förteckningen har inga rader.")
    if len(members) > seats:
        errors.append(f"{len(members)} ledamöter, men organet har {seats} {'plats' if seats == 1 else 'platser'}.")
    if lines and not members:
        errors.append("Ingen rad är ledamot.")
    if 0 < len(members) < seats:
        word = "ledamot" if len(members) == 1 else "ledamöter"
        advice.append(f"{len(members)} {word}. {seats - len(members)} av {seats} platser blir tomma.")
    if members and not any(line.presidium == 1 for line in members):
        advice.append("Ingen är ordförande.")
    return Checked(tuple(lines), tuple(errors), tuple(advice))


def _understood(row: dict[str, str], parties: dict[str, str]) -> Line:
    errors: list[str] = []
    name = " ".join(row.get("namn", "").split())
    if not name:
        errors.append("Namn saknas.")
    elif len(name) > LONGEST_NAME:
        errors.append("Namnet är längre än 200 tecken.")
    elif not name.isprintable() or name.startswith(("=", "+", "@")):
        errors.append("Namnet har tecken som inte hör till ett namn.")
    role = ROLES.get(row.get("roll", "").casefold(), "")
    if not role:
        errors.append("Roll ska vara ledamot eller ersättare.")
    said_party = row.get("parti", "").strip()
    party = parties.get(said_party.casefold(), "")
    if said_party and not party:
        errors.append(f"Partiet ”{said_party}” är okänt. Lämna tomt för den som saknar parti.")
    said_order = row.get("ordning", "").strip()
    order = int(said_order) if said_order.isdecimal() and len(said_order) < 5 else 0
    if said_order and not order:
        errors.append("Ordning ska vara ett helt tal från 1.")
    presidium = PRESIDIUM.get(row.get("presidium", "").casefold().strip(), -1)
    if presidium < 0:
        errors.append("Presidium ska vara ordförande, 1:e vice ordförande, 2:e vice ordförande eller tomt.")
    elif presidium and role == "substitute":
        errors.append("En ersättare kan inte sitta i presidiet.")
    return Line(int(row["rad"]), role, name, party, order, max(presidium, 0), dict(row), tuple(errors))


def _group(line: Line) -> tuple[str, str]:
    """Members are ordered in one roll, substitutes within their party."""
    return line.role, line.party if line.role == "substitute" else ""


def _order_those_without(lines: list[Line]) -> list[Line]:
    """Give those without an order the next free number of their group, in the order of the file."""
    taken = {(_group(line), line.order) for line in lines if line.order}
    placed = []
    for line in lines:
        order = line.order
        if not line.said.get("ordning", "").strip():
            order = next(number for number in range(1, len(lines) + 2) if (_group(line), number) not in taken)
            taken.add((_group(line), order))
        placed.append(replace(line, order=order))
    return placed


def _beside_others(line: Line, lines: list[Line]) -> tuple[str, ...]:
    errors: list[str] = []
    if line.name and (others := _same(line, lines, lambda one: (one.name.casefold(), one.party))):
        errors.append(f"Samma person står på rad {others}.")
    if line.role and line.order and (others := _same(line, lines, lambda one: (_group(one), one.order))):
        errors.append(f"Samma ordning som rad {others}.")
    counted = Counter(one.presidium for one in lines)
    if line.presidium and counted[line.presidium] > 1:
        errors.append(f"Flera är {TITLES[line.presidium]}.")
    return tuple(errors)


def _same(line: Line, lines: list[Line], key: Callable[[Line], object]) -> str:
    return ", ".join(str(one.number) for one in lines if one is not line and key(one) == key(line))
