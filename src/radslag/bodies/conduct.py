"""The one door to changes of the registers of organisations and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from radslag.bodies import seating
from radslag.bodies.models import Body, Organisation
from radslag.bodies.read import may_fill, may_set_up
from radslag.bodies.roster_check import Line
from radslag.bodies.search import words
from radslag.bodies.seed import load
from radslag.bodies.seed.tables import permanent_id
from radslag.people.conduct import leave_line
from radslag.publicity.asker import Asker

INSTALLATION = UUID(permanent_id("host", "installation"))
"""In whose administrative stream stands what concerns the registers of the whole country."""


class NotAllowed(PermissionError):
    """The asker has no office that may change this register."""


@transaction.atomic
def load_seed(at: datetime | None = None) -> dict[str, dict[str, int]]:
    """Load our tables of facts; give what was read, added and changed by table. A line is left when anything was."""
    counts = {name: asdict(count) for name, count in load.load().items()}
    changed = {name: [count["added"], count["changed"]] for name, count in counts.items()}
    if any(sum(pair) for pair in changed.values()):
        leave_line(INSTALLATION, "bodies.seed_loaded/1", {"tables": changed}, by=None, at=at, mode="sharp")
    return counts


@transaction.atomic
def fill(body: UUID, lines: Sequence[Line], *, on: date, by: Asker, at: datetime) -> seating.Seated:
    """Seat a checked roster in a body from a day, and leave a line with the authority.

    Raises :class:`NotAllowed` when the asker may not, ``Body.DoesNotExist`` when there is no such body.
    """
    found = Body.objects.select_for_update().get(pk=body)
    if not may_fill(found.owner_id, found.pk, by):
        raise NotAllowed(str(found.pk))
    seated = seating.seat(found, lines, on=on, by=by)
    facts = {"body": str(found.pk), "from": on.isoformat(), **asdict(seated)}
    leave_line(found.owner_id, "bodies.seats_filled/1", facts, by=by.person, at=at)
    return seated


@transaction.atomic
def set_up(owner: UUID, *, kind: str, name: str, seats: int, parent: UUID | None, by: Asker, at: datetime) -> UUID:
    """Set up a body of an organisation, from today, and answer its permanent id. Raises :class:`NotAllowed`."""
    organisation = Organisation.objects.get(pk=owner)
    if not may_set_up(owner, by):
        raise NotAllowed(str(owner))
    made = Body.objects.create(
        owner=organisation, kind_id=kind, name=name, seats=seats, parent_id=parent,
        searched=_searched(organisation, name), valid_from=localdate(at),
    )  # fmt: skip
    facts = {"body": str(made.pk), "kind": kind, "seats": seats, "parent": str(parent) if parent else None}
    leave_line(owner, "bodies.body_set_up/1", facts, by=by.person, at=at)
    return made.pk


@transaction.atomic
def change(body: UUID, *, kind: str, name: str, seats: int, parent: UUID | None, by: Asker, at: datetime) -> None:
    """Change what a body is, is called and how many seats it has. Raises :class:`NotAllowed`."""
    found = Body.objects.select_for_update().select_related("owner").get(pk=body)
    if not may_set_up(found.owner_id, by):
        raise NotAllowed(str(body))
    before = {"kind": found.kind_id, "seats": found.seats, "parent": str(found.parent_id) if found.parent_id else None}
    renamed = found.name != name
    found.kind_id, found.name, found.seats, found.parent_id = kind, name, seats, parent
    found.searched = _searched(found.owner, name)
    found.save()
    after = {"kind": kind, "seats": seats, "parent": str(parent) if parent else None}
    facts = {"body": str(body), "before": before, "after": after, "renamed": renamed}
    leave_line(found.owner_id, "bodies.body_changed/1", facts, by=by.person, at=at)


def _searched(owner: Organisation, name: str) -> str:
    return words(name, f"{owner.name} {name}")
