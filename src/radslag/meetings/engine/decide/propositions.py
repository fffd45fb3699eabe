"""Propositions, the chair's finding, the demand for a vote and the gavel (KL 5:50, 5:52–54)."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, assert_never

from radslag.law.kommunallagen import k04_fortroendevalda as members
from radslag.law.kommunallagen import k05_beslut as law
from radslag.law.kommunallagen import k05_jav as recusal
from radslag.law.rule import require
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine import terms as t
from radslag.meetings.engine.evolve import voting as kept
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.questions import (
    YES_OR_NO,
    NextQuestion,
    decision,
    fallen,
    live_question,
    next_question,
    standing,
    untried_before_merits,
)
from radslag.meetings.engine.quorum import require_quorum
from radslag.meetings.engine.serving import takes_part, taking_part
from radslag.meetings.engine.state import Item, Meeting, Question, Stamp
from radslag.meetings.engine.tally import delaying_side

Asking = c.PutProposition | c.Find | c.DemandVote | c.WithdrawDemand | c.DeclineToDecide | c.Gavel
How = Literal["acclamation", "vote", "casting_vote", "minority"]
BEFORE_THE_MERITS = frozenset({"take_up", "decline", "decide_today", "refer_back", "postpone"})
WORDS = frozenset({"approve", "reject", "take_up", "decline", "decide_today", "refer_back", "postpone"})


def decide(meeting: Meeting, command: Asking, at: datetime) -> list[e.Event]:
    """Judge what concerns the questions of the open item."""
    item = meeting.items[meeting.current or ""]
    match command:
        case c.PutProposition():
            return _put(meeting, item, command)
        case c.Find():
            return _find(meeting, item, command)
        case c.DemandVote():
            return _demand(meeting, item, command)
        case c.WithdrawDemand():
            return _withdraw(item, command)
        case c.DeclineToDecide():
            return _decline(meeting, item, command)
        case c.Gavel():
            return _gavel(meeting, item, at)
        case _:
            assert_never(command)


def _put(meeting: Meeting, item: Item, command: c.PutProposition) -> list[e.Event]:
    require(law.a_proposition_can_be_put, debate_closed=item.stage == "deciding")
    if live_question(item):
        raise Misplaced("En proposition är redan ställd.", "Avgör den först.")
    require(recusal.disclosed_recusals_are_settled, undecided=len(item.declared))
    require_quorum(meeting, item)
    must = kind_of(meeting.body_kind).announced
    chosen = (
        _chosen(item, command, command.purpose, must)
        if command.purpose
        else next_question(item, must_be_announced=must)
    )
    if chosen is None:
        raise Misplaced("Alla frågor i ärendet är avgjorda.")
    return [e.PropositionPut(item.item, len(item.questions) + 1, chosen.purpose, chosen.yes, chosen.no)]


def _chosen(item: Item, command: c.PutProposition, purpose: t.Purpose, must_be_announced: bool) -> NextQuestion:
    """Read the question that the chair frames; refuses one that comes too early or has not two answers."""
    yes, no = YES_OR_NO.get(purpose, ("approve", "reject"))
    yes, no = command.yes or yes, command.no or no
    require(law.can_be_answered_yes_or_no, answers=len({yes, no}))
    known = WORDS | {motion.label for motion in standing(item)}
    if purpose != "order" and not {yes, no} <= known:
        raise Misplaced("Propositionen gäller ett yrkande som inte finns eller är återtaget.")
    if purpose in ("main", "counter", "addition") and {yes, no} & BEFORE_THE_MERITS:
        raise Misplaced("Sakfrågan kan inte ställas mot återremiss, bordläggning eller att ärendet inte tas upp.",
                        "Ställ den frågan för sig, före sakfrågan.")  # fmt: skip
    if purpose in ("main", "counter") and {yes, no} & fallen(item):
        raise Misplaced("Yrkandet har redan fallit.", "Ställ de yrkanden som står kvar mot varandra.")
    untried = untried_before_merits(item, must_be_announced=must_be_announced)
    if purpose in ("main", "counter", "addition") and untried:
        require(law.an_item_can_be_decided, announced=untried[0] != "urgency", urgent=True, agreeing=0, present=1)
        require(law.referral_is_tried_first, untried=len(untried))
    return NextQuestion(purpose, yes, no)


def _find(meeting: Meeting, item: Item, command: c.Find) -> list[e.Event]:
    question = _live(item)
    if question.ballot:
        raise Misplaced("Omröstningen avgör frågan.", "Stäng omröstningen och klubba utfallet.")
    require(law.the_gavel_can_confirm, vote_demanded=bool(question.demanded_by))
    if question.purpose == "urgency" and command.side == "yes":
        present = len(taking_part(meeting, item))
        require(law.an_item_can_be_decided, announced=False, urgent=True, agreeing=0, present=present)
    delaying = delaying_side(question)
    if delaying and command.side != delaying and a_third_asks(meeting, item, question):
        raise Misplaced(
            "Minst en tredjedel av de närvarande har begärt det. Det räcker enligt KL 5 kap. 50 §.",
            "Finn att ärendet bordläggs eller återremitteras.",
        )
    return [e.ChairFound(item.item, question.number, command.side)]


def a_third_asks(meeting: Meeting, item: Item, question: Question) -> bool:
    """Say whether a third of those present stand behind postponing or referring back, and may have it (KL 5:50)."""
    if not kind_of(meeting.body_kind).minority_delays:
        return False
    here = taking_part(meeting, item)
    behind = _behind_delay(item, question)
    return law.minority_can_refer_back(
        asking=len(behind & here), present=len(here), minority_used=item.minority_used,
        election=item.kind == "election",
    )  # fmt: skip


def _behind_delay(item: Item, question: Question) -> frozenset[str]:
    """Give whoever has moved or supports what the question would delay the item by."""
    wanted = "refer_back" if "refer_back" in (question.yes, question.no) else "postpone"
    motions = (motion for motion in standing(item) if motion.kind == wanted)
    return frozenset(person for motion in motions for person in (motion.by, *motion.supporters))


def _demand(meeting: Meeting, item: Item, command: c.DemandVote) -> list[e.Event]:
    question = live_question(item)
    require(law.a_vote_can_be_demanded, serving=takes_part(meeting, command.person),
            gavelled=bool(item.questions) and question is None, recused=command.person in item.recused)  # fmt: skip
    if question is None:
        raise Misplaced("Ingen proposition är ställd.", "Begär omröstning när ordföranden har ställt proposition.")
    if question.ballot:
        raise Misplaced("Omröstningen är redan öppnad.")
    if command.person in question.demanded_by:
        raise Misplaced("Personen har redan begärt omröstning.")
    return [e.VoteDemanded(item.item, question.number, command.person)]


def _withdraw(item: Item, command: c.WithdrawDemand) -> list[e.Event]:
    question = _live(item)
    if question.ballot:
        raise Misplaced("Omröstningen är redan öppnad.")
    if command.person not in question.demanded_by:
        raise Misplaced("Personen har inte begärt omröstning.")
    return [e.VoteDemandWithdrawn(item.item, question.number, command.person)]


def _decline(meeting: Meeting, item: Item, command: c.DeclineToDecide) -> list[e.Event]:
    committee = kind_of(meeting.body_kind).must_decide
    require(members.may_decline_to_decide, committee=committee, exercise_of_authority=item.exercise_of_authority)
    if not takes_part(meeting, command.person):
        raise Misplaced("Personen tjänstgör inte i ärendet.")
    if command.person in item.declined:
        raise Misplaced("Det är redan antecknat att personen inte deltar i beslutet.")
    question = live_question(item)
    if question and question.ballot and command.person in question.ballot.votes:
        raise Misplaced("Personen har redan röstat.", "Rösten kan ändras tills omröstningen stängs.")
    return [e.DeclinedToDecide(item.item, question.number if question else 0, command.person)]


def _gavel(meeting: Meeting, item: Item, at: datetime) -> list[e.Event]:
    question = _live(item)
    side, how = _answer(meeting, item, question, at)
    require_quorum(meeting, item)
    took_part = _took_part(meeting, item, question)
    fell = e.Gavelled(item.item, question.number, side, how, took_part)
    after = kept.evolve(meeting, fell, Stamp(meeting.version, at, "")).items[item.item]
    decided = decision(after, must_be_announced=kind_of(meeting.body_kind).announced)
    if decided is None:
        return [fell]
    return [fell, e.ItemDecided(item.item, decided.outcome, decided.motion, decided.by_minority)]


def _answer(meeting: Meeting, item: Item, question: Question, at: datetime) -> tuple[t.Side, How]:
    ballot = question.ballot
    if ballot is None:
        return _acclaimed(meeting, item, question, at)
    if not ballot.closed:
        raise Misplaced("Omröstningen är öppen.", "Stäng omröstningen först.")
    if item.recused & ballot.votes.keys():
        raise Misplaced("En jävig har röstat.", "Öppna omröstningen på nytt, med skälet skrivet.")
    if ballot.outcome:
        return ballot.outcome, "minority" if ballot.by_minority else "vote"
    require(members.may_abstain, presiding=True, needed_to_settle=question.casting_vote is None)
    return (question.casting_vote or ("", "no"))[1], "casting_vote"


def _acclaimed(meeting: Meeting, item: Item, question: Question, at: datetime) -> tuple[t.Side, How]:
    require(law.the_gavel_can_confirm, vote_demanded=bool(question.demanded_by))
    if question.found is None or question.found_at is None:
        raise Misplaced("Du har inte sagt vad du finner.", "Säg vilket svar du finner att frågan har fått.")
    seconds = (at - question.found_at).total_seconds()
    require(law.the_pause_is_over, seconds=seconds, pause=meeting.pause_seconds)
    minority = question.found == delaying_side(question) and a_third_asks(meeting, item, question)
    if minority and not _more_than_half_ask(meeting, item, question):
        return question.found, "minority"
    return question.found, "acclamation"


def _more_than_half_ask(meeting: Meeting, item: Item, question: Question) -> bool:
    """Say whether so many ask for the delay that it takes no minority's right, which is then not used up."""
    here = taking_part(meeting, item)
    return 2 * len(_behind_delay(item, question) & here) > len(here)


def _took_part(meeting: Meeting, item: Item, question: Question) -> tuple[str, ...]:
    """Give who took part in deciding: in a vote those who answered and whoever gave the casting vote, else all who
    serve; never who declined.
    """
    who = frozenset(question.ballot.votes) if question.ballot else taking_part(meeting, item)
    settled_it = frozenset(question.casting_vote[:1]) if question.casting_vote else frozenset()
    return tuple(sorted((who - item.declined) | settled_it))


def _live(item: Item) -> Question:
    question = live_question(item)
    if question is None:
        raise Misplaced("Ingen proposition är ställd.", "Ställ proposition först.")
    return question
