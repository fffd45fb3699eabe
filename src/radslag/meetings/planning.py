"""Planning a meeting: its agenda, what goes on the noticeboard, and who was summoned. Plain tables."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import Max

from radslag.bodies import read as bodies
from radslag.bodies.rows import BodyRow, SeatRow
from radslag.log.entry import Mode
from radslag.matters import conduct as matters
from radslag.matters import read as matter_rows
from radslag.matters.origins import Origin
from radslag.matters.read import MatterRow
from radslag.meetings import calling
from radslag.meetings.engine import commands as c
from radslag.meetings.engine.state import Meeting as State
from radslag.meetings.engine.terms import ListedItem
from radslag.meetings.models import AgendaItem, Meeting, SummonsDelivery
from radslag.noticeboard import conduct as board
from radslag.noticeboard.kinds import Kind
from radslag.publicity.asker import PUBLIC, Asker, Office
from radslag.publicity.rules import Mark

UNKNOWN = ListedItem("-", "-", "decision")
"""Stands for an item that is not made yet, when the law is asked whether one may be added."""


class AgendaIsOut(Exception):
    """The notice is up: the agenda is changed by a supplementary list or at the meeting, never by hand."""

    says = "Kungörelsen är anslagen. Dagordningen kan inte ändras."
    instead = "Lägg det nya i en tilläggslista, eller ta upp det som brådskande på mötet."


def plan(
    *, body: BodyRow, mode: Mode, starts_at: datetime, place: str, first_paragraph: int | None = None,
    id: uuid.UUID | None = None,
) -> Meeting:  # fmt: skip
    """Plan a meeting of a body. Fictional authorities hold tests only, so that nothing of theirs looks real."""
    kept = "test" if body.owner.fictional and mode == "sharp" else mode
    return Meeting.objects.create(
        id=id or uuid.uuid4(), owner=body.owner.id, body=body.id, mode=kept, starts_at=starts_at, place=place,
        first_paragraph=first_paragraph or next_paragraph(body.id, starts_at),
    )  # fmt: skip


def next_paragraph(body: uuid.UUID, starts_at: datetime) -> int:
    """Suggest the first paragraph: the body's earlier meetings of the year and their items come before."""
    before = Meeting.objects.filter(body=body, starts_at__year=starts_at.year, starts_at__lt=starts_at)
    return 1 + AgendaItem.objects.filter(meeting__in=before).count()


def items(meeting: Meeting) -> list[AgendaItem]:
    """Give the agenda in its order."""
    return calling.agenda_of(meeting)


@transaction.atomic
def add_item(
    meeting: Meeting, matter: MatterRow, *, kind: str, proposal: str, summary: str = "", closed: bool | None = None,
    exercise: bool = False,
) -> AgendaItem:  # fmt: skip
    """Put a matter last on the agenda, with its words as they are now."""
    public = matter_rows.matter(matter.id, PUBLIC)
    last = AgendaItem.objects.filter(meeting=meeting).aggregate(last=Max("order"))["last"] or 0
    secret = matter.publicity.mark is not Mark.OPEN if closed is None else closed
    row = AgendaItem.objects.create(
        meeting=meeting, matter=matter.id, order=last + 1, kind=kind, title=matter.title,
        public_title=public.title if public else "Ärende med sekretess", closed=secret, reference=matter.reference,
        summary=summary, proposal=proposal, exercise_of_authority=exercise,
        minority_used=AgendaItem.objects.filter(matter=matter.id, minority_used=True).exists(),
    )  # fmt: skip
    matters.hand_over(matter.id, meeting.body, since=calling.sitting_day(meeting))
    return row


def remember_minorities(state: State) -> None:
    """Mark the matters that a minority has had postponed or referred back: the next time takes a majority (5:50)."""
    used = [one.matter for one in state.items.values() if one.by_minority]
    AgendaItem.objects.filter(matter__in=used, minority_used=False).update(minority_used=True)


def new_matter(meeting: Meeting, *, title: str, by: Asker, at: datetime, id: uuid.UUID | None = None) -> MatterRow:
    """Register a matter for the meeting in the series of the authority. Raises ``matters.conduct.NotAllowed``."""
    made = matters.register(
        owner=meeting.owner, prefix="KS", title=title, origin=Origin.COMMITTEE, opened_on=at.date(),
        mode=_mode(meeting), by=by, at=at, prepared_by=meeting.body, id=id,
    )  # fmt: skip
    matters.hand_over(made, meeting.body, since=at.date())
    found = matter_rows.matter(made, by)
    if found is None:
        raise LookupError(made)
    return found


@transaction.atomic
def add_at_meeting(
    meeting: Meeting, *, id: uuid.UUID, title: str, proposal: str, kind: str, person: str, at: datetime
) -> AgendaItem:  # fmt: skip
    """Register the matter of an item that was brought up at the meeting, and make its row.

    The same id again is the same row: a form that is sent twice adds one item.
    """
    if (there := AgendaItem.objects.filter(pk=id, meeting=meeting).first()) is not None:
        return there
    # Whoever leads may bring an item up; the register gets it by the body's own right, as done by that person.
    right = Asker(person, frozenset({Office(str(meeting.owner), "secretary", str(meeting.body))}))
    matter = new_matter(meeting, title=title, by=right, at=at)
    last = AgendaItem.objects.filter(meeting=meeting).aggregate(last=Max("order"))["last"] or 0
    return AgendaItem.objects.create(
        id=id, meeting=meeting, matter=matter.id, reference=matter.reference, order=last + 1, kind=kind, title=title,
        public_title=title, proposal=proposal,
    )  # fmt: skip


