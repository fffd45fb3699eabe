"""Questions, the chair's finding, ballots and the gavel."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, assert_never

from radslag.meetings.engine import events as e
from radslag.meetings.engine.state import Ballot, Item, Meeting, Question, Stamp

Answering = (
    e.ChairFound | e.VoteDemanded | e.VoteDemandWithdrawn | e.BallotOpened | e.BallotClosed | e.CastingVoteGiven
    | e.Gavelled
)  # fmt: skip
T = TypeVar("T", Meeting, Item, Question, Ballot)


def put(meeting: Meeting, event: e.PropositionPut, stamp: Stamp) -> Meeting:
    """Keep a new question."""
    question = Question(event.question, event.purpose, event.yes, event.no, stamp.at)
    item = meeting.items[event.item]
    item = replace(item, questions=(*item.questions, question))
    return replace(meeting, items={**meeting.items, event.item: item})


def evolve(meeting: Meeting, event: Answering, stamp: Stamp) -> Meeting:
    """Keep what came of a question."""
    item = meeting.items[event.item]
    questions = tuple(
        _answered(question, event, stamp) if question.number == event.question else question
        for question in item.questions
    )
    if isinstance(event, e.Gavelled):
        questions = tuple(
            replace(question, declined=item.declined) if question.number == event.question else question
            for question in questions
        )
    return replace(meeting, items={**meeting.items, event.item: replace(item, questions=questions)})


def _answered(question: Question, event: Answering, stamp: Stamp) -> Question:
    match event:
        case e.ChairFound():
            return replace(question, found=event.side, found_at=stamp.at)
        case e.VoteDemanded():
            return replace(question, demanded_by=(*question.demanded_by, event.person))
        case e.VoteDemandWithdrawn():
            return replace(question, demanded_by=tuple(p for p in question.demanded_by if p != event.person))
        case e.BallotOpened():
            return replace(question, ballot=Ballot(frozenset(event.electorate), stamp.at), casting_vote=None)
        case e.BallotClosed():
            closed = replace(
                question.ballot or Ballot(frozenset(), stamp.at),
                closed=True,
                sums=(event.yes, event.no, event.abstain, event.not_voting),
                present=event.present,
                outcome=event.outcome,
                by_minority=event.by_minority,
            )
            return replace(question, ballot=closed)
        case e.CastingVoteGiven():
            return replace(question, casting_vote=(event.person, event.side))
        case e.Gavelled():
            return replace(question, settled=event.side, how=event.how, took_part=frozenset(event.took_part))
        case _:
            assert_never(event)


def cast(meeting: Meeting, event: e.VoteCast) -> Meeting:
    """Keep a vote, or a changed one. The most frequent act of all: copies as little as it can."""
    item = meeting.items[event.item]
    last = item.questions[-1]
    question = last if last.number == event.question else item.questions[event.question - 1]
    ballot = question.ballot
    if ballot is None:
        raise ValueError("a vote was cast in a ballot that was never opened")
    votes = {**ballot.votes, event.voter: event.choice}
    voted = swapped(question, ballot=swapped(ballot, votes=votes))
    questions = tuple(voted if one is question else one for one in item.questions)
    return swapped(meeting, items={**meeting.items, event.item: swapped(item, questions=questions)})


def swapped(thing: T, **fields: object) -> T:
    """Copy a frozen picture with some fields changed: ``dataclasses.replace`` without running the constructor."""
    copy = object.__new__(type(thing))
    copy.__dict__.update(thing.__dict__, **fields)
    return copy
