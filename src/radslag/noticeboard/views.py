"""The boards, what stands on them, the proof that it stood, and the feed."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from radslag.bodies import read as bodies
from radslag.law.rule import Refused
from radslag.noticeboard import conduct, read
from radslag.noticeboard.addresses import key_of
from radslag.noticeboard.forms import NewPosting
from radslag.noticeboard.kinds import SECTIONS, WORDS
from radslag.people import places
from radslag.people import read as people
from radslag.publicity.asker import PUBLIC, Asker


@require_GET
def boards(request: HttpRequest) -> HttpResponse:
    """Choose an authority's board."""
    asking = people.asker_of(request)
    found = [(org, len(read.board(org.id, asking))) for owner in read.owners(asking) if (org := _of(owner))]
    ours = {office.owner for office in asking.offices if office.role in read.POSTERS}
    found += [(org, 0) for owner in ours if owner not in {str(one.id) for one, _ in found} and (org := _of(owner))]
    listed = [(org, key_of(org), count) for org, count in sorted(found, key=lambda pair: pair[0].name)]
    return render(request, "noticeboard/boards.html", {"boards": listed})


@require_GET
def board(request: HttpRequest, key: str) -> HttpResponse:
    """Show what stands on one board now, and what has stood there."""
    asking, org = people.asker_of(request), _organisation(key)
    page = {
        "org": org, "key": key_of(org), "postings": read.board(org.id, asking), "words": WORDS,
        "taken_down": read.taken_down(org.id, asking, limit=30), "may_post": read.may_post(org.id, asking),
    }  # fmt: skip
    return render(request, "noticeboard/board.html", page)


@require_GET
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """Give the board as an Atom feed."""
    org = _organisation(key)
    where = request.build_absolute_uri(f"/anslagstavla/{key_of(org)}/")
    atom = Atom1Feed(
        title=_("Anslagstavla, %(name)s") % {"name": org.name}, link=where, description="", language="sv",
        feed_url=request.build_absolute_uri(), feed_guid=f"urn:uuid:{org.id}",
    )  # fmt: skip
    for row in read.board(org.id, PUBLIC):
        atom.add_item(
            title=f"{MODE_WORDS[row.mode]}{row.title}",
            link=request.build_absolute_uri(f"/anslag/{row.id}/"),
            description=WORDS[row.kind],
            unique_id=f"urn:uuid:{row.id}",
            pubdate=row.posted_at,
            updateddate=row.posted_at,
            categories=(row.kind.value,),
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@require_GET
def posting(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show one posting, with how long it has stood."""
    return render(request, "noticeboard/posting.html", _page(id, people.asker_of(request)))


@require_GET
def proof(request: HttpRequest, id: UUID) -> HttpResponse:
    """Show the proof that it stood, to be printed (KL 8 kap. 10 § third paragraph)."""
    page = _page(id, people.asker_of(request)) | {"now": timezone.now()}
    return render(request, "noticeboard/proof.html", page)


@login_required
@require_http_methods(["GET", "POST"])
def new_posting(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for a posting; by POST, post it."""
    asking, org, now = people.asker_of(request), _organisation(key), timezone.now()
    if not read.may_post(org.id, asking):
        raise PermissionDenied
    form = NewPosting(request.POST or None)
    if request.method == "POST" and form.is_valid():
        mode = places.known().mode_of(str(org.id))
        try:
            made = conduct.post(owner=org.id, mode=mode, at=now, by=asking.person, **form.cleaned_data)
        except Refused as no:
            form.add_error(None, " ".join((*no.worded(_), no.section)))
        else:
            return redirect("posting", made)
    page = {"form": form, "org": org, "key": key_of(org)}
    return render(request, "noticeboard/new_posting.html", page, status=400 if form.errors else 200)


@login_required
@require_POST
def take_down(request: HttpRequest, id: UUID) -> HttpResponse:
    """Take a posting down, or say why not yet."""
    asking, row = people.asker_of(request), read.posting(id, people.asker_of(request))
    if row is None:
        raise Http404
    if not read.may_post(row.owner, asking):
        raise PermissionDenied
    try:
        conduct.take_down(id, by=asking.person, at=timezone.now())
    except Refused as no:
        return render(request, "noticeboard/posting.html", _page(id, asking) | {"refused": no}, status=409)
    return redirect("posting", id)


MODE_WORDS = {"sharp": "", "test": "PROV: ", "exercise": "ÖVNING: "}


def _page(id: UUID, asking: Asker) -> dict[str, object]:
    row, stood = read.posting(id, asking), read.uptime_of(id, asking)
    org = _of(row.owner) if row else None
    if row is None or stood is None or org is None:
        raise Http404
    return {
        "row": row, "stood": stood, "org": org, "key": key_of(org), "kind": WORDS[row.kind],
        "section": SECTIONS[row.kind], "may_post": read.may_post(row.owner, asking), "refused": None,
        "body": places.known().body_name(row.body) if row.body else "", "missed": sorted(stood.missed),
    }  # fmt: skip


def _of(owner: UUID | str) -> bodies.OrganisationRow | None:
    return bodies.organisation(owner, PUBLIC)


def _organisation(key: str) -> bodies.OrganisationRow:
    found = bodies.by_code("region", key, PUBLIC) if len(key) == 2 else None
    if found is None and (len(key) == 4 or _is_uuid(key)):
        found = bodies.organisation(key, PUBLIC)
    if found is None:
        raise Http404
    return found


def _is_uuid(key: str) -> bool:
    try:
        UUID(key)
    except ValueError:
        return False
    return True
