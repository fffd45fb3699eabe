"""Walks the whole record: every seal, every text, every tombstone, and what was printed of it elsewhere."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from radslag.log.disposal import decides
from radslag.log.entry import Entry, Stream, first_broken_link, seal
from radslag.log.journal import Journal, Reading, Tombstone
from radslag.log.opening import journal
from radslag.log.texts import DIGESTS


@dataclass(frozen=True)
class Anchor:
    """A seal that was printed outside the journal: in approved minutes, in a proof packet."""

    stream: str
    number: int
    seal: str
    where: str
    """Where it can be read, for people: ``protokoll 2026-11-24 § 12``."""


@dataclass(frozen=True)
class Finding:
    """Something that is not as it was written. ``number`` is that of the entry, 0 when no single entry is meant."""

    stream: str
    number: int
    what: str

    def __str__(self) -> str:
        return f"{self.stream} {self.number}: {self.what}" if self.stream else self.what


def verify(anchors: Iterable[Anchor] = (), stream: str | None = None, book: Journal | None = None) -> list[Finding]:
    """Walk one stream, or all of them, and give everything that does not hold.

    Seals can be reckoned anew by whoever can write in the database. The anchors cannot: they are printed where
    others keep them, so a rewritten stream fails against them.
    """
    book = book or journal()
    reading = book.reader()
    held = [anchor for anchor in anchors if stream in (None, anchor.stream)]
    found = [Finding("", 0, f"trigger missing or changed: {name}") for name in book.missing_guards()]
    births = {birth.name: birth for birth in reading.streams() if stream in (None, birth.name)}
    if stream is not None and not births:
        return [*found, Finding(stream, 0, "no such stream")]
    graves = {grave.stream: grave for grave in reading.tombstones()}
    for birth in births.values():
        mine = [anchor for anchor in held if anchor.stream == birth.name]
        if birth.name in graves:
            found += _grave(reading, graves[birth.name], birth, mine)
        else:
            found += _stream(reading, birth, mine)
    found += [_against(anchor, "the stream is gone") for anchor in held if anchor.stream not in births]
    return found


def quick_look(book: Journal | None = None, streams: int = 20) -> list[Finding]:
    """Look at the triggers and at the last link of some streams taken at random: what ``/healthz`` can afford."""
    book = book or journal()
    reading = book.reader()
    found = [Finding("", 0, f"trigger missing or changed: {name}") for name in book.missing_guards()]
    births = list(reading.streams())
    for birth in random.sample(births, min(streams, len(births))):
        number, _ = reading.last_seal(birth.name) or (0, "")
        tail = list(reading.entries(birth.name, max(0, number - 2)))
        if len(tail) == 2 and _link(tail[0], tail[1]):
            found.append(Finding(birth.name, number, "the seal does not follow from the entry before"))
    return found


def _stream(reading: Reading, birth: Stream, anchors: list[Anchor]) -> Iterator[Finding]:
    entries = list(reading.entries(birth.name))
    broken = first_broken_link(birth, entries)
    if broken is not None:
        yield Finding(
            birth.name, broken, "the seal does not follow from the entry before: changed, added or taken away"
        )
    yield from _texts(reading, birth.name, entries)
    seals = {entry.number: entry.seal for entry in entries} | {0: birth.seal}
    for anchor in anchors:
        if anchor.number not in seals:
            yield _against(anchor, "the entry is gone")
        elif seals[anchor.number] != anchor.seal:
            yield _against(anchor, "the seal is another: entries were rewritten")


def _texts(reading: Reading, stream: str, entries: list[Entry]) -> Iterator[Finding]:
    kept = {text.id: text for text in reading.texts_of(stream)}
    for entry in entries:
        for id_, digest in entry.facts.get(DIGESTS, {}).items():
            text = kept.pop(id_, None)
            if text is None:
                yield Finding(stream, entry.number, f"the text {id_} is gone")
            elif text.digest != digest:
                yield Finding(stream, entry.number, f"the text {id_} is not the one that was entered")
    for id_ in kept:
        yield Finding(stream, 0, f"no entry speaks of the text {id_}")


def _grave(reading: Reading, grave: Tombstone, birth: Stream, anchors: list[Anchor]) -> Iterator[Finding]:
    decisions = reading.entries(grave.decision_stream, grave.decision_number - 1)
    if grave.decision_stream != f"admin/{birth.owner}" or not any(decides(entry, grave) for entry in decisions):
        yield Finding(grave.stream, grave.count, "disposed of without a sealed decision")
    if (left := reading.last_seal(grave.stream)) is not None and left[0] > 0:
        yield Finding(grave.stream, left[0], "entries stand where the stream was disposed of")
    for anchor in anchors:
        if anchor.number > grave.count or (anchor.number == grave.count and anchor.seal != grave.last_seal):
            yield _against(anchor, "the tombstone tells of another stream")


def _against(anchor: Anchor, what: str) -> Finding:
    return Finding(anchor.stream, anchor.number, f"{what} (against {anchor.where})")


def _link(before: Entry, after: Entry) -> bool:
    """Say whether the link between two entries is broken."""
    return after.seal != seal(before.seal, after.stream, after.number, after.kind, after.facts, after.envelope)
