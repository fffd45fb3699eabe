"""What the clerk must know to keep the streams of minutes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from radslag.log.entry import Envelope
from radslag.minutes import journal
from radslag.minutes.engine import decide as deciding
from radslag.minutes.engine import state
from radslag.minutes.engine.commands import Actor, Command
from radslag.minutes.engine.events import Event
from radslag.minutes.engine.state import Minutes


class MinutesDecider:
    """Judges and keeps minutes; see :class:`radslag.log.sitting.Decider`."""

    kind = "minutes"

    def initial(self) -> Minutes:
        """Give the picture before the first entry."""
        return Minutes()

    def decide(self, state: Minutes, command: Command, actor: Actor, at: datetime) -> list[Event]:
        """Judge; raises ``Refused`` or ``Misplaced``."""
        return deciding.decide(state, command, actor, at)

    def evolve(self, state: Minutes, event: Event, number: int, envelope: Envelope) -> Minutes:
        """Give the picture after the event."""
        return evolved(state, event, number, envelope)

    def write_down(self, event: Event) -> tuple[str, dict[str, Any]]:
        """Give the permanent name of an event and its facts."""
        return journal.write_down(event)

    def read_back(self, kind: str, facts: dict[str, Any]) -> Event:
        """Give the event of a permanent name and its facts."""
        return journal.read_back(kind, facts)


def evolved(minutes: Minutes, event: Event, number: int, envelope: Envelope) -> Minutes:
    """Give the picture after an event in its envelope."""
    return state.evolve(minutes, event, number, envelope.happened_at)
