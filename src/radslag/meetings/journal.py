"""How what happened at a meeting is written down: names that never change, facts as plain JSON.

Code may be renamed, the archive may not. A new shape of an event gets a new number (``/2``) and the old one is read
with a pure function that lifts it; rows that are written are never rewritten.
"""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from radslag.meetings.engine import events as e

SHAPES: dict[str, type] = {
    "meeting.notice_issued/1": e.NoticeIssued,
    "meeting.late_notice_issued/1": e.LateNoticeIssued,
    "meeting.item_added/1": e.ItemAdded,
    "meeting.item_struck/1": e.ItemStruck,
    "meeting.summoned/1": e.Summoned,
    "meeting.meeting_opened/1": e.MeetingOpened,
    "meeting.roster_fixed/1": e.RosterFixed,
    "meeting.person_arrived/1": e.PersonArrived,
    "meeting.person_left/1": e.PersonLeft,
    "meeting.roll_called/1": e.RollCalled,
    "meeting.substitute_seated/1": e.SubstituteSeated,
    "meeting.substitute_stood_down/1": e.SubstituteStoodDown,
    "meeting.presiding_changed/1": e.PresidingChanged,
    "meeting.adjusters_chosen/1": e.AdjustersChosen,
    "meeting.item_opened/1": e.ItemOpened,
    "meeting.recusal_declared/1": e.RecusalDeclared,
    "meeting.recusal_decided/1": e.RecusalDecided,
    "meeting.floor_requested/1": e.FloorRequested,
    "meeting.floor_withdrawn/1": e.FloorWithdrawn,
    "meeting.speaker_started/1": e.SpeakerStarted,
    "meeting.speaker_stopped/1": e.SpeakerStopped,
    "meeting.motion_made/1": e.MotionMade,
    "meeting.motion_supported/1": e.MotionSupported,
    "meeting.motion_withdrawn/1": e.MotionWithdrawn,
    "meeting.debate_closed/1": e.DebateClosed,
    "meeting.debate_reopened/1": e.DebateReopened,
    "meeting.proposition_put/1": e.PropositionPut,
    "meeting.chair_found/1": e.ChairFound,
    "meeting.vote_demanded/1": e.VoteDemanded,
    "meeting.vote_demand_withdrawn/1": e.VoteDemandWithdrawn,
    "meeting.ballot_opened/1": e.BallotOpened,
    "meeting.vote_cast/1": e.VoteCast,
    "meeting.ballot_closed/1": e.BallotClosed,
    "meeting.casting_vote_given/1": e.CastingVoteGiven,
    "meeting.declined_to_decide/1": e.DeclinedToDecide,
    "meeting.gavelled/1": e.Gavelled,
    "meeting.item_decided/1": e.ItemDecided,
    "meeting.reservation_made/1": e.ReservationMade,
    "meeting.item_closed/1": e.ItemClosed,
    "meeting.meeting_adjourned/1": e.MeetingAdjourned,
    "meeting.meeting_resumed/1": e.MeetingResumed,
    "meeting.meeting_closed/1": e.MeetingClosed,
    "meeting.undone/1": e.Undone,
    "meeting.corrected/1": e.Corrected,
    "meeting.advice_set_aside/1": e.AdviceSetAside,
    "meeting.noted/1": e.Noted,
}
"""Every name that has ever been written, and the shape its facts are read into."""

NAMES: dict[type, str] = {shape: name for name, shape in SHAPES.items()}
"""The name that an event is written under today."""


class Unnamed(AssertionError):
    """An event has no permanent name, so nothing may start."""


def write_down(event: e.Event) -> tuple[str, dict[str, Any]]:
    """Give the permanent name of the event and its facts as JSON types."""
    return NAMES[type(event)], msgspec.json.decode(msgspec.json.encode(event))


def read_back(kind: str, facts: dict[str, Any]) -> e.Event:
    """Give the event of a permanent name. Raises ``KeyError`` on an unknown name, ``ValidationError`` on odd facts."""
    event: e.Event = msgspec.convert(facts, SHAPES[kind])
    return event


def refuse_unnamed(events: tuple[type, ...] = get_args(e.Event)) -> None:
    """Raise :class:`Unnamed` if an event has no permanent name. Asked when the module is read."""
    missing = [event.__name__ for event in events if event not in NAMES]
    if missing:
        raise Unnamed(f"These events have no permanent name: {', '.join(missing)}")


refuse_unnamed()
