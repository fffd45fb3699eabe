"""Who asks, what persons are called, and offices in time."""

from __future__ import annotations

from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from people.cast import a_cast
from radslag.log import read as journal
from radslag.people import conduct, read
from radslag.publicity.asker import PUBLIC
from radslag.publicity.rules import PROTECTED_NAME, Mark, Publicity

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Stockholm"))


def test_the_asker_holds_the_offices_of_the_day_and_no_others() -> None:
    person, owner, body = conduct.add_person("Anna Ek"), str(uuid4()), str(uuid4())
    conduct.grant_office(person, owner, "member", body=body, starts_on=date(2022, 10, 15), ends_on=date(2026, 10, 14))
    assert read.asker_for(person, date(2026, 10, 14)).holds("member", owner=owner, body=body)
    assert not read.asker_for(person, date(2026, 10, 15)).holds("member", owner=owner, body=body)
    assert not read.asker_for(person, date(2022, 10, 14)).offices


def test_the_same_office_given_twice_is_one() -> None:
    person, owner = conduct.add_person("Anna Ek"), str(uuid4())
    one = conduct.grant_office(person, owner, "registrar", starts_on=date(2026, 1, 1))
    assert conduct.grant_office(person, owner, "registrar", starts_on=date(2026, 1, 1)) == one


def test_a_protected_name_is_shown_in_its_own_committee_and_to_itself_only() -> None:
    cast = a_cast()
    kim = cast.people["Kim Lind"]
    assert read.names([kim], cast.asks("Anna Ek")) == {kim: "Kim Lind"}
    assert read.names([kim], cast.asks("Kim Lind")) == {kim: "Kim Lind"}
    for who in ("Dag Holm", "Adam Strand", "Rut Lind"):
        assert read.names([kim], cast.asks(who)) == {kim: PROTECTED_NAME}
    assert read.names([kim], PUBLIC) == {kim: PROTECTED_NAME}


def test_an_office_granted_leaves_a_line_with_ids_only() -> None:
    cast = a_cast()
    lines = [entry for entry in journal.entries(f"admin/{cast.owner}") if entry.kind == "people.office_granted/1"]
    assert {line.facts["person"] for line in lines} == set(cast.people.values())
    assert "Anna" not in str(lines)


def test_only_the_authoritys_administrator_closes_an_account_or_gives_a_password() -> None:
    cast = a_cast()
    for who in ("Anna Ek", "Sara Sten", "Rut Lind", "Dag Holm"):
        with pytest.raises(conduct.NotYours):
            conduct.set_active(cast.people["Ali Berg"], active=False, owner=cast.owner, by=cast.asks(who), at=NOON)
    conduct.set_active(cast.people["Ali Berg"], active=False, owner=cast.owner, by=cast.asks("Adam Strand"), at=NOON)
    row = read.account_of(cast.people["Ali Berg"], cast.owner, cast.asks("Adam Strand"))
    assert row is not None
    assert not row.active


def test_an_administrator_cannot_touch_another_authoritys_account() -> None:
    ours, theirs = a_cast_of_two()
    with pytest.raises(conduct.NotYours):
        conduct.new_password(theirs[1], owner=ours.owner, by=ours.asks("Adam Strand"), at=NOON)


def a_cast_of_two():
    ours = a_cast()
    other = conduct.add_person("Siv Ås")
    conduct.add_account(other, "siv", "x", owner=str(uuid4()))
    conduct.grant_office(other, ours.owner, "member", body=ours.council, starts_on=date(2026, 1, 1))
    return ours, ("", other)


def test_who_opens_a_secret_thing_by_right_leaves_a_line_that_the_chair_sees() -> None:
    cast = a_cast()
    thing = Publicity(str(uuid4()), cast.owner, "Vård av NN", frozenset({cast.committee}), mark=Mark.SECRET)
    assert conduct.opened_by_right_of(thing, cast.asks("Adam Strand"), kind="matter", body=cast.committee, at=NOON)
    rows = read.openings(cast.owner, cast.committee, cast.asks("Anna Ek"))
    assert [(row.name, row.thing, row.kind) for row in rows] == [("Adam Strand", thing.id, "matter")]
    assert any(entry.kind == "people.opened_by_right/1" for entry in journal.entries(f"admin/{cast.owner}"))


def test_who_opens_it_by_office_leaves_none_and_others_do_not_see_the_lines() -> None:
    cast = a_cast()
    thing = Publicity(str(uuid4()), cast.owner, "Vård av NN", frozenset({cast.committee}), mark=Mark.SECRET)
    for who in ("Anna Ek", "Sara Sten", "Ali Berg", "Rut Lind", "Rolf Mo", "Dag Holm"):
        assert not conduct.opened_by_right_of(thing, cast.asks(who), kind="matter", body=cast.committee, at=NOON)
    conduct.opened_by_right_of(thing, cast.asks("Adam Strand"), kind="matter", body=cast.committee, at=NOON)
    for who in ("Ali Berg", "Sara Sten", "Dag Holm"):
        assert read.openings(cast.owner, cast.committee, cast.asks(who)) == []


def test_a_user_name_is_one_persons() -> None:
    cast = a_cast()
    with pytest.raises(conduct.Taken):
        conduct.add_account(conduct.add_person("Anna Två"), "ANNA", "x", owner=cast.owner)


def test_the_way_one_signed_in_decides_what_an_approval_says() -> None:
    assert read._method([{"method": "password"}]) == "password"
    assert read._method([{"method": "password"}, {"method": "mfa", "type": "totp"}]) == "password+totp"
    assert read._method([{"method": "mfa", "type": "webauthn", "passwordless": True}]) == "passkey"
    assert read._method([{"method": "demo"}]) == "demo"
