"""Pages of organisations, counties and bodies, the search box and the permanent addresses."""

from __future__ import annotations

import re
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from radslag.bodies import pages, read
from radslag.bodies.proposals import proposals
from radslag.bodies.search import fold
from radslag.people.read import asker_of

Kind = read.Kind

_NUMBER = re.compile(r"\d{6}-?\d{4}")


@require_safe
def identity(request: HttpRequest, key: str) -> HttpResponse:
    """Lead a permanent id, an organisation number or an SCB code to its page."""
    asking = asker_of(request)
    if _NUMBER.fullmatch(key):
        found = read.by_number(key, asking)
        if len(found) > 1:
            return render(request, "bodies/search.html", {"asked": key, "hits": found})
        return _lead(found[0] if found else None)
    if key.isdecimal():
        return _lead(read.by_code(Kind.MUNICIPALITY if len(key) == 4 else Kind.REGION, key, asking))
    known = _uuid(key)
    return _lead(read.organisation(known, asking) or read.body(known, asking) or read.area_of(known, asking))


@require_safe
def municipality(request: HttpRequest, code: str) -> HttpResponse:
    """Show a municipality."""
    return _organisation(request, read.by_code(Kind.MUNICIPALITY, code, asker_of(request)))


@require_safe
def region(request: HttpRequest, code: str) -> HttpResponse:
    """Show a region; Gotland is found as the municipality that it also is."""
    return _organisation(request, read.by_code(Kind.REGION, code, asker_of(request)))


@require_safe
def healthcare_region(request: HttpRequest, code: str) -> HttpResponse:
    """Show a health-care region (samverkansregion)."""
    return _organisation(request, read.by_code(Kind.HEALTHCARE_REGION, code, asker_of(request)))


@require_safe
def agency(request: HttpRequest, key: str) -> HttpResponse:
    """Show a state agency by its permanent id, or by its organisation number when it has one of its own."""
    if _NUMBER.fullmatch(key):
        return identity(request, key)
    return _organisation(request, read.organisation(_uuid(key), asker_of(request)))


@require_safe
def federation(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show a federation of municipalities and regions."""
    return _organisation(request, read.organisation(id, asker_of(request)))


@require_safe
def county(request: HttpRequest, code: str) -> HttpResponse:
    """Show a county: its map, its board, its region and its municipalities."""
    asking = asker_of(request)
    area = read.area("county", code, asking)
    if area is None:
        raise Http404
    return render(request, "bodies/county.html", pages.county(area, timezone.localdate(), asking))


@require_safe
def body(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show a body: its seats, its presidium and who sits there today."""
    asking = asker_of(request)
    found = read.body(id, asking)
    if found is None:
        raise Http404
    page = pages.body(found, timezone.localdate(), asking)
    page["may_fill"] = read.may_fill(found.owner.id, found.id, asking)
    page["may_set_up"] = read.may_set_up(found.owner.id, asking)
    return render(request, "bodies/body.html", page)


@require_safe
def municipalities(request: HttpRequest) -> HttpResponse:
    """List municipalities by county, regions and health-care regions: what the map shows, in words."""
    return render(request, "bodies/municipalities.html", pages.registry(asker_of(request)))


@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """List the state's agencies by group."""
    listed = read.agencies_by_group(asker_of(request))
    count = sum(len(rows) for rows in listed.values())
    return render(request, "bodies/agencies.html", {"groups": listed, "count": count})


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Say where the facts come from."""
    return render(request, "bodies/sources.html", {"sources": read.sources(asker_of(request))})


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find what a person types; lead straight to it when only one thing can be meant."""
    asked = request.GET.get("q", "").strip()[:100]
    hits = read.search(asked, asker_of(request))
    exact = [hit for hit in hits if fold(hit.name) == fold(asked)]
    for alone in (exact, hits):
        if len(alone) == 1:
            return redirect(alone[0].address)
    return render(request, "bodies/search.html", {"asked": asked, "hits": hits})


def _organisation(request: HttpRequest, found: read.OrganisationRow | None) -> HttpResponse:
    if found is None:
        raise Http404
    asking = asker_of(request)
    page = pages.organisation(found, timezone.localdate(), asking)
    page |= {"proposals": proposals(), "may_set_up": read.may_set_up(found.id, asking)}
    return render(request, "bodies/organisation.html", page)


def _lead(found: read.Hit | None) -> HttpResponse:
    if found is None:
        raise Http404
    return redirect(found.address)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
