"""The regions of each audience's screen: a name, a template and a picture. Pure.

A region that is not made here for an audience does not exist for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from radslag.meetings.engine.events import Event
from radslag.meetings.engine.state import Ballot, Meeting, Stamp
from radslag.meetings.screens import events, frame, hall, item, mine, roll
from radslag.meetings.screens.audience import INSIDE, Audience
from radslag.meetings.screens.words import Words


@dataclass(frozen=True)
class Region:
    """``template`` lies in ``meetings/regions``; ``view`` is all that it may show."""

    template: str
    view: object


@dataclass(frozen=True)
class NextStep:
    """The next lawful step (one green button), or why it is not lawful now. ``fields`` go with the button."""

    act: str
    label: str
    section: str
    after: str
    fields: tuple[tuple[str, str], ...] = ()
    refused: str = ""
    refused_section: str = ""
    instead: str = ""
    advice: bool = False
    """It may be set aside with a written reason."""
    undo_until: datetime | None = None
    stage: str = ""
    has_speaker: bool = False
    from_time: datetime | None = None
    """When the pause before the gavel is over: until then any serving member may demand a vote."""
    people: tuple[tuple[str, str], ...] = ()
    approve_on: str = ""
    facts: tuple[tuple[str, object], ...] = ()
    """What is put in the braces of ``refused`` and ``instead`` when they are said, in the reader's language."""
    yours: bool = True
    """Whether whoever looks may take the step; else it is told whom it waits for."""


@dataclass(frozen=True)
class Now:
    """What is going on, whatever it is: before, roll-call, an item, a pause, afterwards."""

    stage: str
    starts: str
    body: str
    place: str
    item: item.ItemNow | None
    roll: roll.Roll | None = None
    hall: hall.Hall | None = None
    upcoming: str = ""
    speaking: bool = False


@dataclass(frozen=True)
class Voted:
    """One ballot that is closed, for the list of latest votes."""

    paragraph: int | None
    title: str
    outcome: str | None
    by_minority: bool
    question: item.QuestionNow


@dataclass(frozen=True)
class Votes:
    latest: tuple[Voted, ...]


@dataclass(frozen=True)
class Presence:
    """Changes of presence by item for the secretary, and the forms that register them."""

    roll: roll.Roll
    stage: str
    item: str
    question: int


def regions(
    meeting: Meeting,
    words: Words,
    audience: Audience,
    step: NextStep | None = None,
    happened: Iterable[tuple[Stamp, Event]] = (),
) -> dict[str, Region]:
    """Draw every region of one audience's screen from the state at this event number."""
    inside = audience in INSIDE
    head = Region("head", frame.head(meeting, words, inside=inside, lists_adjusters=audience == "secretary"))
    leads = audience == "chair"
    may_open, may_add = leads and _may_open(meeting), leads and meeting.stage == "open"
    lines = Region("agenda", frame.agenda(meeting, words, inside=inside, may_open=may_open, may_add=may_add))
    match audience:
        case "chair":
            return {
                "head": Region("desk_head", head.view),
                "agenda": lines,
                "now": Region("chair_now", _now(meeting, words, inside=True, with_roll=True)),
                "hall": Region("chair_hall", _room(meeting, words)),
                "next": Region("next", step),
            }
        case "secretary":
            return {
                "head": Region("desk_head", head.view),
                "events": Region("events", events.lines(meeting, words, happened)),
                "draft": Region("draft", _now(meeting, words, inside=True)),
                "presence": Region("presence", _presence(meeting, words)),
                "next": Region("next", step),
            }
        case "serving" | "substitute" | "official" | "auditor":
            return {
                "head": Region("phone_head", head.view),
                "count": Region("ballot_count", _count(meeting, words, inside=inside)),
                "now": Region("member_now", _now(meeting, words, inside=inside)),
                "motions": Region("member_motions", item.item_now(meeting, words, inside=inside)),
                "agenda": lines,
            }
        case "outside":
            return {"head": Region("phone_head", head.view), "now": Region("outside", head.view), "agenda": lines}
        case "wall":
            main = Region("wall_main", _now(meeting, words, inside=False, with_hall=True))
            return {"head": Region("wall_head", head.view), "main": main}
        case "lectern":
            return {"main": Region("lectern", _now(meeting, words, inside=False))}
        case "public":
            return {
                "head": Region("public_head", head.view),
                "now": Region("public_now", _now(meeting, words, inside=False, with_hall=True)),
                "votes": Region("public_votes", votes(meeting, words, inside=False)),
                "agenda": Region("public_agenda", lines.view),
            }
        case _:
            assert_never(audience)


def personal(meeting: Meeting, words: Words, person: str) -> dict[str, Region]:
    """Draw what only this person may see."""
    return {
        "ballot": Region("ballot", mine.my_ballot(meeting, words, person)),
        "mine": Region("mine", mine.mine(meeting, words, person)),
    }


def votes(meeting: Meeting, words: Words, *, inside: bool, most: int = 8) -> Votes:
    """List the ballots that have been closed, the newest first; none of an item that is closed to this audience."""
    made: list[Voted] = []
    for key in meeting.order:
        drawn = item.draw_item(meeting, meeting.items[key], words, inside=inside)
        made += [
            Voted(drawn.paragraph, drawn.title, drawn.outcome, drawn.by_minority, question)
            for question in drawn.questions
            if question.ballot and not question.ballot.open
        ]
    return Votes(tuple(made[::-1][:most]))


def _count(meeting: Meeting, words: Words, *, inside: bool) -> item.BallotNow | None:
    """How far the open ballot has come, for all who vote."""
    drawn = item.item_now(meeting, words, inside=inside)
    asked = drawn.question if drawn else None
    return asked.ballot if asked and asked.ballot and asked.ballot.open else None


def _may_open(meeting: Meeting) -> bool:
    """Whether an item may be chosen out of turn: between items, after the roll-call."""
    return meeting.stage == "open" and meeting.current is None and meeting.roll_called


def _presence(meeting: Meeting, words: Words) -> Presence:
    found = meeting.items.get(meeting.current or "")
    asked = found.questions[-1].number if found and found.questions else 0
    return Presence(roll.roll(meeting, words), meeting.stage, found.item if found else "", asked)


def _room(meeting: Meeting, words: Words) -> Now:
    """The room beside the item: seats, and who has come, left or serves."""
    held = _held(meeting)
    shown = hall.ballot(meeting, words, held) if held else hall.presence(meeting, words)
    return Now(meeting.stage, "", "", "", None, roll.roll(meeting, words), shown)


def _held(meeting: Meeting) -> Ballot | None:
    found = meeting.items.get(meeting.current or "")
    return found.questions[-1].ballot if found and found.questions else None


def _now(meeting: Meeting, words: Words, *, inside: bool, with_roll: bool = False, with_hall: bool = False) -> Now:
    drawn = item.item_now(meeting, words, inside=inside)
    held = _held(meeting) if drawn and drawn.questions else None
    shown = None
    if with_hall:
        shown = hall.ballot(meeting, words, held) if held else hall.presence(meeting, words)
    waiting = next((key for key in meeting.order if meeting.items[key].stage == "listed"), None)
    return Now(
        meeting.stage,
        words.starts,
        words.snapshot.body,
        words.snapshot.place,
        drawn,
        roll.roll(meeting, words) if with_roll else None,
        shown,
        words.item(waiting).title_for(inside=inside) if waiting else "",
        bool(drawn and drawn.speaker),
    )
