"""What is so on a day: belongings, capacities and names of those who are protected."""

from datetime import date

import pytest

from radslag.bodies import demo, models, read
from radslag.people import conduct as people
from radslag.publicity.asker import PUBLIC, Asker


def county_board_of(code: str, on: date) -> list[str]:
    found = read.organisation(code, PUBLIC)
    assert found is not None
    return [bond.other.name for bond in read.belongs_to(found.id, on, PUBLIC) if bond.kind == "county_board"]


@pytest.mark.parametrize(
    ("day", "board"),
    [
        (date(2006, 12, 31), "Länsstyrelsen i Västmanlands län"),
        (date(2007, 1, 1), "Länsstyrelsen i Uppsala län"),
        (date(2026, 11, 24), "Länsstyrelsen i Uppsala län"),
    ],
)
def test_heby_changed_county_at_a_turn_of_the_year(sweden, day, board):
    assert county_board_of("0331", day) == [board]


def test_every_municipality_has_one_county_board_one_region_and_one_healthcare_region_today(sweden):
    today = date(2026, 11, 24)
    for found in read.organisations("municipality", PUBLIC):
        kinds = sorted(bond.kind for bond in read.belongs_to(found.id, today, PUBLIC))
        regions = [] if found.codes.get("region") else ["region"]
        assert kinds == ["county_board", "healthcare_region", *regions], found.name


def test_every_county_is_in_one_healthcare_region_but_halland_in_two(sweden):
    today = date(2026, 11, 24)
    split = {}
    for found in read.organisations("region", PUBLIC):
        bonds = [bond for bond in read.belongs_to(found.id, today, PUBLIC) if bond.kind == "healthcare_region"]
        split[found.name] = len(bonds)
    assert {name for name, count in split.items() if count != 1} == {"Region Halland"}
    assert split["Region Halland"] == 2


def test_an_agency_that_ended_says_when(sweden):
    former = models.Organisation.objects.get(name="Statskontoret (gamla)")
    found = read.organisation(former.pk, PUBLIC)

    assert found is not None
    assert found.valid_to == date(2025, 12, 31)
    assert "31 december 2025" in sweden.get(f"/myndighet/{former.pk}/").content.decode()


def test_a_protected_name_is_not_shown_to_the_public(sweden):
    body = demo.body_id("ekviken-kf")
    seat = read.roster(body, date(2026, 11, 24), PUBLIC).members[4]
    people.add_person(seat.name, id=seat.person, protected=True)

    assert seat.name not in sweden.get(f"/organ/{body}/").content.decode()
    assert read.roster(body, date(2026, 11, 24), Asker(str(seat.person))).members[4].person == seat.person


def test_a_persons_bodies_are_those_of_the_day(sweden):
    chair = next(
        seat
        for seat in read.roster(demo.body_id("ekviken-kf"), date(2026, 11, 24), PUBLIC).seats
        if seat.presidium == 1
    )

    assert "Kommunfullmäktige" in [body.name for body in read.bodies_where(chair.person, date(2026, 11, 24), PUBLIC)]
    assert read.bodies_where(chair.person, date(2000, 1, 1), PUBLIC) == []


def test_the_eleven_kinds_of_bodies_are_rows_and_only_some_decide(sweden):
    kinds = {kind.id: kind.decides for kind in read.kinds()}

    assert len(kinds) == 11
    assert [name for name, decides in kinds.items() if not decides] == ["preparation", "advisory_council"]
    used = set(models.Body.objects.values_list("kind", flat=True))
    assert used == set(kinds) - {"federation_assembly"}


def test_a_joint_committee_is_shown_by_host_and_partner(sweden):
    for key in ("ekviken", "asbo"):
        shown = [body.name for body in read.bodies_of(demo.organisation_id(key), PUBLIC)]
        assert "Gemensam överförmyndarnämnd" in shown
