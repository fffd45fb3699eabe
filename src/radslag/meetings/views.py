"""Pages anyone may open: the list of meetings, a meeting's own page, and its calendar entry."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import icalendar
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from radslag.bodies import read as bodies
from radslag.matters import read as matters
from radslag.meetings import calling, opening, planning, read
from radslag.meetings.offices import offices_in
from radslag.noticeboard import read as board
from radslag.people import read as people
from radslag.publicity.asker import Asker

WHEN: tuple[read.When, ...] = ("now", "upcoming", "past")


@require_GET
def meeting_list(request: HttpRequest) -> HttpResponse:
    """List meetings, by authority and body, by time."""
    asking = people.asker_of(request)
    body, organisation = _id(request.GET.get("organ")), _id(request.GET.get("myndighet"))
    found = {when: read.meetings(asking, organisation=organisation, body=body, when=when) for when in WHEN}
    shown = {
        "now": found["now"], "upcoming": found["upcoming"], "past": found["past"][:50],
        "owners": _owners(asking), "bodies": bodies.bodies_of(organisation, asking) if organisation else [],
        "organisation": str(organisation or ""), "body": str(body or ""),
        "may_plan": any(office.role in ("secretary", "chair", "administrator") for office in asking.offices),
    }  # fmt: skip
    return render(request, "meetings/list.html", shown)


@require_GET
def meeting(request: HttpRequest, meeting: uuid.UUID) -> HttpResponse:
    """Show a meeting: when and where, agenda and papers, notice, the way in, and its minutes."""
    asking = people.asker_of(request)
    row = read.meeting(meeting, asking)
    if row is None:
        raise Http404
    if asking.person:
        planning.opened_by(meeting, asking.person, timezone.now())
        opening.note_closed(row, asking, timezone.now())
    papers = {found.id: found for found in matters.matters([item.matter for item in row.items], asking)}
    shown = {
        "meeting": row, "papers": papers, "postings": board.postings_about(meeting, asking),
        "offices": offices_in(str(meeting), asking.person) if asking.person else frozenset(),
    }  # fmt: skip
    return render(request, "meetings/meeting.html", shown)


@require_GET
def calendar(request: HttpRequest, meeting: uuid.UUID) -> HttpResponse:
    """Give the meeting as a calendar entry (iCalendar)."""
    row = read.meeting(meeting, people.asker_of(request))
    if row is None:
        raise Http404
    entry = icalendar.Event()
    mark = {"exercise": "ÖVNING ", "test": "Prov: "}.get(row.mode, "")
    for name, value in _entry(row, f"{mark}{row.body.owner.name}: {row.body.name}", request).items():
        entry.add(name, value)
    made = icalendar.Calendar()
    made.add("prodid", "-//Rådslag//sv")
    made.add("version", "2.0")
    made.add_component(entry)
    name = {"exercise": "OVNING-", "test": "prov-"}.get(row.mode, "")
    return HttpResponse(
        made.to_ical(),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}sammantrade-{row.sitting_day}.ics"'},
    )


def _entry(row: read.MeetingRow, title: str, request: HttpRequest) -> dict[str, Any]:
    return {
        "uid": f"{row.id}@radslag", "summary": title, "dtstart": row.starts_at.astimezone(calling.STOCKHOLM),
        "dtend": (row.starts_at + timedelta(hours=3)).astimezone(calling.STOCKHOLM), "dtstamp": timezone.now(),
        "location": row.place, "url": request.build_absolute_uri(row.address),
    }  # fmt: skip


def _owners(asking: Asker) -> list[tuple[str, str]]:
    """Authorities that have meetings, by name."""
    rows = {row.owner: row.body.owner.name for row in read.meetings(asking, limit=1000)}
    return sorted(rows.items(), key=lambda one: one[1])


def _id(given: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(given) if given else None
    except ValueError:
        return None
