"""The fictional Ekviken (49 seats), Åsbo (21) and Region Viken (101), with fictional people. Safe to run again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from uuid import UUID

from django.db import transaction

from radslag.bodies import models as m
from radslag.bodies.search import words
from radslag.bodies.seed.tables import Row, permanent_id, rows
from radslag.people import conduct as people

FIRST = (
    "Anna", "Bo", "Cecilia", "David", "Eva", "Filip", "Greta", "Hassan", "Ida", "Johan", "Karin", "Lars", "Maria",
    "Nils", "Olivia", "Per", "Rana", "Sara", "Tove", "Ulf", "Vera", "Yusuf", "Åsa", "Örjan",
)  # fmt: skip
LAST = ("Ek", "Lind", "Holm", "Kull", "Vass", "Bäck", "Rönn", "Sten", "Mo", "Ås", "Löv", "Sund", "Dal")
"""24 and 13 have no common divisor: 312 different names before the first comes again."""

CODES = {"ekviken": ("municipality", "9991"), "asbo": ("municipality", "9992"), "viken": ("region", "99")}
"""No codes of SCB."""
NAMES = {
    "ekviken": ("Ekviken", "Ekvikens kommun"),
    "asbo": ("Åsbo", "Åsbo kommun"),
    "viken": ("Region Viken", "Region Viken"),
    "raddning-viken": ("Räddningstjänstförbundet Viken", "Räddningstjänstförbundet Viken"),
    "samordning-viken": ("Samordningsförbundet Viken", "Samordningsförbundet Viken"),
}
SOURCED = {"source": "radslag", "source_date": "2026-11-24", "grade": "A"}
PERIODS = {
    "council": (("2022–2026", date(2022, 10, 15), date(2026, 10, 14)), ("2026–2030", date(2026, 10, 15), None)),
    "other": (("2023–2026", date(2023, 1, 1), date(2026, 12, 31)), ("2027–2030", date(2027, 1, 1), None)),
}


def organisation_id(key: str) -> UUID:
    """Give the id of ``ekviken``, ``asbo`` or ``viken``."""
    return UUID(permanent_id("demo", key))


def body_id(key: str) -> UUID:
    """Give the id of a demonstration body: ``ekviken-kf``, ``asbo-kf``, ``viken-rf``, ``ekviken-ks`` …"""
    return UUID(permanent_id("demo/body", key))


def person_id(council: str, number: int) -> UUID:
    """Give the id of the council's person with that number: members first, then substitutes, in order."""
    return UUID(permanent_id("demo/person", f"{council}/{number}"))


@transaction.atomic
def seed_demo() -> dict[str, UUID]:
    """Make the fictional organisations, bodies and people; give the bodies' ids by key. The seed must be loaded."""
    for key in NAMES:
        _organisation(key)
    for key in ("ekviken", "asbo"):
        m.Belonging.objects.get_or_create(
            member_id=organisation_id(key),
            kind="region",
            whole_id=organisation_id("viken"),
            valid_from=None,
            defaults=SOURCED,
        )
    made = {row["key"]: _body(row) for row in rows("demo_bodies")}
    fresh = _Names()
    for council, (key, substitutes) in {
        "asbo": ("asbo-kf", 2),
        "ekviken": ("ekviken-kf", 2),
        "viken": ("viken-rf", 2),
    }.items():
        _council(council, made[key], fresh, every=substitutes)
    for row in rows("demo_bodies"):
        if row["kind"] != "council":
            _elected_from_council(row, made[row["key"]])
    return {key: body.pk for key, body in made.items()}


def _organisation(key: str) -> None:
    name, legal_name = NAMES[key]
    kind, code = CODES.get(key, ("federation", ""))
    m.Organisation.objects.update_or_create(
        pk=organisation_id(key),
        defaults={
            "kind": kind,
            "name": name,
            "legal_name": legal_name,
            "fictional": True,
            "note": "Påhittad, för prov",
            "searched": words(name, legal_name, code),
            **SOURCED,
        },
    )
    m.Capacity.objects.update_or_create(
        organisation_id=organisation_id(key), kind=kind, defaults={"code": code, **SOURCED}
    )


