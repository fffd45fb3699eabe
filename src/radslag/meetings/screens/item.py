"""The item that is up: who speaks, who waits, what is moved, what is asked and how it was answered. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from radslag.meetings.engine.state import Ballot, Item, Meeting, Motion, Question
from radslag.meetings.screens.words import Words

PROCEDURAL = ("refer_back", "postpone")


@dataclass(frozen=True)
class Speaker:
    person: str
    name: str
    kind: str
    since: datetime


@dataclass(frozen=True)
class InLine:
    place: int
    person: str
    name: str
    kind: str
    since: datetime
    remote: bool


@dataclass(frozen=True)
class MotionLine:
    """``first`` is tried before the merits; ``main`` is the proposal that came with the item."""

    label: str
    kind: str
    text: str
    by: str
    mover: str
    supporters: tuple[str, ...]
    withdrawn: bool
    first: bool


@dataclass(frozen=True)
class Answer:
    """What a side of a question stands for: a motion (label, kind, who) or a word such as ``decide_today``."""

    word: str
    label: str = ""
    by: str = ""
    text: str = ""


@dataclass(frozen=True)
class VoteLine:
    name: str
    party: str
    choice: Literal["yes", "no", "abstain", "not_voting"]


@dataclass(frozen=True)
class BallotNow:
    """While it is open: how many have voted, never how. ``sums`` and ``votes`` only when it is closed."""

    open: bool
    electorate: int
    voted: int
    opened_at: datetime
    sums: tuple[int, int, int, int] | None = None
    votes: tuple[VoteLine, ...] = ()
    outcome: str | None = None
    by_minority: bool = False
    present: int = 0


@dataclass(frozen=True)
class QuestionNow:
    number: int
    purpose: str
    yes: Answer
    no: Answer
    put_at: datetime
    found: str | None
    demanded_by: tuple[str, ...]
    demanding: tuple[str, ...]
    """The same persons' ids, in the same order."""
    ballot: BallotNow | None
    casting: tuple[str, str] | None
    declined: tuple[str, ...]
    settled: str | None
    how: str | None


@dataclass(frozen=True)
class ItemNow:
    item: str
    paragraph: int | None
    title: str
    closed: bool
    """Secrecy mark; the audience of this picture sees the public title only, and nothing of what is said."""
    kind: str
    stage: str
    announced: bool
    summary: str = ""
    proposal: str = ""
    speaker: Speaker | None = None
    queue: tuple[InLine, ...] = ()
    motions: tuple[MotionLine, ...] = ()
    questions: tuple[QuestionNow, ...] = ()
    declared: tuple[tuple[str, str], ...] = ()
    recused: tuple[str, ...] = ()
    outcome: str | None = None
    winner: Answer | None = None
    by_minority: bool = False
    reservations: tuple[str, ...] = ()

    @property
    def question(self) -> QuestionNow | None:
        """The last question that was put."""
        return self.questions[-1] if self.questions else None


def item_now(meeting: Meeting, words: Words, *, inside: bool) -> ItemNow | None:
    """Draw the open item, or None between items. Outsiders get the bare public title of a closed item."""
    found = meeting.items.get(meeting.current or "")
    return None if found is None else draw_item(meeting, found, words, inside=inside)


def draw_item(meeting: Meeting, item: Item, words: Words, *, inside: bool) -> ItemNow:
    """Draw one item as it is now."""
    text = words.item(item.item)
    bare = ItemNow(
        item.item, item.paragraph, text.title_for(inside=inside), text.closed, item.kind, item.stage, item.announced
    )
    if text.closed and not inside:
        return bare
    ours = meeting.current == item.item
    speaker = (
        Speaker(meeting.speaker, words.name(meeting.speaker), meeting.speaker_kind, meeting.speaker_since)
        if ours and meeting.speaker and meeting.speaker_since
        else None
    )
    return ItemNow(
        item.item,
        item.paragraph,
        bare.title,
        text.closed,
        item.kind,
        item.stage,
        item.announced,
        summary=text.summary,
        proposal=text.proposal,
        speaker=speaker,
        queue=_queue(meeting, item, words),
        motions=tuple(_motion(one, words) for one in item.motions),
        questions=tuple(_question(one, item, words) for one in item.questions),
        declared=tuple((person, words.name(person)) for person in sorted(item.declared)),
        recused=words.names(tuple(sorted(item.recused))),
        outcome=item.outcome,
        winner=answer(item.winner, item, words) if item.winner else None,
        by_minority=item.by_minority,
        reservations=words.names(item.reservations),
    )


def answer(label: str, item: Item, words: Words) -> Answer:
    """Say what a side stands for."""
    for motion in item.motions:
        if motion.label == label:
            return Answer(motion.kind, label, words.name(motion.by), words.text(motion.text))
    return Answer(label)


def _queue(meeting: Meeting, item: Item, words: Words) -> tuple[InLine, ...]:
    return tuple(
        InLine(
            place, one.person, words.name(one.person), one.kind, one.since, meeting.present.get(one.person) == "remote"
        )
        for place, one in enumerate(item.queue, start=1)
    )


def _motion(motion: Motion, words: Words) -> MotionLine:
    return MotionLine(
        motion.label,
        motion.kind,
        words.text(motion.text),
        words.name(motion.by),
        motion.by,
        words.names(motion.supporters),
        motion.withdrawn,
        motion.kind in PROCEDURAL,
    )


def _question(question: Question, item: Item, words: Words) -> QuestionNow:
    casting = question.casting_vote
    return QuestionNow(
        question.number,
        question.purpose,
        answer(question.yes, item, words),
        answer(question.no, item, words),
        question.put_at,
        question.found,
        words.names(question.demanded_by),
        question.demanded_by,
        _ballot(question.ballot, words) if question.ballot else None,
        (words.name(casting[0]), casting[1]) if casting else None,
        words.names(tuple(sorted(question.declined))),
        question.settled,
        question.how,
    )


def _ballot(ballot: Ballot, words: Words) -> BallotNow:
    counted = BallotNow(not ballot.closed, len(ballot.electorate), len(ballot.votes), ballot.opened_at)
    if not ballot.closed:
        return counted
    lines = [
        VoteLine(words.name(person), words.party(person), ballot.votes.get(person, "not_voting"))
        for person in ballot.electorate
    ]
    return BallotNow(
        False,
        counted.electorate,
        counted.voted,
        ballot.opened_at,
        ballot.sums,
        tuple(sorted(lines, key=lambda line: (line.party, line.name))),
        ballot.outcome,
        ballot.by_minority,
        ballot.present,
    )
