"""Notice, opening, breaks and the close."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from radslag.meetings.engine import events as e
from radslag.meetings.engine import terms as t
from radslag.meetings.engine.state import Item, Meeting, Stamp

Sitting = (
    e.NoticeIssued | e.LateNoticeIssued | e.ItemAdded | e.ItemStruck | e.Summoned | e.MeetingOpened | e.RosterFixed
    | e.AdjustersChosen | e.MeetingAdjourned | e.MeetingResumed | e.MeetingClosed | e.Corrected
)  # fmt: skip


def evolve(meeting: Meeting, event: Sitting, stamp: Stamp) -> Meeting:
    """Keep what happened to the sitting as a whole."""
    match event:
        case e.NoticeIssued():
            return replace(
                _with_items(meeting, event.items, announced=True),
                stage="called",
                body_kind=event.body_kind,
                meeting_date=event.meeting_date,
                notice_posted_on=event.posted_on,
            )
        case e.LateNoticeIssued():
            return _with_items(meeting, event.items, announced=True)
        case e.ItemAdded():
            return _with_items(meeting, (event.item,), announced=False)
        case e.ItemStruck():
            struck = replace(meeting.items[event.item], stage="closed", outcome="struck")
            return replace(meeting, items={**meeting.items, event.item: struck})
        case e.Summoned():
            return replace(meeting, summoned=meeting.summoned | frozenset(event.persons))
        case e.MeetingOpened():
            return replace(
                meeting,
                stage="open",
                sitting_day=event.sitting_day,
                ruleset=event.ruleset,
                body_kind=event.body_kind,
                seats=event.seats,
                next_paragraph=event.first_paragraph,
                pause_seconds=event.pause_seconds,
                opened_at=stamp.at,
                day_began_at=stamp.at,
            )
        case e.RosterFixed():
            return replace(meeting, roster={seat.person: seat for seat in event.seats}, roster_text=event.text)
        case e.AdjustersChosen():
            return replace(meeting, adjusters=event.persons, approve_on=event.approve_on)
        case e.MeetingAdjourned():
            return replace(meeting, stage="adjourned", adjourned_at=stamp.at, speaker=None, speaker_since=None)
        case e.MeetingResumed():
            return _resumed(meeting, event, stamp)
        case e.MeetingClosed():
            spells = tuple(spell if spell.until else replace(spell, until=stamp.at) for spell in meeting.spells)
            return replace(meeting, stage="closed", closed_at=stamp.at, spells=spells)
        case e.Corrected():
            return replace(meeting, corrected=(*meeting.corrected, event.number))
        case _:
            assert_never(event)


def _with_items(meeting: Meeting, listed: tuple[t.ListedItem, ...], *, announced: bool) -> Meeting:
    added = {
        one.item: Item(
            item=one.item,
            matter=one.matter,
            kind=one.kind,
            announced=announced,
            exercise_of_authority=one.exercise_of_authority,
            minority_used=one.minority_used,
        )
        for one in listed
    }
    return replace(meeting, items={**meeting.items, **added}, order=(*meeting.order, *added))


def _resumed(meeting: Meeting, event: e.MeetingResumed, stamp: Stamp) -> Meeting:
    if event.sitting_day == meeting.sitting_day:
        return replace(meeting, stage="open")
    ended = meeting.adjourned_at or stamp.at
    return replace(
        meeting,
        stage="open",
        present={},
        spells=tuple(spell if spell.until else replace(spell, until=ended) for spell in meeting.spells),
        serving={},
        sitting_day=event.sitting_day,
        ruleset=event.ruleset,
        roll_called=False,
        day_began_at=stamp.at,
        locked_out=frozenset(),
    )
