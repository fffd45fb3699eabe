"""Who looks: the audience that a person belongs to right now (INVARIANTS 9). Pure, asked after every batch."""

from __future__ import annotations

from typing import Literal, get_args

from radslag.meetings.engine.serving import is_outside, serves
from radslag.meetings.engine.state import Meeting

Audience = Literal[
    "chair", "secretary", "serving", "substitute", "official", "auditor", "outside", "public", "wall", "lectern"
]
Surface = Literal["chair", "secretary", "member", "wall", "lectern", "public"]

SURFACES: tuple[str, ...] = get_args(Surface)
INSIDE: frozenset[Audience] = frozenset({"chair", "secretary", "serving", "substitute", "official"})
"""Audiences that may see what a secrecy mark hides."""


def audience_of(meeting: Meeting, person: str | None, surface: str, offices: frozenset[str]) -> Audience:
    """Say which audience the person is on that surface.

    ``offices`` are the roles held in the body: offices, and the seat of the register until a roster is fixed.

    A surface is a wish: who lacks the part for it gets the picture of what they are, at worst the public's.
    """
    if surface == "wall":
        return "wall"
    if surface == "lectern":
        return "lectern"
    if person is None or surface == "public":
        return "public"
    if is_outside(meeting, person):
        return "outside"
    if surface == "secretary" and "secretary" in offices:
        return "secretary"
    seat = meeting.roster.get(person)
    if surface == "chair" and (meeting.presiding == person or _has_presidium(meeting, person, offices)):
        return "chair"
    if seat is not None:
        return "serving" if serves(meeting, person) else "substitute"
    if not meeting.roster and offices & {"member", "substitute"}:
        return "substitute"
    if offices & {"secretary", "official"}:
        return "official"
    return "auditor" if "auditor" in offices else "public"


def _has_presidium(meeting: Meeting, person: str, offices: frozenset[str]) -> bool:
    """By the roster of the day, or by the register until there is one."""
    seat = meeting.roster.get(person)
    return bool(seat.presidium) if seat else not meeting.roster and "presidium" in offices
