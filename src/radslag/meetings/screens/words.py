"""The words that go with a meeting's ids: the snapshot of the opening and the texts that were written since. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from radslag.meetings.engine.serving import serving
from radslag.meetings.engine.state import Meeting
from radslag.meetings.snapshot import ItemText, Snapshot

Mode = Literal["sharp", "exercise", "test"]


@dataclass(frozen=True)
class Words:
    """``paragraphs_from`` numbers the agenda before it is opened; ``mode`` marks every picture."""

    snapshot: Snapshot = field(default_factory=Snapshot)
    texts: Mapping[str, str] = field(default_factory=dict)
    mode: Mode = "sharp"
    starts: str = ""
    """The planned start as it is shown before the opening, ISO."""

    def name(self, person: str | None) -> str:
        """Name and party as shown that day."""
        return self.snapshot.name(person)

    def names(self, persons: tuple[str, ...]) -> tuple[str, ...]:
        """Names and parties, in the order given."""
        return tuple(self.snapshot.name(person) for person in persons)

    def text(self, text: str | None) -> str:
        """The words of a text, or nothing."""
        return self.texts.get(text, "") if text else ""

    def item(self, item: str) -> ItemText:
        """Titles and proposal of an item."""
        return self.snapshot.item(item)

    def party(self, person: str) -> str:
        """The letters of the person's party that day."""
        found = self.snapshot.persons.get(person)
        return found.party if found else ""


def holders(meeting: Meeting) -> dict[str, str]:
    """Say who sits in each member's seat now: the member or a serving substitute. An empty seat is not there.

    A stand-in for someone recused goes before; a substitute who has left the room leaves the seat empty.
    """
    serve_now = serving(meeting)
    made = {person: person for person in serve_now if meeting.roster[person].role == "member"}
    for service in sorted(meeting.serving.values(), key=lambda one: one.because == "recused"):
        if service.substitute in serve_now:
            made[service.member] = service.substitute
    return made
