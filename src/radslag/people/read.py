"""Who asks, what persons are called, what offices they hold and which device they vote from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, cast
from uuid import UUID

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from radslag.people import device
from radslag.people.models import Account, Device, Office, Opening, Person
from radslag.publicity import asker as who
from radslag.publicity.asker import PUBLIC, Asker, Role
from radslag.publicity.rules import name_for

Method = Literal["password", "password+totp", "password+code", "password+key", "passkey", "demo", "unknown"]
"""How a person signed in: a password alone, with a second step, with a passkey, or by the demonstration's button."""


@dataclass(frozen=True)
class OfficeRow:
    """An office as it is shown."""

    id: str
    owner: str
    body: str | None
    role: Role
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class DeviceRow:
    """A device as its person sees it."""

    id: str
    label: str
    active: bool
    last_seen: datetime


@dataclass(frozen=True)
class AccountRow:
    """An account as its authority's administrator sees it. ``cared_for`` is False for another authority's account."""

    person: str
    name: str
    user: str
    active: bool
    cared_for: bool
    protected: bool
    two_steps: bool
    last_login: datetime | None


@dataclass(frozen=True)
class Ways:
    """The ways a person can sign in."""

    password: bool
    totp: bool
    keys: int


@dataclass(frozen=True)
class OpeningRow:
    """A line of the admin-access log."""

    person: str
    name: str
    kind: str
    thing: str
    at: datetime


def asker_of(request: HttpRequest) -> Asker:
    """Say who asks by this request: the signed-in person with today's offices, or the public."""
    kept = getattr(request, "asker", None)
    if kept is None:
        account = getattr(request, "user", None)
        person = account.person_id if isinstance(account, Account) and account.is_active else None
        kept = asker_for(person) if person else PUBLIC
        request.asker = kept  # type: ignore[attr-defined]
    return cast("Asker", kept)


def asker_for(person_id: UUID | str, on: date | None = None) -> Asker:
    """Make the asker of a person with the offices held on a day (today)."""
    rows = _held(Office.objects.filter(person_id=person_id), on)
    offices = {who.Office(str(row.owner), cast("Role", row.role), str(row.body) if row.body else None) for row in rows}
    return Asker(str(person_id), frozenset(offices))


def person_of(request: HttpRequest) -> str | None:
    """Give the signed-in person's id, or None."""
    return asker_of(request).person


def names(ids: Iterable[UUID | str], asking: Asker) -> dict[str, str]:
    """Give persons' names by id as the asker may see them: a protected identity only within its own bodies."""
    wanted = {str(one) for one in ids}
    persons = list(Person.objects.filter(pk__in=wanted))
    hidden = [person.pk for person in persons if person.protected]
    bodies: dict[str, set[str]] = {}
    for row in _held(Office.objects.filter(person__in=hidden, body__isnull=False), None):
        bodies.setdefault(str(row.person_id), set()).add(str(row.body))
    return {
        key: name_for(
            person.name, protected=person.protected, bodies=frozenset(bodies.get(key, ())), asker=asking, self_id=key
        )
        for key, person in ((str(person.pk), person) for person in persons)
    }


def offices_of(person: UUID | str, asking: Asker, on: date | None = None) -> list[OfficeRow]:
    """Give a person's offices on a day: all to the person, to others those of authorities they administer or share."""
    rows = _held(Office.objects.filter(person_id=person), on).order_by("owner", "body", "role")
    owners = {office.owner for office in asking.offices}
    return [_office(row) for row in rows if asking.person == str(person) or str(row.owner) in owners]


def holders(owner: UUID | str, role: Role, asking: Asker, *, body: UUID | str | None = None) -> list[str]:
    """Give the ids of those who hold a role today in a body (or in the whole authority)."""
    rows = _held(Office.objects.filter(owner=owner, role=role, body=body), None)
    return sorted({str(row.person_id) for row in rows})


def is_protected(person: UUID | str, asking: Asker) -> bool:
    """Say whether a person's identity is protected; what the asker may see of the name is in ``names``."""
    return Person.objects.filter(pk=person, protected=True).exists()


def active_device(person: UUID | str) -> str | None:
    """Give the id of the one device that the person votes from, or None when there is none yet."""
    found = Device.objects.filter(person_id=person, active=True).values_list("pk", flat=True).first()
    return str(found) if found else None


