"""Whether the body may decide now: asked per item, before each decision and after each leave."""

from __future__ import annotations

from radslag.law.rule import Refused
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.serving import recused_here, taking_part
from radslag.meetings.engine.state import Item, Meeting


def require_quorum(meeting: Meeting, item: Item | None = None) -> None:
    """Let the caller pass when enough take part in the item. Raises ``Refused`` (KL 5:45–46, 6:27)."""
    here = taking_part(meeting, item)
    kind_of(meeting.body_kind).quorum(meeting.seats, len(here), len(recused_here(meeting, item)))


def lacking(meeting: Meeting, item: Item | None = None) -> Refused | None:
    """Give the refusal that would come if something were to be decided now, or None."""
    try:
        require_quorum(meeting, item)
    except Refused as refused:
        return refused
    return None
