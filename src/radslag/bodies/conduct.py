"""The one door to changes of the registers of organisations and bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from radslag.bodies import seating
from radslag.bodies.models import Body
from radslag.bodies.read import may_fill
from radslag.bodies.roster_check import Line
from radslag.bodies.seed import load
from radslag.bodies.seed.tables import permanent_id
from radslag.people.conduct import leave_line
from radslag.publicity.asker import Asker

INSTALLATION = UUID(permanent_id("host", "installation"))
"""In whose administrative stream stands what concerns the registers of the whole country."""


class NotAllowed(PermissionError):
    """The asker has no office that may fill the body's seats."""


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
