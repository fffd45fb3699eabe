"""What has happened, line by line, for the secretary: the newest first. Pure; the sentence is made in the template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime

from radslag.meetings.engine import events as e
from radslag.meetings.engine.events import Event
from radslag.meetings.engine.state import Meeting, Stamp
from radslag.meetings.screens.words import Words

QUIET = (e.VoteCast,)
"""Events that the stream does not list one by one: an open ballot is one line when it is closed."""
MINE = (
    e.FloorRequested, e.MotionMade, e.MotionSupported, e.VoteDemanded, e.ReservationMade, e.DeclinedToDecide,
    e.RecusalDeclared,
)  # fmt: skip
"""What a person does for themselves: if another entered it, the line says who."""
PERSONS = ("person", "substitute", "voter")


@dataclass(frozen=True)
class Line:
    """``what`` is the event's name (``MotionMade``); ``said`` its facts as words, names already written out."""

    number: int
    at: datetime
    what: str
    paragraph: int | None
    title: str
    said: tuple[tuple[str, str], ...]
    corrected: bool
    entered_by: str
    """The name of who entered it, when that is another than whom it is about."""

    def get(self, key: str) -> str:
        """One fact, or nothing."""
        return dict(self.said).get(key, "")


def lines(meeting: Meeting, words: Words, happened: Iterable[tuple[Stamp, Event]], most: int = 60) -> tuple[Line, ...]:
    """Draw the last ``most`` lines, the newest first."""
    happened = tuple(happened)
    taken_back = {event.number for _, event in happened if isinstance(event, e.Undone)}
    shown = [
        _line(meeting, words, stamp, event)
        for stamp, event in happened
        if not isinstance(event, QUIET) and stamp.number not in taken_back
    ]
    return tuple(shown[::-1][:most])


def _line(meeting: Meeting, words: Words, stamp: Stamp, event: Event) -> Line:
    said: list[tuple[str, str]] = []
    about = ""
    for one in fields(event):
        value = getattr(event, one.name)
        if one.name in PERSONS or one.name == "member":
            about = about or (value if one.name in PERSONS else "")
            said.append((one.name, words.name(value)))
        elif one.name in ("persons", "present") and isinstance(value, tuple):
            said.append((one.name, ", ".join(words.names(value))))
            said.append(("count", str(len(value))))
        elif one.name in ("text", "reason", "until") and isinstance(value, str) and words.text(value):
            said.append((one.name, words.text(value)))
        elif isinstance(value, str | int) and not isinstance(value, bool):
            said.append((one.name, str(value)))
        elif isinstance(value, tuple):
            said.append((one.name, str(len(value))))
        elif isinstance(value, bool):
            said.append((one.name, "yes" if value else ""))
    item = meeting.items.get(getattr(event, "item", "") or "") if isinstance(getattr(event, "item", ""), str) else None
    entered = isinstance(event, MINE) and bool(about) and stamp.by != about and stamp.by in words.snapshot.persons
    return Line(
        stamp.number,
        stamp.at,
        type(event).__name__,
        item.paragraph if item else None,
        words.item(item.item).title if item else "",
        tuple(said),
        stamp.number in meeting.corrected,
        words.name(stamp.by) if entered else "",
    )
