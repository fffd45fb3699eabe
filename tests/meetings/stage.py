"""The stage on which a meeting is played in tests: a cast, a clock and three words.

``happens`` is given, ``asks`` is when, and ``==``, ``refused_under`` or ``misplaced`` is then.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Self

import pytest

from radslag.law.rule import Refused
from radslag.meetings import journal
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine import procedure
from radslag.meetings.engine import terms as t
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.state import Item, Meeting, Question, Stamp

DAY = date(2026, 12, 14)
ELEVEN = datetime(2026, 12, 14, 10, 0, tzinfo=UTC)
CAST = "Chair Vice Ali Bea Cia Dan Eva Fia Gus Hed Ida"
"""Members in the order of the roster; Chair and Vice are the presidium."""
ROAD = t.ListedItem("road", "m1", "decision")
POOL = t.ListedItem("pool", "m2", "decision")


class Scene:
    """A meeting and its journal. Who is not in the cast of members is a substitute: ``Sub1 Sub2 Sub3``."""

    def __init__(self, kind: str, seats: int, items: tuple[t.ListedItem, ...], groups: dict[str, str]) -> None:
        members = [*CAST.split()[: min(seats, 11)], *(f"Member{number}" for number in range(12, seats + 1))]
        self.kind, self.seats, self.items = kind, seats, items
        self.roster = tuple(
            t.Seat(name, "member", groups.get(name, "A"), order, {1: 1, 2: 2}.get(order, 0))
            for order, name in enumerate(members, 1)
        ) + tuple(t.Seat(f"Sub{n}", "substitute", groups.get(f"Sub{n}", "A"), n) for n in (1, 2, 3))
        self.meeting = Meeting()
        self.at = ELEVEN
        self.written: list[tuple[str, dict[str, object], Stamp]] = []
        self.acts = 0

    @property
    def item(self) -> Item:
        """The item that is open, or the last one that was."""
        opened = [one for one in self.meeting.items.values() if one.opened_at]
        return self.meeting.items[self.meeting.current] if self.meeting.current else opened[-1]

    @property
    def question(self) -> Question:
        """The last question of that item."""
        return self.item.questions[-1]

    def asks(self, person: str, *commands: c.Command, reason: str | None = None) -> list[e.Event]:
        """Let the person ask for this; give what happened. ``Secretary`` is the secretary."""
        happened: list[e.Event] = []
        for command in commands:
            office = "secretary" if person == "Secretary" else "member"
            now = procedure.decide(self.meeting, command, c.Actor(person, office, reason), self.at)
            self.happens(*now, by=person)
            happened += now
        return happened

    def happens(self, *events: e.Event, by: str = "Secretary") -> Self:
        """Let this have happened, in one act."""
        self.acts += 1
        for event in events:
            stamp = Stamp(self.meeting.version + 1, self.at, by, f"act{self.acts}")
            self.meeting = procedure.evolve(self.meeting, event, stamp)
            self.written.append((*journal.write_down(event), stamp))
        return self

    def waits(self, seconds: float) -> Self:
        """Let the clock go on."""
        self.at += timedelta(seconds=seconds)
        return self

    def read_again(self) -> Meeting:
        """Give the picture that the journal gives when it is read back."""
        return procedure.replay((journal.read_back(kind, facts), stamp) for kind, facts, stamp in self.written)

    def is_called(self) -> Self:
        """Notice and summons a week and more before."""
        before = DAY - timedelta(days=10)
        self.asks("Secretary", c.IssueNotice("p1", before, DAY, self.kind, "Stora salen", self.items))
        self.asks("Secretary", c.Summon(tuple(seat.person for seat in self.roster), before))
        return self

    def is_opened(self) -> Self:
        """The chair opens."""
        self.asks("Chair", c.OpenMeeting(DAY, self.seats, self.roster, "t1", 1))
        return self

    def debates(self, item: str = "road") -> Self:
        """The chair brings up an item."""
        self.asks("Chair", c.OpenItem(item))
        return self

    def is_put(self, *motions: c.MakeMotion) -> Self:
        """Motions are made, the debate is closed and the chair puts the next question."""
        for motion in motions:
            self.asks(motion.person, motion)
        self.asks("Chair", c.CloseDebate(), c.PutProposition())
        return self

    def is_found(self, side: t.Side = "yes") -> Self:
        """The chair says what was found and waits out the pause."""
        self.asks("Chair", c.Find(side))
        return self.waits(self.meeting.pause_seconds)

    def votes(self, demanded_by: str = "Ali", **choices: str) -> Self:
        """Someone demands a vote and it is held: ``votes(yes="Ali Bea", no="Cia")``."""
        if not self.question.demanded_by:
            self.asks(demanded_by, c.DemandVote(demanded_by))
        self.asks("Chair", c.OpenBallot())
        for choice, voters in choices.items():
            for voter in voters.split():
                self.asks(voter, c.CastVote(voter, choice, self.item.item, self.question.number))  # type: ignore[arg-type]
        self.asks("Chair", c.CloseBallot())
        return self

    def decides(self, side: t.Side = "yes") -> Self:
        """The whole way from debate to the close of the item, by acclamation."""
        self.is_put().is_found(side)
        self.asks("Chair", c.Gavel(), c.CloseItem())
        return self


def a_council(
    seats: int = 5,
    present: str = "Chair Vice Ali Bea Cia",
    *,
    kind: str = "council",
    items: tuple[t.ListedItem, ...] = (ROAD, POOL),
    groups: dict[str, str] | None = None,
) -> Scene:
    """A meeting that is open, with these present and the roll called. ``groups`` says who is not of party A."""
    scene = Scene(kind, seats, items, groups or {}).is_called().is_opened()
    scene.asks("Chair", c.CallRoll(tuple(present.split())))
    return scene


def a_committee(seats: int = 5, present: str = "Chair Vice Ali Bea Cia") -> Scene:
    """The same with a committee."""
    return a_council(seats, present, kind="committee")


def bare(meeting: Meeting) -> Meeting:
    """Give the picture without its count of entries and what may still be undone."""
    return replace(meeting, version=0, undoable=(), last_act="")


@contextmanager
def refused_under(section: str) -> Iterator[list[Refused]]:
    """The law refuses, citing this section, in whole sentences."""
    caught: list[Refused] = []
    with pytest.raises(Refused) as refusal:
        yield caught
    caught.append(refusal.value)
    assert refusal.value.section == section
    assert refusal.value.says
    assert "{" not in refusal.value.says + refusal.value.instead


@contextmanager
def misplaced(words: str = "") -> Iterator[None]:
    """It cannot be done now, for a reason that holds these words."""
    with pytest.raises(Misplaced) as no:
        yield
    assert words in no.value.says
