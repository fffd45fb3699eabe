"""How the events of minutes stand in the journal: permanent names, facts as JSON types (INVARIANTS 6)."""

from __future__ import annotations

from typing import Any

import msgspec

from radslag.minutes.engine import events

NAMES: dict[str, type[Any]] = {
    "minutes.draft_saved/1": events.DraftSaved,
    "minutes.correction_asked/1": events.CorrectionAsked,
    "minutes.sent_for_approval/1": events.SentForApproval,
    "minutes.approved/1": events.Approved,
    "minutes.rejected/1": events.Rejected,
    "minutes.withdrawn/1": events.Withdrawn,
    "minutes.stamped/1": events.Stamped,
    "minutes.posted/1": events.Posted,
}
"""A name never changes and never goes away; another shape gets the next number and a way up from the old one."""

KINDS = {kind: name for name, kind in NAMES.items()}


def write_down(event: events.Event) -> tuple[str, dict[str, Any]]:
    """Give the permanent name of an event and its facts."""
    return KINDS[type(event)], msgspec.to_builtins(event)


def read_back(kind: str, facts: dict[str, Any]) -> events.Event:
    """Give the event of a permanent name. Raises ``KeyError`` for a name that never was."""
    made: events.Event = msgspec.convert(facts, NAMES[kind], strict=False)
    return made
