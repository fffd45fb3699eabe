"""The tables of facts: counts, check digits, the same bytes each time, and loading that changes nothing twice."""

import csv
from pathlib import Path

import pytest
from organisationsnummer import organisationsnummer

from radslag.bodies import conduct, models
from radslag.bodies.seed import build, tables
from radslag.bodies.seed.names import readable

CAPACITIES = {"municipality": 290, "region": 21, "county_board": 21, "agency": 456, "healthcare_region": 6}


@pytest.fixture
def loaded(sweden):
    """The registers as the seed leaves them."""


@pytest.mark.parametrize(("kind", "count"), CAPACITIES.items())
def test_the_public_sector_is_all_there(loaded, kind, count):
    assert models.Capacity.objects.filter(kind=kind, organisation__fictional=False).count() == count


def test_a_second_load_changes_nothing(loaded):
    again = conduct.load_seed()

    assert {name: (table["added"], table["changed"]) for name, table in again.items()} == dict.fromkeys(again, (0, 0))


def test_a_load_mends_what_was_changed_by_hand(loaded):
    models.Organisation.objects.filter(name="Falun").update(legal_name="Falun kommun")

    assert conduct.load_seed()["organisations"] == {"read": 772, "added": 0, "changed": 1}
    assert models.Organisation.objects.get(name="Falun").legal_name == "Falu kommun"


def test_every_organisation_number_has_its_check_digit():
    numbers = [row["organisation_number"] for row in tables.rows("agencies") if row["organisation_number"]]

    assert len(numbers) == 349
    assert all(organisationsnummer.valid(number) for number in numbers)


def test_a_wrong_check_digit_is_refused():
    with pytest.raises(build.SeedError, match="check digit"):
        build.checked_number("202100-2743")


@pytest.mark.parametrize(
    "name",
    ["municipalities", "populations", "regions", "county_boards", "agencies", "healthcare_regions", "areas", "parties"],
)
def test_every_row_has_a_known_source_a_date_and_a_grade(name):
    known = {row["id"] for row in tables.rows("sources")}

    for row in (*tables.rows(name), *tables.rows("council_seats"), *tables.rows("former_belongings")):
        assert row["source"] in known
        assert row["date"]
        assert row["grade"] in tuple("ABCD")


def test_halland_is_split_by_municipality(loaded):
    halland = models.Belonging.objects.filter(kind="healthcare_region", member__kind="municipality")
    halland = halland.filter(member__capacities__code__startswith="13")
    by_region = {
        name: sorted(halland.filter(whole__name=name).values_list("member__name", flat=True))
        for name in ("Samverkansregion Lund/Malmö", "Samverkansregion Göteborg")
    }

    assert by_region == {
        "Samverkansregion Lund/Malmö": ["Halmstad", "Hylte", "Laholm"],
        "Samverkansregion Göteborg": ["Falkenberg", "Kungsbacka", "Varberg"],
    }


def test_gotland_is_one_organisation_with_two_capacities(loaded):
    gotland = models.Organisation.objects.get(capacities__kind="region", capacities__code="09")

    assert gotland.kind == "municipality"
    assert dict(gotland.capacities.values_list("kind", "code")) == {"municipality": "0980", "region": "09"}


def test_a_county_board_is_an_agency_too(loaded):
    boards = models.Organisation.objects.filter(kind="county_board", capacities__kind="agency")

    assert boards.count() == 21


def test_seats_computed_here_are_never_taken_for_official():
    computed = [row for row in tables.rows("council_seats") if row["year"] == "2022"]

    assert {row["grade"] for row in computed} == {"D"}


