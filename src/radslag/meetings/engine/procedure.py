"""The procedure of a meeting: ``decide`` judges what is asked, ``evolve`` keeps what happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine import undoing
from radslag.meetings.engine.decide import attendance, ballots, calling, debate, items, mending, propositions, sittings
from radslag.meetings.engine.evolve import attendance as who
from radslag.meetings.engine.evolve import items as dealt
from radslag.meetings.engine.evolve import sittings as sat
from radslag.meetings.engine.evolve import voting
from radslag.meetings.engine.protocol import check
from radslag.meetings.engine.state import Meeting, Stamp


def decide(meeting: Meeting, command: c.Command, actor: c.Actor, at: datetime) -> list[e.Event]:
    """Give what happens when the actor asks for this now (``at``: when it happens, aware).

    Raises ``Refused`` or ``NeedsReason`` when the law stands in the way and ``Misplaced`` when it is no question of
    law: wrong stage, unknown item, somebody else's act.
    """
    check(meeting, command, actor)
    match command:
        case c.CastVote():
            return ballots.cast(meeting, command)
        case c.OpenBallot() | c.CloseBallot() | c.GiveCastingVote():
            return ballots.decide(meeting, command, actor)
        case c.PutProposition() | c.Find() | c.DemandVote() | c.WithdrawDemand() | c.DeclineToDecide() | c.Gavel():
            return propositions.decide(meeting, command, at)
        case c.RequestFloor() | c.WithdrawFloor() | c.StartSpeaker() | c.StopSpeaker():
            return debate.decide_floor(meeting, command)
        case c.MakeMotion() | c.SupportMotion() | c.WithdrawMotion() | c.CloseDebate() | c.ReopenDebate():
            return debate.decide(meeting, command)
        case c.OpenItem() | c.DeclareRecusal() | c.DecideRecusal() | c.MakeReservation() | c.CloseItem() | c.Note():
            return items.decide(meeting, command)
        case (
            c.RegisterArrival() | c.RegisterLeave() | c.CallRoll() | c.SeatSubstitute() | c.StandDown()
            | c.HandOverChair() | c.ChooseAdjusters()
        ):  # fmt: skip
            return attendance.decide(meeting, command, actor)
        case c.IssueNotice() | c.IssueLateNotice() | c.Summon() | c.AddItem() | c.StrikeItem():
            return calling.decide(meeting, command)
        case c.OpenMeeting() | c.Adjourn() | c.Resume() | c.CloseMeeting():
            return sittings.decide(meeting, command, actor)
        case c.Undo() | c.Correct():
            return mending.decide(meeting, command, actor, at)
        case _:
            assert_never(command)


def evolve(meeting: Meeting, event: e.Event, stamp: Stamp) -> Meeting:
    """Give the picture after the event. Never asks the law: an amended statute cannot change last year's meeting."""
    if isinstance(event, e.VoteCast):
        return voting.swapped(voting.cast(meeting, event), version=stamp.number)
    after = replace(_kept(meeting, event, stamp), version=stamp.number, last_act=stamp.act)
    return after if isinstance(event, e.Undone) else undoing.remembered(meeting, after, event, stamp)


def replay(happened: Iterable[tuple[e.Event, Stamp]], start: Meeting | None = None) -> Meeting:
    """Give the picture after everything that happened."""
    meeting = start or Meeting()
    for event, stamp in happened:
        meeting = evolve(meeting, event, stamp)
    return meeting


def _kept(meeting: Meeting, event: e.Event, stamp: Stamp) -> Meeting:
    match event:
        case e.VoteCast():
            return voting.cast(meeting, event)
        case (
            e.ChairFound() | e.VoteDemanded() | e.VoteDemandWithdrawn() | e.BallotOpened() | e.BallotClosed()
            | e.CastingVoteGiven() | e.Gavelled()
        ):  # fmt: skip
            return voting.evolve(meeting, event, stamp)
        case e.PropositionPut():
            return voting.put(meeting, event, stamp)
        case e.FloorRequested() | e.FloorWithdrawn() | e.SpeakerStarted() | e.SpeakerStopped():
            return dealt.evolve_floor(meeting, event, stamp)
        case (
            e.ItemOpened() | e.RecusalDeclared() | e.RecusalDecided() | e.MotionMade() | e.MotionSupported()
            | e.MotionWithdrawn() | e.DebateClosed() | e.DebateReopened() | e.ItemDecided() | e.ReservationMade()
            | e.ItemClosed() | e.DeclinedToDecide()
        ):  # fmt: skip
            return dealt.evolve(meeting, event, stamp)
        case (
            e.PersonArrived() | e.PersonLeft() | e.RollCalled() | e.SubstituteSeated() | e.SubstituteStoodDown()
            | e.PresidingChanged()
        ):  # fmt: skip
            return who.evolve(meeting, event, stamp)
        case (
            e.NoticeIssued() | e.LateNoticeIssued() | e.ItemAdded() | e.ItemStruck() | e.Summoned()
            | e.MeetingOpened() | e.RosterFixed() | e.AdjustersChosen() | e.MeetingAdjourned() | e.MeetingResumed()
            | e.MeetingClosed() | e.Corrected()
        ):  # fmt: skip
            return sat.evolve(meeting, event, stamp)
        case e.Undone():
            act = next(one for one in meeting.undoable if event.number in one.numbers)
            return undoing.taken_back(meeting, act)
        case e.AdviceSetAside() | e.Noted():
            return meeting
        case _:
            assert_never(event)
