"""The pages of those who work on the minutes: the secretary's draft, and the approval by chair and adjusters."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TypedDict
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from radslag.law.rule import Refused
from radslag.minutes import checklist, conduct, forms, papers, read, typeset, words
from radslag.minutes.assembling import Shown
from radslag.minutes.conduct import Hand
from radslag.minutes.engine.misplaced import Misplaced
from radslag.minutes.views import context
from radslag.people import read as people


@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Show the secretary's desk, and keep what the secretary wrote."""
    shown = _shown(request, meeting, secretary=True)
    if request.method == "GET":
        return _draft(request, shown)
    try:
        written = forms.read_draft(request.POST, shown)
    except forms.TooLong:
        return _draft(request, shown, why=_("En text är för lång. Högst 20 000 tecken i varje ruta."), status=400)
    if written.clashes:
        why = _("Någon annan har ändrat samma text. Båda visas här. Skriv ihop dem och spara igen.")
        return _draft(request, shown, why=why, clashes=written.clashes, status=409)
    try:
        conduct.save(str(meeting), written.prose, _hand(request))
    except (Misplaced, Refused) as no:
        return _draft(request, shown, **_no(no), status=409)
    messages.success(request, _("Sparat {clock}.").format(clock=words.clock(timezone.now())))
    return redirect("minutes_draft", meeting=meeting)


@require_GET
def draft_paper(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give the draft as PDF, marked as a draft over every page."""
    shown = _shown(request, meeting)
    answer = HttpResponse(typeset.pdf(shown.contents, dated=timezone.now()), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{papers.name_of(shown.contents, "pdf")}"'
    return answer


@require_POST
def send(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Send the minutes to those who approve."""
    shown = _shown(request, meeting, secretary=True)
    return _tried(request, shown, lambda: conduct.send(str(meeting), _hand(request)), _("Skickat till justerarna."))


@require_POST
def withdraw(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Take the minutes back."""
    shown = _shown(request, meeting, secretary=True)
    said = _("Protokollet är tillbaka hos dig. Justeringen börjar om när du skickar det igen.")
    return _tried(request, shown, lambda: conduct.withdraw(str(meeting), _hand(request)), said)


@require_POST
def publish(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Stamp and post again, when that could not be done at the last approval."""
    shown = _shown(request, meeting, secretary=True)
    said = _("Protokollet är stämplat och anslaget.")
    return _tried(request, shown, lambda: conduct.publish(str(meeting), at=timezone.now()), said)


@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Let chair and adjusters read and approve, ask for a change, or send the minutes back with a reason."""
    shown = _shown(request, meeting)
    if request.method == "GET":
        return _approval(request, shown)
    act = request.POST.get("act")
    try:
        said = forms.read_words(request.POST, "words")
        if act in ("reject", "correct") and not said:
            return _approval(request, shown, why=_("Skriv vad som behöver ändras."), status=400)
        done = _approval_act(request, shown, str(act), said)
    except forms.TooLong:
        return _approval(request, shown, why=_("Texten är för lång. Högst 20 000 tecken."), status=400)
    except (Misplaced, Refused) as no:
        return _approval(request, shown, **_no(no), status=409)
    messages.success(request, done)
    return redirect("minutes_approve", meeting=meeting)


def _approval_act(request: HttpRequest, shown: Shown, act: str, said: str) -> str:
    meeting, hand = shown.contents.meeting, _hand(request)
    if act == "approve":
        if request.POST.get("read") != "yes":
            raise Misplaced(_("Kryssa i att du har läst protokollet."))
        method, since = people.sign_in_method(request)
        conduct.approve(meeting, str(request.POST.get("content", "")), method, since, hand)
        return _("Du har justerat protokollet.")
    if act == "reject":
        conduct.reject(meeting, said, hand)
        return _("Protokollet är tillbaka hos sekreteraren med din kommentar.")
    if act == "correct":
        conduct.ask_correction(meeting, said, request.POST.get("item") or None, hand)
        return _("Din begäran finns hos sekreteraren.")
    raise Misplaced(_("Det gick inte att förstå vad du ville göra."))


def _tried(request: HttpRequest, shown: Shown, act: Callable[[], None], said: str) -> HttpResponse:
    """Do one thing and go back to the draft; a refusal is shown there with its section."""
    try:
        act()
    except Refused as no:
        return _draft(request, shown, **_no(no), section=no.section, status=409)
    except Misplaced as no:
        return _draft(request, shown, **_no(no), status=409)
    messages.success(request, said)
    return redirect("minutes_draft", meeting=shown.contents.meeting)


def _draft(
    request: HttpRequest,
    shown: Shown,
    *,
    why: str = "",
    instead: str = "",
    section: str = "",
    clashes: frozenset[forms.Key] = frozenset(),
    status: int = 200,
) -> HttpResponse:
    """Draw the secretary's desk. What was written stands in the fields, also when it could not be kept."""
    sent = request.POST if request.method == "POST" else {}
    fields = {
        forms.field_of(key): {
            "value": sent.get(forms.field_of(key), forms.standing(shown, key)),
            "was": forms.text_id(shown.state, key),
            "theirs": forms.standing(shown, key) if key in clashes else None,
        }
        for key in forms.keys_of(shown)
    }
    items = {item.item: checklist.ticks_of(item) for item in checklist.handled(shown.record)}
    more = {
        "fields": fields, "ticks": checklist.ticks(shown.record), "item_ticks": items, "why": why, "instead": instead,
        "section": section, "key": str(uuid.uuid4()), "days_left": _days_left(shown),
    }  # fmt: skip
    return render(request, "minutes/draft.html", context(shown, **more), status=status)


def _approval(
    request: HttpRequest, shown: Shown, *, why: str = "", instead: str = "", status: int = 200
) -> HttpResponse:
    asking = people.asker_of(request)
    method, since = people.sign_in_method(request)
    mine = any(approver.person == asking.person for approver in shown.state.waiting_for)
    more = {
        "why": why, "instead": instead, "key": str(uuid.uuid4()), "words": request.POST.get("words", ""),
        "can_approve": mine and shown.state.stage == "sent", "method": words.METHODS.get(method, method),
        "since": since, "days_left": _days_left(shown),
    }  # fmt: skip
    return render(request, "minutes/approve.html", context(shown, **more), status=status)


class _Told(TypedDict):
    """What stands in the way, in words."""

    why: str
    instead: str


def _no(refused: Misplaced | Refused) -> _Told:
    """Say in the reader's language what stands in the way, and what to do instead."""
    says, instead = refused.worded(_) if isinstance(refused, Refused) else (_(refused.says), _(refused.instead))
    return {"why": says, "instead": instead}


def _days_left(shown: Shown) -> int | None:
    return (shown.last_day - timezone.localdate()).days if shown.last_day else None


def _shown(request: HttpRequest, meeting: UUID, *, secretary: bool = False) -> Shown:
    """Give the minutes to those who work on them; anyone else is sent to sign in, or turned away."""
    asking = people.asker_of(request)
    shown = read.minutes(meeting, asking)
    if shown is None and asking.person is None:
        raise PermissionDenied
    if shown is None:
        raise Http404
    allowed = read.is_secretary(shown.record, asking) if secretary else True
    if not allowed or not read.may_see_draft(shown.record, shown.state, asking):
        raise PermissionDenied
    return shown


def _hand(request: HttpRequest) -> Hand:
    key = request.POST.get("key", "")[:64] or str(uuid.uuid4())
    return Hand(people.asker_of(request), timezone.now(), key, people.device_of(request))
