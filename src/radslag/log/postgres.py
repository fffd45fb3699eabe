"""The journal on PostgreSQL: in the same database as the registers, one lock for each stream, news by NOTIFY."""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from itertools import groupby, islice
from typing import Any

import msgspec
import psycopg
from psycopg_pool import ConnectionPool

from radslag.log.entry import Entry, Stream
from radslag.log.journal import COLUMNS, ActKey, JournalNotSafe, Line, Reading, Tombstone, as_entry
from radslag.log.tables import guards, statements
from radslag.log.texts import Text

log = logging.getLogger("radslag.log")

DURABLE = ("fsync", "full_page_writes", "synchronous_commit")
CHANNEL = "radslag_log"
STREAMS_PER_NOTICE = 50
"""A notice must stay under 8,000 bytes."""

Connection = psycopg.Connection[tuple[Any, ...]]


def parameters() -> dict[str, Any]:
    """Give what Django connects with (in a test: the test database)."""
    from django.db import connections

    given = connections["default"].get_connection_params()
    return {
        name: value for name, value in given.items() if isinstance(value, (str, int)) and name != "prepare_threshold"
    }


class PostgresJournal:
    """The journal in a database. Raises :class:`JournalNotSafe` when a trigger is missing or syncing is off."""

    def __init__(self, given: dict[str, Any], *, inspect: bool = False) -> None:
        self._given = given
        self._name = uuid.uuid4().hex
        self._lay_out()
        if (missing := self.missing_guards()) and not inspect:
            raise JournalNotSafe(f"triggers missing, switched off or changed: {', '.join(missing)}")
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            kwargs={**given, "autocommit": True}, min_size=1, max_size=8, open=True, name="journal"
        )
        self._reading = PostgresReading(self._ask)
        self._pen: Connection | None = None
        self._closing = threading.Event()
        self._listener: threading.Thread | None = None
        self._listening = False

    @property
    def is_told(self) -> bool:
        """Say whether the line on which other processes tell what they write is open."""
        return self._listening

    def reader(self) -> Reading:
        """Give the way of reading that all threads share."""
        return self._reading

    @contextmanager
    def steady(self) -> Iterator[Reading]:
        """Read over a connection of its own, in one transaction that sees one moment."""
        with self._connect() as connection, connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield PostgresReading(lambda asked, facts: connection.execute(asked.encode(), facts).fetchall())

    @contextmanager
    def writing(self, streams: Collection[str]) -> Iterator[PostgresPen]:
        """Hold these streams' locks through one transaction."""
        if self._pen is None or self._pen.closed:
            self._pen = self._connect()
            # Every question of the pen and of the triggers is one for an index. A plan made while the tables were
            # small would read them whole, and a session keeps the plans of its triggers.
            self._pen.execute("SET enable_seqscan = off")
        with self._pen.transaction():
            # Always in the same order, so that two processes never wait for each other.
            keys = sorted({int.from_bytes(sha256(name.encode()).digest()[:8], signed=True) for name in streams})
            self._pen.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", (keys,))
            yield PostgresPen(self._pen, self._name)

    def take_pen(self) -> None:
        """Connect; there is room for many writers."""
        with self.writing(()):
            pass

    def missing_guards(self) -> list[str]:
        """Name the triggers and functions that are gone, switched off or do not read as they should."""
        with self._connect() as connection:
            there: dict[str, str] = dict(
                connection.execute(
                    "SELECT tgname, CASE WHEN tgenabled IN ('O', 'A') THEN pg_get_triggerdef(oid, true) END "
                    "FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text LIKE 'log\\_%' "
                    "UNION ALL SELECT proname, prosrc FROM pg_proc WHERE pronamespace::regnamespace::text = "
                    "current_schema() AND proname LIKE 'log\\_%'"
                ).fetchall()
            )
        return [name for name, said in guards("postgres").items() if there.get(name) != said]

    def follow(self, heard: Callable[[str, int], None]) -> None:
        """Call ``heard`` from a thread of its own for what other processes write."""
        listening = threading.Event()
        self._listener = threading.Thread(
            target=self._listen, args=(heard, listening), name="journal news", daemon=True
        )
        self._listener.start()
        listening.wait(5)

    def close(self) -> None:
        """Stop listening and close every connection."""
        self._closing.set()
        if self._listener is not None:
            self._listener.join()
        if self._pen is not None:
            self._pen.close()
        self._pool.close()

    def _ask(self, asked: str, facts: Sequence[object]) -> list[tuple[Any, ...]]:
        with self._pool.connection() as connection:
            return connection.execute(asked.encode(), facts).fetchall()

    def _connect(self) -> Connection:
        connection = psycopg.connect(**self._given, autocommit=True)
        connection.execute("SET synchronous_commit = on")
        found = {name: connection.execute(f"SHOW {name}".encode()).fetchall()[0][0] for name in DURABLE}
        if any(value != "on" for value in found.values()):
            connection.close()
            raise JournalNotSafe(", ".join(f"{name}={value}" for name, value in found.items()))
        return connection

    def _lay_out(self) -> None:
        with self._connect() as connection, connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(hashtext('radslag log tables'))")
            if connection.execute("SELECT to_regclass('log_entry')").fetchall() == [(None,)]:
                for statement in statements("postgres"):
                    connection.execute(statement.encode())

    def _listen(self, heard: Callable[[str, int], None], listening: threading.Event) -> None:
        known: dict[str, int] = {}
        while not self._closing.is_set():
            try:
                with self._connect() as connection:
                    connection.execute(f"LISTEN {CHANNEL}".encode())
                    self._catch_up(connection, known, heard if listening.is_set() else None)
                    self._listening = True
                    listening.set()
                    while not self._closing.is_set():
                        for notice in connection.notifies(timeout=0.5):
                            self._hear(notice.payload, known, heard)
            except psycopg.Error:
                self._listening = False
                log.exception("the news of other processes is cut off; trying again")
                time.sleep(1)

    def _catch_up(
        self, connection: Connection, known: dict[str, int], heard: Callable[[str, int], None] | None
    ) -> None:
        """After a break, ring for what changed meanwhile; at the first start only remember where things stand."""
        for stream, number in connection.execute("SELECT stream, MAX(number) FROM log_entry GROUP BY stream"):
            if heard is not None and known.get(stream) != number:
                heard(stream, number)
            known[stream] = number

    def _hear(self, payload: str, known: dict[str, int], heard: Callable[[str, int], None]) -> None:
        sender, numbers = msgspec.json.decode(payload)
        known.update(numbers)
        if sender != self._name:
            for stream, number in numbers.items():
                heard(stream, number)


