"""The one door into a meeting: what is asked for is read, made whole, judged by the clerk, and answered."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, assert_never
from uuid import uuid5

from radslag.law import standing_orders
from radslag.log import read as log
from radslag.log.clerk import Act, AlreadyBorn, Answer, Clerk, NotBorn, clerk
from radslag.log.entry import Envelope, Stream
from radslag.log.texts import Text, new_text
from radslag.meetings import calling, planning, snapshot
from radslag.meetings.asking import Asked, read_act
from radslag.meetings.decider import MeetingDecider
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import protocol
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.state import Meeting as State
from radslag.meetings.models import Meeting
from radslag.meetings.offices import Known, in_thread, known, may_plan, offices_in, part_of
from radslag.people import read as people

STAGES = (c.OpenMeeting, c.Adjourn, c.Resume, c.CloseMeeting, c.IssueNotice)
"""Commands that move the meeting to another stage, so that its row must follow."""

LEAVES_THE_HOUSE = ("issue_notice", "issue_late_notice", "summon")
"""Acts that post or send something before they are entered."""


@dataclass(frozen=True)
class Asking:
    """Who asks, with which device, when, and under which idempotency key."""

    person: str
    key: str
    at: datetime
    device: str | None = None
    happened_at: datetime | None = None


def _clerk() -> Clerk:
    """The clerk of this process, who knows how meetings are judged."""
    found = clerk()
    if found is not _served[0]:
        found.serve(MeetingDecider())
        _served[0] = found
    return found


_served: list[Clerk | None] = [None]


def state(meeting: str) -> tuple[int, State]:
    """Give the number of the last entry and the picture after it; an unborn stream is a meeting that is planned."""
    try:
        number, found = _clerk().state(known(meeting).stream)
    except NotBorn:
        return 0, State()
    return number, found


def ask(meeting: str, act: str, fields: Mapping[str, Any], who: Asking) -> Answer:
    """Do what is asked for and answer when it is durable; for threads.

    Raises ``Unclear`` (not understood), ``Refused`` and ``NeedsReason`` (the law), ``Misplaced`` (not now, not you),
    ``NoMeeting``, and the clerk's own ``NotWritten`` and ``OtherContent``.
    """
    place = known(meeting)
    asked = read_act(act, fields, me=who.person, today=who.at.astimezone(calling.STOCKHOLM).date())
    if asked.command in LEAVES_THE_HOUSE and (before := _answered(place, who)):
        return before
    made = _whole(place, asked, who)
    answer = _clerk().submit(_act(place, made, who)).result()
    _follow(place, made)
    return answer


def _answered(place: Known, who: Asking) -> Answer | None:
    """Give the answer that the key got the first time: a button pressed twice is no second notice, and no error."""
    same = [one for one in log.entries(place.stream) if (one.envelope.by, one.envelope.key) == (who.person, who.key)]
    return Answer(same[-1].number, tuple(same), again=True) if same else None


async def ask_async(meeting: str, act: str, fields: Mapping[str, Any], who: Asking) -> Answer:
    """Do what is asked for, from the raw path; raises as :func:`ask`."""
    place = known(meeting)
    asked = read_act(act, fields, me=who.person, today=who.at.astimezone(calling.STOCKHOLM).date())
    if isinstance(asked.command, str):
        asked = await asyncio.to_thread(_whole, place, asked, who)
    answer = await _clerk().ask(_act(place, asked, who))
    if isinstance(asked.command, STAGES):
        await asyncio.to_thread(_follow, place, asked)
    return answer


def give_birth(place: Known, at: datetime) -> None:
    """Enter the meeting's stream, once."""
    try:
        _clerk().give_birth(Stream(place.stream, place.owner, place.mode, "meeting", at.astimezone(UTC)))
    except AlreadyBorn:
        return


def _act(place: Known, asked: Asked, who: Asking) -> Act:
    roles = offices_in(place.id, who.person)
    _, now = state(place.id)
    texts = asked.texts
    actor = c.Actor(who.person, part_of(now, who.person, roles), asked.reason)
    happened = (who.happened_at or who.at).astimezone(UTC)
    behalf = asked.on_behalf_of or protocol.led_for(now, asked.command, actor)
    envelope = Envelope(who.person, behalf, who.device, who.at.astimezone(UTC), happened, who.key)
    return Act(place.stream, asked.command, actor, envelope, texts)


def _whole(place: Known, asked: Asked, who: Asking) -> Asked:
    """Make a command whole from the registers. Raises ``Misplaced`` for who may not call or open the meeting."""
    if not isinstance(asked.command, str):
        return asked
    meeting = Meeting.objects.get(pk=place.id)
    day = (who.happened_at or who.at).astimezone(calling.STOCKHOLM).date()
    at = who.happened_at or who.at
    if asked.command != "open_meeting":
        _must_plan(place, who)
    match asked.command:
        case "open_meeting":
            command, texts = _opening(meeting, day)
            return replace(asked, command=command, texts=(*asked.texts, *texts))
        case "add_item":
            _judge(place, c.AddItem(planning.UNKNOWN), who)
            return _added(meeting, asked, who)
        case "issue_notice":
            give_birth(place, at)
            draft = planning.notice(meeting, day)
            _judge(place, draft, who)
            return replace(asked, command=replace(draft, posting=planning.post_notice(meeting, who.person, at)))
        case "issue_late_notice":
            late = planning.late_notice(meeting, day)
            _judge(place, late, who)
            return replace(asked, command=replace(late, posting=planning.post_late_notice(meeting, who.person, at)))
        case "summon":
            call = planning.summons(meeting, day)
            _judge(place, call, who)
            planning.send(meeting, at)
            return replace(asked, command=call)
        case _:
            assert_never(asked.command)


def _judge(place: Known, command: c.Command, who: Asking) -> None:
    """Ask the law before anything leaves the house: a notice that is too late is never posted."""
    at = (who.happened_at or who.at).astimezone(UTC)
    now = state(place.id)[1]
    actor = c.Actor(who.person, part_of(now, who.person, offices_in(place.id, who.person)))
    MeetingDecider().decide(now, command, actor, at)


def _must_plan(place: Known, who: Asking) -> None:
    if not in_thread(lambda: may_plan(people.asker_for(who.person), place.owner, place.body)):
        raise Misplaced("Det här gör ordföranden eller sekreteraren.", "Be någon av dem.")


def _opening(meeting: Meeting, day: date) -> tuple[c.OpenMeeting, tuple[Text, ...]]:
    shown, roster, body = calling.snapshot_of(meeting, day)
    text = new_text(snapshot.to_text(shown))
    seats = calling.seats_of(roster)
    pause = standing_orders.USUAL.acclamation_pause
    return c.OpenMeeting(day, body.seats, seats, text.id, meeting.first_paragraph, pause), (text,)


def _added(meeting: Meeting, asked: Asked, who: Asking) -> Asked:
    row_id, at = uuid5(meeting.id, f"{who.person} {who.key}"), who.happened_at or who.at
    row = planning.add_at_meeting(meeting, id=row_id, person=who.person, at=at, **asked.given)
    text = new_text(snapshot.item_to_text(calling.item_text(row)))
    command = c.AddItem(calling.listed([row])[0])
    return replace(asked, command=command, texts=(*asked.texts, replace(text, id=str(row.id))))


def _follow(place: Known, asked: Asked) -> None:
    """Let the row follow the journal."""
    if isinstance(asked.command, STAGES):
        now = state(place.id)[1]
        Meeting.objects.filter(pk=place.id).update(stage=now.stage)
        planning.remember_minorities(now)
