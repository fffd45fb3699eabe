"""What is one person's own: the ballot with my choice, my place in the floor list, whether I serve. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.meetings.engine.serving import is_outside, serves
from radslag.meetings.engine.state import Meeting
from radslag.meetings.screens.item import Answer, answer
from radslag.meetings.screens.words import Words

MINUTES_EACH = 3
"""A rough length of a speech, for the estimate that is shown."""


@dataclass(frozen=True)
class MyBallot:
    """The open ballot for one voter. ``choice`` is None until the voter has chosen.

    How many have voted is not here but in a region that all share, so that one vote redraws one ballot only.
    """

    item: str
    question: int
    paragraph: int | None
    title: str
    purpose: str
    yes: Answer
    no: Answer
    choice: str | None


@dataclass(frozen=True)
class Mine:
    """``part``: serving, substitute, recused, absent, other. ``place`` is 0 when not in the floor list."""

    part: str
    name: str
    stage: str
    item: str
    item_stage: str
    here: str
    place: int
    wait_minutes: int
    speaking: bool
    may_demand: bool
    may_decline: bool
    may_reserve: bool
    declared: bool
    serves_for: str
    motions: tuple[str, ...]
    """Labels of the own motions that still stand."""


def my_ballot(meeting: Meeting, words: Words, person: str) -> MyBallot | None:
    """Draw the ballot sheet, if a ballot is open and the person is in its electorate."""
    item = meeting.items.get(meeting.current or "")
    if item is None or not item.questions:
        return None
    question = item.questions[-1]
    held = question.ballot
    if held is None or held.closed or person not in held.electorate or person in item.recused:
        return None
    return MyBallot(
        item.item,
        question.number,
        item.paragraph,
        words.item(item.item).title,
        question.purpose,
        answer(question.yes, item, words),
        answer(question.no, item, words),
        held.votes.get(person),
    )


def mine(meeting: Meeting, words: Words, person: str) -> Mine:
    """Draw what the person may do and where they stand."""
    item = meeting.items.get(meeting.current or "")
    seat = meeting.roster.get(person)
    place = next((n for n, one in enumerate(item.queue, 1) if one.person == person), 0) if item else 0
    question = item.questions[-1] if item and item.questions else None
    asked = question is not None and question.settled is None
    service = meeting.serving.get(person)
    moved = item.motions if item and not is_outside(meeting, person) else ()
    return Mine(
        _part(meeting, person, seat is not None),
        words.name(person),
        meeting.stage,
        item.item if item else "",
        item.stage if item else "",
        meeting.present.get(person, ""),
        place,
        place * MINUTES_EACH,
        meeting.speaker == person,
        asked and question is not None and question.found is not None and question.ballot is None,
        asked,
        item is not None and item.stage == "decided",
        item is not None and person in item.declared,
        words.name(service.member) if service else "",
        tuple(one.label for one in moved if one.by == person and not one.withdrawn),
    )


def _part(meeting: Meeting, person: str, has_seat: bool) -> str:
    item = meeting.items.get(meeting.current or "")
    if item is not None and person in item.recused:
        return "recused"
    if serves(meeting, person):
        return "serving"
    if not has_seat:
        return "other"
    return "substitute" if person in meeting.present else "absent"
