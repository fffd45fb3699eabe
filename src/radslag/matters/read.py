"""Matters and documents as the asker may see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from radslag.matters import keeping
from radslag.matters.models import Document, Handling, Matter, Series
from radslag.matters.origins import Origin
from radslag.publicity import read as marks
from radslag.publicity.asker import Asker
from radslag.publicity.rules import Mark, Publicity, Sight, title_for, what_may_be_seen


@dataclass(frozen=True)
class DocumentRow:
    """A document as the asker may see it. ``opens`` is False when only its title is shown."""

    id: str
    title: str
    opens: bool
    mark: Mark
    section: str
    media_type: str
    extension: str
    size: int
    sha256: str
    received_on: date


@dataclass(frozen=True)
class Paper:
    """A document that may be opened, with its content."""

    row: DocumentRow
    name: str
    """Its file name: reference number, title and, unless it is sharp, the mode."""
    content: bytes
    publicity: Publicity


@dataclass(frozen=True)
class MatterRow:
    """A matter as the asker may see it; ``publicity`` lets the caller ask about it further."""

    id: str
    owner: str
    mode: str
    reference: str
    title: str
    sight: Sight
    origin: Origin
    raised_by: str | None
    prepared_by: str | None
    bodies: tuple[str, ...]
    status: str
    opened_on: date
    closed_on: date | None
    publicity: Publicity
    documents: tuple[DocumentRow, ...]


def matter(id: UUID | str, asking: Asker) -> MatterRow | None:
    """Give a matter, or None when there is none that the asker may know of."""
    found = matters([id], asking)
    return found[0] if found else None


def matters(ids: Iterable[UUID | str], asking: Asker) -> list[MatterRow]:
    """Give several matters with their documents, in order of reference; those not to be shown are left out."""
    return seen(Matter.objects.filter(pk__in=list(ids)), asking)


def open_in(body: UUID | str, asking: Asker) -> list[MatterRow]:
    """Give the open matters that a body prepares or handles, in order of reference."""
    held = Q(prepared_by=body) | Q(handlings__body=body)
    return seen(Matter.objects.filter(held, status="open").distinct(), asking)


def titles(ids: Iterable[UUID | str], asking: Asker) -> dict[str, str]:
    """Give the titles of matters by id, as the asker may see them."""
    return {row.id: row.title for row in matters(ids, asking)}


def paper(id: UUID | str, asking: Asker) -> Paper | None:
    """Give a document with its content, or None when the asker may not open it. Raises ``keeping.Spoiled``."""
    kept = Document.objects.filter(pk=id).values_list("matter", flat=True).first()
    of_matter = matter(kept, asking) if kept else None
    row = next((one for one in of_matter.documents if one.id == str(id)), None) if of_matter else None
    if row is None or of_matter is None or not row.opens:
        return None
    bare = Publicity(row.id, of_matter.owner, row.title, of_matter.publicity.bodies)
    known = marks.marked([bare])[row.id]
    if known.mark is Mark.OPEN:
        known = replace(known, mark=of_matter.publicity.mark, section=of_matter.publicity.section)
    return Paper(
        row,
        keeping.file_name(of_matter.reference, row.title, of_matter.mode, row.extension),
        keeping.fetch(row.sha256),
        known,
    )


def matter_of(document: UUID | str, asking: Asker) -> str | None:
    """Give the id of the matter that a document belongs to, if the asker may know of the document."""
    kept = Document.objects.filter(pk=document).values_list("matter", flat=True).first()
    row = matter(kept, asking) if kept else None
    return row.id if row and any(one.id == str(document) for one in row.documents) else None


def register(
    asking: Asker, *, owner: str = "", year: int | None = None, status: str = "", asked: str = "", most: int = 2000
) -> list[MatterRow]:
    """Search the registers, newest first. What is searched is what is shown: a hidden title cannot be found."""
    rows = Matter.objects.order_by("-opened_on", "-number")
    if owner:
        rows = rows.filter(owner=owner)
    if year:
        rows = rows.filter(series__year=year)
    if status:
        rows = rows.filter(status=status)
    wanted = asked.casefold().split()
    drawn = seen(rows[:most], asking)
    return [row for row in drawn if all(word in f"{row.reference} {row.title}".casefold() for word in wanted)]


def owners(asking: Asker) -> list[str]:
    """Give the authorities that have registered anything."""
    return [str(owner) for owner in Matter.objects.order_by().values_list("owner", flat=True).distinct()]


def years(asking: Asker) -> list[int]:
    """Give the years in which anything was registered, latest first."""
    return sorted(Series.objects.order_by().values_list("year", flat=True).distinct(), reverse=True)


def prefixes(owner: UUID | str, asking: Asker) -> list[str]:
    """Give the prefixes of an authority's series, the latest first."""
    rows = Series.objects.filter(owner=owner).order_by("-year", "prefix").values_list("prefix", flat=True)
    return list(dict.fromkeys(rows))


