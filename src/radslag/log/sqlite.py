"""The journal on SQLite: a file of its own, through apsw only, one writer, every commit synced to the disk."""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import apsw

from radslag.log.entry import Entry, Stream
from radslag.log.journal import AnotherWriter, JournalNotSafe, Line, Reading, Row, Tombstone
from radslag.log.tables import guards, statements
from radslag.log.texts import Text

FULL = 2
"""What ``PRAGMA synchronous`` answers when a commit waits for the disk."""

INSERT = "INSERT INTO log_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


class SqliteJournal:
    """The journal in the file ``path``. Raises :class:`JournalNotSafe` when a trigger is missing or syncing is off."""

    def __init__(self, path: Path, *, inspect: bool = False) -> None:
        self._path = path
        self._own = threading.local()
        self._pen: _SqlitePen | None = None
        self._lock: int | None = None
        with closing(self._connect()) as connection:
            laid_out = _is_laid_out(connection)
        if not laid_out:
            self._lay_out()
        if (missing := self.missing_guards()) and not inspect:
            raise JournalNotSafe(f"{path.name}: triggers missing or changed: {', '.join(missing)}")

    @property
    def is_told(self) -> bool:
        """Say whether this process holds the only pen."""
        return self._pen is not None

    def reader(self) -> Reading:
        """Give this thread's own connection, which can only read."""
        if not hasattr(self._own, "reading"):
            connection = self._connect()
            connection.pragma("query_only", True)
            self._own.reading = Reading(_query(connection))
        found: Reading = self._own.reading
        return found

    @contextmanager
    def steady(self) -> Iterator[Reading]:
        """Read over a connection of its own, in one transaction."""
        with closing(self._connect()) as connection:
            connection.pragma("query_only", True)
            connection.execute("BEGIN")
            yield Reading(_query(connection))

    @contextmanager
    def writing(self, streams: Collection[str]) -> Iterator[_SqlitePen]:
        """Hold the one pen through one transaction. Raises :class:`AnotherWriter` when another process holds it."""
        if self._pen is None:
            self._take_lock()
            self._pen = _SqlitePen(self._connect())
        self._pen.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._pen
            self._pen.connection.execute("COMMIT")
        except BaseException:
            if self._pen.connection.in_transaction:
                self._pen.connection.execute("ROLLBACK")
            raise

    def take_pen(self) -> None:
        """Take the writer's lock now rather than at the first writing. Raises :class:`AnotherWriter`."""
        with self.writing(()):
            pass

    def missing_guards(self) -> list[str]:
        """Name the triggers that are gone or do not read as they should."""
        with closing(self._connect()) as connection:
            there = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
        return [name for name, said in guards("sqlite").items() if there.get(name) != said]

    def follow(self, heard: Callable[[str, int], None]) -> None:
        """Nobody else writes."""

    def close(self) -> None:
        """Close the pen and let go of the lock; readers close with their threads."""
        if self._pen is not None:
            self._pen.connection.close()
            self._pen = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _connect(self) -> apsw.Connection:
        connection = apsw.Connection(str(self._path))
        connection.set_busy_timeout(5000)
        connection.execute("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = FULL")
        mode, synced = connection.pragma("journal_mode", "wal"), connection.pragma("synchronous")
        if (mode, synced) != ("wal", FULL):
            raise JournalNotSafe(f"{self._path.name}: journal_mode={mode}, synchronous={synced}")
        return connection

    def _lay_out(self) -> None:
        self._take_lock()
        with (connection := self._connect()):
            for statement in [] if _is_laid_out(connection) else statements("sqlite"):
                connection.execute(statement)
        connection.close()
        self.close()

    def _take_lock(self) -> None:
        handle = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.pread(handle, 20, 0).decode() or "okänd"
            os.close(handle)
            raise AnotherWriter(
                f"Journalen skrivs redan av en annan process (nummer {pid}). På SQLite skriver bara en åt gången: "
                "låt servern göra det, eller stäng av den först."
            ) from None
        os.truncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        self._lock = handle


class _SqlitePen:
    """The one connection that writes."""

    def __init__(self, connection: apsw.Connection) -> None:
        self.connection = connection
        self.reading = Reading(_query(connection))

    def news(self, known: dict[str, int]) -> dict[str, list[Entry]]:
        """Give what was written by another process before this one took the pen."""
        found = {stream: list(self.reading.entries(stream, number)) for stream, number in known.items()}
        return {stream: entries for stream, entries in found.items() if entries}

    def append(self, births: Sequence[Stream], lines: Sequence[Line], texts: Sequence[tuple[str, Text]]) -> None:
        born = [(b.name, b.owner, b.mode, b.kind, b.born_at.isoformat()) for b in births]
        self.connection.executemany("INSERT INTO log_stream VALUES (?, ?, ?, ?, ?)", born)
        entered = [line.row() for line in lines]
        self.connection.executemany(INSERT, entered)
        written = [(text.id, stream, text.body, text.salt) for stream, text in texts]
        self.connection.executemany("INSERT INTO log_text VALUES (?, ?, ?, ?)", written)

    def dispose(self, grave: Tombstone) -> None:
        row = (grave.stream, grave.count, grave.last_seal, grave.decision_stream, grave.decision_number)
        self.connection.execute("INSERT INTO log_disposal VALUES (?, ?, ?, ?, ?, ?)", (*row, grave.disposed_at))
        self.connection.execute("DELETE FROM log_text WHERE stream = ?", (grave.stream,))
        self.connection.execute("DELETE FROM log_entry WHERE stream = ?", (grave.stream,))


def _query(connection: apsw.Connection) -> Callable[[str, Sequence[object]], Iterable[Row]]:
    return lambda asked, facts: connection.execute(_marked(asked), tuple(facts))


@cache
def _marked(asked: str) -> str:
    return asked.replace("%s", "?")


def _is_laid_out(connection: apsw.Connection) -> bool:
    return bool(list(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'log_entry'")))
