"""A fictional council of any size, with nothing but seats: what is measured takes place in it, never what is shown."""

from __future__ import annotations

from uuid import UUID, uuid5

from radslag.bodies import models as m
from radslag.bodies.demo import PERIODS, SOURCED
from radslag.bodies.seed.tables import permanent_id
from radslag.people import conduct as people

PARTY = "S"


def make(seats: int) -> tuple[UUID, list[UUID]]:
    """Make a council of that many seats; answers the body and its members in the order of the roll, the chair first.

    The seed must be loaded. To be made once in a database that is thrown away.
    """
    owner = m.Organisation.objects.create(
        pk=permanent_id("bench", "organisation"), kind="municipality", name="Mätköping", legal_name="Mätköpings kommun",
        fictional=True, note="Påhittad, för mätning", searched="mätköping", **SOURCED,
    )  # fmt: skip
    body = m.Body.objects.create(owner=owner, kind_id="council", name="Kommunfullmäktige", seats=seats, searched="")
    party = m.Party.objects.filter(local=False, label=PARTY).first()
    name, first, last = PERIODS["council"][-1]
    members = [uuid5(body.pk, str(number)) for number in range(seats)]
    for number, person in enumerate(members, 1):
        people.add_person(f"Ledamot {number}", id=person)
    m.Appointment.objects.bulk_create(
        m.Appointment(
            owner=owner.pk, body=body, person=person, party=party, role="member", order=number,
            presidium=number if number < 4 else 0, period=m.MandatePeriod.objects.get(name=name), valid_from=first,
            valid_to=last,
        )
        for number, person in enumerate(members, 1)
    )  # fmt: skip
    return body.pk, members
