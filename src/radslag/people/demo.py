"""The roles that ``make run`` offers, each with an address of its own so that each has its own session."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NotRequired, TypedDict

from django.conf import settings

from radslag.people import conduct
from radslag.people.models import Account


@dataclass(frozen=True)
class Seat:
    """A role of the demonstration: its host ``<slug>.localhost`` and what it is called."""

    role: str
    slug: str
    title: str
    signs_in: bool = True


SEATS: tuple[Seat, ...] = (
    Seat("chair", "ordforande", "Ordförande"),
    Seat("secretary", "sekreterare", "Sekreterare"),
    Seat("member1", "ledamot1", "Ledamot"),
    Seat("member2", "ledamot2", "Ledamot"),
    Seat("member3", "ledamot3", "Ledamot"),
    Seat("substitute", "ersattare", "Ersättare"),
    Seat("registrar", "registrator", "Registrator"),
    Seat("administrator", "administrator", "Sköter konton"),
    Seat("wall", "salsskarm", "Skärmen i salen", signs_in=False),
    Seat("public", "allmanhet", "Allmänhet", signs_in=False),
)


HOUSE = "demo-house.json"
PACES: dict[str, float] = {"paus": 0, "lugn": 0.5, "vanlig": 1, "snabb": 4}


class HouseSays(TypedDict):
    """What ``demo-house.json`` holds; ``again`` asks for a new meeting."""

    pace: float | None
    chair: str
    taken: dict[str, str]
    again: bool


class DemoRole(TypedDict):
    """One line of ``var/demo.json``."""

    role: str
    title: str
    slug: str
    url: str
    path: str
    user: str
    password: str
    name: NotRequired[str]
    party: NotRequired[str]


def seed_demo_accounts(
    persons: Mapping[str, str], *, owner: str, port: int = 8000, paths: Mapping[str, str] | None = None
) -> list[DemoRole]:
    """Give each person (by role, as in ``SEATS``) an account, and answer the lines of ``var/demo.json``.

    ``paths`` says where each role begins (``/moten/…/``); without one it is the person's own page.
    A second call answers the same.
    """
    lines = []
    for seat in SEATS:
        path = (paths or {}).get(seat.role, "/mitt/" if seat.signs_in else "/moten/")
        entry = f"/demo/in/{seat.slug}/" if seat.signs_in else path
        url = f"http://{seat.slug}.localhost:{port}{entry}"
        user = password = ""
        if seat.signs_in:
            if seat.role not in persons:
                continue
            user, password = seat.slug, password_of(seat.slug)
            if not Account.objects.filter(person_id=persons[seat.role], username=user).exists():
                conduct.add_account(persons[seat.role], user, password, owner=owner)
        lines.append(
            DemoRole(role=seat.role, title=seat.title, slug=seat.slug, url=url, path=path, user=user, password=password)
        )
    return lines


def roles() -> list[DemoRole]:
    """Give the roles that were written down at the start; none before."""
    try:
        said = json.loads((settings.HOME / "demo.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    return list(said.get("roles", []))


def house() -> HouseSays:
    """Give what was chosen for the demonstration: the pace, who leads, which seats humans have taken, a fresh start."""
    try:
        said = json.loads((settings.HOME / HOUSE).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        said = {}
    return HouseSays(
        pace=said.get("pace"),
        chair=said.get("chair", "crowd"),
        taken=said.get("taken", {}),
        again=said.get("again", False),
    )


def choose(chosen: HouseSays) -> None:
    """Write down what was chosen, so that the crowd sees it from outside."""
    path = settings.HOME / HOUSE
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(chosen), encoding="utf-8")
    fresh.replace(path)


def take(slug: str, at: datetime) -> None:
    """Note that a human sits in a seat, which the crowd then leaves alone. In the chair's seat, the human leads."""
    now = house()
    now["taken"] = {**now["taken"], slug: at.isoformat()}
    if slug == "ordforande":
        now["chair"] = "visitor"
    choose(now)


def role_of(slug: str) -> DemoRole | None:
    """Find a role by the name of its host."""
    return next((role for role in roles() if role.get("slug") == slug), None)


def password_of(slug: str) -> str:
    """Give the password of a demonstration user: the same at every start of this installation, and no other's."""
    digest = hmac.new(settings.SECRET_KEY.encode(), slug.encode(), hashlib.sha256).hexdigest()
    return f"{slug}-{digest[:8]}"
