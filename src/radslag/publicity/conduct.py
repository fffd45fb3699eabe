"""Marks are set here. Publicity lies below the log, so the domain that calls leaves the line."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from radslag.publicity.models import Classification
from radslag.publicity.rules import Mark


class SectionMissing(ValueError):
    """A secrecy mark must name the section it rests on (OSL 5 kap. 5 §)."""


def classify(
    thing: UUID | str, *, owner: UUID | str, mark: Mark, by: UUID | str | None, at: datetime,
    public_title: str = "", section: str = "", listed: bool = True,
) -> None:  # fmt: skip
    """Set or change a thing's mark. Raises :class:`SectionMissing` for a secret thing without a section."""
    if mark is Mark.SECRET and not section.strip():
        raise SectionMissing(section)
    Classification.objects.update_or_create(
        thing=thing,
        defaults={
            "owner": owner, "public_title": public_title, "mark": mark.value,
            "section": section.strip(), "listed": listed, "decided_by": by, "decided_at": at,
        },
    )  # fmt: skip
