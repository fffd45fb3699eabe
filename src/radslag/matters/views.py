"""The register of matters, one matter, and its documents."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from radslag.matters import conduct, keeping, read
from radslag.matters.forms import ChangedMatter, NewDocument, NewMatter
from radslag.matters.origins import WORDS
from radslag.people import places
from radslag.people import read as people
from radslag.publicity.asker import Asker
from radslag.publicity.rules import Mark

NOT_TAKEN = {
    "kind": _("Filen är av en sort som inte tas emot."),
    "size": _("Filen är större än 50 MB."),
    "empty": _("Filen är tom."),
    "start": _("Filens innehåll är inte det som namnet säger."),
}


@require_GET
def matters(request: HttpRequest) -> HttpResponse:
    """List and search the registers."""
    asking, asked = people.asker_of(request), request.GET
    given = {
        "owner": _uuid(asked.get("myndighet", "")),
        "year": int(asked["ar"]) if asked.get("ar", "").isdecimal() else None,
        "status": asked.get("lage", "") if asked.get("lage") in STATUS else "",
        "asked": asked.get("sok", ""),
    }
    pages = Paginator(read.register(asking, **given), 50)  # type: ignore[arg-type]
    page = pages.get_page(asked.get("sida"))
    kept = asked.copy()
    kept.pop("sida", None)
    return render(
        request,
        "matters/matters.html",
        {
            "page": page, "given": given, "years": read.years(asking), "kept": kept.urlencode(), "status": STATUS,
            "owners": [(owner, places.known().owner_name(owner)) for owner in read.owners(asking)],
            "may_add": sorted({o.owner for o in asking.offices if o.role in {"registrar", "secretary"}}),
            "owner_name": places.known().owner_name,
        },
    )  # fmt: skip


@require_GET
def matter(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show one matter as the asker may see it."""
    asking = people.asker_of(request)
    row = conduct.open_matter(id, asking, timezone.now())
    if row is None:
        raise Http404
    return render(request, "matters/matter.html", _page(row, asking))


@login_required
@require_http_methods(["GET", "POST"])
def new_matter(request: HttpRequest, owner: UUID) -> HttpResponse:
    """Ask for a new matter; by POST, register it."""
    asking, now = people.asker_of(request), timezone.now()
    known = places.known()
    bodies = [place for place in known.bodies_of(str(owner)) if read.may_register(owner, asking, place[0])]
    if not bodies and not read.may_register(owner, asking):
        raise PermissionDenied
    first = {"opened_on": timezone.localdate(now).isoformat(), "series": next(iter(read.prefixes(owner, asking)), "KS")}
    form = NewMatter(request.POST or None, bodies=bodies, initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"prepared_by": form.cleaned_data["prepared_by"] or None}
        prefix = given.pop("series")
        try:
            mode = known.mode_of(str(owner))
            made = conduct.register(owner=owner, prefix=prefix, mode=mode, by=asking, at=now, **given)
        except conduct.NotAllowed:
            form.add_error("prepared_by", _("Välj det organ du är sekreterare i."))
        else:
            return redirect("matter", made)
    page = {"form": form, "owner_name": known.owner_name(str(owner)), "heading": _("Nytt ärende"), "back": "/arenden/"}
    return render(request, "matters/edit.html", page, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def change_matter(request: HttpRequest, id: UUID) -> HttpResponse:
    """Ask for a matter's changes; by POST, make them."""
    asking = people.asker_of(request)
    row = _to_change(id, asking)
    first = {
        "title": row.title,
        "prepared_by": row.prepared_by or "",
        "status": row.status,
        "mark": row.publicity.mark.value,
        "section": row.publicity.section,
        "public_title": row.publicity.public_title,
    }
    form = ChangedMatter(request.POST or None, bodies=places.known().bodies_of(row.owner), initial=first)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data | {"prepared_by": form.cleaned_data["prepared_by"] or None}
        conduct.change(id, by=asking, at=timezone.now(), **given)
        return redirect("matter", id)
    page = _page(row, asking) | {"form": form, "heading": _("Ändra ärendet"), "back": f"/arende/{row.id}/"}
    return render(request, "matters/edit.html", page, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def new_document(request: HttpRequest, id: UUID) -> HttpResponse:
    """Ask for a document; by POST, keep it."""
    asking, now = people.asker_of(request), timezone.now()
    row = _to_change(id, asking)
    first = {"received_on": timezone.localdate(now).isoformat(), "mark": row.publicity.mark.value}
    form = NewDocument(request.POST or None, request.FILES or None, initial=first)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        content = given.pop("content")
        try:
            conduct.add_document(id, name=content.name, content=content.file, by=asking, at=now, **given)
        except keeping.NotTaken as no:
            form.add_error("content", NOT_TAKEN[no.why])
        else:
            return redirect("matter", id)
    page = _page(row, asking) | {"form": form, "heading": _("Ny handling"), "back": f"/arende/{row.id}/"}
    return render(request, "matters/edit.html", page, status=400 if form.errors else 200)


@require_GET
def document(request: HttpRequest, id: UUID) -> HttpResponse:
    """Hand out a document: as a file, never to be run or guessed at by the browser."""
    paper = conduct.open_document(id, people.asker_of(request), timezone.now())
    if paper is None:
        raise Http404
    response = HttpResponse(paper.content, content_type=paper.row.media_type)
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=paper.name) or ""
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    if paper.publicity.mark is not Mark.OPEN:
        response.headers["Cache-Control"] = "private, no-store"
    return response


STATUS = {"open": _("Pågår"), "closed": _("Avslutat")}


def _to_change(id: UUID, asking: Asker) -> read.MatterRow:
    row = read.matter(id, asking)
    if row is None:
        raise Http404
    if not read.may_register(row.owner, asking, row.prepared_by):
        raise PermissionDenied
    return row


def _page(row: read.MatterRow, asking: Asker) -> dict[str, Any]:
    known = places.known()
    raised = people.names([row.raised_by], asking) if row.raised_by else {}
    return {
        "row": row,
        "owner_name": known.owner_name(row.owner),
        "origin": WORDS[row.origin],
        "status": STATUS[row.status],
        "prepared_by": known.body_name(row.prepared_by) if row.prepared_by else "",
        "bodies": [(body, known.body_name(body)) for body in row.bodies if body != row.prepared_by],
        "raised_by": raised.get(row.raised_by or "", ""),
        "may_change": read.may_register(row.owner, asking, row.prepared_by),
    }


def _uuid(given: str) -> str:
    try:
        return str(UUID(given))
    except ValueError:
        return ""
