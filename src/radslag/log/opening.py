"""The journal of this process: which database it lies in, and one object for it."""

from __future__ import annotations

import threading

from django.conf import settings

from radslag.log.journal import Journal

_journal: Journal | None = None
_opening = threading.Lock()


def journal() -> Journal:
    """Open the journal at the first use. Raises ``JournalNotSafe`` when it would not keep what is written."""
    global _journal
    with _opening:
        if _journal is None:
            if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
                from radslag.log.sqlite import SqliteJournal

                _journal = SqliteJournal(settings.JOURNAL)
            else:
                from radslag.log.postgres import PostgresJournal, parameters

                _journal = PostgresJournal(parameters())
        return _journal


def close() -> None:
    """Forget the journal; the next use opens it anew."""
    global _journal
    with _opening:
        _journal = None
