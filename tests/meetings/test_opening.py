"""A closed item that an administrator opens by right leaves a line; one opened by office does not."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from meetings.house import House, a_house
from radslag.meetings.models import AgendaItem, Meeting
from radslag.people import conduct as people
from radslag.people import read
from radslag.publicity.asker import Asker, Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    made = a_house()
    aino = made.person["Aino"] = people.add_person("Aino")
    people.add_account(aino, "aino", None, owner=made.owner)
    people.grant_office(aino, made.owner, "administrator", starts_on=date(2026, 1, 1))
    return made


def a_meeting_with_a_closed_item(house: House) -> Meeting:
    meeting = house.calls()
    item = AgendaItem.objects.filter(meeting=meeting).order_by("order")[0]
    item.closed, item.public_title = True, "Personalärende"
    item.save()
    return meeting


def lines(house: House) -> list[str]:
    chair = Asker("chair", frozenset({Office(str(house.owner), "chair", str(house.body))}))
    return [line.name for line in read.openings(house.owner, house.body, chair)]


def test_an_administrator_who_sees_a_closed_item_leaves_a_line_that_the_chair_sees(house: House) -> None:
    meeting = a_meeting_with_a_closed_item(house)
    assert "Vägen" in house.sits("Aino").get(f"/mote/{meeting.id}/").content.decode()
    assert lines(house) == ["Aino"]


def test_the_secretary_and_the_public_leave_none_and_the_public_sees_the_public_title(house: House) -> None:
    meeting = a_meeting_with_a_closed_item(house)
    house.sits("Sara").get(f"/mote/{meeting.id}/")
    page = Client().get(f"/mote/{meeting.id}/").content.decode()
    assert "Personalärende" in page
    assert "Vägen" not in page
    assert lines(house) == []
