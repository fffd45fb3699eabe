"""Counting a ballot: the sums, and which side has it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from radslag.law.kommunallagen import k05_beslut as law
from radslag.meetings.engine.state import Ballot, Question
from radslag.meetings.engine.terms import Side

DELAYS = frozenset({"refer_back", "postpone"})


@dataclass(frozen=True)
class Sums:
    """Together they are always the whole electorate."""

    yes: int
    no: int
    abstain: int
    not_voting: int


def count(ballot: Ballot) -> Sums:
    """Count the votes; whoever has not voted is counted as such."""
    by_choice = Counter(ballot.votes.values())
    yes, no, abstain = by_choice["yes"], by_choice["no"], by_choice["abstain"]
    return Sums(yes, no, abstain, len(ballot.electorate) - yes - no - abstain)


def majority(sums: Sums) -> Side | None:
    """Give the side with more votes, or None on a tie (KL 5:55)."""
    if law.is_carried(yes=sums.yes, no=sums.no):
        return "yes"
    return "no" if law.is_carried(yes=sums.no, no=sums.yes) else None


def delaying_side(question: Question) -> Side | None:
    """Give the side that means postponement or referral back, if either does."""
    if question.yes in DELAYS:
        return "yes"
    return "no" if question.no in DELAYS else None


def outcome(question: Question, sums: Sums, *, present: int, minority_right: bool) -> tuple[Side | None, bool]:
    """Give the side that has it (None on a tie) and whether only a minority's right made it so.

    ``present`` is P at the close. ``minority_right`` says that a third can delay this item now (KL 5:50).
    """
    if question.purpose == "urgency":
        return ("yes" if law.all_present_agree(agreeing=sums.yes, present=present) else "no"), False
    side = majority(sums)
    delaying = delaying_side(question)
    if delaying is None or side == delaying:
        return side, False
    asking = sums.yes if delaying == "yes" else sums.no
    if minority_right and law.minority_can_refer_back(asking=asking, present=present, minority_used=False):
        return delaying, True
    return side, False
