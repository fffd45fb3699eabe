"""The server: the pages, the live path, the minute's duties and, in the demonstration, the crowd, in one process."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import uvicorn
from django.conf import settings

from radslag.live.hub import hub
from radslag.site import diary
from radslag.site.renewal import Renewal
from radslag.site.tick import Ticker

SWITCH = 0.001
"""Seconds after which a thread at work lets another go on: the loop must not wait for a page that is being drawn."""


def serve(host: str, port: int, *, crowd: bool) -> int:
    """Run until told to stop. Says READY on standard output when the first page can be had. Answers the exit code."""
    diary.start()
    sys.setswitchinterval(SWITCH)
    server = Server(
        uvicorn.Config(
            "radslag.site.asgi:application",
            host=host,
            port=port,
            log_config=None,
            access_log=False,
            server_header=False,
            loop="uvloop",
            http="httptools",
            ws="none",
            lifespan="on",
            backlog=2048,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=3,
        )
    )
    company = _Company(server, port, crowd=crowd)
    company.start()
    try:
        server.run()
    finally:
        company.stop()
    return 0 if server.started else 1


class Server(uvicorn.Server):
    """Closes the open streams before it waits for what is under way: a stream would be waited for in vain."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let the screens go first."""
        hub.close_all()
        await super().shutdown(sockets)


class _Company(threading.Thread):
    """What starts when the server has started and ends when it ends."""

    def __init__(self, server: uvicorn.Server, port: int, *, crowd: bool) -> None:
        super().__init__(name="company", daemon=True)
        self._server = server
        self._port = port
        self._wants_crowd = crowd
        self._crowd: subprocess.Popen[bytes] | None = None
        self._ticker = Ticker()
        self._renewal = Renewal(port)

    def run(self) -> None:
        while not self._server.started:
            if self._server.should_exit:
                return
            time.sleep(0.05)
        self._ticker.start()
        print(f"READY http://localhost:{self._port}", flush=True)
        if self._wants_crowd:
            self._renewal.start()
            self._crowd = subprocess.Popen(
                [sys.executable, "-m", "radslag.crowd", "--demo", str(Path(settings.HOME) / "demo.json")],
                env={**os.environ, "RADSLAG_CROWD_PARENT": str(os.getpid())},
            )

    def stop(self) -> None:
        self._ticker.stop()
        self._renewal.stop()
        if self._crowd and self._crowd.poll() is None:
            self._crowd.terminate()
            self._crowd.wait(5)
