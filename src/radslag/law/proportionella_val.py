"""Lag (2022:629) om proportionella val — who may demand it, and how the places are shared out, in exact fractions.

The ballots are of paper; the program only counts and allocates (RULES ELEC-02, 08–10).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from radslag.law.rule import reckoning, rule

IN_FORCE = date(2022, 7, 1)


def voters_needed(*, present: int, places: int) -> int:
    """Give how many can demand a proportional election: present ÷ (places + 1), rounded up."""
    return -(-present // (places + 1))


@rule(
    "ELEC-02",
    "lag (2022:629) 2 §",
    says="{asking} av {present} närvarande har begärt proportionellt val, {needed} behövs.",
    instead="Valet sker med enkel majoritet.",
    first=IN_FORCE,
    shown=lambda present, places, **_: {"needed": voters_needed(present=present, places=places)},
)
def a_proportional_election_is_demanded(*, asking: int, present: int, places: int) -> bool:
    """Do enough of those present ask for a proportional election of ``places`` persons?"""
    return asking * (places + 1) >= present


@dataclass(frozen=True)
class BallotGroup:
    """Ballots with the same label and the same names in the same order (valsedelsgrupp), and how many they are."""

    label: str
    names: tuple[str, ...]
    votes: int


@dataclass(frozen=True)
class Place:
    """One place given out: to whom, from which group (its number), on what comparison number, and by lot or not.

    ``numbers`` are the comparison numbers of all groups at that count; ``None`` for a group with no name left.
    ``again`` is true when the person already had a place from another group: then no new person is elected.
    """

    person: str
    group: int
    number: Fraction
    numbers: tuple[Fraction | None, ...]
    by_lot: bool
    again: bool


@dataclass(frozen=True)
class Allocation:
    """The places in the order they were given, and the groups between which a lot must be drawn to go on."""

    places: tuple[Place, ...]
    lot_between: tuple[int, ...] = ()

    @property
    def elected(self) -> tuple[str, ...]:
        """The persons elected, in the order of their first place."""
        return tuple(dict.fromkeys(place.person for place in self.places))


@reckoning("ELEC-08")
def gathered(ballots: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[BallotGroup, ...]:
    """Gather valid ballots (label, names in order) into groups: both must be exactly the same (14–15 §§)."""
    votes: dict[tuple[str, tuple[str, ...]], int] = {}
    for ballot in ballots:
        votes[ballot] = votes.get(ballot, 0) + 1
    return tuple(BallotGroup(label, names, count) for (label, names), count in votes.items())


@reckoning("ELEC-10")
def allocated(groups: Sequence[BallotGroup], *, seats: int, lots: Sequence[int] = ()) -> Allocation:
    """Share out the places one at a time (17–21 §§), until ``seats`` different persons are elected.

    A tie is settled by the next number in ``lots`` (the number of the group that was drawn); with none left the
    allocation stops and says between which groups to draw. Raises :class:`ValueError` for a lot that was not tied.
    """
    places: list[Place] = []
    drawn = iter(lots)
    while len({place.person for place in places}) < seats:
        numbers = _comparison_numbers(groups, places)
        left = [number for number in numbers if number is not None]
        if not left:
            break
        highest = max(left)
        tied = tuple(place for place, number in enumerate(numbers) if number == highest)
        winner = tied[0] if len(tied) == 1 else next(drawn, None)
        if winner is None:
            return Allocation(tuple(places), tied)
        if winner not in tied:
            raise ValueError(f"Lotten {winner} gäller ingen av de valsedelsgrupper som har lika tal.")
        person = groups[winner].names[sum(place.group == winner for place in places)]
        again = any(place.person == person for place in places)
        places.append(Place(person, winner, highest, numbers, len(tied) > 1, again))
    return Allocation(tuple(places))


@reckoning("ELEC-09")
def elected_alone(groups: Sequence[BallotGroup], *, lots: Sequence[int] = ()) -> Allocation:
    """Give the only place to the first name of the group with most votes (16 §), at a tie by lot (21 §)."""
    return allocated(groups, seats=1, lots=lots)


def _comparison_numbers(groups: Sequence[BallotGroup], places: Sequence[Place]) -> tuple[Fraction | None, ...]:
    """Reckon each group's comparison number (18 §): a person with places from k groups counts 1/k in each."""
    given: Mapping[str, int] = {
        person: len({place.group for place in places if place.person == person})
        for person in {place.person for place in places}
    }
    numbers: list[Fraction | None] = []
    for one, group in enumerate(groups):
        own = [place.person for place in places if place.group == one]
        by = sum((Fraction(1, given[person]) for person in own), Fraction(1))
        number = Fraction(group.votes * by.denominator, by.numerator)
        numbers.append(None if len(own) >= len(group.names) else number)
    return tuple(numbers)
