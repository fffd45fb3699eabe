"""The demonstration: fictional authorities and people, a meeting to take part in, and ``demo.json`` about them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypedDict
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from radslag.bodies import demo as fictional
from radslag.bodies import read as bodies
from radslag.bodies.rows import Roster
from radslag.meetings import demo as meetings_demo
from radslag.meetings import demo_held
from radslag.minutes import conduct as minutes
from radslag.minutes import read as minutes_read
from radslag.people import conduct as people
from radslag.people import demo as seats
from radslag.people import read as who
from radslag.publicity.asker import PUBLIC, Role

COUNCIL = "ekviken-kf"
OFFICERS: tuple[tuple[str, str, Role], ...] = (
    ("secretary", "Sara Brandt", "secretary"),
    ("registrar", "Rolf Arvidsson", "registrar"),
    ("administrator", "Aino Salonen", "administrator"),
)


class Player(TypedDict):
    """One whom the crowd plays."""

    user: str
    password: str
    person: str
    party: str
    role: str
    order: int


@dataclass(frozen=True)
class Cast:
    """Who plays in the demonstration: the authority, its council, and the person of each role."""

    owner: UUID
    body: UUID
    persons: Mapping[str, str]
    roster: Roster


def renew(port: int, now: datetime) -> bool:
    """Call the council to a new meeting when the last one is over, or a visitor asked for it. Says whether it did."""
    house = seats.house()
    told = json.loads((Path(settings.HOME) / "demo.json").read_text(encoding="utf-8"))
    # The meeting that the crowd plays, not the one with the latest hour: the day's first is called to the evening.
    if not meetings_demo.renew(told["meetings"][0]["id"], now, again=house["again"]):
        return False
    seed(port, fresh=True)
    seats.choose({**house, "again": False, "taken": {}, "chair": "crowd"})
    return True


def seed(port: int, *, fresh: bool = False) -> Path:
    """Make what is not there, and write ``demo.json``. Answers where it lies. A second call keeps the state.

    ``fresh`` calls a new meeting though there is one.
    """
    made = fictional.seed_demo()
    _hold(made["asbo-kf"])
    cast = _cast(made[COUNCIL])
    meetings = _meetings(cast, fresh=fresh)
    roles = seats.seed_demo_accounts(cast.persons, owner=str(cast.owner), port=port, paths=_paths(meetings))
    told = {
        "url": f"http://localhost:{port}",
        "roles": [_role(line, cast) for line in roles],
        "meetings": meetings,
        "bodies": [_body(key, pk) for key, pk in made.items()],
        "crowd": _crowd(cast),
    }
    path = Path(settings.HOME) / "demo.json"
    draft = path.with_suffix(".new")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return draft.replace(path)


def _hold(council: UUID) -> None:
    """Let there be one meeting that is over, with minutes that are approved, stamped and posted."""
    body = bodies.body(council, PUBLIC)
    if body is None:
        raise LookupError(council)
    day = timezone.localdate() - timedelta(days=demo_held.DAYS_AGO)
    secretary = meetings_demo.secretary_of("asbo-kf", body)
    held = demo_held.hold(body=body, roster=bodies.roster(council, day, PUBLIC), secretary=secretary)
    if held is None:
        return
    key, at = str(held.id), held.starts_at + timedelta(days=2)
    minutes.send(key, minutes.Hand(who.asker_for(secretary), at, "held/send"))
    read = minutes_read.minutes(held.id, who.asker_for(secretary))
    for number, one in enumerate(read.state.waiting_for if read else (), 1):
        hand = minutes.Hand(who.asker_for(one.person), at + timedelta(hours=number), "held/approve")
        minutes.approve(key, str(read.state.content if read else ""), "demo", None, hand)


def _role(line: seats.DemoRole, cast: Cast) -> dict[str, Any]:
    """Tell who sits in a role's seat: the person, the name and the party."""
    person = cast.persons.get(line["role"], "")
    seat = next((one for one in cast.roster.seats if str(one.person) == person), None)
    name = seat.name if seat else next((name for key, name, _ in OFFICERS if key == line["role"]), "")
    return {**line, "person": person, "name": name, "party": seat.party if seat else ""}


def _cast(council: UUID) -> Cast:
    """Choose who plays: the presiding chair, three members and a substitute; officers are made."""
    today = timezone.localdate()
    body = bodies.body(council, PUBLIC)
    if body is None:
        raise LookupError(council)
    roster = bodies.roster(council, today, PUBLIC)
    chair = next(seat for seat in roster.members if seat.presidium == 1)
    others = [seat for seat in roster.members if not seat.presidium]
    third = len(others) // 3
    persons = {
        "chair": str(chair.person),
        "member1": str(others[0].person),
        "member2": str(others[third].person),
        "member3": str(others[2 * third].person),
        "substitute": str(roster.substitutes[0].person),
    }
    for number, (key, name, role) in enumerate(OFFICERS, 1):
        persons[key] = _officer(number, name, role, body.owner.id, council)
    people.grant_office(persons["chair"], body.owner.id, "chair", body=council, starts_on=date(2026, 10, 15))
    return Cast(body.owner.id, council, persons, roster)


def _officer(number: int, name: str, role: Role, owner: UUID, council: UUID) -> str:
    person = people.add_person(name, id=fictional.person_id("ekviken-officers", number))
    body = council if role == "secretary" else None
    people.grant_office(person, owner, role, body=body, starts_on=date(2026, 1, 1))
    return person


def _meetings(cast: Cast, *, fresh: bool) -> list[dict[str, Any]]:
    """Let the domain of meetings make its own. The crowd plays in the first, where the roles are."""
    made = meetings_demo.seed_demo(owner=cast.owner, body=cast.body, persons=cast.persons, fresh=fresh)
    return [{**meeting, "crowd": not number} for number, meeting in enumerate(made)]


def _paths(meetings: list[dict[str, Any]]) -> dict[str, str]:
    """Say where each role begins: in the first meeting, on its own screen."""
    return dict(meetings[0].get("paths", {})) if meetings else {}


def _crowd(cast: Cast) -> list[Player]:
    """Give everyone else in the roster an account; the crowd signs in with it like anyone."""
    taken = set(cast.persons.values())
    players: list[Player] = []
    for number, seat in enumerate(cast.roster.seats, 1):
        if str(seat.person) in taken:
            continue
        user = f"deltagare{number}"
        password = seats.password_of(user)
        if not _has_account(user):
            people.add_account(seat.person, user, password, owner=cast.owner)
        person = str(seat.person)
        players.append(
            Player(user=user, password=password, person=person, party=seat.party, role=seat.role, order=seat.order)
        )
    return players


def _has_account(user: str) -> bool:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.filter(username=user).exists()


def _body(key: str, pk: UUID) -> dict[str, Any]:
    found = bodies.body(pk, PUBLIC)
    if found is None:
        raise LookupError(key)
    return {"key": key, "id": str(pk), "name": f"{found.owner.name}: {found.name}", "url": found.address}
