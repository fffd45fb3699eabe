"""The journal of this process: which database it lies in, and one object for it."""

from __future__ import annotations

import threading

from django.conf import settings

from radslag.log.journal import Journal

_open: list[Journal] = []
_opening = threading.Lock()


def journal(*, inspect: bool = False) -> Journal:
    """Open the journal at the first use.

    Raises ``JournalNotSafe`` when it would not keep what is written; ``inspect`` opens it all the same when nothing
    but triggers are missing, to find out what has happened to it.
    """
    with _opening:
        if not _open:
            if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
                from radslag.log.sqlite import SqliteJournal

                _open.append(SqliteJournal(settings.JOURNAL, inspect=inspect))
            else:
                from radslag.log.postgres import PostgresJournal, parameters

                _open.append(PostgresJournal(parameters(), inspect=inspect))
        return _open[0]


def forget() -> None:
    """Forget the journal; the next use opens it anew."""
    with _opening:
        _open.clear()
