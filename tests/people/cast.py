"""The cast of these suites: one authority, one committee, and someone in each role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from radslag.people import conduct, read
from radslag.publicity.asker import Asker, Role

SINCE = date(2026, 1, 1)


@dataclass(frozen=True)
class Cast:
    """Ids of the authority, its committee and its people."""

    owner: str
    committee: str
    council: str
    people: dict[str, str]

    def asks(self, who: str) -> Asker:
        """Give the asker of one of the cast."""
        return read.asker_for(self.people[who])


IN_COMMITTEE: dict[str, Role] = {
    "Anna Ek": "chair",
    "Sara Sten": "secretary",
    "Ali Berg": "member",
    "Eva Kull": "substitute",
    "Olle Hed": "official",
}
IN_ALL: dict[str, Role] = {"Rut Lind": "registrar", "Adam Strand": "administrator", "Rolf Mo": "auditor"}


def a_cast() -> Cast:
    """Add the people, their accounts (password ``lösenord-<first name>``) and offices."""
    cast = Cast(str(uuid4()), str(uuid4()), str(uuid4()), {})
    for name, role in {**IN_COMMITTEE, **IN_ALL}.items():
        person = cast.people[name] = conduct.add_person(name)
        user = name.split()[0].lower()
        conduct.add_account(person, user, f"lösenord-{user}", owner=cast.owner)
        body = cast.committee if name in IN_COMMITTEE else None
        conduct.grant_office(person, cast.owner, role, body=body, starts_on=SINCE)
    for name, protected in (("Dag Holm", False), ("Kim Lind", True)):
        person = cast.people[name] = conduct.add_person(name, protected=protected)
        conduct.add_account(person, name.split()[0].lower(), "lösenord", owner=cast.owner)
    conduct.grant_office(cast.people["Dag Holm"], cast.owner, "member", body=cast.council, starts_on=SINCE)
    conduct.grant_office(cast.people["Kim Lind"], cast.owner, "member", body=cast.committee, starts_on=SINCE)
    return cast
