"""The whole journal as plain lines, and back into an empty one: the same on SQLite and PostgreSQL, seals untouched."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

import msgspec

from radslag.log.entry import Entry, Envelope, Stream
from radslag.log.journal import Journal, Line, Reading, Tombstone
from radslag.log.texts import Text

PORTION = 2000
"""Lines written together."""


class NotEmpty(Exception):
    """There is something in the journal already: a copy is only laid into an empty one."""


def dump(reading: Reading) -> Iterator[dict[str, Any]]:
    """Give every birth, entry, text and tombstone as JSON types, births first."""
    births = list(reading.streams())
    for birth in births:
        yield {"birth": msgspec.to_builtins(birth)}
    for birth in births:
        for line in reading.lines(birth.name):
            yield {"entry": msgspec.to_builtins(line.entry), "part": line.part, "asked": line.asked}
        for text in reading.texts_of(birth.name):
            salt = base64.b64encode(text.salt).decode()
            yield {"text": {"id": text.id, "body": text.body, "salt": salt}, "stream": birth.name}
    for grave in reading.tombstones():
        yield {"tombstone": asdict(grave)}


def load(said: Iterable[dict[str, Any]], journal: Journal) -> int:
    """Lay the lines of :func:`dump` into an empty journal, all or nothing. Gives how many entries there were.

    Raises :class:`NotEmpty`, ``AnotherWriter``, and ``ValueError`` for a line that is none of ours. The database's own
    guards look at every line; whether the seals hold is for ``verify`` to say afterwards.
    """
    if next(iter(journal.reader().streams()), None) is not None:
        raise NotEmpty
    entries = 0
    with journal.writing(()) as pen:
        births: list[Stream] = []
        lines: list[Line] = []
        texts: list[tuple[str, Text]] = []
        for one in said:
            match one:
                case {"birth": facts}:
                    births.append(_birth(facts))
                case {"entry": facts, "part": part, "asked": asked}:
                    lines.append(Line(_entry(facts), part, asked))
                    entries += 1
                case {"text": {"id": id_, "body": body, "salt": salt}, "stream": stream}:
                    texts.append((stream, Text(id_, body, base64.b64decode(salt))))
                case {"tombstone": facts}:
                    pen.append(births, lines, texts)
                    births, lines, texts = [], [], []
                    pen.dispose(Tombstone(**facts))
                case _:
                    raise ValueError(f"not a line of a journal: {sorted(one)}")
            if len(births) + len(lines) + len(texts) >= PORTION:
                pen.append(births, lines, texts)
                births, lines, texts = [], [], []
        pen.append(births, lines, texts)
    return entries


def _birth(facts: dict[str, Any]) -> Stream:
    return Stream(**{**facts, "born_at": datetime.fromisoformat(facts["born_at"])})


def _entry(facts: dict[str, Any]) -> Entry:
    said = facts["envelope"]
    times = {name: datetime.fromisoformat(said[name]) for name in ("recorded_at", "happened_at")}
    return Entry(**{**facts, "envelope": Envelope(**{**said, **times})})