def _body(row: Row) -> m.Body:
    made, _ = m.Body.objects.update_or_create(
        pk=body_id(row["key"]),
        defaults={
            "owner_id": organisation_id(row["owner"]),
            "kind_id": row["kind"],
            "name": row["name"],
            "parent_id": body_id(row["parent"]) if row["parent"] else None,
            "seats": int(row["seats"]),
            "searched": words(row["name"], f"{NAMES[row['owner']][0]} {row['name']}"),
        },
    )
    made.partners.set(m.Organisation.objects.filter(pk__in=[organisation_id(key) for key in row["partners"].split()]))
    return made


class _Names:
    """Fictional names in a fixed order, none twice."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count()

    def next(self) -> str:
        number = next(self._numbers)
        return f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]}"


def shares(council: str) -> dict[str, int]:
    """Give the seats of each party in a demonstration council, largest first."""
    return {row["party"]: int(row["seats"]) for row in rows("demo_councils") if row["council"] == council}


def _council(council: str, body: m.Body, names: _Names, *, every: int) -> None:
    """Fill a council: members by party, then for each party half as many substitutes, rounded up (KL 5 kap. 8 §)."""
    numbers = count(1)
    seats: list[_Seat] = []
    roll = count(1)
    for party, share in shares(council).items():
        for place in range(share):
            presidium = 0 if place else min(len({seat.party for seat in seats}) + 1, 4) % 4
            seats.append(_Seat(person_id(council, next(numbers)), party, "member", next(roll), presidium))
    for party, share in shares(council).items():
        seats += [
            _Seat(person_id(council, next(numbers)), party, "substitute", order, 0)
            for order in range(1, -(-share // every) + 1)
        ]
    for seat in seats:
        people.add_person(names.next(), id=seat.person)
    _appoint(body, seats, "council")


def _elected_from_council(row: Row, body: m.Body) -> None:
    """Fill a board or committee with the first of each party's members, the next ones as substitutes."""
    council = row["owner"] if row["owner"] in CODES else "ekviken"
    share = _spread(shares(council), int(row["seats"]))
    parties = shares(council)
    first = {party: sum(list(parties.values())[:place]) + 1 for place, party in enumerate(parties)}
    seats: list[_Seat] = []
    roll = count(1)
    chairs = iter((1, 2, 3))
    for party, number in share.items():
        for place in range(number):
            presidium = 0 if place else next(chairs, 0)
            seats.append(_Seat(person_id(council, first[party] + place), party, "member", next(roll), presidium))
    for party, number in _spread(shares(council), int(row["substitutes"] or 0)).items():
        after = first[party] + share.get(party, 0)
        room = first[party] + parties[party] - after
        seats += [
            _Seat(person_id(council, after + place), party, "substitute", place + 1, 0)
            for place in range(min(number, room))
        ]
    _appoint(body, seats, "other")


def _spread(parties: dict[str, int], seats: int) -> dict[str, int]:
    """Spread seats over parties by the odd-number method; the larger party first when even."""
    won = dict.fromkeys(parties, 0)
    for _ in range(seats):
        winner = max(parties, key=lambda party: (parties[party] / (2 * won[party] + 1), parties[party]))
        won[winner] += 1
    return {party: number for party, number in won.items() if number}


class _Seat:
    def __init__(self, person: UUID, party: str, role: str, order: int, presidium: int) -> None:
        self.person, self.party, self.role, self.order, self.presidium = person, party, role, order, presidium


def _appoint(body: m.Body, seats: list[_Seat], kind: str) -> None:
    parties = {party.label: party for party in m.Party.objects.filter(local=False)}
    periods = {period.name: period for period in m.MandatePeriod.objects.all()}
    have = set(body.appointments.values_list("person", "valid_from"))
    m.Appointment.objects.bulk_create(
        m.Appointment(
            owner=body.owner_id,
            body=body,
            person=seat.person,
            party=parties[seat.party],
            role=seat.role,
            order=seat.order,
            presidium=seat.presidium,
            period=periods[name],
            valid_from=first,
            valid_to=last,
        )
        for name, first, last in PERIODS[kind]
        for seat in seats
        if (seat.person, first) not in have
    )
