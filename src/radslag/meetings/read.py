"""Meetings as others may see them: what is planned, what goes on now, and one meeting with its agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Literal
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from radslag.bodies import read as bodies
from radslag.bodies.rows import BodyRow
from radslag.log import read as log
from radslag.meetings import calling, recording
from radslag.meetings.calling import STOCKHOLM
from radslag.meetings.models import AgendaItem, Meeting
from radslag.meetings.offices import may_plan
from radslag.meetings.record import MeetingRecord
from radslag.publicity.asker import Asker
from radslag.publicity.rules import Mark, Publicity, Sight, what_may_be_seen

When = Literal["upcoming", "now", "past"]


@dataclass(frozen=True)
class AgendaRow:
    """An item as the asker may see it: the full title only within the body."""

    id: str
    matter: str
    order: int
    kind: str
    kind_name: str
    title: str
    closed: bool
    reference: str
    summary: str
    proposal: str
    announced_on: date | None


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as it is shown. ``may_plan`` says whether the asker prepares the body's meetings."""

    id: str
    owner: str
    body: BodyRow
    mode: str
    mode_name: str
    starts_at: datetime
    place: str
    stage: str
    stage_name: str
    first_paragraph: int
    notice: str | None
    notice_on: date | None
    may_plan: bool
    items: tuple[AgendaRow, ...] = ()

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"/mote/{self.id}/"

    @property
    def sitting_day(self) -> date:
        """The day in Stockholm."""
        return self.starts_at.astimezone(STOCKHOLM).date()


def meeting(id: UUID | str, asking: Asker) -> MeetingRow | None:
    """Give a meeting with its agenda, or None. What is not announced yet is seen by who plans it only."""
    found = Meeting.objects.filter(pk=id).first()
    if found is None:
        return None
    plain = _row(found, asking)
    if plain is None:
        return None
    inside = plain.may_plan or _has_part(asking, found)
    rows = [one for one in calling.agenda_of(found) if one.announced_on or inside or found.stage != "planned"]
    left = recording.recused_in(found.id) if any(one.closed for one in rows) and asking.person else {}
    shown = [_item(one, inside=_sees(one, found, asking, inside, left)) for one in rows]
    return replace(plain, items=tuple(shown))


def meetings(
    asking: Asker,
    *,
    organisation: UUID | str | None = None,
    body: UUID | str | None = None,
    when: When | None = None,
    limit: int = 200,
) -> list[MeetingRow]:
    """List meetings: upcoming in order of time, what goes on now, or past ones with the latest first."""
    rows = Meeting.objects.all()
    if organisation:
        rows = rows.filter(owner=organisation)
    if body:
        rows = rows.filter(body=body)
    rows = _when(rows, when)[:limit]
    return [row for row in (_row(one, asking) for one in rows) if row is not None]


def record(id: UUID | str, asking: Asker) -> MeetingRecord | None:
    """Give what happened at a meeting, read from its journal as the asker may see it, or None before it was called."""
    return recording.record(id, asking)


def strayed(asking: Asker) -> Iterator[str]:
    """Say which meetings the register and the journal do not agree on: gone from one, or of another owner or mode."""
    rows = {str(row.pk): row for row in Meeting.objects.all()}
    for birth in log.streams("meeting"):
        row = rows.get(birth.name.partition("/")[2])
        if row is None:
            yield f"{birth.name}: sammanträdet finns i journalen men inte i registret"
        elif (str(row.owner), row.mode) != (birth.owner, birth.mode):
            there, here = f"{row.mode}, {row.owner}", f"{birth.mode}, {birth.owner}"
            yield f"{birth.name}: registret säger {there}, men journalen {here}"


def now(asking: Asker, *, limit: int = 8) -> list[MeetingRow]:
    """List the meetings that go on now, for the front page."""
    return meetings(asking, when="now", limit=limit)


def next_for(body: UUID | str, asking: Asker) -> MeetingRow | None:
    """Give the body's next meeting, if one is planned."""
    found = meetings(asking, body=body, when="upcoming", limit=1)
    return found[0] if found else None


def _when(rows: QuerySet[Meeting], when: When | None) -> QuerySet[Meeting]:
    midnight = datetime.combine(timezone.localdate(), time.min, STOCKHOLM)
    running = Q(stage__in=("open", "adjourned"))
    match when:
        case "now":
            return rows.filter(running)
        case "upcoming":
            return rows.filter(starts_at__gte=midnight, stage__in=("planned", "called"))
        case "past":
            return rows.filter(Q(stage="closed") | Q(starts_at__lt=midnight) & ~running).order_by("-starts_at")
        case None:
            return rows


def _row(one: Meeting, asking: Asker) -> MeetingRow | None:
    body = bodies.body(one.body, asking)
    if body is None:
        return None
    return MeetingRow(
        str(one.id), str(one.owner), body, one.mode, str(one.get_mode_display()), one.starts_at, one.place, one.stage,
        str(one.get_stage_display()), one.first_paragraph, str(one.notice) if one.notice else None, one.notice_on,
        may_plan(asking, str(one.owner), str(one.body)),
    )  # fmt: skip


def _has_part(asking: Asker, one: Meeting) -> bool:
    return any(
        office.owner == str(one.owner) and office.body in (None, str(one.body)) and office.role != "auditor"
        for office in asking.offices
    )


def _sees(
    one: AgendaItem, meeting: Meeting, asking: Asker, inside: bool, left: dict[str, frozenset[str]]
) -> bool:  # fmt: skip
    """Say whether the asker sees what a closed item is: never one who has left it for a conflict of interest."""
    if not one.closed:
        return inside
    thing = Publicity(str(one.matter), str(meeting.owner), one.title, frozenset({str(meeting.body)}), mark=Mark.SECRET)
    recused = asking.person in left.get(str(one.id), ())
    return what_may_be_seen(thing, asking, recused=recused) is Sight.FULL


def _item(one: AgendaItem, *, inside: bool) -> AgendaRow:
    hidden = one.closed and not inside
    return AgendaRow(
        str(one.id), str(one.matter), one.order, one.kind, str(one.get_kind_display()),
        one.public_title if hidden else one.title, one.closed, one.reference, "" if hidden else one.summary,
        "" if hidden else one.proposal, one.announced_on,
    )  # fmt: skip
