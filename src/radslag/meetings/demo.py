"""A meeting today for each fictional council: announced and called in time, ready to be opened. Mode ``test``."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from radslag.bodies import demo as fictional
from radslag.bodies import read as bodies
from radslag.bodies.rows import BodyRow
from radslag.log import read as log
from radslag.matters import conduct as matters
from radslag.matters import read as matter_rows
from radslag.matters.origins import Origin
from radslag.meetings import conduct, planning
from radslag.meetings.calling import STOCKHOLM
from radslag.meetings.models import Meeting
from radslag.people import conduct as people
from radslag.people import read as who
from radslag.publicity.asker import PUBLIC

AWHILE = timedelta(minutes=5)
"""How long a meeting that is over stays before the next is called."""
BEFORE = timedelta(days=9)
"""How long before the meeting its notice went up and its summons went out."""


@dataclass(frozen=True)
class Item:
    title: str
    kind: str
    origin: Origin
    summary: str
    proposal: str


ITEMS = (
    Item(
        "Fastställande av dagordningen",
        "formal",
        Origin.PREPARATION,
        "",
        "Kommunfullmäktige fastställer dagordningen.",
    ),
    Item(
        "Detaljplan för Hamnen",
        "decision",
        Origin.COMMITTEE,
        "420 bostäder, en förskola och en ny kaj. Planen har varit på samråd och granskning.",
        "Kommunfullmäktige antar detaljplan för Hamnen, del av Ekviken 4:12.",
    ),
    Item(
        "Motion om fria bussar för unga",
        "decision",
        Origin.MEMBER_MOTION,
        "Motionären vill att alla under 20 år åker buss utan avgift. Kommunstyrelsen har räknat på kostnaden.",
        "Kommunfullmäktige bifaller motionen.",
    ),
    Item(
        "Taxa för serveringstillstånd 2027",
        "decision",
        Origin.COMMITTEE,
        "Taxan räknas upp med prisindex.",
        "Kommunfullmäktige fastställer taxan för serveringstillstånd att gälla från den 1 januari 2027.",
    ),
    Item(
        "Val av ledamot i barn- och utbildningsnämnden",
        "election",
        Origin.ELECTION,
        "En ledamot har begärt entledigande.",
        "Kommunfullmäktige väljer den som valberedningen föreslår till ledamot för tiden till och med 2026.",
    ),
    Item("Information om vinterns snöröjning", "information", Origin.PREPARATION, "Tekniska chefen berättar.", ""),
)

PLACES = {"ekviken-kf": "Stadshuset, sessionssalen", "asbo-kf": "Folkets hus", "viken-rf": "Regionens hus, plenisalen"}
SECRETARIES = {"asbo-kf": "Vera Nordin", "viken-rf": "Gunnel Sköld"}


def seed_demo(
    *,
    owner: uuid.UUID | None = None,
    body: uuid.UUID | None = None,
    persons: Mapping[str, str] | None = None,
    fresh: bool = False,
) -> list[dict[str, Any]]:
    """Make the meetings that are not there, and tell of them; the first is the one that the roles take part in.

    A council whose last test meeting is not closed keeps that one; ``fresh`` gives the first a new one.
    """
    made = []
    for key in ("ekviken-kf", "asbo-kf", "viken-rf"):
        found = bodies.body(fictional.body_id(key), PUBLIC)
        if found is None:
            continue
        known = (persons or {}).get("secretary") if (found.owner.id, found.id) == (owner, body) else None
        new = fresh and (found.owner.id, found.id) == (owner, body)
        made.append(_told(_meeting(key, found, known or secretary_of(key, found), fresh=new), found))
    return made


def renew(meeting: str, at: datetime, *, again: bool) -> bool:
    """Say whether a new meeting is needed after this one, the last that was told of, and put it aside if so.

    It does ``AWHILE`` after the last one was closed, when one was left from an earlier day, or when asked ``again``.
    """
    last = Meeting.objects.filter(pk=meeting).first()
    if last is None:
        return True
    if last.stage == "closed":
        closed_at = conduct.state(str(last.id))[1].closed_at
        return again or closed_at is None or at - closed_at > AWHILE
    stale = last.stage in ("planned", "called") and last.starts_at.astimezone(STOCKHOLM).date() < timezone.localdate()
    if stale or again:
        put_aside(last, at)
        return True
    return False


def put_aside(meeting: Meeting, at: datetime) -> None:
    """Adjourn a meeting that goes on, by whoever presides; it stays as it is."""
    now = conduct.state(str(meeting.id))[1]
    if now.stage == "open" and now.presiding:
        conduct.ask(str(meeting.id), "adjourn", {}, conduct.Asking(now.presiding, f"demo/aside/{at.isoformat()}", at))


def secretary_of(key: str, body: BodyRow) -> str:
    """The person who prepares the council's meetings, made when there is none."""
    there = who.holders(body.owner.id, "secretary", PUBLIC, body=body.id)
    if there:
        return there[0]
    made = people.add_person(SECRETARIES.get(key, "Sara Brandt"), id=uuid.uuid5(body.id, "secretary"))
    people.grant_office(made, body.owner.id, "secretary", body=body.id, starts_on=date(2026, 1, 1))
    return made


