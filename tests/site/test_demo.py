"""The demonstration is made once, is plainly a test, and tells who can sign in."""

import json

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from radslag.bodies import conduct as registers
from radslag.people import demo as seats
from radslag.site import demo

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def told():
    registers.load_seed()
    return json.loads(demo.seed(8000).read_text(encoding="utf-8"))


def test_it_tells_roles_meetings_and_bodies(told):
    assert {"chair", "secretary", "member1", "member2", "member3", "wall", "public"} <= {
        r["role"] for r in told["roles"]
    }
    assert all({"role", "url", "user", "password"} <= set(role) for role in told["roles"])
    assert told["bodies"]


def test_those_it_tells_of_can_sign_in_by_the_form(told):
    for who in (told["roles"][0], told["crowd"][0]):
        client = Client()
        client.post("/konto/logga-in/", {"login": who["user"], "password": who["password"]})
        assert "_auth_user_id" in client.session


def test_a_second_call_keeps_the_state(told):
    again = json.loads(demo.seed(8000).read_text(encoding="utf-8"))
    assert again == told


def test_the_councils_have_21_49_and_101_seats(told):
    from radslag.bodies import read
    from radslag.publicity.asker import PUBLIC

    councils = [
        read.body(body["id"], PUBLIC) for body in told["bodies"] if body["key"] in {"asbo-kf", "ekviken-kf", "viken-rf"}
    ]
    assert sorted(council.seats for council in councils) == [21, 49, 101]
    assert all(council.owner.fictional for council in councils)


def test_asking_for_a_new_meeting_gives_one_and_no_more(told):
    seats.choose({**seats.house(), "again": True})
    assert demo.renew(8000, timezone.now())
    assert not demo.renew(8000, timezone.now())
    now = json.loads((settings.HOME / "demo.json").read_text(encoding="utf-8"))
    assert now["meetings"][0]["id"] != told["meetings"][0]["id"]


def test_a_meeting_is_over_before_the_first_visitor_comes_and_its_minutes_are_posted(told):
    listed = Client().get("/protokoll/").content.decode()
    assert "71–76" in listed
    assert "anslaget" in listed
