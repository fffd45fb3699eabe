"""The journal of this process: which database it lies in, and one object for it."""

from __future__ import annotations

import threading

from django.conf import settings

from radslag.log.journal import Journal

_open: list[Journal] = []
_opening = threading.Lock()


def journal() -> Journal:
    """Open the journal at the first use. Raises ``JournalNotSafe`` when it would not keep what is written."""
    with _opening:
        if not _open:
            if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
                from radslag.log.sqlite import SqliteJournal

                _open.append(SqliteJournal(settings.JOURNAL))
            else:
                from radslag.log.postgres import PostgresJournal, parameters

                _open.append(PostgresJournal(parameters()))
        return _open[0]


def forget() -> None:
    """Forget the journal; the next use opens it anew."""
    with _opening:
        _open.clear()
