"""The one door for changes in the register of matters."""

from __future__ import annotations

from datetime import date, datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from radslag.log.entry import Mode
from radslag.matters import keeping
from radslag.matters.models import Document, Handling, Matter
from radslag.matters.numbering import next_number
from radslag.matters.origins import Origin
from radslag.publicity import conduct as marks
from radslag.publicity.asker import Asker
from radslag.publicity.rules import Mark


class NotAllowed(PermissionError):
    """The asker has no office that may change this register."""


def may_register(asking: Asker, owner: UUID | str, body: UUID | str | None = None) -> bool:
    """Say whether the asker may change the owner's register: its registrar, or the secretary of the body."""
    place = str(body) if body else None
    return asking.holds("registrar", owner=str(owner)) or asking.holds("secretary", owner=str(owner), body=place)


@transaction.atomic
def register(
    *, owner: UUID | str, prefix: str, title: str, origin: Origin, opened_on: date, mode: Mode, by: Asker, at: datetime,
    prepared_by: UUID | str | None = None, raised_by: UUID | str | None = None, id: UUID | None = None,
    mark: Mark = Mark.OPEN, public_title: str = "", section: str = "",
) -> str:  # fmt: skip
    """Register a matter under the next number of its series and answer its id. Raises :class:`NotAllowed`."""
    _allow(by, owner, prepared_by)
    series, number = next_number(owner, prefix, opened_on.year)
    given = {"id": id} if id else {}
    row = Matter.objects.create(
        owner=owner, mode=mode, series=series, number=number, title=title, origin=origin.value, raised_by=raised_by,
        prepared_by=prepared_by, opened_on=opened_on, **given,
    )  # fmt: skip
    if mark is not Mark.OPEN:
        marks.classify(
            row.pk, owner=owner, mark=mark, by=by.person, at=at, public_title=public_title, section=section
        )  # fmt: skip
    return str(row.pk)


@transaction.atomic
def change(
    matter: UUID | str, *, by: Asker, at: datetime, title: str, prepared_by: UUID | str | None, status: str,
    mark: Mark, public_title: str = "", section: str = "", closed_on: date | None = None,
) -> None:  # fmt: skip
    """Change a matter's titles, mark, preparing body and status. Raises :class:`NotAllowed`."""
    row = Matter.objects.select_for_update().get(pk=matter)
    _allow(by, row.owner, row.prepared_by)
    row.title, row.prepared_by, row.status, row.closed_on = title, _id(prepared_by), status, closed_on
    row.save()
    marks.classify(row.pk, owner=row.owner, mark=mark, by=by.person, at=at, public_title=public_title, section=section)


def hand_over(matter: UUID | str, body: UUID | str, *, since: date) -> None:
    """Let a body handle the matter, as when it is put on its agenda: its offices see it from now on."""
    Handling.objects.get_or_create(matter_id=matter, body=body, defaults={"since": since})


def add_document(
    matter: UUID | str, *, title: str, name: str, content: BinaryIO, received_on: date, by: Asker, at: datetime,
    mark: Mark = Mark.OPEN, section: str = "", public_title: str = "",
) -> str:  # fmt: skip
    """Add a document and answer its id. Raises :class:`NotAllowed` and :class:`keeping.NotTaken`."""
    row = Matter.objects.get(pk=matter)
    _allow(by, row.owner, row.prepared_by)
    digest, size = keeping.keep(content, name)
    kind = keeping.ending(name)
    with transaction.atomic():
        paper = Document.objects.create(
            owner=row.owner, matter=row, title=title, media_type=keeping.TYPES[kind], extension=kind, size=size,
            sha256=digest, received_on=received_on, added_by=by.person, added_at=at,
        )  # fmt: skip
        if mark is not Mark.OPEN:
            marks.classify(
                paper.pk, owner=row.owner, mark=mark, by=by.person, at=at, public_title=public_title, section=section
            )
    return str(paper.pk)


def _allow(by: Asker, owner: UUID | str, body: UUID | str | None) -> None:
    if not may_register(by, owner, body):
        raise NotAllowed(str(owner))


def _id(given: UUID | str | None) -> UUID | None:
    return UUID(str(given)) if given else None
