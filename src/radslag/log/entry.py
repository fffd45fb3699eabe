"""One entry of the record, its envelope and its seal. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Mode = Literal["sharp", "exercise", "test"]


@dataclass(frozen=True)
class Stream:
    """A stream's birth: its name, owner (organisation id), mode and kind never change (INVARIANTS 3 and 4)."""

    name: str
    owner: str
    mode: Mode
    kind: str
    born_at: datetime

    @property
    def seal(self) -> str:
        """The seal that the first entry builds on."""
        return _digest("", [self.name, self.owner, self.mode, self.kind, self.born_at.isoformat()])


@dataclass(frozen=True)
class Envelope:
    """Who did it, for whom, with what, when it was written and when it happened (INVARIANTS 5). Times aware, UTC."""

    by: str
    on_behalf_of: str | None
    device: str | None
    recorded_at: datetime
    happened_at: datetime
    key: str
    """The idempotency key of the act; events of one act share it."""


@dataclass(frozen=True)
class Entry:
    """One line of a stream: ``number`` counts from 1, ``kind`` is a permanent name (``meeting.vote_cast/1``)."""

    stream: str
    number: int
    kind: str
    facts: dict[str, Any]
    envelope: Envelope
    seal: str


def seal(previous: str, stream: str, number: int, kind: str, facts: dict[str, Any], envelope: Envelope) -> str:
    """Bind an entry to the one before it: SHA-256 in hex over the previous seal and everything the entry says."""
    return _digest(
        previous,
        [
            stream, number, kind, facts, envelope.by, envelope.on_behalf_of, envelope.device,
            envelope.recorded_at.isoformat(), envelope.happened_at.isoformat(), envelope.key,
        ],
    )  # fmt: skip


def first_broken_link(birth: Stream, entries: Iterable[Entry]) -> int | None:
    """Give the number of the first entry whose seal or number does not follow, or None when all is whole."""
    previous, expected = birth.seal, 1
    for entry in entries:
        made = seal(previous, entry.stream, entry.number, entry.kind, entry.facts, entry.envelope)
        if entry.number != expected or entry.seal != made:
            return expected
        previous, expected = entry.seal, expected + 1
    return None


def _digest(previous: str, said: list[Any]) -> str:
    line = json.dumps([previous, *said], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(line.encode()).hexdigest()
