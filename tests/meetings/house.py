"""A small council in the registers, with accounts: five members, two substitutes, a secretary."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from radslag.bodies import models as bodies
from radslag.bodies import read
from radslag.meetings import conduct, planning
from radslag.meetings.calling import STOCKHOLM
from radslag.meetings.models import Meeting
from radslag.people import conduct as people
from radslag.people import read as who
from radslag.people.models import Account
from radslag.publicity.asker import PUBLIC

MEMBERS = ("Anna", "Bo", "Cia", "Dag", "Eva")
SUBSTITUTES = ("Siv", "Tor")
SOURCED = {"source": "test", "source_date": "2026-11-24", "grade": "A"}


@dataclass
class House:
    """``person`` by name; ``sits(name)`` gives a browser that is signed in."""

    body: UUID
    owner: UUID
    person: dict[str, str] = field(default_factory=dict)

    def sits(self, name: str) -> Client:
        """Sign a person in."""
        client = Client()
        client.force_login(Account.objects.get(person=self.person[name]), "django.contrib.auth.backends.ModelBackend")
        return client

    def plans(self, *, days: int = 0, mode: str = "test") -> Meeting:
        """Plan a meeting that many days from now, with two items on its agenda."""
        body = read.body(self.body, PUBLIC)
        assert body is not None
        day = timezone.localdate() + timedelta(days=days)
        made = planning.plan(
            body=body,
            mode=mode,
            starts_at=datetime.combine(day, time(18), STOCKHOLM),
            place="Salen",  # type: ignore[arg-type]
        )
        asking = who.asker_for(self.person["Sara"])
        for title in ("Vägen", "Badet"):
            matter = planning.new_matter(made, title=title, by=asking, at=timezone.now())
            planning.add_item(made, matter, kind="decision", proposal=f"{title} byggs.")
        return made

    def calls(self) -> Meeting:
        """A meeting today that was announced and called in time."""
        made = self.plans()
        before = datetime.now(UTC) - timedelta(days=9)
        for act in ("issue_notice", "summon"):
            conduct.ask(
                str(made.id), act, {}, conduct.Asking(self.person["Sara"], act, datetime.now(UTC), happened_at=before)
            )
        return made


def a_house(kind: str = "council") -> House:
    """Make the council (or a body of another kind) and its people."""
    parties = [bodies.Party.objects.get_or_create(label=one, name=one, defaults=SOURCED)[0] for one in ("S", "M")]
    bodies.BodyKind.objects.get_or_create(pk=kind, defaults={"name": kind, "order": 1})
    organisation = bodies.Organisation.objects.create(
        kind="municipality", name="Ekviken", legal_name="Ekvikens kommun", fictional=True, **SOURCED
    )
    bodies.Capacity.objects.create(organisation=organisation, kind="municipality", code=str(uuid4())[:12], **SOURCED)
    body = bodies.Body.objects.create(owner=organisation, kind_id=kind, name="Fullmäktige", seats=5)
    house = House(body.pk, organisation.pk)
    for order, name in enumerate([*MEMBERS, *SUBSTITUTES], 1):
        person = house.person[name] = people.add_person(name)
        people.add_account(person, f"{name}-{uuid4()}", "lösenord", owner=organisation.pk)
        bodies.Appointment.objects.create(
            owner=organisation.pk, body=body, person=person, party=parties[order % 2], order=order,
            role="member" if name in MEMBERS else "substitute", presidium={1: 1, 2: 2}.get(order, 0),
        )  # fmt: skip
    secretary = house.person["Sara"] = people.add_person("Sara")
    people.add_account(secretary, f"sara-{uuid4()}", "lösenord", owner=organisation.pk)
    people.grant_office(secretary, organisation.pk, "secretary", body=body.pk, starts_on=date(2026, 1, 1))
    people.grant_office(house.person["Anna"], organisation.pk, "chair", body=body.pk, starts_on=date(2026, 1, 1))
    return house
