"""What frames every screen: which meeting, how far it has come, whether it can decide, and its agenda. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from radslag.meetings.engine.state import Meeting
from radslag.meetings.screens.words import Words, holders


@dataclass(frozen=True)
class Head:
    organisation: str
    body: str
    mode: str
    stage: str
    starts: str
    opened_at: datetime | None
    paragraph: int | None
    title: str
    closed: bool
    present: int
    seats: int
    needed: int
    presiding: str
    adjusters: tuple[str, ...]
    approve_on: str
    lists_adjusters: bool = False


@dataclass(frozen=True)
class AgendaLine:
    item: str
    paragraph: int | None
    """Of an item that waits: the one it gets if the order is kept."""
    title: str
    kind: str
    closed: bool
    announced: bool
    state: Literal["done", "now", "todo"]
    outcome: str | None
    by_minority: bool


@dataclass(frozen=True)
class Agenda:
    lines: tuple[AgendaLine, ...]
    stage: str
    may_open: bool = False
    """Whether this audience gets a button beside each item that waits."""
    may_add: bool = False


def head(meeting: Meeting, words: Words, *, inside: bool, lists_adjusters: bool = False) -> Head:
    """Draw the top of a screen."""
    item = meeting.items.get(meeting.current or "")
    text = words.item(item.item) if item else None
    return Head(
        words.snapshot.organisation,
        words.snapshot.body,
        words.mode,
        meeting.stage,
        words.starts,
        meeting.opened_at,
        item.paragraph if item else None,
        text.title_for(inside=inside) if text else "",
        bool(text and text.closed),
        seated(meeting),
        meeting.seats,
        meeting.seats // 2 + 1,
        words.name(meeting.presiding),
        words.names(meeting.adjusters),
        meeting.approve_on.isoformat() if meeting.approve_on else "",
        lists_adjusters,
    )


def agenda(meeting: Meeting, words: Words, *, inside: bool, may_open: bool = False, may_add: bool = False) -> Agenda:
    """Draw the agenda in its order."""
    lines: list[AgendaLine] = []
    coming = meeting.next_paragraph
    for key in meeting.order:
        item, text = meeting.items[key], words.item(key)
        now = key == meeting.current
        told = inside or not text.closed
        paragraph = item.paragraph
        if paragraph is None and item.stage == "listed" and meeting.stage in ("open", "adjourned"):
            paragraph, coming = coming, coming + 1
        lines.append(
            AgendaLine(
                key,
                paragraph,
                text.title_for(inside=inside),
                item.kind,
                text.closed,
                item.announced,
                "now" if now else "done" if item.stage in ("decided", "closed") else "todo",
                item.outcome if told else None,
                item.by_minority and told,
            )
        )
    return Agenda(tuple(lines), meeting.stage, may_open, may_add)


def seated(meeting: Meeting) -> int:
    """Count the seats in which someone serves now."""
    return len(holders(meeting))
