"""A hall: the screens that follow one stream, and the one drawing that serves them all."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from radslag.live.picture import Picture
from radslag.live.room import Room
from radslag.live.ticket import Ticket

T = TypeVar("T")

log = logging.getLogger("radslag.live")

PAUSE = 0.05
"""Seconds between two drawings: what happens meanwhile is joined in one frame."""

LONGEST_PAUSE = 0.15
"""Seconds that a drawing waits at most when the machine is pressed."""

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

    def show(self, audience: str, picture: Picture) -> None:
        """Let the screen show this; another audience than before is wiped away first, what was personal with it."""
        if self.audience not in (None, audience):
            self._first += self.picture.wipe() + self.own.wipe()
            self.own, self._seen, self._seen_own = _BLANK, 0, 0
        self.audience, self.picture = audience, picture
        if self._first or picture.version > self._seen:
            self.bell.set()

    def show_own(self, own: Picture) -> None:
        """Let the screen show what only its person sees."""
        self.own = own
        if own.version > self._seen_own:
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
            began = time.monotonic()
            try:
                await self._draw_for(list(self.screens), self._number, everything=grown)
            except Exception:
                log.exception("a stream could not be drawn")
                self._grown = True
            took = time.monotonic() - began
            # Under a load, drawing waits as long as it took, so that it leaves the votes half of the time.
            await asyncio.sleep(max(PAUSE - took, min(took, LONGEST_PAUSE)))

    async def _draw_for(self, screens: list[Screen], number: int, *, everything: bool) -> None:
        """Draw for each audience and show it, then for each person: what all wait for comes first."""
        waiting = screens if everything else [screen for screen in screens if screen.audience is None]
        wishes = {screen.wish for screen in waiting}
        persons = {screen.alone for screen in waiting if screen.alone is not None}
        if everything:
            self._pictures = {name: picture for name, picture in self._pictures.items() if name in _audiences(screens)}
            self._own = {person: picture for person, picture in self._own.items() if person in persons}
        there = frozenset() if everything else frozenset(self._pictures)
        audiences, drawn = await self._aside(lambda: self._draw(wishes, there))
        for audience, regions in drawn.items():
            self._pictures.setdefault(audience, Picture()).redraw(number, regions)
        for screen in waiting:
            audience = audiences[screen.wish]
            screen.show(audience, self._pictures[audience])
        missing = persons if everything else persons - self._own.keys()
        own = await self._aside(lambda: {person: self._room.personal(self.stream, person) for person in missing})
        for person, regions in own.items():
            self._own.setdefault(person, Picture()).redraw(number, regions)
        for screen in waiting:
            if screen.alone is not None:
                screen.show_own(self._own[screen.alone])

    def _draw(self, wishes: set[Wish], there: frozenset[str]) -> tuple[dict[Wish, str], dict[str, dict[str, str]]]:
        """Ask which audience each is, and draw once for each audience that is not there; in the drawer's thread."""
        audiences = {
            (person, surface): self._room.audience_of(self.stream, person, surface) for person, surface in wishes
        }
        return audiences, {one: self._room.draw(self.stream, one) for one in set(audiences.values()) - there}

    async def _aside(self, do: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._drawer, do)


def _audiences(screens: Iterable[Screen]) -> set[str | None]:
    return {screen.audience for screen in screens}


_BLANK = Picture()
