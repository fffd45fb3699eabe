"""Where an authority's board is found."""

from __future__ import annotations

from radslag.bodies.rows import OrganisationRow


def key_of(org: OrganisationRow) -> str:
    """Give the key of an authority's board in its address: its code as municipality or region, else its id."""
    return org.codes.get("municipality") or org.codes.get("region") or str(org.id)
