"""Where a matter or a document is found by its permanent id."""

from __future__ import annotations

from uuid import UUID

from radslag.matters import read
from radslag.publicity.asker import Asker


def address_of(id: UUID, asking: Asker) -> str | None:
    """Give the address of a matter's page, or of a document's matter; None when the asker may not know of it."""
    if read.matter(id, asking) is not None:
        return f"/arende/{id}/"
    of = read.matter_of(id, asking)
    return f"/arende/{of}/" if of else None