@transaction.atomic
def move(item: AgendaItem, step: int) -> None:
    """Move an item one place up (-1) or down (+1). Raises :class:`AgendaIsOut`."""
    _must_be_open(item)
    rows = items(item.meeting)
    at = next(n for n, row in enumerate(rows) if row.pk == item.pk)
    to = at + step
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
        for order, row in enumerate(rows, 1):
            AgendaItem.objects.filter(pk=row.pk).update(order=order)


def change(item: AgendaItem, **fields: Any) -> None:
    """Change an item's words. Raises :class:`AgendaIsOut`."""
    _must_be_open(item)
    AgendaItem.objects.filter(pk=item.pk).update(**fields)


def remove(item: AgendaItem) -> None:
    """Take an item off the agenda. Raises :class:`AgendaIsOut`."""
    _must_be_open(item)
    item.delete()


def notice(meeting: Meeting, day: date) -> c.IssueNotice:
    """Make the command that says that the notice is up; its posting is filled in when it is."""
    rows = items(meeting)
    return c.IssueNotice(
        "", day, calling.sitting_day(meeting), body_of(meeting).kind, meeting.place, calling.listed(rows)
    )


def late_notice(meeting: Meeting, day: date) -> c.IssueLateNotice:
    """Make the command for a supplementary list of what was added after the notice."""
    return c.IssueLateNotice("", day, calling.listed(_unannounced(meeting)))


def summons(meeting: Meeting, day: date) -> c.Summon:
    """Make the command that says that every member and substitute was summoned."""
    roster = bodies.roster(meeting.body, calling.sitting_day(meeting), PUBLIC)
    return c.Summon(tuple(str(seat.person) for seat in roster.seats), day, "mail")


def post_notice(meeting: Meeting, by: str, at: datetime) -> str:
    """Put the notice on the board, once, and give the posting's id."""
    day = at.astimezone(calling.STOCKHOLM).date()
    posting = _post(meeting, items(meeting), by, at, f"notice/{meeting.id}", "")
    Meeting.objects.filter(pk=meeting.pk).update(notice=posting, notice_on=day)
    AgendaItem.objects.filter(meeting=meeting).update(announced_on=day)
    return posting


def post_late_notice(meeting: Meeting, by: str, at: datetime) -> str:
    """Put the supplementary list on the board and give the posting's id."""
    rows = _unannounced(meeting)
    key = "/".join(("late", str(meeting.id), *(str(row.pk)[:8] for row in rows)))[:80]
    posting = _post(meeting, rows, by, at, key, "Tilläggslista. ")
    day = at.astimezone(calling.STOCKHOLM).date()
    AgendaItem.objects.filter(pk__in=[row.pk for row in rows]).update(announced_on=day)
    return posting


def send(meeting: Meeting, at: datetime) -> None:
    """Send the summons to every member and substitute and keep one delivery record each and way."""
    roster = bodies.roster(meeting.body, calling.sitting_day(meeting), PUBLIC)
    body, address = body_of(meeting), f"/mote/{meeting.id}/"
    text = calling.summons_text(meeting, body, items(meeting), address)
    subject = f"{_mark(meeting)}Kallelse: {body.name} {calling.when(meeting.starts_at)}"
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    with get_connection() as post:
        for seat in roster.seats:
            to = f"{seat.person}@{domain}"
            failed = ""
            try:
                EmailMessage(subject, text, to=[to], connection=post).send()
            except OSError as why:
                failed = str(why)[:200]
            _note_delivery(meeting, seat, "mail", to, at, failed)
            _note_delivery(meeting, seat, "page", address, at, "")


def _note_delivery(meeting: Meeting, seat: SeatRow, channel: str, where: str, at: datetime, failed: str) -> None:
    SummonsDelivery.objects.update_or_create(
        meeting=meeting,
        person=seat.person,
        channel=channel,
        defaults={"name": seat.name, "address": where, "sent_at": at, "failed": failed},
    )


def opened_by(meeting: uuid.UUID, person: str, at: datetime) -> None:
    """Note that a summoned person opened the meeting's page."""
    SummonsDelivery.objects.filter(meeting=meeting, person=person, channel="page", opened_at=None).update(opened_at=at)


def _unannounced(meeting: Meeting) -> list[AgendaItem]:
    return [one for one in items(meeting) if one.announced_on is None]


def _post(meeting: Meeting, rows: list[AgendaItem], by: str, at: datetime, key: str, before: str) -> str:
    body = body_of(meeting)
    council = body.kind in ("council", "federation_assembly")
    return board.post(
        owner=meeting.owner, kind=Kind.COUNCIL_NOTICE if council else Kind.COMMITTEE_NOTICE, mode=_mode(meeting),
        title=f"{before}{body.name} {calling.when(meeting.starts_at)}", text=calling.notice_text(meeting, body, rows),
        body=meeting.body, subject=meeting.id, link=f"/mote/{meeting.id}/", at=at, by=by,
        meeting_on=calling.sitting_day(meeting), stands_until=calling.sitting_day(meeting), key=key,
    )  # fmt: skip


def body_of(meeting: Meeting) -> BodyRow:
    """Give the body that meets."""
    found = bodies.body(meeting.body, PUBLIC)
    if found is None:
        raise LookupError(str(meeting.body))
    return found


def _must_be_open(item: AgendaItem) -> None:
    if item.announced_on is not None:
        raise AgendaIsOut


def _mode(meeting: Meeting) -> Mode:
    return "test" if meeting.mode == "test" else "exercise" if meeting.mode == "exercise" else "sharp"


def _mark(meeting: Meeting) -> str:
    return {"exercise": "ÖVNING ", "test": "Prov: "}.get(meeting.mode, "")