def device_of(request: HttpRequest) -> str | None:
    """Give the id of the device that this request comes from, or None when it is not known as the person's."""
    person, digest = person_of(request), device.digest_of(request)
    if person is None or digest is None:
        return None
    found = Device.objects.filter(person_id=person, digest=digest).values_list("pk", flat=True).first()
    return str(found) if found else None


def devices_of(person: UUID | str, asking: Asker) -> list[DeviceRow]:
    """Give a person's own devices, the one that votes first."""
    if asking.person != str(person):
        return []
    rows = Device.objects.filter(person_id=person).order_by("-active", "-last_seen")
    return [DeviceRow(str(row.pk), row.label, row.active, row.last_seen) for row in rows]


def sign_in_method(request: HttpRequest) -> tuple[Method, datetime | None]:
    """Say how and when the person of this session signed in, for the record of an approval."""
    records = get_authentication_records(request, cast("Account", request.user))
    if not records:
        return "unknown", None
    at = datetime.fromtimestamp(max(float(record["at"]) for record in records), UTC)
    return _method(records), at


def ways_of(person: UUID | str, asking: Asker) -> Ways:
    """Say in what ways a person can sign in: to the person only."""
    account = Account.objects.filter(person_id=person).first() if asking.person == str(person) else None
    if account is None:
        return Ways(password=False, totp=False, keys=0)
    kinds = [kept.type for kept in Authenticator.objects.filter(user=account)]
    return Ways(
        account.has_usable_password(), Authenticator.Type.TOTP in kinds, kinds.count(Authenticator.Type.WEBAUTHN)
    )


def accounts_of(owner: UUID | str, asking: Asker, *, asked: str = "") -> list[AccountRow]:
    """Give the accounts an authority cares for, and those of others who hold its offices: to its administrator only."""
    if not asking.holds("administrator", owner=str(owner)):
        return []
    of_office = Office.objects.filter(owner=owner).values("person")
    rows = Account.objects.filter(Q(owner=owner) | Q(person__in=of_office), person__isnull=False)
    secured = set(Authenticator.objects.exclude(type="recovery_codes").values_list("user", flat=True))
    found = list(rows.select_related("person").order_by("person__name"))
    called = names({str(row.person_id) for row in found}, asking)
    drawn = [_account(row, str(owner), called, two_steps=row.pk in secured) for row in found]
    wanted = asked.casefold().strip()
    return [row for row in drawn if wanted in row.name.casefold() or wanted in row.user.casefold()]


def account_of(person: UUID | str, owner: UUID | str, asking: Asker) -> AccountRow | None:
    """Give one account among those of ``accounts_of``."""
    return next((row for row in accounts_of(owner, asking) if row.person == str(person)), None)


def openings(owner: UUID | str, body: UUID | str | None, asking: Asker) -> list[OpeningRow]:
    """Give the lines left by those who opened what is closed, newest first; for the chair and the administrator."""
    place = str(body) if body else None
    if not (asking.holds("chair", owner=str(owner), body=place) or asking.holds("administrator", owner=str(owner))):
        return []
    rows = Opening.objects.filter(owner=owner, **({"body": body} if body else {})).order_by("-at")[:500]
    called = names({row.person_id for row in rows}, asking)
    return [OpeningRow(str(r.person_id), called[str(r.person_id)], r.kind, str(r.thing), r.at) for r in rows]


def _method(records: list[dict[str, object]]) -> Method:
    said = [(record.get("method"), record.get("type"), record.get("passwordless")) for record in records]
    if any(method == "mfa" and kind == "webauthn" and alone for method, kind, alone in said):
        return "passkey"
    steps: dict[object, Method] = {
        "totp": "password+totp", "recovery_codes": "password+code", "webauthn": "password+key"
    }  # fmt: skip
    for method, kind, _ in said:
        if method == "mfa" and kind in steps:
            return steps[kind]
    return "demo" if said[0][0] == "demo" else "password"


def _held(rows: QuerySet[Office], on: date | None) -> QuerySet[Office]:
    day = on or timezone.localdate()
    return rows.filter(starts_on__lte=day).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def _account(row: Account, owner: str, called: dict[str, str], *, two_steps: bool) -> AccountRow:
    person = str(row.person_id)
    protected = bool(row.person and row.person.protected)
    return AccountRow(
        person,
        called[person],
        row.username,
        row.is_active,
        str(row.owner) == owner,
        protected,
        two_steps,
        row.last_login,
    )


def _office(row: Office) -> OfficeRow:
    body = str(row.body) if row.body else None
    return OfficeRow(str(row.pk), str(row.owner), body, cast("Role", row.role), row.starts_on, row.ends_on)
