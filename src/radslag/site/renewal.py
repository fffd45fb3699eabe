"""Sees to it that the demonstration always has a meeting: a thread beside the server, so that one process writes."""

from __future__ import annotations

import threading

import structlog
from django.db import close_old_connections
from django.utils import timezone

from radslag.site import demo
from radslag.site.diary import reason

EVERY = 4.0
log = structlog.get_logger("renewal")


class Renewal(threading.Thread):
    """Looks every few seconds whether a new meeting is wanted."""

    def __init__(self, port: int) -> None:
        super().__init__(name="renewal", daemon=True)
        self._port = port
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(EVERY):
            close_old_connections()
            try:
                demo.renew(self._port, timezone.now())
            except Exception as error:  # noqa: BLE001 (the demonstration must not end because one meeting failed)
                log.error("not_renewed", why=reason(error))
            close_old_connections()

    def stop(self) -> None:
        self._stopped.set()
