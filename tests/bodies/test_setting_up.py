"""Setting up a body: by the authority's administrator only, with a line in the log, and found by the search box."""

from datetime import date
from uuid import UUID

import pytest
from django.utils import timezone

from radslag.bodies import conduct, models, read
from radslag.log import read as log
from radslag.people import conduct as people
from radslag.people.models import Account
from radslag.publicity.asker import PUBLIC, Asker

GOOD = {"kind": "committee", "name": "Kulturnämnden", "seats": "9", "parent": ""}


@pytest.fixture
def gotland(sweden) -> UUID:
    found = read.organisation("0980", PUBLIC)
    assert found is not None
    return found.id


@pytest.fixture
def administrator(sweden, gotland):
    person = people.add_person("Aino Salo")
    people.add_account(person, "aino", "x")
    people.grant_office(person, gotland, "administrator", starts_on=date(2020, 1, 1))
    sweden.force_login(Account.objects.get(username="aino"))
    return sweden


def test_a_stranger_may_not(sweden, gotland):
    assert sweden.get(f"/organ/nytt/{gotland}/").status_code == 403
    assert sweden.post(f"/organ/nytt/{gotland}/", GOOD).status_code == 403
    with pytest.raises(conduct.NotAllowed):
        conduct.set_up(gotland, kind="committee", name="x", seats=5, parent=None, by=Asker("x"), at=timezone.now())


def test_an_administrator_sets_up_a_body_and_goes_on_to_its_roster(administrator, gotland):
    assert "Lägg upp ett organ" in administrator.get("/kommun/0980/").content.decode()
    answer = administrator.post(f"/organ/nytt/{gotland}/", GOOD)

    made = models.Body.objects.get(owner=gotland)
    assert answer.headers["Location"] == f"/organ/{made.pk}/forteckning/"
    assert "Kulturnämnden" in administrator.get("/kommun/0980/").content.decode()
    assert administrator.get("/sok/", {"q": "kulturnamnden"}).headers["Location"] == f"/organ/{made.pk}/"
    *_, line = log.entries(f"admin/{gotland}")
    assert (line.kind, line.facts["seats"]) == ("bodies.body_set_up/1", 9)


def test_a_change_says_what_it_was_before(administrator, gotland):
    administrator.post(f"/organ/nytt/{gotland}/", GOOD)
    made = models.Body.objects.get(owner=gotland)

    administrator.post(f"/organ/{made.pk}/andra/", GOOD | {"seats": "11"})

    assert models.Body.objects.get(pk=made.pk).seats == 11
    *_, line = log.entries(f"admin/{gotland}")
    assert (line.facts["before"]["seats"], line.facts["after"]["seats"], line.facts["renamed"]) == (9, 11, False)


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"seats": "0"}, {"seats": "x"}, {"kind": "club"}, {"parent": "not-there"}]
)
def test_a_body_that_cannot_be_is_told_beside_the_field(administrator, gotland, wrong):
    answer = administrator.post(f"/organ/nytt/{gotland}/", GOOD | wrong)

    assert answer.status_code == 400
    assert "<title>Fel:" in answer.content.decode()
    assert not models.Body.objects.filter(owner=gotland).exists()


def test_a_stranger_may_not_change_a_body(sweden, gotland):
    made = models.Body.objects.create(owner_id=gotland, kind_id="committee", name="N", seats=5)

    assert sweden.post(f"/organ/{made.pk}/andra/", GOOD).status_code == 403
