"""The meetings of a body: they lie above this domain, whose pages only show what it is told of them.

The domain that knows them says so once with ``use``; until then none are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from radslag.publicity.asker import Asker


@dataclass(frozen=True)
class Gathering:
    """A meeting as a line on the page of its body or its authority."""

    address: str
    body_name: str
    starts_at: datetime
    place: str
    stage: str
    mode: str


class Gatherings(Protocol):
    """What this domain asks of the one that knows meetings."""

    def __call__(self, asking: Asker, *, owner: UUID, body: UUID | None) -> Sequence[Gathering]:
        """List what goes on now and the next ones, of an authority or of one of its bodies."""


def _none(asking: Asker, *, owner: UUID, body: UUID | None) -> Sequence[Gathering]:  # noqa: ARG001 - the protocol's shape
    return ()


_known: list[Gatherings] = [_none]


def use(gatherings: Gatherings) -> None:
    """Ask these from now on."""
    _known[0] = gatherings


def gatherings(asking: Asker, *, owner: UUID, body: UUID | None = None) -> Sequence[Gathering]:
    """List the meetings to show on a page."""
    return _known[0](asking, owner=owner, body=body)
