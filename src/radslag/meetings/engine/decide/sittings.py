"""Opening, breaks and the close (KL 5:13–15, 4:27)."""

from __future__ import annotations

from typing import assert_never

from radslag.law.kommunallagen import k05_kallelse as calling
from radslag.law.rule import require
from radslag.law.rulesets import NoRuleset, ruleset_on
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.questions import live_question
from radslag.meetings.engine.serving import current_item
from radslag.meetings.engine.state import Meeting


def decide(
    meeting: Meeting, command: c.OpenMeeting | c.Adjourn | c.Resume | c.CloseMeeting, actor: c.Actor
) -> list[e.Event]:
    """Judge what concerns the sitting as a whole."""
    match command:
        case c.OpenMeeting():
            return _open(meeting, command, actor)
        case c.Adjourn():
            return _adjourn(meeting, command)
        case c.Resume():
            return _resume(meeting, command)
        case c.CloseMeeting():
            return _close(meeting)
        case _:
            assert_never(command)


def _open(meeting: Meeting, command: c.OpenMeeting, actor: c.Actor) -> list[e.Event]:
    if not command.roster:
        raise Misplaced("Organet har inga ledamöter.", "Lägg in dem i registret först.")
    _was_called(meeting, command)
    body_kind = meeting.body_kind or "committee"
    return [
        e.MeetingOpened(
            command.sitting_day, _ruleset(command), body_kind, command.seats, command.first_paragraph,
            command.pause_seconds,
        ),
        e.RosterFixed(command.roster, command.roster_text),
        e.PersonArrived(opener := _who_opens(command, actor)),
        e.PresidingChanged(opener, "opening"),
    ]  # fmt: skip


def _was_called(meeting: Meeting, command: c.OpenMeeting) -> None:
    if meeting.stage == "planned" or meeting.notice_posted_on is None or meeting.meeting_date is None:
        raise Misplaced("Sammanträdet är inte kungjort.", "Utfärda kungörelsen först.")
    if command.sitting_day < meeting.meeting_date:
        raise Misplaced("Sammanträdet är kungjort till en senare dag.", "Öppna det den dagen.")
    if kind_of(meeting.body_kind).announced:
        roster = frozenset(seat.person for seat in command.roster)
        require(calling.everyone_is_summoned, roster=roster, summoned=meeting.summoned)


def _who_opens(command: c.OpenMeeting, actor: c.Actor) -> str:
    presidium = sorted((s for s in command.roster if s.presidium), key=lambda seat: seat.presidium)
    if any(seat.person == actor.person for seat in presidium):
        return actor.person
    if actor.office == "secretary" and actor.reason and presidium:
        return presidium[0].person
    if actor.reason and any(seat.person == actor.person and seat.role == "member" for seat in command.roster):
        return actor.person
    raise Misplaced(
        "Sammanträdet öppnas av ordföranden eller en vice ordförande.",
        "Är ingen av dem här öppnar den som fullmäktige har bestämt, med skälet skrivet.",
    )


def _ruleset(command: c.OpenMeeting | c.Resume) -> str:
    try:
        return ruleset_on(command.sitting_day)
    except NoRuleset as no:
        raise Misplaced(str(no)) from no


def _adjourn(meeting: Meeting, command: c.Adjourn) -> list[e.Event]:
    item = current_item(meeting)
    question = live_question(item) if item else None
    if question and question.ballot and not question.ballot.closed:
        raise Misplaced("Omröstningen är öppen.", "Stäng omröstningen först.")
    stopped = [e.SpeakerStopped(item.item, meeting.speaker)] if item and meeting.speaker else []
    return [*stopped, e.MeetingAdjourned(command.until)]


def _resume(meeting: Meeting, command: c.Resume) -> list[e.Event]:
    if meeting.sitting_day and command.sitting_day < meeting.sitting_day:
        raise Misplaced("Sammanträdet kan inte återupptas en dag som redan har varit.", "Rätta dagen.")
    resumed = e.MeetingResumed(command.sitting_day, _ruleset(command))
    if command.sitting_day == meeting.sitting_day or meeting.presiding is None:
        return [resumed]
    # A new day: presence is taken anew, beginning with whoever leads.
    return [resumed, e.PersonArrived(meeting.presiding)]


def _close(meeting: Meeting) -> list[e.Event]:
    if meeting.current:
        raise Misplaced("Ett ärende är öppet.", "Avsluta ärendet först.")
    if any(item.stage != "closed" for item in meeting.items.values()):
        raise Misplaced("Alla ärenden är inte behandlade.", "Ta upp dem, bordlägg dem eller låt dem utgå.")
    return [e.MeetingClosed()]
