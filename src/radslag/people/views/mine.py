"""What is one's own: devices, ways to sign in, offices, look."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from radslag.people import conduct, device, places, read
from radslag.people.forms import ROLE_WORDS, THEMES, Theme


@login_required
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """Show the person's own page."""
    asking = read.asker_of(request)
    if asking.person is None:
        return render(request, "people/nobody.html", status=403)
    offices = read.offices_of(asking.person, asking)
    method, at = read.sign_in_method(request)
    return render(
        request,
        "people/mine.html",
        {
            "name": read.names([asking.person], asking)[asking.person],
            "offices": [(office, ROLE_WORDS[office.role], _place(office)) for office in offices],
            "administers": sorted({o.owner for o in offices if o.role == "administrator"}),
            "registers": any(o.role in {"registrar", "secretary"} for o in offices),
            "chairs": [(o, _place(o)) for o in offices if o.role == "chair"],
            "devices": read.devices_of(asking.person, asking),
            "this_device": read.device_of(request),
            "method": method,
            "method_words": METHOD_WORDS[method],
            "signed_in_at": at,
            "ways": read.ways_of(asking.person, asking),
            "themes": THEMES.items(),
            "owner_name": places.known().owner_name,
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def take_over(request: HttpRequest) -> HttpResponse:
    """Ask whether to vote from here from now on; by POST, do so."""
    asking, this = read.asker_of(request), read.device_of(request)
    if asking.person is None or this is None:
        return redirect("mine")
    back = _safe(request, request.POST.get("next") or request.GET.get("next"))
    if request.method == "POST":
        conduct.take_over(asking.person, this)
        return redirect(back or "mine")
    devices = read.devices_of(asking.person, asking)
    active = next((one for one in devices if one.active), None)
    return render(
        request,
        "people/take_over.html",
        {"active": active, "here": active is not None and active.id == this, "next": back},
    )


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep the look that was chosen: for the person if signed in, and in this browser."""
    form = Theme(request.POST)
    theme = form.cleaned_data["theme"] if form.is_valid() else ""
    person = read.person_of(request)
    if person:
        conduct.choose_theme(person, theme)
    response = redirect(_safe(request, request.POST.get("next")) or "mine")
    response.set_cookie("theme", theme, max_age=device.YEAR, samesite="Lax", httponly=True)
    return response


METHOD_WORDS: dict[read.Method, str] = {
    "password": "lösenord",
    "password+totp": "lösenord och kod från app",
    "password+code": "lösenord och reservkod",
    "password+key": "lösenord och nyckel",
    "passkey": "nyckel",
    "demo": "provets knapp, utan lösenord",
    "unknown": "okänt sätt",
}
"""What each way to sign in is called, on pages and in the record of an approval."""


def _place(office: read.OfficeRow) -> str:
    known = places.known()
    return known.body_name(office.body) if office.body else known.owner_name(office.owner)


def _safe(request: HttpRequest, asked: str | None) -> str:
    """Let a return address through only if it is ours."""
    return asked if asked and url_has_allowed_host_and_scheme(asked, {request.get_host()}) else ""