def test_names_in_capitals_are_made_readable():
    assert readable("HOVRÄTTEN FÖR NEDRE NORRLAND") == ("Hovrätten för Nedre Norrland", "")
    assert readable("FÖRVALTNINGSRÄTTEN I LULEÅ OCH MIGRATIONSDOMSTOL")[0] == "Förvaltningsrätten i Luleå"
    assert readable("Boverket") == ("Boverket", "")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Source data in the form it comes in, made from our own tables."""
    folder = tmp_path / "source"
    for name in ("reference", "state", "councils", "geo"):
        (folder / name).mkdir(parents=True)
    _write_reference(folder)
    _write_councils(folder)
    return folder


def test_two_builds_give_identical_bytes(source: Path, tmp_path: Path):
    made = []
    for name in ("first", "second"):
        target = tmp_path / name
        target.mkdir()
        build.build(source, target)
        made.append({path.name: path.read_bytes() for path in sorted(target.iterdir())})

    assert made[0] == made[1]
    assert len(made[0]) == 9


def test_a_build_from_our_own_rows_gives_our_own_tables(source: Path, tmp_path: Path):
    build.build(source, tmp_path)

    for name in ("municipalities", "regions", "county_boards", "healthcare_regions", "areas"):
        ours = (Path(tables.__file__).parent / f"{name}.csv").read_bytes()
        assert (tmp_path / f"{name}.csv").read_bytes() == ours


def test_a_source_with_a_municipality_missing_is_refused(source: Path, tmp_path: Path):
    path = source / "reference/kommuner.csv"
    path.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:-1]), encoding="utf-8")

    with pytest.raises(build.SeedError, match="289"):
        build.build(source, tmp_path)


def _put(path: Path, listed: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, fieldnames=list(listed[0]))
        writer.writeheader()
        writer.writerows(listed)


def _write_reference(folder: Path) -> None:
    import json

    populations = {row["code"]: row["population"] for row in tables.rows("populations")}
    _put(
        folder / "reference/kommuner.csv",
        [
            {
                "kommunkod": row["code"], "namn": row["name"], "juridiskt_namn": row["legal_name"],
                "lanskod": row["county"], "samverkansregion": row["healthcare_region"],
                "folkmangd": populations[row["code"]],
            }
            for row in tables.rows("municipalities")
        ],
    )  # fmt: skip
    _put(
        folder / "reference/regioner.csv",
        [
            {
                "regionkod": row["code"], "namn": row["name"], "ar_egen_region": str(row["code"] != "09"),
                "sate_ort": row["seat"], "mandat_rf_2018": row["council_seats_2018"],
                "mandat_rf_2022": row["council_seats_2022"],
            }
            for row in tables.rows("regions")
        ],
    )  # fmt: skip
    _put(
        folder / "reference/lansstyrelser.csv",
        [
            {
                "lanskod": row["code"], "lan": row["county"], "namn": row["name"], "orgnr": row["organisation_number"],
                "sate_ort": row["seat"], "epost": row["email"], "webb": row["web"],
            }
            for row in tables.rows("county_boards")
        ],
    )  # fmt: skip
    _put(
        folder / "state/myndigheter.csv",
        [
            {
                "namn": row["name"], "orgnr": row["organisation_number"], "kortnamn": "", "grupp_scb": row["group"],
                "departement": row["department"], "epost": row["email"], "webb": row["web"],
            }
            for row in tables.rows("agencies")
        ],
    )  # fmt: skip
    healthcare = [
        {
            "kod": row["code"], "namn": row["name"], "lan": row["counties"].split(),
            "enskilda_kommuner": row["municipalities"].split(),
        }
        for row in tables.rows("healthcare_regions")
    ]  # fmt: skip
    (folder / "reference/samverkansregioner.json").write_text(json.dumps(healthcare), encoding="utf-8")
    for kind, name in (("county", "lan_svg"), ("municipality", "kommun_svg")):
        drawn = {
            row["code"]: {"namn": row["name"], "d": row["path"], "cx": float(row["x"]), "cy": float(row["y"])}
            for row in tables.rows("areas")
            if row["kind"] == kind
        }
        (folder / f"geo/{name}.json").write_text(json.dumps({"omraden": drawn}), encoding="utf-8")


def _write_councils(folder: Path) -> None:
    _put(
        folder / "councils/kf_mandat_2018_officiell.csv",
        [
            {"kommunkod": row["code"], "parti": row["party"], "partinamn": row["party_name"], "mandat": row["seats"]}
            for row in tables.rows("council_seats")
            if row["year"] == "2018"
        ],
    )
    empty = dict.fromkeys(build.PARTIES, "0")
    for name, code in (("kf", "kommunkod"), ("rf", "regionkod")):
        row = {code: "0512" if name == "kf" else "05", "status": "beräknad", **empty, "S": "21"}
        _put(folder / f"councils/{name}_mandat_2022_beraknad.csv", [row])
