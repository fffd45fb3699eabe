"""The hall: one mark for each seat, by group; a square is a person, a disc, diamond or ring is a vote. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from radslag.meetings.engine.state import Ballot, Meeting
from radslag.meetings.engine.terms import Seat
from radslag.meetings.screens.seats import Label, arc, labels
from radslag.meetings.screens.words import Words, holders


@dataclass(frozen=True)
class Mark:
    """``sign``: hall, remote, none · in, out (has voted or not) · yes, no, abstain."""

    x: float
    y: float
    sign: str


@dataclass(frozen=True)
class Hall:
    """``shows``: presence, voted (who, never how) or votes (after the close)."""

    shows: str
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    square: float
    disc: float
    counts: tuple[tuple[str, int], ...]
    groups: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """Per group, how many of each sign: the table beside the picture says the same in words."""


def presence(meeting: Meeting, words: Words) -> Hall | None:
    """Draw who is in the hall, at a distance or absent."""

    def sign(holder: str | None) -> str:
        if holder is None:
            return "none"
        return "remote" if meeting.present.get(holder) == "remote" else "hall"

    return _draw(meeting, words, "presence", sign)


def ballot(meeting: Meeting, words: Words, held: Ballot) -> Hall | None:
    """Draw an open ballot (who has voted) or a closed one (how each voted)."""

    def voted(holder: str | None) -> str:
        if holder is None or holder not in held.electorate:
            return "none"
        return "in" if holder in held.votes else "out"

    def choice(holder: str | None) -> str:
        return str(held.votes.get(holder, "none")) if holder in held.electorate else "none"

    seats_then = _holders_of(held, meeting)
    if held.closed:
        return _draw(meeting, words, "votes", choice, seats_then)
    return _draw(meeting, words, "voted", voted, seats_then)


def _holders_of(held: Ballot, meeting: Meeting) -> dict[str, str]:
    """Who sat in each seat when the ballot was opened: a substitute may have left since."""
    return {member: holder for member, holder in holders(meeting).items() if holder in held.electorate}


def _draw(
    meeting: Meeting,
    words: Words,
    shows: str,
    sign: Callable[[str | None], str],
    seated: dict[str, str] | None = None,
) -> Hall | None:
    groups = in_groups(meeting, words)
    if not groups:
        return None
    seats = [seat for _, members in groups for seat in members]
    laid = arc(len(seats))
    sitting = holders(meeting) if seated is None else seated
    signs = [sign(sitting.get(seat.person)) for seat in seats]
    marks = tuple(Mark(place.x, place.y, one) for place, one in zip(laid.places, signs, strict=True))
    by_group: list[tuple[str, tuple[tuple[str, int], ...]]] = []
    first = 0
    for letters, members in groups:
        by_group.append((letters, _count(signs[first : first + len(members)])))
        first += len(members)
    named = labels([(letters, len(members)) for letters, members in groups])
    return Hall(shows, marks, named, laid.square, laid.disc, _count(signs), tuple(by_group))


def in_groups(meeting: Meeting, words: Words) -> list[tuple[str, list[Seat]]]:
    """Give the members by group: the largest first, then by alphabet (no left and right)."""
    members = sorted((s for s in meeting.roster.values() if s.role == "member"), key=lambda s: (s.group, s.order))
    groups = [
        (words.party(found[0].person) or key, found)
        for key, found in ((key, list(part)) for key, part in groupby(members, key=lambda s: s.group))
    ]
    return sorted(groups, key=lambda group: (-len(group[1]), group[0]))


def _count(signs: list[str]) -> tuple[tuple[str, int], ...]:
    return tuple((one, signs.count(one)) for one in dict.fromkeys(sorted(signs)))
