"""Seating a checked roster from a day: who stays, who leaves, who comes. Nothing that was so is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from radslag.bodies import models as m
from radslag.bodies.read import valid_on
from radslag.bodies.roster_check import Line
from radslag.people import conduct as people
from radslag.people import read as persons
from radslag.publicity.asker import Asker


@dataclass(frozen=True)
class Seated:
    """How many seats were taken, left and kept, and how many persons were new to the register."""

    taken: int
    left: int
    kept: int
    new_persons: int


def seat(body: m.Body, lines: Sequence[Line], *, on: date, by: Asker) -> Seated:
    """Seat the lines from a day. Those who are not in them leave the day before; an unchanged seat is left alone.

    Seats that are already given from a later day stand, and the new ones end when they begin.
    """
    known = _known_persons(body, by)
    period = m.MandatePeriod.objects.filter(starts_on__lte=on, ends_on__gte=on).order_by("-starts_on").first()
    parties = {party.label: party for party in m.Party.objects.order_by("local", "pk").reverse()}
    held = {row.person: row for row in body.appointments.filter(valid_on(on))}
    later = body.appointments.filter(valid_from__gt=on).order_by("valid_from").first()
    until = later.valid_from - timedelta(days=1) if later and later.valid_from else None
    taken, kept, new_persons = [], set(), 0
    for line in lines:
        person = known.get((line.name.casefold(), line.party)) or known.get((line.name.casefold(), None))
        if person is None:
            person, new_persons = UUID(people.add_person(line.name)), new_persons + 1
        party = parties.get(line.party)
        facts = (party.pk if party else None, line.role, line.order, line.presidium)
        if (row := held.get(person)) and (row.party_id, row.role, row.order, row.presidium) == facts:
            kept.add(person)
            continue
        taken.append(
            m.Appointment(
                owner=body.owner_id,
                body=body,
                person=person,
                party=party,
                role=line.role,
                order=line.order,
                presidium=line.presidium,
                period=period,
                valid_from=on,
                valid_to=until,
            )
        )
    leaving = [row for person, row in held.items() if person not in kept]
    for row in leaving:
        _leave(row, on)
    m.Appointment.objects.bulk_create(taken)
    return Seated(len(taken), len(leaving), len(kept), new_persons)


def _leave(row: m.Appointment, on: date) -> None:
    """End a seat the day before; one that began that very day was never held, and goes."""
    if row.valid_from is not None and row.valid_from >= on:
        row.delete()
        return
    row.valid_to = on - timedelta(days=1)
    row.save(update_fields=["valid_to"])


def _known_persons(body: m.Body, by: Asker) -> dict[tuple[str, str | None], UUID]:
    """Know the persons of the authority's bodies by name and party; by name alone when only one is called so."""
    listed = m.Appointment.objects.filter(Q(owner=body.owner_id)).select_related("party")
    rows = [(row.person, row.party.label if row.party else "") for row in listed]
    called = persons.names({person for person, _ in rows}, by)
    made: dict[tuple[str, str | None], UUID] = {}
    by_name: dict[str, set[UUID]] = {}
    for person, party in rows:
        name = called[str(person)].casefold()
        made[name, party] = person
        by_name.setdefault(name, set()).add(person)
    return made | {(name, None): next(iter(found)) for name, found in by_name.items() if len(found) == 1}
