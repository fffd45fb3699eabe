"""The pages of the authority's administrator: accounts, offices, and who opened what by right."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from radslag.people import conduct, places, read
from radslag.people.forms import ROLE_WORDS, NewAccount, NewOffice
from radslag.publicity.asker import Asker


@login_required
@require_GET
def accounts(request: HttpRequest, owner: UUID) -> HttpResponse:
    """List the authority's accounts."""
    asking = _administrator(request, owner)
    rows = read.accounts_of(owner, asking, asked=request.GET.get("sok", ""))
    return render(request, "people/accounts.html", _frame(owner) | {"rows": rows, "asked": request.GET.get("sok", "")})


@login_required
@require_http_methods(["GET", "POST"])
def new_account(request: HttpRequest, owner: UUID) -> HttpResponse:
    """Ask for a new account; by POST, make it and show the password to start with, once."""
    asking = _administrator(request, owner)
    form = NewAccount(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person, password = conduct.open_account(owner=owner, by=asking, at=timezone.now(), **form.cleaned_data)
        except conduct.Taken:
            form.add_error("user", _("Användarnamnet används redan. Välj ett annat."))
        else:
            return _started(request, owner, person, form.cleaned_data["user"], password)
    status = 400 if form.errors else 200
    return render(request, "people/new_account.html", _frame(owner) | {"form": form}, status=status)


@login_required
@require_http_methods(["GET", "POST"])
def account(request: HttpRequest, owner: UUID, person: UUID) -> HttpResponse:
    """Show one account with its offices; by POST, grant an office."""
    asking = _administrator(request, owner)
    row = read.account_of(person, owner, asking)
    if row is None:
        raise Http404
    form = NewOffice(
        request.POST or None,
        bodies=places.known().bodies_of(str(owner)),
        initial={"starts_on": timezone.localdate().isoformat()},
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        conduct.grant_office(
            person, owner, given["role"], body=given["body"] or None, starts_on=given["starts_on"],
            ends_on=given["ends_on"], by=asking.person, at=timezone.now(),
        )  # fmt: skip
        return redirect("account", owner, person)
    offices = [(o, ROLE_WORDS[o.role], _place(o)) for o in read.offices_of(person, asking) if o.owner == str(owner)]
    page = _frame(owner) | {"row": row, "offices": offices, "form": form}
    return render(request, "people/account.html", page, status=400 if form.errors else 200)


@login_required
@require_POST
def end_office(request: HttpRequest, owner: UUID, person: UUID, office: UUID) -> HttpResponse:
    """End an office today."""
    asking, now = _administrator(request, owner), timezone.now()
    conduct.end_office(office, owner=owner, last_day=timezone.localdate(now), by=asking, at=now)
    return redirect("account", owner, person)


@login_required
@require_POST
def set_active(request: HttpRequest, owner: UUID, person: UUID) -> HttpResponse:
    """Close the account, or open it again."""
    asking = _administrator(request, owner)
    active = request.POST.get("active") == "1"
    conduct.set_active(person, active=active, owner=owner, by=asking, at=timezone.now())
    return redirect("account", owner, person)


@login_required
@require_POST
def new_password(request: HttpRequest, owner: UUID, person: UUID) -> HttpResponse:
    """Give the account a new password to start with, shown once."""
    asking = _administrator(request, owner)
    password = conduct.new_password(person, owner=owner, by=asking, at=timezone.now())
    row = read.account_of(person, owner, asking)
    return _started(request, owner, str(person), row.user if row else "", password)


@login_required
@require_GET
def openings(request: HttpRequest, owner: UUID, body: UUID | None = None) -> HttpResponse:
    """Show who opened closed things by administrative right: to the body's chair, and to the administrator."""
    asking = read.asker_of(request)
    chairs = body is not None and asking.holds("chair", owner=str(owner), body=str(body))
    if not chairs and not asking.holds("administrator", owner=str(owner)):
        raise PermissionDenied
    place = places.known().body_name(str(body)) if body else places.known().owner_name(str(owner))
    rows = read.openings(owner, body, asking)
    return render(request, "people/openings.html", _frame(owner) | {"rows": rows, "place": place})


def _administrator(request: HttpRequest, owner: UUID) -> Asker:
    asking = read.asker_of(request)
    if not asking.holds("administrator", owner=str(owner)):
        raise PermissionDenied
    return asking


def _frame(owner: UUID) -> dict[str, object]:
    return {"owner": str(owner), "owner_name": places.known().owner_name(str(owner))}


def _place(office: read.OfficeRow) -> str:
    known = places.known()
    return known.body_name(office.body) if office.body else known.owner_name(office.owner)


def _started(request: HttpRequest, owner: UUID, person: str, user: str, password: str) -> HttpResponse:
    page = _frame(owner) | {"person_id": person, "user": user, "password": password}
    response = render(request, "people/started.html", page)
    response.headers["Cache-Control"] = "no-store"
    return response
