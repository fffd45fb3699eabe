"""The journal as both databases give it: the questions that can be asked, and what a writer can do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, cast

import msgspec

from radslag.log.entry import Entry, Envelope, Mode, Stream
from radslag.log.texts import Text

Row = tuple[Any, ...]
Query = Callable[[str, Sequence[object]], Iterable[Row]]
ActKey = tuple[str, str, str]
"""Stream, by, idempotency key: one act, however many times it is sent."""

COLUMNS = "stream, number, kind, facts, done_by, on_behalf_of, device, recorded_at, happened_at, act_key, seal"
GRAVE = "stream, entry_count, last_seal, decision_stream, decision_number, disposed_at"


class JournalNotSafe(Exception):
    """The database would not keep what is written as the record must be kept; nothing starts on it."""


class AnotherWriter(Exception):
    """Another process holds the pen."""


@dataclass(frozen=True)
class Line:
    """An entry as it is written: with its place in the act and a digest of what was asked for."""

    entry: Entry
    part: int
    asked: str

    def row(self) -> Row:
        """Give the values of :data:`COLUMNS` and of ``part`` and ``asked``."""
        e, v = self.entry, self.entry.envelope
        return (
            e.stream, e.number, e.kind, msgspec.json.encode(e.facts, order="deterministic").decode(), v.by,
            v.on_behalf_of, v.device, v.recorded_at.isoformat(), v.happened_at.isoformat(), v.key, e.seal,
            self.part, self.asked,
        )  # fmt: skip


@dataclass(frozen=True)
class Tombstone:
    """What is left of a stream that was disposed of: how much it held, its last seal, and by which decision."""

    stream: str
    count: int
    last_seal: str
    decision_stream: str
    decision_number: int
    disposed_at: str


class Reading:
    """The questions that can be asked of the journal over one connection."""

    def __init__(self, query: Query) -> None:
        self._query = query

    def birth(self, stream: str) -> Stream | None:
        """Give the stream's birth, or None when there is no such stream."""
        return next(self._births("WHERE name = %s", (stream,)), None)

    def streams(self, kind: str | None = None) -> Iterator[Stream]:
        """Give every stream, or every stream of a kind, in the order of their names."""
        return self._births("WHERE kind = %s", (kind,)) if kind else self._births("", ())

    def entries(self, stream: str, after: int = 0) -> Iterator[Entry]:
        """Give the stream's entries with a number above ``after``, in order."""
        asked = f"SELECT {COLUMNS} FROM log_entry WHERE stream = %s AND number > %s ORDER BY number"
        return map(as_entry, self._query(asked, (stream, after)))

    def lines(self, stream: str) -> Iterator[Line]:
        """Give the stream's entries as they are written, with their place in the act: for a copy of the journal."""
        asked = f"SELECT {COLUMNS}, part, asked FROM log_entry WHERE stream = %s ORDER BY number"
        return (Line(as_entry(row[:-2]), row[-2], row[-1]) for row in self._query(asked, (stream,)))

    def last_seal(self, stream: str) -> tuple[int, str] | None:
        """Give number and seal of the last entry (0 and the birth's seal before the first)."""
        asked = "SELECT number, seal FROM log_entry WHERE stream = %s ORDER BY number DESC LIMIT 1"
        for number, seal in self._query(asked, (stream,)):
            return number, seal
        birth = self.birth(stream)
        return (0, birth.seal) if birth else None

    def texts(self, ids: Collection[str]) -> dict[str, Text]:
        """Give the texts with these ids; those that are gone are left out."""
        found: dict[str, Text] = {}
        for one in ids:
            for id_, body, salt in self._query("SELECT id, body, salt FROM log_text WHERE id = %s", (one,)):
                found[id_] = Text(id_, body, bytes(salt))
        return found

    def texts_of(self, stream: str) -> Iterator[Text]:
        """Give every text of a stream."""
        asked = self._query("SELECT id, body, salt FROM log_text WHERE stream = %s ORDER BY id", (stream,))
        return (Text(id_, body, bytes(salt)) for id_, body, salt in asked)

    def tombstones(self) -> Iterator[Tombstone]:
        """Give what is left of every stream that was disposed of."""
        return (Tombstone(*row) for row in self._query(f"SELECT {GRAVE} FROM log_disposal ORDER BY stream", ()))

    def tombstone(self, stream: str) -> Tombstone | None:
        """Give what is left of this stream if it was disposed of."""
        rows = self._query(f"SELECT {GRAVE} FROM log_disposal WHERE stream = %s", (stream,))
        return next((Tombstone(*row) for row in rows), None)

    def answered(self, acts: Collection[ActKey]) -> dict[ActKey, tuple[str, tuple[Entry, ...]]]:
        """Of these acts, give those already in the record: what was asked (digest) and what was written."""
        asked = (
            f"SELECT {COLUMNS}, asked FROM log_entry WHERE stream = %s AND done_by = %s AND act_key = %s ORDER BY part"
        )
        found = {}
        for act in acts:
            if rows := list(self._query(asked, act)):
                found[act] = (str(rows[0][-1]), tuple(as_entry(row[:-1]) for row in rows))
        return found

    def _births(self, where: str, facts: Sequence[object]) -> Iterator[Stream]:
        asked = f"SELECT name, owner, mode, kind, born_at FROM log_stream {where} ORDER BY name"
        for name, owner, mode, kind, born_at in self._query(asked, facts):
            yield Stream(name, owner, cast("Mode", mode), kind, datetime.fromisoformat(born_at))


class Pen(Protocol):
    """One open transaction: read as it is now, append, and nothing else."""

    reading: Reading

    def news(self, known: dict[str, int]) -> dict[str, list[Entry]]:
        """Give what others wrote in these streams after the numbers known."""

    def append(self, births: Sequence[Stream], lines: Sequence[Line], texts: Sequence[tuple[str, Text]]) -> None:
        """Add streams, lines and texts (each with its stream)."""

    def dispose(self, grave: Tombstone) -> None:
        """Set the tombstone, then take away the stream's entries and texts. The database asks for the decision."""


class Journal(Protocol):
    """A journal in some database."""

    @property
    def is_told(self) -> bool:
        """Say whether nothing can be written now without this process being told: it writes alone, or it listens."""

    def reader(self) -> Reading:
        """Give this thread's own way of reading what is committed."""

    def steady(self) -> AbstractContextManager[Reading]:
        """Read everything as it is at one moment, whatever is written meanwhile."""

    def writing(self, streams: Collection[str]) -> AbstractContextManager[Pen]:
        """Open one transaction over these streams; leaving it commits durably, an error takes it all back."""

    def take_pen(self) -> None:
        """Make sure now that this process can write. Raises :class:`AnotherWriter`."""

    def missing_guards(self) -> list[str]:
        """Name the triggers that should refuse changes and do not."""

    def follow(self, heard: Callable[[str, int], None]) -> None:
        """Call ``heard`` for what other processes write, from some thread (never where we alone write)."""

    def close(self) -> None:
        """Put down the pen and close."""


def as_entry(row: Row) -> Entry:
    """Read one row of :data:`COLUMNS`."""
    stream, number, kind, facts, by, on_behalf_of, device, recorded_at, happened_at, key, seal = row
    envelope = Envelope(
        by, on_behalf_of, device, datetime.fromisoformat(recorded_at), datetime.fromisoformat(happened_at), key
    )
    return Entry(stream, number, kind, msgspec.json.decode(facts), envelope, seal)
