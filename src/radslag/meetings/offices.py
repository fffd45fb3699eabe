"""What a person is in one meeting: the facts of the meeting that never change, and the offices of who asks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from time import monotonic
from typing import Literal, TypeVar, cast
from uuid import UUID

from django.db import connection
from django.utils import timezone

from radslag.bodies import read as bodies
from radslag.log.entry import Mode
from radslag.meetings.engine.state import Meeting as State
from radslag.meetings.models import Meeting
from radslag.people import read as people
from radslag.publicity.asker import PUBLIC, Asker

T = TypeVar("T")
Part = Literal["member", "substitute", "secretary", "official"]

FRESH = 300.0
"""Seconds that offices read from the register may be used by open streams. A lost office closes the person's streams at
once, and whoever comes back through a page is asked after anew (``forget_offices``)."""

USABLE = 600.0
"""Seconds that they may be used while they are read anew beside: nobody's vote waits for the register."""

_aside = ThreadPoolExecutor(max_workers=2, thread_name_prefix="rooms-read")
_offices: dict[tuple[str, str], tuple[float, frozenset[str]]] = {}
_seats: dict[tuple[str, date], tuple[float, dict[str, frozenset[str]]]] = {}
_reading: set[tuple[str, str]] = set()


@dataclass(frozen=True)
class Known:
    """What never changes of a meeting."""

    id: str
    owner: str
    body: str
    mode: Mode

    @property
    def stream(self) -> str:
        """Its stream in the journal."""
        return f"meeting/{self.id}"


class NoMeeting(LookupError):
    """There is no such meeting."""


@lru_cache(maxsize=512)
def known(meeting: str) -> Known:
    """Give what never changes of a meeting. Raises :class:`NoMeeting`."""
    return in_thread(lambda: _known(meeting))


def offices_in(meeting: str, person: str) -> frozenset[str]:
    """Give the roles that the person holds in the meeting's body, as they were a few seconds ago."""
    now, key = monotonic(), (meeting, person)
    kept = _offices.get(key)
    if kept is not None and now - kept[0] < USABLE:
        if now - kept[0] > FRESH and key not in _reading:
            _reading.add(key)
            _aside.submit(_closing, lambda: _read_offices(meeting, person))
        return kept[1]
    return in_thread(lambda: _read_offices(meeting, person))


def _read_offices(meeting: str, person: str) -> frozenset[str]:
    key, place = (meeting, person), known(meeting)
    try:
        found = roles_of(people.asker_for(person), place) | _seat(person, place)
        if len(_offices) > 5000:
            _offices.clear()
        _offices[key] = (monotonic(), found)
        return found
    finally:
        _reading.discard(key)


def forget_offices(meeting: str, person: str) -> None:
    """Ask the register anew at the next look: a page was opened, a ticket or an act asked for through Django."""
    _offices.pop((meeting, person), None)


def roles_of(asking: Asker, place: Known) -> frozenset[str]:
    """Give the roles that an asker holds in the meeting's body."""
    return frozenset(
        office.role for office in asking.offices if office.owner == place.owner and office.body in (None, place.body)
    )


def _seat(person: str, place: Known) -> frozenset[str]:
    """What seat the person has in the body today, for the time before a roster is fixed."""
    key = (place.body, timezone.localdate())
    kept = _seats.get(key)
    if kept is None or monotonic() - kept[0] > FRESH:
        seats = {
            str(seat.person): frozenset({seat.role, "presidium"} if seat.presidium else {seat.role})
            for seat in bodies.roster(*key, PUBLIC).seats
        }
        _seats.clear()
        kept = _seats[key] = (monotonic(), seats)
    return kept[1].get(person, frozenset())


def may_plan(asking: Asker, owner: str, body: str) -> bool:
    """Say whether the asker may plan, announce and call meetings of a body."""
    return any(asking.holds(role, owner=owner, body=body) for role in ("secretary", "chair", "administrator"))


def part_of(state: State, person: str, roles: frozenset[str]) -> Part:
    """Say as what a person acts: the secretary by office, else by the roster of the day."""
    if "secretary" in roles:
        return "secretary"
    seat = state.roster.get(person)
    return cast("Part", seat.role) if seat else "official"


def in_thread(ask: Callable[[], T]) -> T:
    """Ask the register from a thread of its own when this one runs a loop, where Django may not be asked."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return ask()
    return _aside.submit(_closing, ask).result()


def _closing(ask: Callable[[], T]) -> T:
    try:
        return ask()
    finally:
        connection.close_if_unusable_or_obsolete()


def _known(meeting: str) -> Known:
    try:
        row = Meeting.objects.only("owner", "body", "mode").get(pk=UUID(meeting))
    except (Meeting.DoesNotExist, ValueError) as no:
        raise NoMeeting(meeting) from no
    return Known(meeting, str(row.owner), str(row.body), cast("Mode", row.mode))
