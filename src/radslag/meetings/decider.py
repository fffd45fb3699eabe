"""What the clerk must know of a meeting to keep its journal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from radslag.log.entry import Envelope
from radslag.meetings import journal
from radslag.meetings.engine import procedure
from radslag.meetings.engine.commands import Actor, Command
from radslag.meetings.engine.events import Event
from radslag.meetings.engine.state import Meeting, Stamp


class MeetingDecider:
    """Serves the streams of kind ``meeting``. Keeps nothing itself."""

    kind = "meeting"

    def initial(self) -> Meeting:
        """Give the picture before the first entry."""
        return Meeting()

    def decide(self, state: Meeting, command: Command, actor: Actor, at: datetime) -> list[Event]:
        """Judge the command. Raises ``Refused``, ``NeedsReason`` or ``Misplaced``."""
        return procedure.decide(state, command, actor, at)

    def evolve(self, state: Meeting, event: Event, number: int, envelope: Envelope) -> Meeting:
        """Give the picture after the event. Its time is when it happened, not when it was written."""
        return procedure.evolve(state, event, Stamp(number, envelope.happened_at, envelope.by, envelope.key))

    def write_down(self, event: Event) -> tuple[str, dict[str, Any]]:
        """Give the permanent name of the event and its facts."""
        return journal.write_down(event)

    def read_back(self, kind: str, facts: dict[str, Any]) -> Event:
        """Give the event that was written under the name."""
        return journal.read_back(kind, facts)
