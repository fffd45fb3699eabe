"""One device votes; another takes over only when the person says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from people.cast import Cast, a_cast
from people.test_pages import signed_in
from radslag.live.ticket import Ticket, new_ticket
from radslag.people import conduct, read
from radslag.people.due import due
from radslag.people.unwelcome import unwelcome

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def cast() -> Cast:
    return a_cast()


def device_of(client: Client) -> str | None:
    return read.device_of(client.get("/mitt/").wsgi_request)


def test_the_first_device_votes_and_the_second_only_shows(cast: Cast) -> None:
    first, second = signed_in("ali"), signed_in("ali")
    one, two = device_of(first), device_of(second)
    assert one != two
    assert read.active_device(cast.people["Ali Berg"]) == one


def test_a_takeover_is_asked_for_and_done_by_post(cast: Cast) -> None:
    first, second = signed_in("ali"), signed_in("ali")
    one, two = device_of(first), device_of(second)
    page = second.get("/mitt/enhet/").content.decode()
    assert "Ta över: rösta härifrån i fortsättningen" in page
    assert read.active_device(cast.people["Ali Berg"]) == one
    second.post("/mitt/enhet/")
    assert read.active_device(cast.people["Ali Berg"]) == two


def test_the_cookie_is_a_secret_of_its_own_out_of_reach_of_script(cast: Cast) -> None:
    client = signed_in("ali")
    client.get("/mitt/")
    cookie = client.cookies["device"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert device_of(client) not in cookie.value


def test_another_persons_device_cannot_be_taken(cast: Cast) -> None:
    ali, anna = cast.people["Ali Berg"], cast.people["Anna Ek"]
    hers = conduct.see_device(anna, "d" * 64, "Firefox", NOON)
    his = conduct.see_device(ali, "e" * 64, "Firefox", NOON)
    with pytest.raises(conduct.NotYours):
        conduct.take_over(ali, hers)
    assert read.active_device(ali) == his


def test_two_persons_on_one_browser_are_two_devices(cast: Cast) -> None:
    anna = conduct.see_device(cast.people["Anna Ek"], "d" * 64, "Firefox", NOON)
    ali = conduct.see_device(cast.people["Ali Berg"], "d" * 64, "Firefox", NOON)
    assert anna != ali
    assert read.active_device(cast.people["Anna Ek"]) == anna
    assert read.active_device(cast.people["Ali Berg"]) == ali


def test_nobody_sees_anothers_devices(cast: Cast) -> None:
    conduct.see_device(cast.people["Anna Ek"], "d" * 64, "Firefox", NOON)
    assert read.devices_of(cast.people["Anna Ek"], cast.asks("Adam Strand")) == []


def ticket(cast: Cast, who: str, device: str) -> Ticket:
    return new_ticket(session="s", person=cast.people[who], audience_role="member", meeting="m", device=device)


def test_a_ticket_is_unwelcome_once_its_device_was_taken_over_from(cast: Cast) -> None:
    ali = cast.people["Ali Berg"]
    old = conduct.see_device(ali, "d" * 64, "Firefox", NOON)
    new = conduct.see_device(ali, "e" * 64, "Chrome", NOON)
    before = ticket(cast, "Ali Berg", old)
    assert unwelcome([before]) == []
    conduct.take_over(ali, new)
    assert unwelcome([before, ticket(cast, "Ali Berg", new)]) == [before]


def test_a_ticket_is_unwelcome_once_the_account_is_closed(cast: Cast) -> None:
    held = ticket(cast, "Ali Berg", "")
    conduct.set_active(cast.people["Ali Berg"], active=False, owner=cast.owner, by=cast.asks("Adam Strand"), at=NOON)
    assert unwelcome([held, ticket(cast, "Anna Ek", "")]) == [held]


def test_whoever_sits_down_at_a_new_device_votes_from_it(cast: Cast) -> None:
    ali = cast.people["Ali Berg"]
    conduct.vote_from(ali, "d" * 64, "Firefox", NOON)
    conduct.vote_from(ali, "e" * 64, "Chrome", NOON)

    assert read.active_device(ali) == conduct.see_device(ali, "e" * 64, "Chrome", NOON)


def test_a_device_unused_for_a_year_is_forgotten_and_one_in_use_is_not(cast: Cast) -> None:
    ali = cast.people["Ali Berg"]
    old = conduct.see_device(ali, "d" * 64, "Firefox", NOON - timedelta(days=366))
    new = conduct.see_device(ali, "e" * 64, "Chrome", NOON)
    due(NOON)
    assert [row.id for row in read.devices_of(ali, cast.asks("Ali Berg"))] == [new] != [old]


def test_who_lost_the_voting_device_that_way_votes_from_the_next_one(cast: Cast) -> None:
    ali = cast.people["Ali Berg"]
    conduct.see_device(ali, "d" * 64, "Firefox", NOON - timedelta(days=366))
    due(NOON)
    new = conduct.see_device(ali, "e" * 64, "Chrome", NOON)
    assert read.active_device(ali) == new