def _now() -> datetime:
    """The minute that it is, in Stockholm."""
    return timezone.now().astimezone(STOCKHOLM).replace(second=0, microsecond=0)


def _meeting(key: str, body: BodyRow, secretary: str, *, fresh: bool = False) -> Meeting:
    there = Meeting.objects.filter(body=body.id, mode="test").order_by("-created_at").first()
    if there is not None and there.stage != "closed" and not fresh:
        return there
    today = timezone.localdate()
    starts_at = _now() if fresh else datetime.combine(today, time(18, 0), STOCKHOLM)
    made = planning.plan(
        body=body, mode="test", starts_at=starts_at, place=PLACES[key], first_paragraph=84,
        id=_fresh_id(body, today),
    )  # fmt: skip
    called_at = starts_at.astimezone(UTC) - BEFORE
    lay_agenda(made, body, secretary, called_at)
    for act in ("issue_notice", "summon"):
        conduct.ask(
            str(made.id),
            act,
            {},
            conduct.Asking(secretary, f"demo/{act}", datetime.now(UTC), happened_at=called_at),
        )
    made.refresh_from_db()
    return made


def _fresh_id(body: BodyRow, today: date) -> uuid.UUID:
    """Give the id of the day's first meeting, or of the next when that one is in the registers or the journal."""
    names = (f"meeting/{today}/{number}" if number else f"meeting/{today}" for number in count())
    return next(key for key in (uuid.uuid5(body.id, name) for name in names) if not _taken(key))


def _taken(key: uuid.UUID) -> bool:
    return Meeting.objects.filter(pk=key).exists() or log.birth(f"meeting/{key}") is not None


def lay_agenda(meeting: Meeting, body: BodyRow, secretary: str, at: datetime) -> None:
    asking = who.asker_for(secretary)
    for number, item in enumerate(ITEMS):
        key = uuid.uuid5(body.id, f"matter/{meeting.id}/{number}")
        matter = matters.register(
            owner=body.owner.id, prefix="KS" if body.owner.kind == "municipality" else "RS", title=item.title,
            origin=item.origin, opened_on=at.date() - timedelta(days=90), mode="test", by=asking, at=at,
            prepared_by=body.id, id=key,
        )  # fmt: skip
        matters.hand_over(matter, body.id, since=at.date())
        row = matter_rows.matter(matter, asking)
        if row is not None:
            planning.add_item(meeting, row, kind=item.kind, proposal=item.proposal, summary=item.summary)


def _told(meeting: Meeting, body: BodyRow) -> dict[str, Any]:
    address = f"/mote/{meeting.id}/"
    part = {"chair": "ordforande", "secretary": "sekreterare", "wall": "vagg", "public": "folj"}
    roles = ("chair", "secretary", "member1", "member2", "member3", "substitute", "wall", "public")
    return {
        "id": str(meeting.id),
        "name": f"{body.owner.name}: {body.name}",
        "url": address,
        "mode": meeting.mode,
        "seats": body.seats,
        "paths": {role: f"{address}{part.get(role, 'delta')}/" for role in roles},
    }
