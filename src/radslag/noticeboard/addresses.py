"""Where a posting and an authority's board are found."""

from __future__ import annotations

from uuid import UUID

from radslag.bodies.rows import OrganisationRow
from radslag.noticeboard import read
from radslag.publicity.asker import Asker


def address_of(id: UUID, asking: Asker) -> str | None:
    """Give the address of a posting's page, also after it was taken down."""
    return f"/anslag/{id}/" if read.posting(id, asking) else None


def key_of(org: OrganisationRow) -> str:
    """Give the key of an authority's board in its address: its code as municipality or region, else its id."""
    return org.codes.get("municipality") or org.codes.get("region") or str(org.id)
