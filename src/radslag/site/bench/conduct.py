"""The floor under the votes: the same server, clerk and grouped append, with no law, no seals, no locks, no screens."""

from __future__ import annotations

import sys
import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import msgspec

from radslag.live.stream import HEADERS
from radslag.log.clerk import Act, clerk
from radslag.log.entry import Envelope, Stream

KIND = "floor"


class NoLaw:
    """Lets everything happen as it is asked for, and remembers nothing."""

    kind = KIND

    def initial(self) -> None:
        """Give no picture."""

    def decide(self, _state: None, command: dict[str, Any], _actor: str, _at: datetime) -> list[dict[str, Any]]:
        """Let it happen."""
        return [command]

    def evolve(self, _state: None, _event: object, _number: int, _envelope: Envelope) -> None:
        """Remember nothing."""

    def write_down(self, event: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Write it as it is."""
        return "floor.acted/1", event

    def read_back(self, _kind: str, facts: dict[str, Any]) -> dict[str, Any]:
        """Read it as it is."""
        return facts


class Floor:
    """A bare ASGI app: ``POST`` is appended and answered, ``GET`` gets the same bytes as everyone after each act.

    The bytes are as many as the query says, in a shape that the same client understands.
    """

    def __init__(self) -> None:
        self.stream = f"{KIND}/{uuid.uuid4()}"
        self.open: list[Callable[[dict[str, Any]], Awaitable[None]]] = []
        self.bytes = 0
        sys.modules["radslag.log.write"].seal = lambda *_: ""  # type: ignore[attr-defined]
        clerk().journal.take_pen()
        clerk().serve(NoLaw())
        clerk().give_birth(Stream(self.stream, "floor", "test", KIND, datetime.now(UTC)))

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        if scope["method"] == "GET":
            await self._follow(scope, receive, send)
            return
        body = (await receive())["body"]
        headers, now = dict(scope["headers"]), datetime.now(UTC)
        key = headers[b"idempotency-key"].decode()
        act = Act(self.stream, msgspec.json.decode(body), "", Envelope("floor", None, None, now, now, key))
        answer = await clerk().ask(act)
        said = msgspec.json.encode({"number": answer.number, "again": answer.again})
        length = [(b"content-length", str(len(said)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": length})
        await send({"type": "http.response.body", "body": said})
        frame = b'event: regions\ndata: {"number":%d,"x":"%s"}\n\n' % (answer.number, b"x" * self.bytes)
        for say in self.open:
            await say({"type": "http.response.body", "body": frame, "more_body": True})

    async def _follow(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        self.bytes = int(scope["query_string"].rpartition(b"=")[2])
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        first = b'event: regions\ndata: {"number":0}\n\n'
        await send({"type": "http.response.body", "body": first, "more_body": True})
        self.open.append(send)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self.open.remove(send)
