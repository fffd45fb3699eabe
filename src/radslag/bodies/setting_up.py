"""Setting up a body and changing its name or number of seats, by the authority's administrator."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from radslag.bodies import conduct, read
from radslag.bodies.forms import BodyForm
from radslag.people.read import asker_of


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest, owner: UUID) -> HttpResponse:
    """Show the form for a new body; make it."""
    asking = asker_of(request)
    organisation = read.organisation(owner, asking)
    if organisation is None:
        raise Http404
    if not read.may_set_up(owner, asking):
        raise PermissionDenied
    form = BodyForm(request.POST or None, bodies=read.bodies_of(owner, asking), kinds=read.kinds())
    if not form.is_valid():
        page = {"form": form, "organisation": organisation, "body": None}
        return render(request, "bodies/set_up.html", page, status=400 if request.POST else 200)
    made = conduct.set_up(owner, **form.facts(), by=asking, at=timezone.now())
    messages.success(request, _("Organet är upplagt. Läs nu in vilka som sitter där."))
    return redirect("fill", made)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show the form for a body; change it."""
    asking = asker_of(request)
    body = read.body(id, asking)
    if body is None:
        raise Http404
    if not read.may_set_up(body.owner.id, asking):
        raise PermissionDenied
    others = [one for one in read.bodies_of(body.owner.id, asking) if one.id != body.id]
    first = {"kind": body.kind, "name": body.name, "seats": body.seats, "parent": body.parent}
    form = BodyForm(request.POST or None, initial=first, bodies=others, kinds=read.kinds())
    if not form.is_valid():
        page = {"form": form, "organisation": body.owner, "body": body}
        return render(request, "bodies/set_up.html", page, status=400 if request.POST else 200)
    conduct.change(body.id, **form.facts(), by=asking, at=timezone.now())
    messages.success(request, _("Ändrat."))
    return redirect(body.address)