def may_register(owner: UUID | str, asking: Asker, body: UUID | str | None = None) -> bool:
    """Say whether the asker may change the register: the authority's registrar, or the secretary of the body."""
    place = str(body) if body else None
    return asking.holds("registrar", owner=str(owner)) or asking.holds("secretary", owner=str(owner), body=place)


def seen(rows: QuerySet[Matter], asking: Asker) -> list[MatterRow]:
    """Draw rows of the register for one asker."""
    found = list(
        rows.select_related("series").prefetch_related(
            Prefetch("handlings", Handling.objects.order_by("since")),
            Prefetch("documents", Document.objects.order_by("received_on", "added_at")),
        )
    )
    bare = [publicity_of(row) for row in found]
    papers = [_bare_document(paper, row) for row in found for paper in row.documents.all()]
    marked = marks.marked([*bare, *papers])
    drawn = (_row(row, marked, asking) for row in found)
    return [row for row in drawn if row is not None]


def publicity_of(row: Matter) -> Publicity:
    """Make what is known of a matter before its mark: the bodies that prepare and handle it."""
    bodies = {str(handling.body) for handling in row.handlings.all()}
    if row.prepared_by:
        bodies.add(str(row.prepared_by))
    return Publicity(str(row.pk), str(row.owner), row.title, frozenset(bodies))


def _bare_document(paper: Document, row: Matter) -> Publicity:
    known = publicity_of(row)
    return Publicity(str(paper.pk), known.owner, paper.title, known.bodies)


def _row(row: Matter, marked: Mapping[str, Publicity], asking: Asker) -> MatterRow | None:
    known = marked[str(row.pk)]
    title = title_for(known, asking)
    if title is None:
        return None
    sight = what_may_be_seen(known, asking)
    hidden = known.mark is Mark.SECRET and sight is not Sight.FULL
    papers = tuple(
        drawn
        for paper in row.documents.all()
        if (drawn := _document(paper, marked[str(paper.pk)], asking, hidden=hidden)) is not None
    )
    return MatterRow(
        str(row.pk), str(row.owner), row.mode, row.reference, title, sight, Origin(row.origin),
        str(row.raised_by) if row.raised_by else None, str(row.prepared_by) if row.prepared_by else None,
        tuple(sorted(known.bodies)), row.status, row.opened_on, row.closed_on, known, papers,
    )  # fmt: skip


def _document(paper: Document, known: Publicity, asking: Asker, *, hidden: bool) -> DocumentRow | None:
    """An unmarked paper of a secret matter is as secret as its matter; a marked one as its mark says."""
    title = title_for(known, asking)
    if title is None or (hidden and known.mark is Mark.OPEN):
        return None
    opens = what_may_be_seen(known, asking) is Sight.FULL
    return DocumentRow(
        str(paper.pk), title, opens, known.mark, known.section, paper.media_type, paper.extension, paper.size,
        paper.sha256, paper.received_on,
    )  # fmt: skip
