"""The one door for changes in the register of matters. Each leaves a line with the authority."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, BinaryIO, Literal, cast
from uuid import UUID

from django.db import transaction

from radslag.log.entry import Mode
from radslag.matters import keeping, read
from radslag.matters.models import Document, Handling, Matter
from radslag.matters.numbering import next_number
from radslag.matters.origins import Origin
from radslag.people.conduct import leave_line, opened_by_right_of
from radslag.publicity import conduct as marks
from radslag.publicity.asker import Asker
from radslag.publicity.rules import Mark

Id = UUID | str


class NotAllowed(PermissionError):
    """The asker has no office that may change this register."""


@transaction.atomic
def register(
    *, owner: Id, prefix: str, title: str, origin: Origin, opened_on: date, mode: Mode, by: Asker, at: datetime,
    prepared_by: Id | None = None, raised_by: Id | None = None, id: UUID | None = None, mark: Mark = Mark.OPEN,
    public_title: str = "", section: str = "",
) -> str:  # fmt: skip
    """Register a matter under the next number of its series and answer its id.

    Raises :class:`NotAllowed`, and ``SectionMissing`` for a secret matter without a section.
    """
    _allow(by, owner, prepared_by)
    series, number = next_number(owner, prefix, opened_on.year)
    given: dict[str, Any] = {"id": id} if id else {}
    row = Matter.objects.create(
        owner=owner, mode=mode, series=series, number=number, title=title, origin=origin.value, raised_by=raised_by,
        prepared_by=prepared_by, opened_on=opened_on, **given,
    )  # fmt: skip
    if mark is not Mark.OPEN or public_title:
        _mark(row.pk, row, by, at, mark=mark, public_title=public_title, section=section)
    facts = {"matter": str(row.pk), "series": series.pk, "number": number, "origin": origin.value, "mark": mark.value}
    leave_line(owner, "matters.registered/1", facts, by=by.person, at=at, mode=mode)
    return str(row.pk)


@transaction.atomic
def change(
    matter: Id, *, by: Asker, at: datetime, title: str, prepared_by: Id | None, status: Literal["open", "closed"],
    mark: Mark, public_title: str = "", section: str = "",
) -> None:  # fmt: skip
    """Change a matter's titles, mark, preparing body and status. Raises as :func:`register`."""
    row = Matter.objects.select_for_update().get(pk=matter)
    _allow(by, row.owner, row.prepared_by)
    if row.status != status:
        row.closed_on = at.date() if status == "closed" else None
    row.title, row.status, row.prepared_by = title, status, UUID(str(prepared_by)) if prepared_by else None
    row.save()
    _mark(row.pk, row, by, at, mark=mark, public_title=public_title, section=section)
    facts = {"matter": str(row.pk), "status": status, "mark": mark.value}
    leave_line(row.owner, "matters.changed/1", facts, by=by.person, at=at, mode=cast("Mode", row.mode))


@transaction.atomic
def hand_over(matter: Id, body: Id, *, since: date, by: str | None = None, at: datetime | None = None) -> None:
    """Let a body handle the matter, as when it is put on its agenda: its offices see it from now on."""
    row = Matter.objects.get(pk=matter)
    _, new = Handling.objects.get_or_create(matter=row, body=body, defaults={"since": since})
    if new:
        facts = {"matter": str(row.pk), "body": str(body)}
        leave_line(row.owner, "matters.handed_over/1", facts, by=by, at=at, mode=cast("Mode", row.mode))


def add_document(
    matter: Id, *, title: str, name: str, content: BinaryIO, received_on: date, by: Asker, at: datetime,
    mark: Mark = Mark.OPEN, section: str = "", public_title: str = "",
) -> str:  # fmt: skip
    """Add a document and answer its id. Raises :class:`NotAllowed`, ``keeping.NotTaken`` and ``SectionMissing``."""
    row = Matter.objects.get(pk=matter)
    _allow(by, row.owner, row.prepared_by)
    digest, size = keeping.keep(content, name)
    kind = keeping.ending(name)
    with transaction.atomic():
        paper = Document.objects.create(
            owner=row.owner, matter=row, title=title, media_type=keeping.TYPES[kind], extension=kind, size=size,
            sha256=digest, received_on=received_on, added_by=by.person, added_at=at,
        )  # fmt: skip
        if mark is not Mark.OPEN or public_title:
            _mark(paper.pk, row, by, at, mark=mark, public_title=public_title, section=section)
        facts = {"document": str(paper.pk), "matter": str(row.pk), "sha256": digest, "size": size, "mark": mark.value}
        leave_line(row.owner, "matters.document_added/1", facts, by=by.person, at=at, mode=cast("Mode", row.mode))
    return str(paper.pk)


def open_matter(matter: Id, asking: Asker, at: datetime) -> read.MatterRow | None:
    """Give a matter to look at. Opening a closed one by administrative right leaves a line that its chair sees."""
    found = read.matter(matter, asking)
    if found is not None:
        _note_opening(found, asking, "matter", at)
    return found


def open_document(document: Id, asking: Asker, at: datetime) -> read.Paper | None:
    """Give a document with its content, or None when the asker may not open it. Raises ``keeping.Spoiled``.

    Leaves a line as :func:`open_matter` does.
    """
    found = read.paper(document, asking)
    if found is not None:
        _note_opening(found, asking, "document", at)
    return found


def _note_opening(found: read.MatterRow | read.Paper, asking: Asker, kind: str, at: datetime) -> None:
    """A matter in several bodies leaves one line for each, so that each chair sees it."""
    bodies: list[str | None] = [*sorted(found.publicity.bodies)]
    for body in bodies or [None]:
        opened_by_right_of(found.publicity, asking, kind=kind, body=body, at=at)


def _mark(thing: UUID, row: Matter, by: Asker, at: datetime, *, mark: Mark, public_title: str, section: str) -> None:
    marks.classify(
        thing, owner=row.owner, mark=mark, by=by.person, at=at, public_title=public_title, section=section
    )  # fmt: skip


def _allow(by: Asker, owner: Id, body: Id | None) -> None:
    if not read.may_register(owner, by, body):
        raise NotAllowed(str(owner))
