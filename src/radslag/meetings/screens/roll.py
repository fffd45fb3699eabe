"""Presence in lists: who has a seat, who is here, who serves for whom, who is next in order. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.serving import next_substitute, was_here_today
from radslag.meetings.engine.state import Meeting
from radslag.meetings.screens.hall import in_groups
from radslag.meetings.screens.words import Words, holders


@dataclass(frozen=True)
class RollLine:
    person: str
    name: str
    party: str
    here: str
    """on_site, remote or nothing"""
    seat_empty: bool
    served_by: str
    presidium: int
    in_turn: str = ""
    """Of an empty seat: the substitute whose turn it is."""
    because: str = ""
    """has_begun (serving at this meeting), in_order"""
    order: int = 0
    locks: bool = False
    """Calling a substitute ends the member's service for the day (KL 5 kap. 20 §)."""


@dataclass(frozen=True)
class SubstituteLine:
    person: str
    name: str
    party: str
    order: int
    here: str
    serves_for: str
    locked_out: bool
    may_hand_back: bool = False
    """The member has come and could take the seat over (KL 5 kap. 19 §)."""


@dataclass(frozen=True)
class Roll:
    """``called`` says that the roll-call has been held."""

    called: bool
    stage: str
    members: tuple[RollLine, ...]
    substitutes: tuple[SubstituteLine, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[RollLine, ...]], ...]:
        """The members by group, the largest group first."""
        return tuple(
            (letters, tuple(line for line in self.members if line.party == letters))
            for letters in dict.fromkeys(line.party for line in self.members)
        )

    @property
    def empty_seats(self) -> tuple[RollLine, ...]:
        """Members whose seat nobody sits in."""
        return tuple(line for line in self.members if line.seat_empty)


def roll(meeting: Meeting, words: Words) -> Roll:
    """Draw the lists of members and of substitutes, by group."""
    sitting = holders(meeting)
    members = [
        _with_turn(
            meeting,
            words,
            RollLine(
                seat.person,
                words.name(seat.person),
                letters,
                meeting.present.get(seat.person, ""),
                seat.person not in sitting,
                words.name(sitting[seat.person]) if sitting.get(seat.person, seat.person) != seat.person else "",
                seat.presidium,
            ),
        )
        for letters, seats in in_groups(meeting, words)
        for seat in seats
    ]
    spare = sorted((s for s in meeting.roster.values() if s.role == "substitute"), key=lambda s: (s.group, s.order))
    return Roll(
        meeting.roll_called,
        meeting.stage,
        tuple(members),
        tuple(
            SubstituteLine(
                seat.person,
                words.name(seat.person),
                words.party(seat.person),
                seat.order,
                meeting.present.get(seat.person, ""),
                words.name(meeting.serving[seat.person].member) if seat.person in meeting.serving else "",
                seat.person in meeting.locked_out,
                _may_hand_back(meeting, seat.person),
            )
            for seat in spare
        ),
    )


def _may_hand_back(meeting: Meeting, substitute: str) -> bool:
    service = meeting.serving.get(substitute)
    if service is None or service.because == "recused" or service.member not in meeting.present:
        return False
    return not (kind_of(meeting.body_kind).one_service_a_day and service.member in meeting.locked_out)


def _with_turn(meeting: Meeting, words: Words, line: RollLine) -> RollLine:
    """Say of an empty seat whose turn it is to serve in it, and why."""
    called = next_substitute(meeting, line.person) if line.seat_empty and meeting.roll_called else None
    if called is None:
        return line
    locks = kind_of(meeting.body_kind).one_service_a_day and was_here_today(meeting, line.person)
    return replace(line, in_turn=words.name(called.substitute), because=called.because, order=called.order, locks=locks)
