"""Matters and documents as the asker may see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from radslag.matters.models import Document, Handling, Matter
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


def titles(ids: Iterable[UUID | str], asking: Asker) -> dict[str, str]:
    """Give the titles of matters by id, as the asker may see them."""
    return {row.id: row.title for row in matters(ids, asking)}


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
    papers = tuple(
        drawn
        for paper in row.documents.all()
        if (drawn := _document(paper, marked[str(paper.pk)], sight, asking)) is not None
    )
    return MatterRow(
        str(row.pk), str(row.owner), row.mode, row.reference, title, sight, Origin(row.origin),
        str(row.raised_by) if row.raised_by else None, str(row.prepared_by) if row.prepared_by else None,
        tuple(sorted(known.bodies)), row.status, row.opened_on, row.closed_on, known, papers,
    )  # fmt: skip


def _document(paper: Document, known: Publicity, of_matter: Sight, asking: Asker) -> DocumentRow | None:
    """A paper of a secret matter is never more open than its matter, unless it is itself marked."""
    title = title_for(known, asking)
    if title is None or (of_matter is not Sight.FULL and known.mark is Mark.OPEN):
        return None
    opens = what_may_be_seen(known, asking) is Sight.FULL
    return DocumentRow(
        str(paper.pk), title, opens, known.mark, known.section, paper.media_type, paper.extension, paper.size,
        paper.sha256, paper.received_on,
    )  # fmt: skip
