"""The stream of one screen: server-sent events over a plain ASGI response."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from radslag.live.hall import Screen

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]
CLOSED = b"event: closed\ndata: {}\n\n"
"""The last word when the server ends a stream: the page asks for a new ticket before it comes back."""


async def follow(screen: Screen, receive: Receive, send: Send) -> None:
    """Send a screen what it has not seen until it leaves or is closed.

    Nothing is queued for a slow screen: while it takes what was sent, later pictures replace each other, and the
    next frame holds what changed since. It can therefore hold up nobody but itself.
    """
    screen.task = asyncio.current_task()
    gone = asyncio.ensure_future(_gone(receive))
    gone.add_done_callback(lambda _: screen.close())
    try:
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await _say(screen, send, b"retry: 1000\n\n")
        while not screen.closed:
            screen.bell.clear()  # Take the bell first …
            if said := screen.news():  # … then look …
                await _say(screen, send, said)
                continue
            await screen.bell.wait()  # … then wait: no change is missed.
        if not gone.done():
            await send({"type": "http.response.body", "body": CLOSED, "more_body": False})
    except OSError:
        pass  # The reader left in the middle of a frame.
    finally:
        gone.cancel()


async def _say(screen: Screen, send: Send, said: bytes) -> None:
    screen.busy_since = time.monotonic()
    await send({"type": "http.response.body", "body": said, "more_body": True})
    screen.busy_since, screen.spoke = float("inf"), time.monotonic()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
