"""What goes out before a meeting: the words of the notice and the summons, the roster, and the days they are due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from radslag.bodies import read as bodies
from radslag.bodies.rows import BodyRow, Roster
from radslag.law import calendar
from radslag.meetings.engine.terms import ItemKind, ListedItem, Seat, SeatRole
from radslag.meetings.models import AgendaItem, Meeting
from radslag.meetings.snapshot import ItemText, PersonText, Snapshot
from radslag.people import read as people
from radslag.publicity import read as marks
from radslag.publicity.asker import PUBLIC, Asker
from radslag.publicity.rules import Mark, Publicity, public_title

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True)
class Due:
    """When notice and summons must be out, and whether that has passed on the day it was asked."""

    week_before: date
    working_day_before: date
    today: date

    @property
    def late(self) -> bool:
        """Whether a notice today would be too late for an ordinary item (KL 5 kap. 13 and 15 §§)."""
        return self.today > self.week_before

    @property
    def too_late_for_urgent(self) -> bool:
        """Whether even an urgent item is too late to announce (KL 5 kap. 14 §)."""
        return self.today > self.working_day_before


def due(meeting: Meeting, today: date) -> Due:
    """Reckon the days."""
    day = sitting_day(meeting)
    return Due(calendar.a_week_before(day), calendar.the_working_day_before(day), today)


def sitting_day(meeting: Meeting) -> date:
    """The day of the meeting in Stockholm."""
    return meeting.starts_at.astimezone(STOCKHOLM).date()


def when(starts_at: datetime) -> str:
    """Write when it starts: ``måndag 23 november 2026 kl. 18.00``."""
    return format_datetime(starts_at, "EEEE d MMMM y 'kl.' HH.mm", tzinfo=STOCKHOLM, locale="sv")


def listed(items: Iterable[AgendaItem]) -> tuple[ListedItem, ...]:
    """Make what the journal holds of the agenda."""
    return tuple(
        ListedItem(
            str(one.id), str(one.matter), cast("ItemKind", one.kind), one.exercise_of_authority, one.minority_used
        )
        for one in items
    )


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """Give the agenda in its order. A matter that was marked after it was put there is closed here as well."""
    rows = list(AgendaItem.objects.filter(meeting=meeting))
    marked = marks.marked(Publicity(str(row.matter), str(meeting.owner), row.title) for row in rows)
    for row in rows:
        today = marked[str(row.matter)]
        if today.mark is not Mark.OPEN and not row.closed:
            row.closed, row.public_title = True, public_title(today)
    return rows


def notice_text(meeting: Meeting, body: BodyRow, items: Iterable[AgendaItem]) -> str:
    """Write the notice as it stands on the board: time, place and items, public titles only (KL 5 kap. 13 §)."""
    rows = "\n".join(f"{number}. {one.public_title}" for number, one in enumerate(items, 1))
    return f"{body.name} sammanträder {when(meeting.starts_at)} i {meeting.place}.\n\nÄrenden\n{rows}"


def summons_text(meeting: Meeting, body: BodyRow, items: Iterable[AgendaItem], address: str) -> str:
    """Write the summons: time, place and items (KL 5 kap. 15 §), and where the papers are."""
    rows = "\n".join(f"{number}. {one.public_title}" for number, one in enumerate(items, 1))
    mark = {"exercise": "ÖVNING\n\n", "test": "Prov\n\n"}.get(meeting.mode, "")
    return (
        f"{mark}Du kallas till sammanträde med {body.name}.\n\n"
        f"Tid: {when(meeting.starts_at)}\nPlats: {meeting.place}\n\n"
        f"Ärenden\n{rows}\n\nHandlingar: {address}\n"
    )


def seats_of(roster: Roster) -> tuple[Seat, ...]:
    """Make the roster as the journal holds it."""
    return tuple(
        Seat(str(one.person), cast("SeatRole", one.role), one.group, one.order, one.presidium) for one in roster.seats
    )


def snapshot_of(meeting: Meeting, on: date) -> tuple[Snapshot, Roster, BodyRow]:
    """Gather what is shown: names, parties and roles on that day, titles and proposals as they stand now."""
    body = bodies.body(meeting.body, PUBLIC)
    if body is None:
        raise LookupError(str(meeting.body))
    inside = Asker(None, frozenset())
    roster = bodies.roster(meeting.body, on, inside)
    secretaries = people.holders(meeting.owner, "secretary", PUBLIC, body=meeting.body)
    called = people.names(secretaries, PUBLIC)
    persons = {str(one.person): PersonText(one.name, one.party, one.role, one.party_name) for one in roster.seats} | {
        key: PersonText(name, "", "secretary") for key, name in called.items()
    }
    items = {str(one.id): item_text(one) for one in agenda_of(meeting)}
    secretary = next(iter(sorted(called.values())), "")
    return Snapshot(body.owner.legal_name, body.name, meeting.place, secretary, persons, items), roster, body


def item_text(one: AgendaItem) -> ItemText:
    """Make what is shown of an item."""
    return ItemText(
        one.title, one.public_title or one.title, one.closed, one.reference, one.kind, one.summary, one.proposal
    )
