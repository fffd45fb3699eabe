"""The whole program in one process: the live path raw, everything else through Django in threads."""

from __future__ import annotations

import os
from typing import Any

from a2wsgi import WSGIMiddleware

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.site.settings")

from radslag.site.wsgi import application as django  # isort: skip

from radslag.live.app import live
from radslag.live.hub import hub
from radslag.live.stream import Receive, Send
from radslag.log import conduct as log

THREADS = 8

pages = WSGIMiddleware(django, workers=THREADS)  # type: ignore[arg-type]


async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Answer a request, or begin and end with the server."""
    if scope["type"] == "lifespan":
        await _live_as_long_as_the_server(receive, send)
    elif scope["path"].startswith("/live/"):
        await live(scope, receive, send)
    else:
        await pages(scope, receive, send)  # type: ignore[arg-type]


async def _live_as_long_as_the_server(receive: Receive, send: Send) -> None:
    await receive()
    try:
        log.begin(hub.heard)
        hub.start()
    except Exception as why:  # noqa: BLE001 - whatever it is, the server must not start and the operator must see it
        await send({"type": "lifespan.startup.failed", "message": str(why)})
        return
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await hub.stop()
    log.end()
    await send({"type": "lifespan.shutdown.complete"})
