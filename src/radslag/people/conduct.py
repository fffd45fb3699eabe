"""The one door for changes of persons, accounts, offices and devices. Each leaves a line with its authority."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from radslag.live.hub import hub
from radslag.log.clerk import NotWritten, clerk
from radslag.log.entry import Envelope, Mode
from radslag.people import places
from radslag.people.models import Account, Device, Office, Opening, Person
from radslag.publicity.asker import Asker, Role
from radslag.publicity.rules import Publicity, opened_by_right

Id = UUID | str

__all__ = ["NotWritten"]


class Taken(ValueError):
    """The user name is in use."""


class NotYours(PermissionError):
    """The account or office is another authority's."""


def leave_line(
    owner: Id, kind: str, facts: dict[str, Any], *, by: str | None, at: datetime | None, mode: Mode | None = None
) -> None:
    """Leave a line in an authority's administrative stream. ``facts`` hold ids and numbers only.

    Also the door for the plain registers above this domain. Call it last within the transaction of the change, so that
    a line that cannot be written takes the change back.
    """
    now = (at or timezone.now()).astimezone(UTC)
    envelope = Envelope(by or "system", None, None, now, now, str(uuid4()))
    clerk().note(f"admin/{owner}", kind, facts, envelope, mode=mode or places.known().mode_of(str(owner)))


def add_person(name: str, *, protected: bool = False, id: Id | None = None) -> str:
    """Add a person and answer the id. With an id that exists already, the name is set anew."""
    if id is None:
        return str(Person.objects.create(name=name, protected=protected).pk)
    person, _ = Person.objects.update_or_create(pk=id, defaults={"name": name, "protected": protected})
    return str(person.pk)


@transaction.atomic
def add_account(
    person: Id, user: str, password: str | None = None, *, owner: Id | None = None, by: str | None = None,
    at: datetime | None = None,
) -> str:  # fmt: skip
    """Give a person an account (or set it anew) and answer its user name. Raises :class:`Taken`.

    Without a password only a passkey can sign in. ``owner`` is the authority that cares for the account.
    """
    if Account.objects.filter(username__iexact=user).exclude(person_id=person).exists():
        raise Taken(user)
    account, new = Account.objects.get_or_create(person_id=person, defaults={"username": user, "owner": owner})
    account.username, account.is_active = user, True
    account.set_password(password)
    account.save()
    if owner:
        leave_line(owner, "people.account_added/1", {"person": str(person), "new": new}, by=by, at=at)
    return user


@transaction.atomic
def open_account(
    *, owner: Id, name: str, user: str, protected: bool, by: Asker, at: datetime
) -> tuple[str, str]:  # fmt: skip
    """Let an authority's administrator add a person with an account; answer the id and the password to start with.

    Raises :class:`NotYours` for anyone else and :class:`Taken`.
    """
    _administers(by, owner)
    person, password = add_person(name, protected=protected), _start_password()
    add_account(person, user, password, owner=owner, by=by.person, at=at)
    return person, password


@transaction.atomic
def new_password(person: Id, *, owner: Id, by: Asker, at: datetime) -> str:
    """Give an account a new password to start with and answer it; its open screens close. Raises :class:`NotYours`."""
    account, password = _account_of(person, owner, by), _start_password()
    account.set_password(password)
    account.save()
    transaction.on_commit(lambda: hub.close_person(str(person)))
    leave_line(owner, "people.password_set/1", {"person": str(person)}, by=by.person, at=at)
    return password


@transaction.atomic
def set_active(person: Id, *, active: bool, owner: Id, by: Asker, at: datetime) -> None:
    """Close an account and its open screens, or open it again. Raises :class:`NotYours`."""
    account = _account_of(person, owner, by)
    account.is_active = active
    account.save()
    if not active:
        transaction.on_commit(lambda: hub.close_person(str(person)))
    kind = "people.account_opened/1" if active else "people.account_closed/1"
    leave_line(owner, kind, {"person": str(person)}, by=by.person, at=at)


@transaction.atomic
def grant_office(
    person: Id, owner: Id, role: Role, *, body: Id | None = None, starts_on: date, ends_on: date | None = None,
    by: str | None = None, at: datetime | None = None,
) -> str:  # fmt: skip
    """Let a person hold a role from a day. The same office that is held already is not given twice."""
    office, new = Office.objects.get_or_create(
        person_id=person, owner=owner, body=body, role=role, ends_on=ends_on, defaults={"starts_on": starts_on}
    )
    if new:
        facts = {
            "office": str(office.pk), "person": str(person), "role": role, "body": str(body) if body else None,
            "starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat() if ends_on else None,
        }  # fmt: skip
        leave_line(owner, "people.office_granted/1", facts, by=by, at=at)
    return str(office.pk)


