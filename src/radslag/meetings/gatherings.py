"""What the pages of authorities and bodies are told of meetings."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from radslag.bodies.gatherings import Gathering
from radslag.meetings import read
from radslag.publicity.asker import Asker

MOST = 5


def gatherings(asking: Asker, *, owner: UUID, body: UUID | None) -> Sequence[Gathering]:
    """List what goes on now and the next ones, at most five, of an authority or of one of its bodies."""
    rows = [
        row
        for when in ("now", "upcoming")
        for row in read.meetings(asking, organisation=owner, body=body, when=when, limit=MOST)
    ]
    return [Gathering(row.address, row.body.name, row.starts_at, row.place, row.stage, row.mode) for row in rows[:MOST]]
