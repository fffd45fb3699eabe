"""The clients, in a process of their own on the other core: plain sockets, nothing but bytes.

``python -m radslag.site.bench.load`` reads what to do as JSON on standard input and prints what it measured.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import statistics
import sys
import time
from dataclasses import dataclass, field
from typing import Any

NUMBER = b'"number":'
CLIENTS = 150
PATIENCE = 10.0


class Client(asyncio.Protocol):
    """A line that sends acts, one at a time."""

    def __init__(self, head: str) -> None:
        self.head = head
        self.answer: asyncio.Future[int] | None = None
        self._said = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the line."""
        self.line: Any = transport

    def act(self, key: str, body: bytes) -> asyncio.Future[int]:
        """Send an act; the future gives the number of its entry."""
        self.answer = asyncio.get_running_loop().create_future()
        self.line.write(f"{self.head}Idempotency-Key: {key}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
        return self.answer

    def data_received(self, data: bytes) -> None:
        """Take the answer."""
        self._said += data
        head, gap, body = self._said.partition(b"\r\n\r\n")
        if not gap or not body.endswith(b"}") or self.answer is None:
            return
        answer, self._said = self.answer, b""
        if head.startswith(b"HTTP/1.1 200"):
            answer.set_result(int(body.partition(NUMBER)[2].partition(b",")[0]))
        else:
            answer.set_exception(RuntimeError(f"{head[:20]!r} {body!r}"))


class Screen(asyncio.Protocol):
    """A line that follows: remembers the newest number it was shown, and when."""

    def __init__(self, hall: Hall) -> None:
        self.hall, self.number, self.taken = hall, -1, 0
        self._tail = b""

    def data_received(self, data: bytes) -> None:
        """Look for the number in what came."""
        self.taken += len(data)
        seen = self._tail + data
        at = seen.rfind(NUMBER)
        self._tail = seen[-24:]
        if at < 0:
            return
        digits = seen[at + len(NUMBER) : at + len(NUMBER) + 12].split(b",")[0].split(b"}")[0]
        if digits.isdigit() and int(digits) > self.number:
            self.number = int(digits)
            self.hall.shown(self)


@dataclass
class Hall:
    """All screens, and who is waited for."""

    screens: list[Screen] = field(default_factory=list)
    wanted: int = 0
    missing: int = 0
    times: list[float] = field(default_factory=list)
    all_there: asyncio.Event = field(default_factory=asyncio.Event)

    def want(self, number: int) -> None:
        """Wait until every screen has been shown this number."""
        self.wanted, self.times = number, []
        self.missing = sum(screen.number < number for screen in self.screens)
        self.all_there.clear()
        if not self.missing:
            self.all_there.set()

    def shown(self, screen: Screen) -> None:
        """Count a screen that has got there."""
        if self.wanted and screen.number >= self.wanted and self.missing:
            self.missing -= 1
            self.times.append(time.perf_counter())
            if not self.missing:
                self.all_there.set()


@dataclass
class Load:
    """One run against one server."""

    port: int
    meeting: str
    tickets: list[str]
    body: dict[str, Any]
    screens: int
    quick: bool
    bytes: int = 0
    keys: Any = field(default_factory=itertools.count)
    run: str = field(default_factory=lambda: os.urandom(6).hex())

    async def measure(self) -> dict[str, Any]:
        """Open everything, measure, and say what was found."""
        hall = Hall()
        clients = [await self._client(n) for n in range(CLIENTS)]
        out: dict[str, Any] = {}
        if self.screens:
            for n in range(self.screens):
                hall.screens.append(await self._screen(hall, n))
            await self._until_all_follow(hall)
            out |= await self._updates(clients, hall)
        out |= await self._bursts(clients[: CLIENTS - 1])
        out |= await self._flood(clients)
        return out

    def _act(self, client: Client, choice: str) -> asyncio.Future[int]:
        return client.act(f"{self.run} {next(self.keys)}", json.dumps(self.body | {"choice": choice}).encode())

    async def _client(self, n: int) -> Client:
        ticket = self.tickets[n % len(self.tickets)]
        head = (
            f"POST /live/{self.meeting}/act HTTP/1.1\r\nHost: localhost:{self.port}\r\n"
            f"Origin: http://localhost:{self.port}\r\nRoom-Ticket: {ticket}\r\nCookie: room={ticket}\r\n"
        )
        loop = asyncio.get_running_loop()
        return (await loop.create_connection(lambda: Client(head), "127.0.0.1", self.port))[1]

    async def _screen(self, hall: Hall, n: int) -> Screen:
        """Open a stream: a screen for each member, then the wall, then the public."""
        surface = "member" if n < len(self.tickets) else "wall" if n == len(self.tickets) else "public"
        cookie = f"Cookie: room={self.tickets[n % len(self.tickets)]}\r\n" if surface != "public" else ""
        loop = asyncio.get_running_loop()
        line, screen = await loop.create_connection(lambda: Screen(hall), "127.0.0.1", self.port)
        query = f"surface={surface}&bytes={self.bytes}"
        line.write(
            f"GET /live/{self.meeting}/stream?{query} HTTP/1.1\r\nHost: localhost:{self.port}\r\n{cookie}\r\n".encode()
        )
        return screen

    async def _until_all_follow(self, hall: Hall) -> None:
        for _ in range(300):
            if all(screen.number >= 0 for screen in hall.screens):
                await asyncio.sleep(0.5)
                return
            await asyncio.sleep(0.1)
        raise TimeoutError(f"{sum(screen.number < 0 for screen in hall.screens)} screens were never shown anything")

    async def _updates(self, clients: list[Client], hall: Hall) -> dict[str, Any]:
        """One vote at a time, each from someone who has not voted: from sending it until the last screen shows it."""
        answered, shown, sizes = [], [], []
        for n in range(20 if self.quick else 100):
            await asyncio.sleep(0.07)  # So that no vote waits for the pause after the one before, and none profits.
            before = sum(screen.taken for screen in hall.screens)
            began = time.perf_counter()
            number = self._act(clients[n], ("yes", "no")[n % 2])
            number.add_done_callback(lambda done: hall.want(done.result()))
            await number
            answered.append(time.perf_counter() - began)
            await asyncio.wait_for(hall.all_there.wait(), PATIENCE)
            shown.append((hall.times or [time.perf_counter()])[-1] - began)
            sizes.append((sum(screen.taken for screen in hall.screens) - before) / len(hall.screens))
        return {
            "last_screen_ms": [_ms(one) for one in _quantiles(shown)],
            "one_vote_ms": [_ms(one) for one in _quantiles(answered)],
            "bytes_a_screen": round(statistics.median(sizes)),
        }

    async def _bursts(self, clients: list[Client]) -> dict[str, Any]:
        """Everyone at once: until the last is answered."""
        took = []
        for n in range(10 if self.quick else 40):
            await asyncio.sleep(0.3)
            began = time.perf_counter()
            await asyncio.gather(*(self._act(client, ("yes", "no")[n % 2]) for client in clients))
            took.append(time.perf_counter() - began)
        return {"burst_ms": [_ms(one) for one in _quantiles(took)]}

    async def _flood(self, clients: list[Client]) -> dict[str, Any]:
        """Each client votes again as soon as it is answered."""
        seconds = 3.0 if self.quick else 10.0
        start = time.perf_counter() + 1.0
        counted = 0

        async def vote(client: Client) -> None:
            nonlocal counted
            for n in itertools.count():
                await self._act(client, ("yes", "no")[n % 2])
                now = time.perf_counter()
                counted += start <= now < start + seconds
                if now >= start + seconds:
                    return

        await asyncio.gather(*(vote(client) for client in clients))
        return {"votes_per_second": round(counted / seconds)}


def _quantiles(times: list[float]) -> tuple[float, float]:
    """Give median and the 95th percentile."""
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)


if __name__ == "__main__":
    import uvloop

    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    print(json.dumps(uvloop.run(Load(**json.load(sys.stdin)).measure())))
