"""What each page of organisations and bodies is made of."""

from __future__ import annotations

from datetime import date
from typing import Any

from radslag.bodies import hemicycle, read
from radslag.bodies.gatherings import gatherings
from radslag.bodies.seed.paths import box
from radslag.publicity.asker import Asker

Page = dict[str, Any]


def organisation(found: read.OrganisationRow, on: date, asking: Asker) -> Page:
    """Gather an organisation's facts, bonds, bodies and council seats on a day."""
    bonds: dict[str, list[read.Bond]] = {}
    for bond in read.belongs_to(found.id, on, asking):
        bonds.setdefault(bond.kind, []).append(bond)
    members = [
        bond
        for kind in found.codes
        if kind in ("region", "county_board", "healthcare_region")
        for bond in read.holds(found.id, kind, on, asking)
    ]
    code = found.codes.get("municipality", "")
    county_code = found.codes.get("region") or found.codes.get("county_board") or code[:2]
    area = read.area("municipality", code, asking)
    return {
        "org": found,
        "bonds": bonds,
        "members": members,
        "county": read.area("county", county_code, asking) if county_code else None,
        "area": area if area and area.path else None,
        "box": box([area.path]) if area and area.path else "",
        "figures": {figure.what: figure for figure in read.figures(found.id, asking)},
        "contact": read.contact(found.id, asking),
        "bodies": read.bodies_of(found.id, asking),
        "meetings": gatherings(asking, owner=found.id),
        "council_seats": read.council_seats(found.id, asking),
        "provenance": read.provenance(found.id, asking),
        "takes_signals": bool({"municipality", "region"} & set(found.codes)),
    }


def county(area: read.AreaRow, on: date, asking: Asker) -> Page:
    """Gather a county: who is there on a day, and the boundaries of its municipalities."""
    board = read.by_code(read.Kind.COUNTY_BOARD, area.code, asking)
    region = read.by_code(read.Kind.REGION, area.code, asking)
    members = read.holds(board.id, "county_board", on, asking) if board else []
    inside = [bond.other for bond in members if bond.other.kind == "municipality"]
    codes = {one.codes["municipality"]: one for one in inside}
    drawn = [one for one in read.areas("municipality", asking) if one.code in codes]
    healthcare = read.belongs_to(region.id, on, asking) if region else []
    return {
        "area": area,
        "board": board,
        "region": region,
        "municipalities": inside,
        "drawn": drawn,
        "box": box([area.path]) if area.path else "",
        "healthcare": [bond for bond in healthcare if bond.kind == "healthcare_region"],
    }


def body(found: read.BodyRow, on: date, asking: Asker) -> Page:
    """Gather a body and its roster on a day, with the seat map."""
    roster = read.roster(found.id, on, asking)
    groups: dict[str, int] = {}
    for seat in roster.members:
        groups[seat.party] = groups.get(seat.party, 0) + 1
    return {
        "body": found,
        "roster": roster,
        "parent": read.body(found.parent, asking) if found.parent else None,
        "parts": [one for one in read.bodies_of(found.owner.id, asking) if one.parent == found.id],
        "presidium": sorted((s for s in roster.members if s.presidium), key=lambda s: s.presidium),
        "groups": groups,
        "meetings": gatherings(asking, owner=found.owner.id, body=found.id),
        "map": hemicycle.draw([seat.party for seat in roster.members], decided=roster.decided),
    }


def registry(asking: Asker) -> Page:
    """Gather the list of municipalities by county, the regions and the health-care regions."""
    by_county: dict[str, list[read.OrganisationRow]] = {}
    for one in read.organisations(read.Kind.MUNICIPALITY, asking):
        by_county.setdefault(one.codes["municipality"][:2], []).append(one)
    return {
        "counties": [(area, by_county.get(area.code, [])) for area in read.areas("county", asking)],
        "regions": read.organisations(read.Kind.REGION, asking),
        "healthcare": read.organisations(read.Kind.HEALTHCARE_REGION, asking),
    }
