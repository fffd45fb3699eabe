"""Where a meeting is found by its permanent id."""

from __future__ import annotations

from uuid import UUID

from radslag.meetings import read
from radslag.publicity.asker import Asker


def address_of(id: UUID, asking: Asker) -> str | None:
    """Give the address of a meeting's page, or None when the asker may not know of it."""
    return f"/mote/{id}/" if read.meeting(id, asking) else None
