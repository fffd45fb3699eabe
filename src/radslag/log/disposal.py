"""Disposal (gallring): a stream goes away only by a decision that is itself sealed, and leaves a tombstone."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from radslag.log.entry import Entry
from radslag.log.journal import Reading, Tombstone

DECIDED = "log.disposal_decided/1"
"""The kind of the entry in ``admin/<owner>`` that lets a stream be disposed of. The triggers know it too."""


class NotDecided(Exception):
    """No sealed decision speaks of this stream as it stands."""


def decision_facts(reading: Reading, stream: str, ground: str) -> dict[str, Any]:
    """Give the facts of a decision: how much the stream holds, its last seal, and the id of the disposal rule."""
    last = reading.last_seal(stream)
    if last is None or reading.tombstone(stream) is not None:
        raise NotDecided(f"{stream} is not there to be disposed of")
    return {"stream": stream, "count": last[0], "last_seal": last[1], "ground": ground}


def tombstone(reading: Reading, stream: str, decision: int, at: datetime) -> Tombstone:
    """Make the tombstone that the decision number ``decision`` of the owner's administrative stream lets be set.

    Raises :class:`NotDecided` when there is no such decision, or when the stream has grown since it was made.
    """
    birth, last = reading.birth(stream), reading.last_seal(stream)
    if birth is None or last is None:
        raise NotDecided(f"{stream} is not there to be disposed of")
    grave = Tombstone(stream, last[0], last[1], f"admin/{birth.owner}", decision, at.isoformat())
    if not any(decides(entry, grave) for entry in reading.entries(grave.decision_stream, decision - 1)):
        raise NotDecided(f"{grave.decision_stream} {decision} decides nothing about {stream} as it stands")
    return grave


def decides(entry: Entry, grave: Tombstone) -> bool:
    """Say whether this entry is the decision that the tombstone refers to."""
    return (
        (entry.stream, entry.number, entry.kind) == (grave.decision_stream, grave.decision_number, DECIDED)
        and entry.facts.get("stream") == grave.stream
        and entry.facts.get("count") == grave.count
        and entry.facts.get("last_seal") == grave.last_seal
    )
