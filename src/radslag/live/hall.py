"""A hall: the screens that follow one stream, and the one drawing that serves them all."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from radslag.live.picture import Picture
from radslag.live.room import Room
from radslag.live.ticket import Ticket

log = logging.getLogger("radslag.live")

PAUSE = 0.05
"""Seconds between two drawings: what happens meanwhile is joined in one frame."""

SHARED_SURFACES = frozenset({"public", "wall", "lectern"})
"""Surfaces that many look at: nothing personal is ever shown on them."""

Wish = tuple[str | None, str]
"""A person (or None) and the surface asked for."""


class Screen:
    """One open stream: what it asked to be, what it has seen, and a bell of its own."""

    def __init__(self, ticket: Ticket, surface: str) -> None:
        self.ticket, self.surface = ticket, surface
        self.audience: str | None = None
        self.picture = self.own = _BLANK
        self.bell = asyncio.Event()
        self.closed = False
        self.spoke = time.monotonic()
        self.busy_since = float("inf")
        self.task: asyncio.Task[None] | None = None
        self._seen = self._seen_own = 0
        self._first = b""

    @property
    def wish(self) -> Wish:
        """What the room is asked about."""
        return self.ticket.person, self.surface

    @property
    def alone(self) -> str | None:
        """The person who alone looks at this screen, or None."""
        return None if self.surface.partition(".")[0] in SHARED_SURFACES else self.ticket.person

    def show(self, audience: str, picture: Picture, own: Picture | None) -> None:
        """Let the screen show this; another audience than before is wiped away first."""
        if self.audience not in (None, audience):
            self._first += self.picture.wipe() + self.own.wipe()
            self._seen = self._seen_own = 0
        self.audience, self.picture, self.own = audience, picture, own or _BLANK
        if self._first or picture.version > self._seen or self.own.version > self._seen_own:
            self.bell.set()

    def news(self) -> bytes:
        """Give what the screen has not seen yet; it counts as seen."""
        said = self._first + self.picture.since(self._seen) + self.own.since(self._seen_own)
        self._first, self._seen, self._seen_own = b"", self.picture.version, self.own.version
        return said

    def beat(self) -> None:
        """Say that the line is still there."""
        self._first += b": still here\n\n"
        self.bell.set()

    def close(self) -> None:
        """Ask the stream to end."""
        self.closed = True
        self.bell.set()

    def drop(self) -> None:
        """End a stream that takes nothing more."""
        if self.task is not None:
            self.task.cancel()


@dataclass
class _Drawing:
    """What the drawer is to draw, and what came of it."""

    wishes: set[Wish]
    persons: set[str]
    audiences: dict[Wish, str] = field(default_factory=dict)
    pictures: dict[str, dict[str, str]] = field(default_factory=dict)
    own: dict[str, dict[str, str]] = field(default_factory=dict)


class Hall:
    """Draws a stream for its screens."""

    def __init__(self, stream: str, room: Room, drawer: ThreadPoolExecutor) -> None:
        self.stream, self.screens = stream, set[Screen]()
        self._room, self._drawer = room, drawer
        self._pictures: dict[str, Picture] = {}
        self._own: dict[str, Picture] = {}
        self._bell = asyncio.Event()
        self._number = 0
        self._grown = True
        self._rung = False
        self._task = asyncio.get_running_loop().create_task(self._follow())

    def enter(self, screen: Screen) -> None:
        """Take a screen in; it is shown its picture as soon as there is one."""
        self.screens.add(screen)
        self._bell.set()

    def heard(self, number: int, loop: asyncio.AbstractEventLoop) -> None:
        """Ring, from any thread; many entries before the loop wakes are one ring."""
        self._number = max(self._number, number)
        if not self._rung:
            self._rung = True
            loop.call_soon_threadsafe(self._ring)

    def close(self) -> None:
        """Draw no more."""
        self._task.cancel()

    def _ring(self) -> None:
        self._rung, self._grown = False, True
        self._bell.set()

    async def _follow(self) -> None:
        while True:
            await self._bell.wait()
            self._bell.clear()  # Take the bell first, then look: what happens while we draw rings again.
            grown, self._grown = self._grown, False
            began, number = time.monotonic(), self._number
            try:
                await self._draw_for(list(self.screens), number, everything=grown)
            except Exception:
                log.exception("a stream could not be drawn")
                self._grown = True
            await asyncio.sleep(max(0.0, PAUSE - (time.monotonic() - began)))

    async def _draw_for(self, screens: list[Screen], number: int, *, everything: bool) -> None:
        waiting = screens if everything else [screen for screen in screens if screen.audience is None]
        job = _Drawing(
            {screen.wish for screen in waiting}, {screen.alone for screen in waiting if screen.alone is not None}
        )
        if everything:
            self._pictures = {name: picture for name, picture in self._pictures.items() if name in _audiences(screens)}
            self._own = {person: picture for person, picture in self._own.items() if person in job.persons}
            known: frozenset[str] = frozenset()
        else:
            known = frozenset(self._pictures)
            job.persons -= self._own.keys()
        await asyncio.get_running_loop().run_in_executor(self._drawer, self._draw, job, known)
        for audience, regions in job.pictures.items():
            self._pictures.setdefault(audience, Picture()).redraw(number, regions)
        for person, regions in job.own.items():
            self._own.setdefault(person, Picture()).redraw(number, regions)
        for screen in waiting:
            audience = job.audiences[screen.wish]
            screen.show(audience, self._pictures[audience], self._own.get(screen.alone or ""))

    def _draw(self, job: _Drawing, known: frozenset[str]) -> None:
        """Draw once for each audience and each person; in the drawer's thread."""
        for person, surface in job.wishes:
            job.audiences[person, surface] = self._room.audience_of(self.stream, person, surface)
        for audience in set(job.audiences.values()) - known:
            job.pictures[audience] = self._room.draw(self.stream, audience)
        for person in job.persons:
            job.own[person] = self._room.personal(self.stream, person)


def _audiences(screens: Iterable[Screen]) -> set[str | None]:
    return {screen.audience for screen in screens}


_BLANK = Picture()
