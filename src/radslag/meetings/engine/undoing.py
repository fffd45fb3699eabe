"""Taking an act back within ten seconds, while nothing has been built on it (INVARIANTS 12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

from radslag.meetings.engine import events as e
from radslag.meetings.engine.state import Item, Meeting, Stamp, Undoable

REGRET = timedelta(seconds=10)
KEPT = 12
"""How many acts are remembered at most; older than ten seconds they are forgotten anyway."""

CAN_BE_TAKEN_BACK = (
    e.SpeakerStarted, e.SpeakerStopped, e.FloorRequested, e.FloorWithdrawn, e.PersonArrived, e.PersonLeft,
    e.SubstituteSeated, e.SubstituteStoodDown, e.ItemOpened, e.BallotOpened,
)  # fmt: skip
FOLLOWS = (e.PresidingChanged, e.AdviceSetAside)
"""What may follow from such an act and is taken back with it."""


class BuiltUpon(Exception):
    """Another act has already built on what is to be taken back."""


def remembered(before: Meeting, after: Meeting, event: e.Event, stamp: Stamp) -> Meeting:
    """Give the picture after the event, with the act remembered if it may be taken back and forgotten if not."""
    last = after.undoable[-1] if after.undoable else None
    same_act = last is not None and last.act == stamp.act and stamp.act != ""
    began_otherwise = not same_act and stamp.act != "" and before.last_act == stamp.act
    if began_otherwise or not isinstance(event, CAN_BE_TAKEN_BACK + (FOLLOWS if same_act else ())):
        return replace(after, undoable=after.undoable[:-1]) if same_act else after
    bare = replace(after, undoable=())
    if same_act and last is not None:
        grown = replace(last, numbers=(*last.numbers, stamp.number), after=bare)
        return replace(after, undoable=(*after.undoable[:-1], grown))
    fresh = tuple(one for one in after.undoable if stamp.at - one.at <= REGRET)[-KEPT + 1 :]
    made = Undoable((stamp.number,), stamp.by, stamp.act, stamp.at, replace(before, undoable=()), bare)
    return replace(after, undoable=(*fresh, made))


def last_of(meeting: Meeting, person: str, number: int | None = None) -> Undoable | None:
    """Find the act that is to be taken back: the one with that entry, or the last one of the person."""
    mine = [one for one in meeting.undoable if (number in one.numbers if number else one.by == person)]
    return mine[-1] if mine else None


def taken_back(meeting: Meeting, act: Undoable) -> Meeting:
    """Give the picture as if the act had not been. Raises :class:`BuiltUpon` when that cannot be."""
    left = tuple(one for one in meeting.undoable if one is not act and one != act)
    skip = frozenset({"version", "undoable", "last_act", "items"})
    same: dict[str, Any] = {"undoable": left, "items": _items(act.before.items, act.after.items, meeting.items)}
    return replace(meeting, **same, **_parts(act.before, act.after, meeting, skip))


def _parts(before: Any, after: Any, now: Any, skip: frozenset[str]) -> dict[str, Any]:
    """Give the fields that the act changed, as they were before. Lists and tables are merged, one line at a time."""
    back: dict[str, Any] = {}
    for field in fields(before):
        was, became = getattr(before, field.name), getattr(after, field.name)
        if field.name not in skip and was != became:
            back[field.name] = _merged(was, became, getattr(now, field.name))
    return back


def _merged(was: Any, became: Any, now: Any) -> Any:
    if now == became:
        return was
    if isinstance(was, tuple) and isinstance(became, tuple):
        added = [one for one in became if one not in was]
        if any(one not in now for one in added):
            raise BuiltUpon
        removed = tuple(one for one in was if one not in became)
        return (*removed, *(one for one in now if one not in added))
    if isinstance(was, Mapping):
        return _lines(was, became, now)
    raise BuiltUpon


def _lines(was: Mapping[str, Any], became: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    back = dict(now)
    for key in {*was, *became}:
        if was.get(key) == became.get(key):
            continue
        if now.get(key) != became.get(key):
            raise BuiltUpon
        back.pop(key, None)
        if key in was:
            back[key] = was[key]
    return back


def _items(was: Mapping[str, Item], became: Mapping[str, Item], now: Mapping[str, Item]) -> Mapping[str, Item]:
    """Take back what the act did to items: the floor list line by line, everything else as a whole."""
    back = dict(now)
    for key, item in became.items():
        before = was[key]
        if before == item:
            continue
        only_the_floor = replace(before, queue=()) == replace(item, queue=())
        if not only_the_floor and now[key] != item:
            raise BuiltUpon
        queue = _merged(before.queue, item.queue, now[key].queue)
        back[key] = replace(now[key], queue=queue) if only_the_floor else before
    return back
