"""The table of the 26 systems, and its pages."""

import pytest

from radslag.bodies.proposals import Proposal, of_system, proposals
from radslag.cooperation import systems


def test_there_are_twenty_six_in_order():
    assert [row.id for row in systems.systems()] == [f"S{number}" for number in range(1, 27)]


@pytest.mark.parametrize("row", systems.systems(), ids=lambda row: row.id)
def test_a_row_says_what_it_does_where_it_comes_from_and_quotes_at_most_fifteen_words(row):
    assert row.status in systems.STATUSES
    assert row.does.endswith(".")
    assert row.lines[0].isdecimal()
    assert 1 <= len(row.quote.split()) <= 15
    assert row.part


def test_only_meetings_run_so_far():
    assert [row.id for row in systems.systems() if row.status != "later"] == ["S26"]


def test_the_five_proposed_institutions_are_marked_until_one_row_says_enacted():
    assert {one.system for one in proposals().values()} == {"S16", "S19", "S20", "S21", "S22"}
    assert all(one.badge == "förslag, SOU 2024:43 — frivilligt" for one in proposals().values())
    assert Proposal("x", "x", "enacted", "2027-01-01", "SOU 2024:43", "S16").badge == ""


def test_the_list_and_every_page_answer(client, db):
    text = client.get("/samverkan/").content.decode()

    for row in systems.systems():
        assert row.name in text
        page = client.get(f"/samverkan/s/{row.id}/")
        assert page.status_code == 200
        assert row.quote in page.content.decode()
        assert ("förslag, SOU 2024:43 — frivilligt" in page.content.decode()) == bool(of_system(row.id))


def test_a_system_that_is_not_there_is_not_found(client, db):
    assert client.get("/samverkan/s/S27/").status_code == 404
