"""Putting the tables of facts into the registers; what is already so is left alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models, transaction

from radslag.bodies import models as m
from radslag.bodies.search import words
from radslag.bodies.seed.tables import Row, rows


@dataclass
class Count:
    """What a load did with one table."""

    read: int = 0
    added: int = 0
    changed: int = 0


@transaction.atomic
def load() -> dict[str, Count]:
    """Load every table. A second run adds 0 and changes 0."""
    organisations = _organisations()
    done = {
        "sources": _put(m.Source.objects, ["id"], _sources()),
        "organisations": _put(m.Organisation.objects, ["id"], organisations),
        "capacities": _put(m.Capacity.objects, ["organisation_id", "kind"], _capacities()),
        "figures": _put(m.Figure.objects, ["organisation_id", "what"], _figures()),
        "areas": _put(m.Area.objects, ["id"], _areas()),
        "belongings": _put(m.Belonging.objects, ["member_id", "kind", "whole_id", "valid_from"], _belongings()),
        "body_kinds": _put(m.BodyKind.objects, ["id"], _body_kinds()),
        "mandate_periods": _put(m.MandatePeriod.objects, ["name"], _periods()),
        "parties": _put(m.Party.objects, ["label", "name"], _parties()),
    }
    done["council_seats"] = _put(m.CouncilSeats.objects, ["organisation_id", "year", "party_id"], _council_seats())
    return done


Facts = dict[str, Any]


def _put(table: models.Manager[Any], key: list[str], wanted: Iterable[Facts]) -> Count:
    count = Count()
    have = {tuple(getattr(row, name) for name in key): row for row in table.all()}
    new: list[models.Model] = []
    changed: list[models.Model] = []
    fields: set[str] = set()
    for facts in wanted:
        count.read += 1
        row = have.get(tuple(facts[name] for name in key))
        if row is None:
            new.append(table.model(**facts))
            continue
        different = {name for name, value in facts.items() if getattr(row, name) != value}
        if different:
            for name in different:
                setattr(row, name, facts[name])
            changed.append(row)
            fields |= different
    table.bulk_create(new, batch_size=500)
    if changed:
        table.bulk_update(changed, sorted(fields), batch_size=200)
    count.added, count.changed = len(new), len(changed)
    return count


def _sourced(row: Row) -> Facts:
    return {"source": row["source"], "source_date": row["date"], "grade": row["grade"]}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _sources() -> list[Facts]:
    return [dict(row) | {"read_on": date.fromisoformat(row["read_on"])} for row in rows("sources")]


def _organisations() -> list[Facts]:
    made: dict[str, Facts] = {}

    def enter(row: Row, kind: m.Kind, *, also: str = "", code: str = "", **facts: Any) -> None:
        made[row["id"]] = {
            "id": UUID(row["id"]),
            "kind": kind.value,
            "name": row["name"],
            "legal_name": row["name"],
            "also": also,
            "searched": words(
                row["name"], facts.get("legal_name", ""), *also.split(";"), code, facts.get("organisation_number", "")
            ),
            **_sourced(row),
            **facts,
        }

    for row in rows("agencies"):
        enter(
            row,
            m.Kind.AGENCY,
            also=row["also"],
            organisation_number=row["organisation_number"],
            group=row["group"],
            department=row["department"],
            email=row["email"],
            web=row["web"],
            note=row["note"],
            valid_to=_day(row["valid_to"]),
        )
    group = "Statliga förvaltningsmyndigheter"
    for row in rows("county_boards"):
        contact = {name: row[name] for name in ("organisation_number", "seat", "email", "web")}
        enter(row, m.Kind.COUNTY_BOARD, group=group, **contact)
    for row in rows("regions"):
        enter(row, m.Kind.REGION, seat=row["seat"])
    for row in rows("municipalities"):
        enter(row, m.Kind.MUNICIPALITY, code=row["code"], legal_name=row["legal_name"])
    for row in rows("healthcare_regions"):
        enter(row, m.Kind.HEALTHCARE_REGION)
    return list(made.values())


def _capacities() -> list[Facts]:
    tables = {
        m.Kind.MUNICIPALITY: "municipalities",
        m.Kind.REGION: "regions",
        m.Kind.COUNTY_BOARD: "county_boards",
        m.Kind.AGENCY: "agencies",
        m.Kind.HEALTHCARE_REGION: "healthcare_regions",
    }
    return [
        {"organisation_id": UUID(row["id"]), "kind": kind.value, "code": row.get("code", ""), **_sourced(row)}
        for kind, name in tables.items()
        for row in rows(name)
    ]


def _figures() -> list[Facts]:
    ids = _ids("municipalities")
    made = [
        {"organisation_id": ids[row["code"]], "what": "population", "value": int(row["population"]), **_sourced(row)}
        for row in rows("populations")
    ]
    for row in rows("regions"):
        made += [
            {"organisation_id": UUID(row["id"]), "what": what, "value": int(row[what]), **_sourced(row)}
            for what in ("council_seats_2018", "council_seats_2022")
            if row[what]
        ]
    return made


def _areas() -> list[Facts]:
    return [
        {
            "id": UUID(row["id"]),
            "kind": row["kind"],
            "code": row["code"],
            "name": row["name"],
            "path": row["path"],
            "x": float(row["x"]),
            "y": float(row["y"]),
            **_sourced(row),
        }
        for row in rows("areas")
    ]


def _belongings() -> list[Facts]:
    boards, regions, healthcare = _ids("county_boards"), _ids("regions"), _ids("healthcare_regions")
    former = {(row["kind"], row["member"], row["whole_kind"]) for row in rows("former_belongings")}
    law = {row["code"]: _sourced(row) for row in rows("healthcare_regions")}
    made: list[Facts] = []

    def enter(member: str, kind: str, whole: UUID, sourced: Facts, **facts: Any) -> None:
        made.append(
            {"member_id": UUID(member), "kind": kind, "whole_id": whole, "valid_from": None, **sourced, **facts}
        )

    for row in rows("municipalities"):
        if ("municipality", row["code"], "county_board") not in former:
            enter(row["id"], "county_board", boards[row["county"]], _sourced(row))
        if regions[row["county"]] != UUID(row["id"]):
            enter(row["id"], "region", regions[row["county"]], _sourced(row))
        enter(row["id"], "healthcare_region", healthcare[row["healthcare_region"]], law[row["healthcare_region"]])
    for row in rows("healthcare_regions"):
        members = [(county, "") for county in row["counties"].split()]
        parts = row["municipalities"].split()
        if parts:
            names = {r["code"]: r["name"] for r in rows("municipalities")}
            members.append((parts[0][:2], ", ".join(sorted(names[code] for code in parts))))
        for county, part in members:
            if county == "09":
                continue
            enter(str(regions[county]), "healthcare_region", UUID(row["id"]), _sourced(row), note=part)
    for row in rows("regions"):
        if row["code"] != "09":
            enter(row["id"], "county_board", boards[row["code"]], _sourced(row))
    for row in rows("former_belongings"):
        enter(
            str(_ids("municipalities")[row["member"]]),
            row["whole_kind"],
            boards[row["whole"]],
            _sourced(row),
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            note=row["note"],
        )
    return made


def _ids(table: str) -> dict[str, UUID]:
    return {row["code"]: UUID(row["id"]) for row in rows(table)}


def _body_kinds() -> list[Facts]:
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "law": row["law"],
            "decides": bool(row["decides"]),
            "within_body": bool(row["within_body"]),
            "order": int(row["order"]),
        }
        for row in rows("body_kinds")
    ]


def _periods() -> list[Facts]:
    return [
        {
            "name": row["name"],
            "starts_on": date.fromisoformat(row["starts_on"]),
            "ends_on": date.fromisoformat(row["ends_on"]),
        }
        for row in rows("mandate_periods")
    ]


def _parties() -> list[Facts]:
    return [
        {"label": row["label"], "name": row["name"], "local": bool(row["local"]), **_sourced(row)}
        for row in rows("parties")
    ]


def _council_seats() -> list[Facts]:
    ids = {"municipality": _ids("municipalities"), "region": _ids("regions")}
    parties = {(p.label, p.name): p.pk for p in m.Party.objects.all()}
    national = {p.label: p.pk for p in m.Party.objects.filter(local=False)}
    return [
        {
            "organisation_id": ids[row["kind"]][row["code"]],
            "year": int(row["year"]),
            "party_id": parties.get((row["party"], row["party_name"])) or national[row["party"]],
            "seats": int(row["seats"]),
            **_sourced(row),
        }
        for row in rows("council_seats")
    ]
