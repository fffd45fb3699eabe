"""The one green button: the next lawful step as it is shown, or why it is not lawful now. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from radslag.law.rule import NeedsReason, Refused
from radslag.meetings.engine.next_step import Step, next_step
from radslag.meetings.engine.state import Meeting
from radslag.meetings.screens.hall import in_groups
from radslag.meetings.screens.picture import NextStep
from radslag.meetings.screens.words import Words, holders

REGRET = timedelta(seconds=10)
"""How long an act may be taken back (INVARIANTS 12)."""


OF_THE_SECRETARY = frozenset({"issue_notice", "summon", "choose_adjusters", "start_speaker"})
"""Steps that the secretary may take for the meeting; the others are taken by whoever presides."""


def next_step_now(meeting: Meeting, words: Words, at: datetime, *, leads: bool = True) -> NextStep:
    """Draw the next step; ``leads`` says whether whoever looks is the one who presides."""
    step = next_step(meeting, at)
    last = meeting.undoable[-1] if meeting.undoable else None
    ours = last is not None and (last.by == meeting.presiding) == leads
    undo_until = last.at + REGRET if last and ours and at - last.at < REGRET else None
    has_speaker = meeting.speaker is not None
    if step is None:
        return NextStep("", "", "", "", stage=meeting.stage, has_speaker=has_speaker)
    no = None if step.waits else step.blocked
    return NextStep(
        step.act,
        step.label,
        step.section,
        step.after,
        fields=_fields(step),
        refused=no.rule.says if isinstance(no, Refused) else no.says if no else "",
        refused_section=no.section if isinstance(no, Refused) else "",
        instead=no.rule.instead if isinstance(no, Refused) else no.instead if no else "",
        facts=tuple(no.facts.items()) if isinstance(no, Refused) else (),
        advice=isinstance(no, NeedsReason),
        undo_until=undo_until,
        stage=meeting.stage if leads else "",
        has_speaker=has_speaker,
        from_time=at + timedelta(seconds=step.waits) if step.waits else None,
        yours=leads or step.act in OF_THE_SECRETARY,
        people=_may_adjust(meeting, words) if step.act == "choose_adjusters" else (),
        approve_on=(meeting.sitting_day + timedelta(days=7)).isoformat() if meeting.sitting_day else "",
    )


def _fields(step: Step) -> tuple[tuple[str, str], ...]:
    """Give the fields that the button sends along."""
    if step.act == "open_item" and step.item:
        return (("item", step.item),)
    person = getattr(step.command, "person", None)
    return (("person", str(person)),) if step.act == "start_speaker" and person else ()


def _may_adjust(meeting: Meeting, words: Words) -> tuple[tuple[str, str], ...]:
    """Those who serve and do not preside, by group, so that two groups are suggested."""
    sitting = holders(meeting)
    serving = [
        (holder, words.name(holder))
        for _, seats in in_groups(meeting, words)
        for seat in seats
        if (holder := sitting.get(seat.person)) and holder != meeting.presiding
    ]
    first_of: dict[str, tuple[str, str]] = {}
    for person, name in serving:
        first_of.setdefault(words.party(person), (person, name))
    lead = list(first_of.values())[:2]
    return tuple(lead + [one for one in serving if one not in lead])
