"""Notice, summons and the agenda (KL 5:13–15, 5:52)."""

from __future__ import annotations

from typing import assert_never

from radslag.law.kommunallagen import k05_kallelse as law
from radslag.law.rule import require
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine import terms as t
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.state import Meeting

Calling = c.IssueNotice | c.IssueLateNotice | c.Summon | c.AddItem | c.StrikeItem


def decide(meeting: Meeting, command: Calling) -> list[e.Event]:
    """Judge what concerns the notice and the agenda."""
    match command:
        case c.IssueNotice():
            return _notice(meeting, command)
        case c.IssueLateNotice():
            return _late_notice(meeting, command)
        case c.Summon():
            return _summons(meeting, command)
        case c.AddItem():
            _must_be_new(meeting, (command.item,))
            return [e.ItemAdded(command.item)]
        case c.StrikeItem():
            return _strike(meeting, command)
        case _:
            assert_never(command)


def _notice(meeting: Meeting, command: c.IssueNotice) -> list[e.Event]:
    _must_be_new(meeting, command.items)
    if kind_of(command.body_kind).announced:
        require(law.the_notice_is_complete, time=command.meeting_date.isoformat(), place=command.place,
                items=len(command.items))  # fmt: skip
        require(law.the_notice_is_in_time, posted_on=command.posted_on, meeting_date=command.meeting_date)
    return [e.NoticeIssued(command.posting, command.posted_on, command.meeting_date, command.body_kind, command.items)]


def _late_notice(meeting: Meeting, command: c.IssueLateNotice) -> list[e.Event]:
    _must_be_new(meeting, command.items)
    if kind_of(meeting.body_kind).announced and meeting.meeting_date:
        require(law.the_late_notice_is_in_time, posted_on=command.posted_on, meeting_date=meeting.meeting_date)
    return [e.LateNoticeIssued(command.posting, command.posted_on, command.items)]


def _summons(meeting: Meeting, command: c.Summon) -> list[e.Event]:
    if not command.persons:
        raise Misplaced("Kallelsen har ingen mottagare.", "Välj ledamöter och ersättare.")
    if kind_of(meeting.body_kind).announced and meeting.meeting_date:
        if meeting.summoned.issuperset(command.persons):
            # Word of items that came too late for the summons, to those already summoned (5:15 second paragraph).
            require(law.the_late_word_arrives_in_time, reaches_on=command.sent_on, meeting_date=meeting.meeting_date)
        else:
            require(law.the_summons_is_in_time, sent_on=command.sent_on, meeting_date=meeting.meeting_date)
    return [e.Summoned(command.persons, command.sent_on, command.channel)]


def _strike(meeting: Meeting, command: c.StrikeItem) -> list[e.Event]:
    item = meeting.items.get(command.item)
    if item is None or item.stage != "listed":
        raise Misplaced("Bara ett ärende som inte har tagits upp kan utgå.")
    return [e.ItemStruck(command.item, command.reason)]


def _must_be_new(meeting: Meeting, items: tuple[t.ListedItem, ...]) -> None:
    ids = [one.item for one in items]
    if len(set(ids)) != len(ids) or any(one in meeting.items for one in ids):
        raise Misplaced("Ärendet står redan på föredragningslistan.")
