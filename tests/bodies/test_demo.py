"""The fictional councils: their sizes, their people, and making them again changes nothing."""

from collections import Counter
from datetime import date

import pytest

from radslag.bodies import demo, models, read
from radslag.bodies.seed.tables import rows
from radslag.publicity.asker import PUBLIC

TODAY = date(2026, 11, 24)


@pytest.fixture
def bodies(sweden):
    return {row["key"]: demo.body_id(row["key"]) for row in rows("demo_bodies")}


@pytest.mark.parametrize(("key", "seats"), [("asbo-kf", 21), ("ekviken-kf", 49), ("viken-rf", 101)])
def test_each_council_has_its_seats_filled(bodies, key, seats):
    roster = read.roster(bodies[key], TODAY, PUBLIC)

    assert (roster.decided, len(roster.members)) == (seats, seats)
    assert [seat.presidium for seat in roster.members if seat.presidium] == [1, 2, 3]
    assert len({seat.person for seat in roster.seats}) == len(roster.seats)


def test_a_party_has_half_as_many_substitutes_as_members_rounded_up(bodies):
    roster = read.roster(bodies["ekviken-kf"], TODAY, PUBLIC)
    members = Counter(seat.party for seat in roster.members)

    assert Counter(seat.party for seat in roster.substitutes) == {party: -(-n // 2) for party, n in members.items()}
    assert [seat.order for seat in roster.substitutes if seat.party == "M"] == [1, 2, 3, 4, 5]
    assert list(dict.fromkeys(seat.party for seat in roster.substitutes)) == ["S", "M", "C", "SD", "KD", "L", "V", "MP"]


def test_no_two_persons_share_a_name(bodies):
    names = [
        seat.name
        for key in ("asbo-kf", "ekviken-kf", "viken-rf")
        for seat in read.roster(bodies[key], TODAY, PUBLIC).seats
    ]

    assert len(names) == len(set(names))


def test_a_committee_is_filled_before_and_after_the_turn_of_the_year(bodies):
    for day in (TODAY, date(2027, 2, 1)):
        assert len(read.roster(bodies["ekviken-ks"], day, PUBLIC).members) == 15


def test_every_body_has_no_more_members_than_seats(bodies):
    for key, body in bodies.items():
        roster = read.roster(body, TODAY, PUBLIC)
        assert len(roster.members) == roster.decided, key


def test_all_of_it_is_marked_as_fictional_and_kept_out_of_the_real(bodies):
    assert models.Organisation.objects.filter(fictional=True).count() == 5
    assert len(read.organisations("municipality", PUBLIC)) == 290
    assert len(read.organisations("municipality", PUBLIC, real=False)) == 292


def test_making_them_again_changes_nothing(bodies):
    before = models.Appointment.objects.count()

    assert demo.seed_demo() == bodies
    assert models.Appointment.objects.count() == before