class PostgresReading(Reading):
    """Asks about many acts in one question."""

    def answered(self, acts: Collection[ActKey]) -> dict[ActKey, tuple[str, tuple[Entry, ...]]]:
        """Of these acts, give those already in the record."""
        if not acts:
            return {}
        asked = (
            f"SELECT {COLUMNS}, asked FROM log_entry JOIN unnest(%s::text[], %s::text[], %s::text[]) AS act (s, b, k) "
            "ON stream = s AND done_by = b AND act_key = k ORDER BY stream, done_by, act_key, part"
        )
        rows = self._query(asked, [list(column) for column in zip(*set(acts), strict=True)])
        found: dict[ActKey, tuple[str, tuple[Entry, ...]]] = {}
        for key, group in groupby(((as_entry(row[:-1]), row[-1]) for row in rows), key=lambda one: _key(one[0])):
            lines = list(group)
            found[key] = (lines[0][1], tuple(entry for entry, _ in lines))
        return found


class PostgresPen:
    """One open transaction under the locks of its streams."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection, self._name = connection, name
        self.reading: Reading = PostgresReading(
            lambda asked, facts: connection.execute(asked.encode(), facts).fetchall()
        )

    def news(self, known: dict[str, int]) -> dict[str, list[Entry]]:
        """Give what other processes wrote since."""
        found: dict[str, list[Entry]] = {}
        asked = (
            f"SELECT {COLUMNS} FROM log_entry JOIN unnest(%s::text[], %s::bigint[]) AS known (s, n) "
            "ON stream = s AND number > n ORDER BY stream, number"
        )
        for row in self._connection.execute(asked.encode(), (list(known), list(known.values()))):
            found.setdefault(row[0], []).append(as_entry(row))
        return found

    def append(self, births: Sequence[Stream], lines: Sequence[Line], texts: Sequence[tuple[str, Text]]) -> None:
        """Add all in as many statements as there are tables, and one notice of it all."""
        born = [(b.name, b.owner, b.mode, b.kind, b.born_at.isoformat()) for b in births]
        self._insert("log_stream", ("text",) * 5, born)
        kinds = ("text", "bigint", *("text",) * 9, "bigint", "text")
        self._insert("log_entry", kinds, [line.row() for line in lines])
        written = [(text.id, stream, text.body, text.salt) for stream, text in texts]
        self._insert("log_text", ("text", "text", "text", "bytea"), written)
        numbers = {line.entry.stream: line.entry.number for line in lines}
        told = iter(numbers.items())
        while some := dict(islice(told, STREAMS_PER_NOTICE)):
            notice = msgspec.json.encode([self._name, some]).decode()
            self._connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, notice))

    def dispose(self, grave: Tombstone) -> None:
        """Set the tombstone and take away entries and texts."""
        row = (grave.stream, grave.count, grave.last_seal, grave.decision_stream, grave.decision_number)
        self._connection.execute("INSERT INTO log_disposal VALUES (%s, %s, %s, %s, %s, %s)", (*row, grave.disposed_at))
        self._connection.execute("DELETE FROM log_text WHERE stream = %s", (grave.stream,))
        self._connection.execute("DELETE FROM log_entry WHERE stream = %s", (grave.stream,))

    def _insert(self, table: str, kinds: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            columns = ", ".join(f"%s::{kind}[]" for kind in kinds)
            values = [list(column) for column in zip(*rows, strict=True)]
            self._connection.execute(f"INSERT INTO {table} SELECT * FROM unnest({columns})".encode(), values)


def _key(entry: Entry) -> ActKey:
    return entry.stream, entry.envelope.by, entry.envelope.key
