"""The items: opened, debated, recused from, decided, reserved against, closed."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from radslag.meetings.engine import events as e
from radslag.meetings.engine.state import Item, Meeting, Motion, Stamp, Waiting

Dealing = (
    e.ItemOpened | e.RecusalDeclared | e.RecusalDecided | e.MotionMade | e.MotionSupported | e.MotionWithdrawn
    | e.DebateClosed | e.DebateReopened | e.ItemDecided | e.ReservationMade | e.ItemClosed | e.DeclinedToDecide
)  # fmt: skip
Floor = e.FloorRequested | e.FloorWithdrawn | e.SpeakerStarted | e.SpeakerStopped


def evolve(meeting: Meeting, event: Dealing, stamp: Stamp) -> Meeting:
    """Keep what happened to one item."""
    item = changed(meeting.items[event.item], event, stamp)
    items = {**meeting.items, event.item: item}
    match event:
        case e.ItemOpened():
            return replace(meeting, items=items, current=event.item, next_paragraph=event.paragraph + 1)
        case e.DebateClosed():
            return replace(meeting, items=items, speaker=None, speaker_since=None)
        case e.ItemClosed():
            return replace(meeting, items=items, current=None, speaker=None, speaker_since=None)
        case _:
            return replace(meeting, items=items)


def changed(item: Item, event: Dealing, stamp: Stamp) -> Item:
    """Give the item as the event leaves it."""
    match event:
        case e.ItemOpened():
            return replace(item, stage="open", paragraph=event.paragraph, opened_at=stamp.at)
        case e.RecusalDeclared():
            return replace(item, declared=item.declared | {event.person})
        case e.RecusalDecided():
            recused = item.recused | {event.person} if event.recused else item.recused - {event.person}
            return replace(item, declared=item.declared - {event.person}, recused=recused)
        case e.MotionMade():
            made = Motion(event.label, event.kind, event.person, event.text, after=len(item.questions))
            return replace(item, motions=(*item.motions, made))
        case e.MotionSupported() | e.MotionWithdrawn():
            return replace(item, motions=tuple(_motion(motion, event) for motion in item.motions))
        case e.DebateClosed():
            return replace(item, stage="deciding", queue=())
        case e.DebateReopened():
            return replace(item, stage="open")
        case e.DeclinedToDecide():
            return replace(item, declined=item.declined | {event.person})
        case e.ItemDecided():
            return replace(
                item,
                stage="decided",
                outcome=event.outcome,
                winner=event.motion,
                by_minority=event.by_minority,
                minority_used=item.minority_used or event.by_minority,
            )
        case e.ReservationMade():
            return replace(item, reservations=(*item.reservations, event.person))
        case e.ItemClosed():
            return replace(item, stage="closed", queue=())
        case _:
            assert_never(event)


def _motion(motion: Motion, event: e.MotionSupported | e.MotionWithdrawn) -> Motion:
    if motion.label != event.label:
        return motion
    if isinstance(event, e.MotionWithdrawn):
        return replace(motion, withdrawn=True)
    return replace(motion, supporters=(*motion.supporters, event.person))


def evolve_floor(meeting: Meeting, event: Floor, stamp: Stamp) -> Meeting:
    """Keep the floor list and who speaks."""
    item = meeting.items[event.item]
    others = tuple(waiting for waiting in item.queue if waiting.person != event.person)
    match event:
        case e.FloorRequested():
            return _queue(meeting, item, (*item.queue, Waiting(event.person, event.kind, stamp.at)))
        case e.FloorWithdrawn():
            return _queue(meeting, item, others)
        case e.SpeakerStarted():
            speaking = replace(meeting, speaker=event.person, speaker_kind=event.kind, speaker_since=stamp.at)
            return _queue(speaking, item, others)
        case e.SpeakerStopped():
            return replace(meeting, speaker=None, speaker_since=None)
        case _:
            assert_never(event)


def _queue(meeting: Meeting, item: Item, queue: tuple[Waiting, ...]) -> Meeting:
    return replace(meeting, items={**meeting.items, item.item: replace(item, queue=queue)})
