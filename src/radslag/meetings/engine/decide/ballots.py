"""The open named vote: opened, cast, closed, and the casting vote on a tie (KL 4:24–25, 5:54–56)."""

from __future__ import annotations

from typing import assert_never

from radslag.law.kommunallagen import k04_fortroendevalda as members
from radslag.law.kommunallagen import k05_beslut as law
from radslag.law.rule import require
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.questions import live_question
from radslag.meetings.engine.quorum import require_quorum
from radslag.meetings.engine.serving import serves, taking_part
from radslag.meetings.engine.state import Ballot, Item, Meeting, Question
from radslag.meetings.engine.tally import count, outcome


def decide(
    meeting: Meeting, command: c.OpenBallot | c.CloseBallot | c.GiveCastingVote, actor: c.Actor
) -> list[e.Event]:
    """Judge the opening and the close of a ballot, and the casting vote."""
    item = meeting.items[meeting.current or ""]
    match command:
        case c.OpenBallot():
            return _open(meeting, item, actor)
        case c.CloseBallot():
            question, ballot = _of(item)
            if ballot.closed:
                raise Misplaced("Omröstningen är redan stängd.")
            return _close(meeting, item, question, ballot)
        case c.GiveCastingVote():
            return _casting_vote(meeting, item, command)
        case _:
            assert_never(command)


def cast(meeting: Meeting, command: c.CastVote) -> list[e.Event]:
    """Judge one vote; it may be changed until the ballot closes. Stands alone because it must be quick."""
    if command.item != meeting.current:
        raise Misplaced("Rösten gäller ett ärende som inte är uppe nu.")
    item = meeting.items[command.item]
    question = item.questions[-1] if item.questions else None
    if question is None or question.number != command.question:
        raise Misplaced("Rösten gäller en fråga som inte är uppe nu.")
    ballot = question.ballot
    if ballot is None:
        raise Misplaced("Omröstningen är inte öppnad.")
    if ballot.closed:
        raise Misplaced("Omröstningen är stängd. Rösten räknas inte.", "Säg till ordföranden om något blev fel.")
    if command.voter not in ballot.electorate or not serves(meeting, command.voter):
        _refuse(meeting, item, command.voter)
    if command.choice != "abstain" and command.voter in item.declined:
        raise Misplaced("Du har sagt att du inte deltar i beslutet.")
    return [e.VoteCast(command.item, command.question, command.voter, command.choice)]


def _refuse(meeting: Meeting, item: Item, voter: str) -> None:
    require(
        members.may_vote,
        serving=serves(meeting, voter),
        present=voter in meeting.present,
        recused=voter in item.recused,
    )
    raise Misplaced("Personen kom sedan omröstningen öppnats.", "Personen kan rösta i nästa fråga.")


def _open(meeting: Meeting, item: Item, actor: c.Actor) -> list[e.Event]:
    question = live_question(item)
    if question is None:
        raise Misplaced("Ingen proposition är ställd.", "Ställ proposition först.")
    if question.purpose != "urgency":
        # To agree that an item is taken up (5:52) is no vote on the election in it: all say yes or it falls.
        require(law.the_vote_may_be_open, kind=item.kind)
    if not question.demanded_by and question.purpose != "urgency":
        raise Misplaced("Ingen har begärt omröstning.", "Säg vad du finner, eller begär omröstning.")
    again: list[e.Event] = []
    if question.ballot:
        if not question.ballot.closed:
            raise Misplaced("Omröstningen är redan öppnad.")
        if not actor.reason:
            raise Misplaced("Omröstningen är stängd.", "Skriv varför den ska göras om.")
        again = [e.Noted(item.item, actor.reason)]
    require_quorum(meeting, item)
    return [*again, e.BallotOpened(item.item, question.number, roll(meeting, item))]


def roll(meeting: Meeting, item: Item) -> tuple[str, ...]:
    """Give those who vote, in the order of the roster with whoever presides last (standing orders)."""
    voters = taking_part(meeting, item)
    others = tuple(person for person in meeting.roster if person in voters and person != meeting.presiding)
    return (*others, meeting.presiding) if meeting.presiding in voters else others


def _close(meeting: Meeting, item: Item, question: Question, ballot: Ballot) -> list[e.Event]:
    sums = count(ballot)
    require(
        law.every_vote_is_accounted_for,
        electorate=ballot.electorate,
        accounted=ballot.electorate | frozenset(ballot.votes),
    )
    present = len(_present_at(meeting, item, question, ballot))
    right = kind_of(meeting.body_kind).minority_delays and not item.minority_used and item.kind != "election"
    side, by_minority = outcome(question, sums, present=present, minority_right=right)
    return [
        e.BallotClosed(
            item.item, question.number, sums.yes, sums.no, sums.abstain, sums.not_voting, present, side, by_minority
        )
    ]


def _present_at(meeting: Meeting, item: Item, question: Question, ballot: Ballot) -> frozenset[str]:
    """Give those present at the vote (5:50): who could vote and is still here, or had answered before leaving.

    That an unannounced item is taken up takes everyone who is present (5:52), also who came while it was asked.
    """
    here = taking_part(meeting, item)
    return (here if question.purpose == "urgency" else ballot.electorate & here) | frozenset(ballot.votes)


def _casting_vote(meeting: Meeting, item: Item, command: c.GiveCastingVote) -> list[e.Event]:
    question, ballot = _of(item)
    if not ballot.closed or ballot.sums is None:
        raise Misplaced("Omröstningen är öppen.", "Stäng omröstningen först.")
    require(law.the_chair_has_the_casting_vote, yes=ballot.sums[0], no=ballot.sums[1], kind=item.kind)
    if question.casting_vote:
        raise Misplaced("Utslagsrösten är redan given.")
    if meeting.presiding is None:
        raise Misplaced("Ingen leder sammanträdet.", "Lämna över ordförandeskapet till någon.")
    return [e.CastingVoteGiven(item.item, question.number, meeting.presiding, command.side)]


def _of(item: Item) -> tuple[Question, Ballot]:
    question = live_question(item)
    if question is None or question.ballot is None:
        raise Misplaced("Ingen omröstning är öppnad.")
    return question, question.ballot