@transaction.atomic
def end_office(office: Id, *, owner: Id, last_day: date, by: Asker, at: datetime) -> None:
    """End an office with a last day; the person's open screens ask anew who they are for. Raises :class:`NotYours`."""
    _administers(by, owner)
    row = Office.objects.select_for_update().filter(pk=office, owner=owner).first()
    if row is None:
        raise NotYours(str(office))
    row.ends_on = last_day
    row.save()
    transaction.on_commit(lambda: hub.close_person(str(row.person_id)))
    facts = {"office": str(office), "ends_on": last_day.isoformat()}
    leave_line(owner, "people.office_ended/1", facts, by=by.person, at=at)


@transaction.atomic
def see_device(person: Id, digest: str, label: str, at: datetime) -> str:
    """Note that a person used a device. The first device of a person is the one that votes. Answers its id."""
    _alone_with(person)
    device, new = Device.objects.get_or_create(
        person_id=person,
        digest=digest,
        defaults={"label": label, "first_seen": at, "last_seen": at},
    )
    if new and not Device.objects.filter(person_id=person, active=True).exists():
        device.active = True
    device.last_seen, device.label = at, label
    device.save()
    return str(device.pk)


@transaction.atomic
def take_over(person: Id, device: Id, *, at: datetime | None = None) -> str | None:
    """Let a person vote from this device from now on. Answers the id of the device that votes no longer.

    Raises :class:`NotYours` when the device is not known as the person's.
    """
    _alone_with(person)
    if not Device.objects.filter(person_id=person, pk=device).exists():
        raise NotYours(str(device))
    if Device.objects.filter(person_id=person, pk=device, active=True).exists():
        return None
    before = Device.objects.filter(person_id=person, active=True).exclude(pk=device).first()
    if before is not None:
        before.active, before.left_at = False, at or timezone.now()
        before.save()
        left = str(before.pk)
        transaction.on_commit(lambda: hub.close_device(str(person), left))
    Device.objects.filter(person_id=person, pk=device).update(active=True, left_at=None)
    facts = {"person": str(person), "device": str(device), "before": str(before.pk) if before else None}
    for owner in Office.objects.filter(person_id=person).order_by().values_list("owner", flat=True).distinct():
        leave_line(owner, "people.device_taken_over/1", facts, by=str(person), at=at)
    return str(before.pk) if before else None


def vote_from(person: Id, digest: str, label: str, at: datetime) -> None:
    """Let a person who said so at the sign-in vote from the device they sit at, known to us before or not."""
    take_over(person, see_device(person, digest, label, at), at=at)


def choose_theme(person: Id, theme: str) -> None:
    """Keep the look a person chose."""
    Account.objects.filter(person_id=person).update(theme=theme)


@transaction.atomic
def opened_by_right_of(thing: Publicity, asking: Asker, *, kind: str, body: Id | None, at: datetime) -> bool:
    """Leave a line when the asker opens a closed thing by right and not by office. Answers whether it did."""
    if asking.person is None or not opened_by_right(thing, asking):
        return False
    Opening.objects.create(owner=thing.owner, body=body, person_id=asking.person, thing=thing.id, kind=kind, at=at)
    facts = {"thing": thing.id, "kind": kind, "body": str(body) if body else None}
    leave_line(thing.owner, "people.opened_by_right/1", facts, by=asking.person, at=at)
    return True


def _alone_with(person: Id) -> None:
    """Hold the person's row, so that two devices that come at the same time come one after the other."""
    Person.objects.select_for_update().get(pk=person)


def _administers(by: Asker, owner: Id) -> None:
    if not by.holds("administrator", owner=str(owner)):
        raise NotYours(str(owner))


def _account_of(person: Id, owner: Id, by: Asker) -> Account:
    _administers(by, owner)
    account = Account.objects.select_for_update().filter(person_id=person, owner=owner).first()
    if account is None:
        raise NotYours(str(person))
    return account


def _start_password() -> str:
    """Sixteen signs that can be read aloud: no letter looks like another."""
    return "-".join("".join(secrets.choice("abcdefghkmnpqrstuvwxyz23456789") for _ in range(4)) for _ in range(4))
