"""The hub: one hall for each stream that is followed, drawn anew at most every 50 ms, for all its screens at once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from radslag.live.hall import Hall, Screen
from radslag.live.room import Room
from radslag.live.ticket import Ticket
from radslag.live.welcome import Door, door

log = logging.getLogger("radslag.live")

BEAT = 15.0
"""Seconds of silence after which a stream says that it is still there."""
STUCK = 60.0
"""Seconds after which a screen that takes nothing more is let go."""
LOOK = 0.5
"""Seconds between two looks at who is still welcome."""


class Hub:
    """Knows the rooms, keeps the halls, and lets screens in and out. One per process."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self._rooms: dict[str, Room] = {}
        self._halls: dict[str, Hall] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watch: asyncio.Task[None] | None = None
        self._drawer: ThreadPoolExecutor | None = None
        self._looking: asyncio.Task[None] | None = None
        self._next: tuple[set[Ticket], asyncio.Future[None]] | None = None

    def register(self, *, kind: str, room: Room) -> None:
        """Show the streams of a kind by this room."""
        self._rooms[kind] = room

    def room(self, kind: str) -> Room | None:
        """Give the room of a kind of stream."""
        return self._rooms.get(kind)

    def start(self) -> None:
        """Begin, in the loop that runs now."""
        self._loop = asyncio.get_running_loop()
        self._drawer = ThreadPoolExecutor(1, thread_name_prefix="drawer")
        self._watch = self._loop.create_task(self._watch_over())

    async def stop(self) -> None:
        """Close every stream and end."""
        self.close_all()
        if self._watch is not None:
            self._watch.cancel()
        for hall in list(self._halls.values()):
            hall.close()
        if self._drawer is not None:
            self._drawer.shutdown()
        self._halls.clear()

    def heard(self, stream: str, number: int) -> None:
        """Take note that a stream grew (the clerk calls this, from its thread)."""
        if (hall := self._halls.get(stream)) is not None and self._loop is not None:
            hall.heard(number, self._loop)

    def ring(self, stream: str) -> None:
        """Have the screens of a stream drawn anew for another reason than a new entry; from any thread."""
        self.heard(stream, 0)

    def enter(self, stream: str, screen: Screen) -> Hall:
        """Let a screen into the hall of a stream. Raises ``LookupError`` when no room shows such streams."""
        hall = self._halls.get(stream)
        if hall is None:
            if self._drawer is None:
                raise RuntimeError("the hub has not begun")
            hall = self._halls[stream] = Hall(stream, self._rooms[stream.partition("/")[0]], self._drawer)
        hall.enter(screen)
        return hall

    def leave(self, hall: Hall, screen: Screen) -> None:
        """Let a screen out; a hall without screens is closed."""
        hall.screens.discard(screen)
        if not hall.screens and self._halls.get(hall.stream) is hall:
            del self._halls[hall.stream]
            hall.close()

    def streams_of(self, person: str, stream: str) -> int:
        """Count the screens that a person has open on a stream."""
        hall = self._halls.get(stream)
        return sum(screen.ticket.person == person for screen in hall.screens) if hall else 0

    def close_session(self, session: str) -> None:
        """Close the streams of a session that was signed out; from any thread."""
        self.door.session_ended(session)
        self._soon(lambda: self._close(lambda ticket: ticket.session == session))

    def close_person(self, person: str) -> None:
        """Close the streams of a person (a role was lost: the page asks for a new ticket); from any thread."""
        self.door.person_left(person)
        self._soon(lambda: self._close(lambda ticket: ticket.person == person))

    def close_device(self, person: str, device: str) -> None:
        """Close the streams of a device that another took over from; from any thread."""
        self.door.device_left(person, device)
        self._soon(lambda: self._close(lambda ticket: (ticket.person, ticket.device) == (person, device)))

    def close_all(self) -> None:
        """Close every stream, in the loop: the server stops."""
        self._close(lambda _: True)

    async def look_up(self, tickets: Iterable[Ticket]) -> None:
        """Ask the registers about these tickets without holding the loop; all who wait are asked about in one go."""
        if self._next is None:
            self._next = (set(), asyncio.get_running_loop().create_future())
            if self._looking is None:
                self._looking = asyncio.create_task(self._look())
        asked, answered = self._next
        asked.update(tickets)
        await asyncio.shield(answered)

    async def _look(self) -> None:
        while self._next is not None:
            (asked, answered), self._next = self._next, None
            try:
                await asyncio.to_thread(self.door.look_up, asked)
                answered.set_result(None)
            except Exception as why:  # noqa: BLE001 - it is for those who wait to say what follows from it
                answered.set_exception(why)
                answered.exception()  # Seen, even when everyone who waited has left.
        self._looking = None

    def _screens(self) -> list[Screen]:
        return [screen for hall in self._halls.values() for screen in hall.screens]

    def _close(self, which: Callable[[Ticket], bool]) -> None:
        for screen in self._screens():
            if which(screen.ticket):
                screen.close()

    def _soon(self, do: Callable[[], None]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(do)

    async def _watch_over(self) -> None:
        """See to it that nobody stays who has left elsewhere, that the silent are heard and the stuck let go."""
        while True:
            await asyncio.sleep(LOOK)
            screens = self._screens()
            tickets = {screen.ticket for screen in screens if screen.ticket.session}
            try:
                if tickets := tickets | self.door.acting():
                    await self.look_up(tickets)
            except Exception:
                log.exception("the registers could not be asked who is still welcome")
            now = time.monotonic()
            for screen in screens:
                if not self.door.is_open_to(screen.ticket):
                    screen.close()
                elif now - screen.busy_since > STUCK:
                    screen.drop()
                elif now - screen.spoke > BEAT:
                    screen.beat()


hub = Hub(door)
"""The hub of this process."""
