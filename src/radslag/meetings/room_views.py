"""The room's pages: one for each surface, the plain door for acts, and the ticket for the live path."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from markupsafe import Markup

from radslag.law.rule import NeedsReason, Refused
from radslag.law.rulesets import cite
from radslag.live import ticket
from radslag.live.hub import hub
from radslag.meetings import conduct, drawing, room
from radslag.meetings.asking import Unclear
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.offices import NoMeeting, forget_offices, known, offices_in
from radslag.meetings.read import meeting as meeting_row
from radslag.meetings.screens import audience
from radslag.people import read as people

PAGES = {
    "ordforande": "chair",
    "sekreterare": "secretary",
    "delta": "member",
    "vagg": "wall",
    "talarstol": "lectern",
    "folj": "public",
}
"""The last part of a page's address, and the surface it is."""
FITS: dict[str, frozenset[str]] = {
    "chair": frozenset({"chair"}),
    "secretary": frozenset({"secretary"}),
    "member": frozenset({"serving", "substitute", "official", "auditor", "outside"}),
}
"""Which audiences a surface is drawn for; the others are open to anyone."""
MARK = '<input type="hidden" name="key" value="">'
LISTS = frozenset({"present", "persons"})
OURS = frozenset({"csrfmiddlewaretoken", "key", "page"})


@require_GET
def surface(request: HttpRequest, meeting: uuid.UUID, page: str) -> HttpResponse:
    """Show a surface, whole: with its regions as they are now, and forms that work without JavaScript."""
    row = meeting_row(meeting, people.asker_of(request))
    if row is None or page not in PAGES:
        raise Http404
    wanted, person = PAGES[page], people.person_of(request)
    if wanted in FITS and person is None:
        return redirect_to_login(request.path)
    who = _audience(str(meeting), person, wanted)
    if wanted in FITS and who not in FITS[wanted]:
        return render(request, "meetings/not_yours.html", {"meeting": row, "who": who}, status=403)
    language = translation.get_language() or "sv"
    number, regions = drawing.draw(str(meeting), who, language)
    if person and wanted not in ("wall", "lectern", "public"):
        regions |= drawing.draw_personal(str(meeting), person, language)
    shown = {
        "meeting": row,
        "who": who,
        "page": page,
        "surface": wanted if language == "sv" else f"{wanted}.{language}",
        "number": number,
        "regions": {name: _filled(html, request, page) for name, html in regions.items()},
        "other_device": _other_device(request, person),
    }
    if wanted in ("wall", "lectern"):
        shown["wall_theme"] = request.COOKIES.get("theme", "sal")
    return render(request, f"meetings/{wanted}.html", shown)


@require_POST
def act(request: HttpRequest, meeting: uuid.UUID, act: str) -> HttpResponse:
    """Do one act from a plain form, and go back to the page it came from."""
    _must_exist(meeting)
    person = people.person_of(request)
    if person is None:
        return redirect_to_login(reverse("meeting", args=[meeting]))
    forget_offices(str(meeting), person)
    if _other_device(request, person):
        return _refused(request, meeting, act, _("En annan enhet röstar för dig."), _("Ta över på den här enheten."))
    key = request.POST.get("key") or str(uuid.uuid4())
    who = conduct.Asking(person, key, timezone.now(), people.device_of(request))
    try:
        conduct.ask(str(meeting), act, _fields(request), who)
    except Refused as no:
        says, instead = no.worded(_)
        advice = isinstance(no, NeedsReason)
        return _refused(request, meeting, act, says, instead, cite(no.rule, settings.LAW_SFS), advice=advice)
    except Misplaced as no:
        return _refused(request, meeting, act, _(no.says), _(no.instead) if no.instead else "")
    except Unclear as no:
        return _refused(request, meeting, act, str(no), "", status=400)
    messages.success(request, _("Registrerat."))
    return HttpResponseRedirect(_back(request, meeting), status=303)


@require_POST
def room_ticket(request: HttpRequest, meeting: uuid.UUID) -> HttpResponse:
    """Give a ticket for the live path, good for ten minutes, and the cookie that opens the stream."""
    _must_exist(meeting)
    if not request.session.session_key:
        request.session.save()
    person = people.person_of(request)
    other = _other_device(request, person)
    wanted = str(request.POST.get("surface", "public")).partition(".")[0]
    role = room.FOLLOWS if other else _audience(str(meeting), person, wanted)
    made = ticket.new_ticket(
        session=request.session.session_key or "",
        person=person,
        audience_role=role,
        meeting=str(meeting),
        device=people.device_of(request) or "",
    )
    if person:
        _speaks(str(meeting), person, translation.get_language() or "sv")
    response = JsonResponse({"ticket": "", "other_device": other})
    signed = ticket.let_in(response, made)
    response.content = JsonResponse({"ticket": signed, "other_device": other}).content
    return response


def _speaks(meeting: str, person: str, language: str) -> None:
    """Draw what only the person sees in the language they read now; what was drawn in another is drawn anew."""
    before = room.languages.get(person, "sv")
    room.languages[person] = language
    if before != language:
        hub.ring(f"meeting/{meeting}")


def _must_exist(meeting: uuid.UUID) -> None:
    try:
        known(str(meeting))
    except NoMeeting as no:
        raise Http404 from no


def _audience(meeting: str, person: str | None, wanted: str) -> str:
    if person:
        forget_offices(meeting, person)
    offices = offices_in(meeting, person) if person else frozenset()
    return audience.audience_of(conduct.state(meeting)[1], person, wanted, offices)


def _other_device(request: HttpRequest, person: str | None) -> bool:
    """Whether another device than this one votes for the person."""
    active = people.active_device(person) if person else None
    return active is not None and people.device_of(request) != active


def _fields(request: HttpRequest) -> dict[str, Any]:
    posted = request.POST
    return {name: posted.getlist(name) if name in LISTS else posted[name] for name in posted if name not in OURS}


def _filled(html: str, request: HttpRequest, page: str) -> Markup:
    """Put this person's token and a fresh key in each form of a region that is the same for many."""
    parts = html.split(MARK)
    if len(parts) == 1:
        return Markup(html)  # noqa: S704 - regions come from our own templates, escaped there
    token = Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(get_token(request))
    made = parts[0]
    for rest in parts[1:]:
        key = Markup('<input type="hidden" name="key" value="{}"><input type="hidden" name="page" value="{}">')
        made += str(token) + str(key.format(uuid.uuid4(), page)) + rest
    return Markup(made)  # noqa: S704 - regions come from our own templates, escaped there


def _back(request: HttpRequest, meeting: uuid.UUID) -> str:
    page = request.POST.get("page", "")
    if page == "planera":
        return reverse("planning", args=[meeting])
    return reverse("room", args=[meeting, page]) if page in PAGES else reverse("meeting", args=[meeting])


def _refused(
    request: HttpRequest, meeting: uuid.UUID, act: str, says: str, instead: str, section: str = "", *,
    advice: bool = False, status: int = 409,
) -> HttpResponse:  # fmt: skip
    """Say no: what, why, what to do instead; what was written is kept so that it can be sent again."""
    kept = [(name, value) for name in request.POST if name not in OURS for value in request.POST.getlist(name)]
    shown = {
        "meeting_id": meeting, "act": act, "says": says, "instead": instead, "section": section, "advice": advice,
        "kept": kept, "back": _back(request, meeting), "page": request.POST.get("page", ""), "key": uuid.uuid4(),
    }  # fmt: skip
    return render(request, "meetings/refused.html", shown, status=status)
