"""The floor list and the motions (KL 5:43, 5:53; standing orders)."""

from __future__ import annotations

from string import ascii_uppercase
from typing import assert_never

from radslag.law.kommunallagen import k05_jav as recusal
from radslag.law.kommunallagen import k06_styrelse_och_namnder as committee
from radslag.law.rule import require
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.questions import live_question
from radslag.meetings.engine.serving import takes_part
from radslag.meetings.engine.state import Item, Meeting, Motion, Waiting

Floor = c.RequestFloor | c.WithdrawFloor | c.StartSpeaker | c.StopSpeaker
Motions = c.MakeMotion | c.SupportMotion | c.WithdrawMotion | c.CloseDebate | c.ReopenDebate

FIRST_COMES = ("order", "reply", "speech", "information")
"""A point of order goes before all, a reply directly after the speaker it answers, the rest as they asked."""
NEEDS_WORDING = frozenset({"amend", "add"})


def decide_floor(meeting: Meeting, command: Floor) -> list[e.Event]:
    """Judge who may ask for the floor and who gets it."""
    item = meeting.items[meeting.current or ""]
    match command:
        case c.RequestFloor():
            if any(waiting.person == command.person for waiting in item.queue):
                raise Misplaced("Personen står redan på talarlistan.")
            if item.stage == "deciding" and command.kind != "order":
                raise Misplaced("Överläggningen är avslutad.", "Begär ordet i ordningsfråga om det gäller formen.")
            _must_take_part(meeting, command.person, item)
            return [e.FloorRequested(item.item, command.person, command.kind)]
        case c.WithdrawFloor():
            if all(waiting.person != command.person for waiting in item.queue):
                raise Misplaced("Personen står inte på talarlistan.")
            return [e.FloorWithdrawn(item.item, command.person)]
        case c.StartSpeaker():
            return _start(meeting, item, command)
        case c.StopSpeaker():
            if meeting.speaker is None:
                raise Misplaced("Ingen har ordet.")
            return [e.SpeakerStopped(item.item, meeting.speaker)]
        case _:
            assert_never(command)


def next_speaker(item: Item) -> Waiting | None:
    """Give whoever is first in turn to speak, or None."""
    return min(item.queue, key=lambda waiting: FIRST_COMES.index(waiting.kind)) if item.queue else None


def _start(meeting: Meeting, item: Item, command: c.StartSpeaker) -> list[e.Event]:
    require(recusal.disclosed_recusals_are_settled, undecided=len(item.declared))
    if command.person is None:
        chosen = next_speaker(item)
        if chosen is None:
            raise Misplaced("Ingen har begärt ordet.")
        person, kind = chosen.person, chosen.kind
    else:
        person = command.person
        waiting = next((one for one in item.queue if one.person == person), None)
        kind = waiting.kind if waiting else "speech" if takes_part(meeting, person) else "information"
    if meeting.speaker == person:
        raise Misplaced("Personen har redan ordet.")
    before = [e.SpeakerStopped(item.item, meeting.speaker)] if meeting.speaker else []
    return [*before, e.SpeakerStarted(item.item, person, kind)]


def decide(meeting: Meeting, command: Motions) -> list[e.Event]:
    """Judge the motions and the close of the debate."""
    item = meeting.items[meeting.current or ""]
    match command:
        case c.MakeMotion():
            return _move(meeting, item, command)
        case c.SupportMotion():
            motion = _motion(item, command.label)
            _must_take_part(meeting, command.person, item)
            if command.person in (motion.by, *motion.supporters):
                raise Misplaced("Personen står redan bakom yrkandet.")
            return [e.MotionSupported(item.item, motion.label, command.person)]
        case c.WithdrawMotion():
            motion = _motion(item, command.label)
            question = live_question(item)
            if question and motion.label in (question.yes, question.no):
                raise Misplaced("Proposition är ställd på yrkandet.", "Vänta tills frågan är avgjord.")
            return [e.MotionWithdrawn(item.item, motion.label)]
        case c.CloseDebate():
            require(recusal.disclosed_recusals_are_settled, undecided=len(item.declared))
            stopped = [e.SpeakerStopped(item.item, meeting.speaker)] if meeting.speaker else []
            return [*stopped, e.DebateClosed(item.item)]
        case c.ReopenDebate():
            if live_question(item):
                raise Misplaced("Proposition är ställd.", "Avgör frågan först.")
            return [e.DebateReopened(item.item)]
        case _:
            assert_never(command)


def _move(meeting: Meeting, item: Item, command: c.MakeMotion) -> list[e.Event]:
    _must_take_part(meeting, command.person, item)
    if command.kind in NEEDS_WORDING and not command.text:
        raise Misplaced("Yrkandet saknar ordalydelse.", "Skriv hur beslutet ska lyda.")
    return [e.MotionMade(item.item, _label(len(item.motions)), command.kind, command.person, command.text)]


def _label(number: int) -> str:
    letters = ascii_uppercase[number % 26]
    return letters if number < 26 else f"{letters}{number // 26}"


def _motion(item: Item, label: str) -> Motion:
    for motion in item.motions:
        if motion.label == label and not motion.withdrawn:
            return motion
    raise Misplaced("Yrkandet finns inte eller är återtaget.")


def _must_take_part(meeting: Meeting, person: str, item: Item) -> None:
    if kind_of(meeting.body_kind).recused_leave:
        require(committee.may_be_present, recused=person in item.recused)
    require(recusal.may_take_part, recused=person in item.recused)
    if not takes_part(meeting, person):
        raise Misplaced(
            "Bara den som tjänstgör kan göra detta.", "Registrera närvaron eller kalla in ersättaren först."
        )
