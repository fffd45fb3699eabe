"""The one door for changes of persons, accounts, offices and devices."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from radslag.people.models import Account, Device, Office, Opening, Person
from radslag.publicity.asker import Asker, Role
from radslag.publicity.rules import Publicity, opened_by_right


class Taken(ValueError):
    """The user name is in use."""


def add_person(name: str, *, protected: bool = False, id: UUID | str | None = None) -> str:
    """Add a person and answer the id. With an id that exists already, the name is set anew."""
    if id is None:
        return str(Person.objects.create(name=name, protected=protected).pk)
    person, _ = Person.objects.update_or_create(pk=id, defaults={"name": name, "protected": protected})
    return str(person.pk)


def add_account(person: UUID | str, user: str, password: str | None = None) -> str:
    """Give a person an account. Without a password only a passkey can sign in. Raises :class:`Taken`."""
    if Account.objects.filter(username__iexact=user).exclude(person_id=person).exists():
        raise Taken(user)
    account, _ = Account.objects.get_or_create(person_id=person, defaults={"username": user})
    account.username = user
    account.is_active = True
    if password is None:
        account.set_unusable_password()
    else:
        account.set_password(password)
    account.save()
    return user


def grant_office(
    person: UUID | str, owner: UUID | str, role: Role, *, body: UUID | str | None = None,
    starts_on: date, ends_on: date | None = None,
) -> str:  # fmt: skip
    """Let a person hold a role from a day. The same office that is held already is not given twice."""
    office, _ = Office.objects.get_or_create(
        person_id=person, owner=owner, body=body, role=role, ends_on=ends_on, defaults={"starts_on": starts_on}
    )
    return str(office.pk)


def end_office(office: UUID | str, *, last_day: date) -> None:
    """End an office with a last day."""
    Office.objects.filter(pk=office).update(ends_on=last_day)


def disable_account(person: UUID | str, *, active: bool = False) -> None:
    """Close a person's account (or open it again); open streams are closed at once."""
    Account.objects.filter(person_id=person).update(is_active=active)


@transaction.atomic
def see_device(person: UUID | str, digest: str, label: str, at: datetime) -> str:
    """Note that a person used a device. The first device of a person is the one that votes. Answers its id."""
    device, new = Device.objects.select_for_update().get_or_create(
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
def take_over(person: UUID | str, device: UUID | str) -> str | None:
    """Let a person vote from this device from now on. Answers the id of the device that votes no longer."""
    before = Device.objects.select_for_update().filter(person_id=person, active=True).exclude(pk=device).first()
    if before is not None:
        before.active = False
        before.save()
    Device.objects.filter(person_id=person, pk=device).update(active=True)
    return str(before.pk) if before else None


def opened(thing: Publicity, asking: Asker, *, kind: str, body: UUID | str | None, at: datetime) -> bool:
    """Leave a line when the asker opens a closed thing by right and not by office. Answers whether it did."""
    if asking.person is None or not opened_by_right(thing, asking):
        return False
    Opening.objects.create(owner=thing.owner, body=body, person_id=asking.person, thing=thing.id, kind=kind, at=at)
    return True
