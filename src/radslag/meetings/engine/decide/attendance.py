"""Presence, substitutes, who leads, and the adjusters (KL 5:17–20)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal, assert_never

from radslag.law.kommunallagen import k05_distans as remote
from radslag.law.kommunallagen import k05_ersattare as law
from radslag.law.kommunallagen import k05_jav as recusal
from radslag.law.kommunallagen import k05_protokoll as minutes
from radslag.law.rule import advise, key_of, require
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine.evolve import attendance as kept
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.questions import live_question
from radslag.meetings.engine.serving import (
    current_item,
    empty_seats,
    next_substitute,
    next_to_preside,
    replaced,
    serves,
    serving,
    was_here_today,
)
from radslag.meetings.engine.state import Meeting, Stamp

Attendance = (
    c.RegisterArrival | c.RegisterLeave | c.CallRoll | c.SeatSubstitute | c.StandDown | c.HandOverChair
    | c.ChooseAdjusters
)  # fmt: skip
Because = Literal["absent", "left", "recused"]
NOW = Stamp(0, datetime(2018, 1, 1, tzinfo=UTC), "")
"""Presence is weighed here, not timed."""


def decide(meeting: Meeting, command: Attendance, actor: c.Actor) -> list[e.Event]:
    """Judge what concerns who is here and who serves."""
    match command:
        case c.RegisterArrival():
            return _arrive(meeting, command)
        case c.RegisterLeave():
            return _leave(meeting, command)
        case c.CallRoll():
            return _call_roll(meeting, command)
        case c.SeatSubstitute():
            return _seat(meeting, command, actor)
        case c.StandDown():
            return _stand_down(meeting, command)
        case c.HandOverChair():
            return _hand_over(meeting, command)
        case c.ChooseAdjusters():
            return _choose_adjusters(meeting, command)
        case _:
            assert_never(command)


def _arrive(meeting: Meeting, command: c.RegisterArrival) -> list[e.Event]:
    _in_the_roster(meeting, command.person)
    if command.person in meeting.present:
        raise Misplaced("Personen är redan registrerad som närvarande.")
    if command.mode == "remote":
        _may_be_remote(meeting, command.person)
    arrived = e.PersonArrived(command.person, command.mode)
    after = _after(meeting, [arrived])
    # The swap waits for the end of the item, so that the same persons handle all of it (SUB-03).
    swaps = [] if meeting.current else returning_members(after)
    return [arrived, *swaps]


def _may_be_remote(meeting: Meeting, person: str) -> None:
    """Refuse: nothing in the journal says yet that the council has allowed it, so nobody is present at a distance."""
    if kind_of(meeting.body_kind).announced:
        if meeting.ruleset != "KL-2018":
            require(remote.may_be_remote_in_the_council, in_presidium=bool(meeting.roster[person].presidium))
        require(remote.the_council_allows_remote, decided=False, clause_in_standing_orders=False)
    require(remote.the_council_has_set_the_extent, extent_decided=False)


def returning_members(meeting: Meeting) -> list[e.SubstituteStoodDown]:
    """Give the substitutes who stand down because the member has come and may serve (KL 5:19, 5:20)."""
    locks = kind_of(meeting.body_kind).one_service_a_day
    return [
        e.SubstituteStoodDown(one.substitute, one.member, "member_arrived")
        for one in meeting.serving.values()
        if one.because != "recused"
        and law.a_late_member_may_serve(
            has_arrived=one.member in meeting.present, locked_out=locks and one.member in meeting.locked_out
        )
    ]


def _leave(meeting: Meeting, command: c.RegisterLeave) -> list[e.Event]:
    person = command.person
    if person not in meeting.present:
        raise Misplaced("Personen är inte registrerad som närvarande.")
    if meeting.speaker == person and meeting.current:
        stopped: list[e.Event] = [e.SpeakerStopped(meeting.current, person)]
    else:
        stopped = []
    follows: list[e.Event] = []
    item = current_item(meeting)
    if item and any(waiting.person == person for waiting in item.queue):
        follows.append(e.FloorWithdrawn(item.item, person))
    if person == meeting.presiding:
        heir = next_to_preside(meeting, without=(item.recused if item else frozenset()) | {person})
        if heir is None:
            raise Misplaced("Ingen annan ur presidiet kan leda.", "Lämna över till någon annan eller ajournera först.")
        follows.append(e.PresidingChanged(heir, "absent"))
    return [*stopped, e.PersonLeft(person, command.reason), *follows]


def _call_roll(meeting: Meeting, command: c.CallRoll) -> list[e.Event]:
    for person in command.present:
        _in_the_roster(meeting, person)
    item = current_item(meeting)
    question = live_question(item) if item else None
    if question and question.ballot and not question.ballot.closed:
        raise Misplaced("Omröstningen är öppen.", "Stäng omröstningen först.")
    happened: list[e.Event] = [e.RollCalled(command.present)]
    after = _after(meeting, happened)
    # In an item, the same persons handle all of it: a member who has come takes over when it is closed (SUB-03).
    happened += [] if meeting.current else returning_members(after)
    after = _after(meeting, happened)
    for member in empty_seats(after):
        called = next_substitute(after, member)
        if called:
            steps_in = _steps_in(after, called.substitute, member)
            happened += steps_in
            after = _after(after, steps_in)
    leads = next_to_preside(after)
    if leads and leads != meeting.presiding and meeting.presiding_because != "handed_over":
        happened.append(e.PresidingChanged(leads, "back" if meeting.presiding in after.present else "absent"))
    return happened


def _why_empty(meeting: Meeting, member: str) -> Because:
    item = current_item(meeting)
    if item and member in item.recused:
        return "recused"
    return "left" if was_here_today(meeting, member) else "absent"


def _seat(meeting: Meeting, command: c.SeatSubstitute, actor: c.Actor) -> list[e.Event]:
    seat = meeting.roster.get(command.member)
    if seat is None or seat.role != "member":
        raise Misplaced("Ersättare kallas in för en ledamot.")
    item = current_item(meeting)
    hindered = not serves(meeting, command.member) or bool(item and command.member in item.recused)
    filled = command.member in replaced(meeting) and command.member not in empty_seats(meeting)
    require(law.a_substitute_can_be_seated, member_hindered=hindered, already_replaced=filled)
    turn = next_substitute(meeting, command.member)
    chosen = command.substitute or (turn.substitute if turn else None)
    if chosen is None:
        raise Misplaced("Ingen ersättare i gruppen är här och kan tjänstgöra.", "Stolen förblir tom.")
    set_aside: list[e.Event] = []
    if turn is None or chosen != turn.substitute:
        _can_serve(meeting, chosen)
        in_turn = turn.substitute if turn else None
        if kind_of(meeting.body_kind).one_service_a_day:
            require(law.is_in_turn, chosen=chosen, in_turn=in_turn)
        elif advise(law.is_in_turn, actor.reason, chosen=chosen, in_turn=in_turn):
            # In a committee the order is the council's to set (6:16), so another may be called with a reason.
            set_aside.append(e.AdviceSetAside(key_of(law.is_in_turn), actor.reason or ""))
    return [*set_aside, *_steps_in(meeting, chosen, command.member)]


def _steps_in(meeting: Meeting, substitute: str, member: str) -> list[e.Event]:
    """Seat the substitute; one who served in that seat and has gone has thereby broken off (5:20)."""
    gone = [
        e.SubstituteStoodDown(one.substitute, member, "left")
        for one in meeting.serving.values()
        if one.member == member and one.substitute not in meeting.present
    ]
    return [*gone, e.SubstituteSeated(substitute, member, _why_empty(meeting, member))]


def _can_serve(meeting: Meeting, substitute: str) -> None:
    seat = meeting.roster.get(substitute)
    if seat is None or seat.role != "substitute" or substitute not in meeting.present:
        raise Misplaced("Bara en ersättare som är här kan kallas in.")
    if substitute in meeting.serving:
        raise Misplaced("Ersättaren tjänstgör redan.")
    broke_off = substitute in meeting.locked_out and kind_of(meeting.body_kind).one_service_a_day
    require(law.a_substitute_may_resume, stopped_because="left" if broke_off else "member_arrived")


def _stand_down(meeting: Meeting, command: c.StandDown) -> list[e.Event]:
    service = meeting.serving.get(command.substitute)
    if service is None:
        raise Misplaced("Ersättaren tjänstgör inte.")
    item = current_item(meeting)
    if service.because == "recused" and item:
        require(recusal.may_take_part, recused=service.member in item.recused)
    question = live_question(item) if item else None
    if question and question.ballot and not question.ballot.closed:
        raise Misplaced("Omröstningen är öppen.", "Stäng omröstningen först.")
    require(law.a_late_member_may_serve, has_arrived=service.member in meeting.present, locked_out=False)
    if kind_of(meeting.body_kind).one_service_a_day:
        require(law.may_serve_again_today, broke_off=service.member in meeting.locked_out)
    return [e.SubstituteStoodDown(command.substitute, service.member, "member_arrived")]


def _hand_over(meeting: Meeting, command: c.HandOverChair) -> list[e.Event]:
    item = current_item(meeting)
    if command.person not in serving(meeting) or (item and command.person in item.recused):
        raise Misplaced("Bara den som tjänstgör i ärendet kan leda.")
    if command.person == meeting.presiding:
        raise Misplaced("Personen leder redan sammanträdet.")
    back = command.person == next_to_preside(meeting)
    return [e.PresidingChanged(command.person, "back" if back else "handed_over")]


def _choose_adjusters(meeting: Meeting, command: c.ChooseAdjusters) -> list[e.Event]:
    if not command.persons or len(set(command.persons)) != len(command.persons):
        raise Misplaced("Välj minst en justerare.")
    if meeting.presiding in command.persons or not serving(meeting).issuperset(command.persons):
        raise Misplaced("Justerare väljs bland dem som tjänstgör, utöver den som leder.")
    if meeting.sitting_day:
        require(minutes.is_approved_in_time, approved_on=command.approve_on, meeting_ended_on=meeting.sitting_day)
    return [e.AdjustersChosen(command.persons, command.approve_on)]


def _in_the_roster(meeting: Meeting, person: str) -> None:
    if person not in meeting.roster:
        raise Misplaced("Personen är varken ledamot eller ersättare i organet.")


def _after(meeting: Meeting, happened: list[e.Event]) -> Meeting:
    """Give the presence as these events leave it, to judge what follows."""
    for event in happened:
        meeting = kept.evolve(meeting, event, NOW)  # type: ignore[arg-type]
    return meeting
