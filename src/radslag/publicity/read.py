"""How things are marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from radslag.publicity.models import Classification
from radslag.publicity.rules import Mark, Publicity


def publicity_of(
    thing: UUID | str, *, owner: UUID | str, full_title: str, bodies: Iterable[UUID | str] = ()
) -> Publicity:
    """Give one thing's publicity; without a mark it is open. ``bodies`` are those that work with it."""
    bare = Publicity(str(thing), str(owner), full_title, frozenset(map(str, bodies)))
    return marked([bare])[str(thing)]


def marked(things: Iterable[Publicity]) -> Mapping[str, Publicity]:
    """Give each thing the mark that is set on it, in one question to the table. By id."""
    bare = {thing.id: thing for thing in things}
    rows = {str(row.thing): row for row in Classification.objects.filter(thing__in=list(bare))}
    return {key: _with_mark(thing, rows.get(key)) for key, thing in bare.items()}


def closed_since(things: Iterable[UUID | str], at: datetime) -> frozenset[str]:
    """Give those of the things whose mark was set or changed after a moment: what was printed then does not know it."""
    rows = Classification.objects.filter(thing__in=list(things), decided_at__gt=at).exclude(mark=Mark.OPEN.value)
    return frozenset(str(row.thing) for row in rows)


def _with_mark(thing: Publicity, row: Classification | None) -> Publicity:
    if row is None:
        return thing
    return Publicity(
        thing.id, thing.owner, thing.full_title, thing.bodies, row.public_title, Mark(row.mark), row.section, row.listed
    )
