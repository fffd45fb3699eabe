"""Who serves now, who takes part in the item, and whose turn it is to step in."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.law.kommunallagen import k05_ersattare as substitutes
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.state import Item, Meeting


def serves(meeting: Meeting, person: str) -> bool:
    """Say whether the person serves right now: a member who is here and not replaced, or a substitute seated."""
    seat = meeting.roster.get(person)
    if seat is None or person not in meeting.present:
        return False
    if seat.role == "substitute":
        return person in meeting.serving
    if person in meeting.locked_out and kind_of(meeting.body_kind).one_service_a_day:
        return False
    return person not in replaced(meeting)


def replaced(meeting: Meeting) -> frozenset[str]:
    """Give the members whose seats are filled by substitutes."""
    return frozenset(service.member for service in meeting.serving.values())


def serving(meeting: Meeting) -> frozenset[str]:
    """Give everyone who serves right now."""
    gone = replaced(meeting)
    if kind_of(meeting.body_kind).one_service_a_day:
        gone |= meeting.locked_out
    return frozenset(
        person
        for person in meeting.present
        if (seat := meeting.roster.get(person))
        and (person in meeting.serving if seat.role == "substitute" else person not in gone)
    )


def taking_part(meeting: Meeting, item: Item | None = None) -> frozenset[str]:
    """Give those who serve and are not recused in the item (the open one when none is given)."""
    item = item or current_item(meeting)
    return serving(meeting) - (item.recused if item else frozenset())


def takes_part(meeting: Meeting, person: str) -> bool:
    """Say whether this one person serves and takes part in the open item."""
    item = current_item(meeting)
    return serves(meeting, person) and not (item and person in item.recused)


def recused_here(meeting: Meeting, item: Item | None = None) -> frozenset[str]:
    """Give the recused who are here and whose seats nobody else fills: a council counts them (KL 5:46)."""
    item = item or current_item(meeting)
    if item is None:
        return frozenset()
    filled = frozenset(one.member for one in meeting.serving.values() if one.because == "recused")
    here = serving(meeting) & item.recused
    return frozenset(p for p in here if p not in meeting.serving or meeting.serving[p].member not in filled)


def is_outside(meeting: Meeting, person: str) -> bool:
    """Say whether the person must be out of the room while the open item is handled (KL 6:30)."""
    item = current_item(meeting)
    return bool(item and person in item.recused and kind_of(meeting.body_kind).recused_leave)


def current_item(meeting: Meeting) -> Item | None:
    """Give the item that is open, if any."""
    return meeting.items[meeting.current] if meeting.current else None


@dataclass(frozen=True)
class Called:
    """A substitute in turn, and why: ``has_begun`` serving today, or next ``in_order`` (with the number shown)."""

    substitute: str
    member: str
    order: int
    because: str


def next_substitute(meeting: Meeting, member: str) -> Called | None:
    """Give the substitute whose turn it is to serve for the member, or None when nobody can (KL 5:18)."""
    queue = substitutes_for(meeting, member)
    return queue[0] if queue else None


def substitutes_for(meeting: Meeting, member: str) -> tuple[Called, ...]:
    """Give the substitutes who could serve for the member, first in turn first, within the party group."""
    item = current_item(meeting)
    turns = substitutes.in_turn(
        group=meeting.roster[member].group,
        substitutes=[
            substitutes.Substitute(seat.person, seat.group, seat.order)
            for seat in meeting.roster.values()
            if seat.role == "substitute"
        ],
        present=meeting.present.keys(),
        serving=meeting.serving.keys(),
        has_served=meeting.has_served,
        locked_out=meeting.locked_out if kind_of(meeting.body_kind).one_service_a_day else (),
        recused=item.recused if item else frozenset(),
    )
    return tuple(Called(turn.person, member, turn.order, turn.because) for turn in turns)


def empty_seats(meeting: Meeting) -> tuple[str, ...]:
    """Give the members in whose seats nobody serves now, in the order of the roster."""
    here = serving(meeting)
    gone = frozenset(one.member for one in meeting.serving.values() if one.substitute in meeting.present)
    return tuple(
        seat.person
        for seat in meeting.roster.values()
        if seat.role == "member" and seat.person not in here and seat.person not in gone
    )


def was_here_today(meeting: Meeting, person: str) -> bool:
    """Say whether the person has been present since the sitting of this day began."""
    began = meeting.day_began_at
    return any(
        spell.person == person and (spell.until is None or began is None or spell.until >= began)
        for spell in meeting.spells
    )


def next_to_preside(meeting: Meeting, without: frozenset[str] = frozenset()) -> str | None:
    """Give whoever of the presidium is first in order to lead among those who serve, or None."""
    here = serving(meeting) - without
    ranked = [seat for seat in meeting.roster.values() if seat.presidium and seat.person in here]
    return min(ranked, key=lambda seat: seat.presidium).person if ranked else None
