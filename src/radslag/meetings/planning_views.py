"""The secretary's pages before a meeting: plan it, lay its agenda, post the notice, send the summons."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from radslag.bodies import read as bodies
from radslag.matters import conduct as matters
from radslag.matters import read as matter_rows
from radslag.meetings import calling, conduct, opening, planning, read, wording
from radslag.meetings.forms import ItemForm, PlanForm, WordsForm
from radslag.meetings.models import AgendaItem, Meeting
from radslag.meetings.offices import may_plan
from radslag.meetings.planning import AgendaIsOut
from radslag.people import read as people
from radslag.publicity.asker import PUBLIC, Asker
from radslag.publicity.rules import Sight


@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a new meeting of a body that the asker prepares."""
    asking = people.asker_of(request)
    if asking.person is None:
        return redirect_to_login(request.path)
    mine = _bodies_to_plan(asking)
    form = PlanForm(request.POST or None, initial={"time": "18:00", "mode": "sharp", "day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        body = next((one for one in mine if one.id == form.cleaned_data["body"]), None)
        if body is None:
            raise PermissionDenied
        made = planning.plan(
            body=body,
            mode=form.cleaned_data["mode"],
            starts_at=form.cleaned_data["starts_at"],
            place=form.cleaned_data["place"],
            first_paragraph=form.cleaned_data["first_paragraph"],
        )
        return HttpResponseRedirect(reverse("planning", args=[made.id]))
    status = 422 if form.is_bound else 200
    return render(request, "meetings/plan.html", {"form": form, "bodies": mine}, status=status)


@require_GET
def agenda(request: HttpRequest, meeting: uuid.UUID) -> HttpResponse:
    """Show the agenda as it is laid, the notice as it will be, the days that are due and the delivery record."""
    asking = people.asker_of(request)
    found = _mine(request, meeting)
    return _agenda_page(request, found, asking, ItemForm(initial={"kind": "decision"}))


@require_POST
def add_item(request: HttpRequest, meeting: uuid.UUID) -> HttpResponse:
    """Put a matter on the agenda, registered now when it is new."""
    asking, found = people.asker_of(request), _mine(request, meeting)
    form = ItemForm(request.POST)
    if not form.is_valid():
        return _agenda_page(request, found, asking, form, status=422)
    said = form.cleaned_data
    try:
        matter = (
            matter_rows.matter(said["matter"], asking)
            if said["matter"]
            else planning.new_matter(found, title=said["title"], by=asking, at=timezone.now())
        )
    except matters.NotAllowed:
        form.add_error("title", _("Ärenden registreras av registratorn eller organets sekreterare."))
        return _agenda_page(request, found, asking, form, status=403)
    if matter is None or matter.owner != str(found.owner):
        raise Http404
    if matter.sight is not Sight.FULL:
        # On the agenda it would be open to the whole body: that is for those who work with it to decide.
        form.add_error("matter", _("Ärendet har sekretess. Be registratorn lägga det på dagordningen."))
        return _agenda_page(request, found, asking, form, status=403)
    planning.add_item(
        found, matter, kind=said["kind"], proposal=said["proposal"], summary=said["summary"],
        exercise=said["exercise_of_authority"],
    )  # fmt: skip
    return _done(request, found, _("Ärendet ligger sist på dagordningen."))


@require_POST
def change_item(request: HttpRequest, meeting: uuid.UUID, item: uuid.UUID, what: str) -> HttpResponse:
    """Move an item up or down, change its words, or take it off the agenda."""
    found = _mine(request, meeting)
    row = get_object_or_404(AgendaItem, pk=item, meeting=found)
    form = WordsForm(request.POST)
    try:
        match what:
            case "upp":
                planning.move(row, -1)
            case "ned":
                planning.move(row, 1)
            case "bort":
                planning.remove(row)
            case "text":
                if not form.is_valid():
                    raise Http404
                planning.change(row, **form.cleaned_data)
            case _:
                raise Http404
    except AgendaIsOut as no:
        messages.error(request, f"{_(no.says)} {_(no.instead)}")
        return HttpResponseRedirect(reverse("planning", args=[found.id]))
    return _done(request, found, _("Ändrat."))


def _agenda_page(
    request: HttpRequest, found: Meeting, asking: Asker, form: ItemForm, *, status: int = 200
) -> HttpResponse:
    row = read.meeting(found.id, asking)
    if row is None:
        raise Http404
    opening.note_closed(row, asking, timezone.now())
    rows = planning.items(found)
    _number, state = conduct.state(str(found.id))
    held = {item.matter for item in rows}
    shown = {
        "meeting": row, "items": rows, "form": form, "state": state, "kinds": AgendaItem.Kind.choices,
        "due": calling.due(found, timezone.localdate()), "notice": calling.notice_text(found, row.body, rows),
        "late": [one for one in rows if one.announced_on is None and state.stage != "planned"],
        "deliveries": list(found.deliveries.all()), "key": uuid.uuid4(),
        "people": len(bodies.roster(found.body, row.sitting_day, PUBLIC).seats),
        "announced_kind": row.body.kind in ("council", "federation_assembly"),
        "matters": [one for one in matter_rows.open_in(found.body, asking) if uuid.UUID(one.id) not in held],
    }  # fmt: skip
    return render(request, "meetings/planning.html", shown, status=status)


def _mine(request: HttpRequest, meeting: uuid.UUID) -> Meeting:
    """The meeting, if the asker prepares the body's meetings."""
    found = get_object_or_404(Meeting, pk=meeting)
    if not may_plan(people.asker_of(request), str(found.owner), str(found.body)):
        raise PermissionDenied
    return found


def _bodies_to_plan(asking: Asker) -> list[bodies.BodyRow]:
    owners = {office.owner for office in asking.offices}
    rows = [body for owner in sorted(owners) for body in bodies.bodies_of(owner, asking)]
    return [body for body in rows if may_plan(asking, str(body.owner.id), str(body.id))]


def _done(request: HttpRequest, found: Meeting, says: str) -> HttpResponse:
    wording.forget(str(found.id))
    messages.success(request, says)
    return HttpResponseRedirect(reverse("planning", args=[found.id]), status=303)
