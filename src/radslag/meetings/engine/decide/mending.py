"""Undo within ten seconds, and corrections (INVARIANTS 12)."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine import undoing
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.serving import current_item
from radslag.meetings.engine.state import Meeting, Undoable


def decide(meeting: Meeting, command: c.Undo | c.Correct, actor: c.Actor, at: datetime) -> list[e.Event]:
    """Judge whether something can be taken back or corrected."""
    match command:
        case c.Undo():
            return _undo(meeting, command, actor, at)
        case c.Correct():
            if not 0 < command.number <= meeting.version:
                raise Misplaced("Det finns ingen sådan anteckning att rätta.")
            return [e.Corrected(command.number, command.text)]
        case _:
            assert_never(command)


def _undo(meeting: Meeting, command: c.Undo, actor: c.Actor, at: datetime) -> list[e.Event]:
    act = undoing.last_of(meeting, actor.person, command.number)
    if act is None:
        raise Misplaced("Det går inte att ångra.", "Skriv en rättelse i stället.")
    if act.by != actor.person:
        raise Misplaced("Bara den som gjorde det kan ångra.", "Be personen, eller skriv en rättelse.")
    if at - act.at > undoing.REGRET:
        raise Misplaced("Det har gått mer än tio sekunder.", "Skriv en rättelse i stället.")
    try:
        if _has_acted_since(meeting, act):
            raise undoing.BuiltUpon
        undoing.taken_back(meeting, act)
    except undoing.BuiltUpon as built:
        raise Misplaced("Något annat har redan hänt som bygger på det.", "Skriv en rättelse i stället.") from built
    return [e.Undone(act.numbers[0])]


def _has_acted_since(meeting: Meeting, act: Undoable) -> bool:
    """Say whether someone who came, or stepped in, by the act has since asked for the floor, moved or may vote."""
    came = (frozenset(act.after.present) - frozenset(act.before.present)) | (
        frozenset(act.after.serving) - frozenset(act.before.serving)
    )
    item = current_item(meeting)
    if item is None or not came:
        return False
    question = item.questions[-1] if item.questions else None
    acted = {waiting.person for waiting in item.queue} | {motion.by for motion in item.motions}
    acted |= question.ballot.electorate if question and question.ballot and not question.ballot.closed else set()
    return bool(came & (acted | {meeting.speaker}))
