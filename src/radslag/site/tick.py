"""What time itself brings about: once a minute each domain is asked for what is due."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec

import structlog
from django.conf import settings
from django.db import close_old_connections

from radslag.site.diary import reason

MINUTE = 60.0
log = structlog.get_logger("tick")
Due = Callable[[datetime], object]


def duties() -> list[tuple[str, Due]]:
    """Find the domains with a module ``due`` that has a function ``due(now)``, lowest first."""
    named = [name for name in settings.DOMAINS if find_spec(f"radslag.{name}.due")]
    return [(name, import_module(f"radslag.{name}.due").due) for name in named]


def tick(now: datetime, asked: Iterable[tuple[str, Due]] | None = None) -> list[str]:
    """Ask each domain once. One that fails does not stop the others; give the names of those that failed."""
    failed = []
    for name, due in duties() if asked is None else asked:
        try:
            due(now)
        except Exception as error:  # noqa: BLE001 (a broken duty must not silence the board's heartbeat)
            log.error("duty_failed", domain=name, why=reason(error))
            failed.append(name)
    return failed


class Ticker(threading.Thread):
    """A thread in the server's own process, so that SQLite keeps one writer (INVARIANTS 13)."""

    def __init__(self, every: float = MINUTE) -> None:
        super().__init__(name="tick", daemon=True)
        self._every = every
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.is_set():
            close_old_connections()
            tick(datetime.now(UTC))
            close_old_connections()
            self._stopped.wait(self._every)

    def stop(self) -> None:
        self._stopped.set()
