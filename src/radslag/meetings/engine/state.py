"""What is so at a meeting: bookkeeping without opinions. ``evolve`` never asks the law (INVARIANTS 10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from radslag.meetings.engine.terms import Choice, ItemKind, MotionKind, Present, Purpose, Seat, Side, SpeechKind

Stage = Literal["planned", "called", "open", "adjourned", "closed"]
ItemStage = Literal["listed", "open", "deciding", "decided", "closed"]
"""``open`` is the debate, ``deciding`` from the close of the debate, ``decided`` until the item is left."""


@dataclass(frozen=True)
class Stamp:
    """Of an entry: its number in the stream, when it happened (aware, UTC), whose act it was, and of which act.

    Entries of one act share the idempotency key ``act``: they are taken back together.
    """

    number: int
    at: datetime
    by: str
    act: str = ""


@dataclass(frozen=True)
class Motion:
    label: str
    kind: MotionKind
    by: str
    text: str | None
    supporters: tuple[str, ...] = ()
    withdrawn: bool = False
    after: int = 0
    """How many questions had been put in the item when it was moved."""


@dataclass(frozen=True)
class Ballot:
    electorate: frozenset[str]
    opened_at: datetime
    votes: Mapping[str, Choice] = field(default_factory=dict)
    closed: bool = False
    sums: tuple[int, int, int, int] | None = None
    """yes, no, abstain, not voting; set when closed."""
    present: int = 0
    outcome: Side | None = None
    by_minority: bool = False


@dataclass(frozen=True)
class Question:
    """A proposition and what came of it; ``settled`` is the side the gavel confirmed."""

    number: int
    purpose: Purpose
    yes: str
    no: str
    put_at: datetime
    found: Side | None = None
    found_at: datetime | None = None
    demanded_by: tuple[str, ...] = ()
    ballot: Ballot | None = None
    casting_vote: tuple[str, Side] | None = None
    declined: frozenset[str] = frozenset()
    settled: Side | None = None
    how: Literal["acclamation", "vote", "casting_vote", "minority"] | None = None
    took_part: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Waiting:
    """Someone in the floor list."""

    person: str
    kind: SpeechKind
    since: datetime


@dataclass(frozen=True)
class Item:
    item: str
    matter: str
    kind: ItemKind
    announced: bool
    exercise_of_authority: bool = False
    minority_used: bool = False
    stage: ItemStage = "listed"
    paragraph: int | None = None
    opened_at: datetime | None = None
    motions: tuple[Motion, ...] = ()
    declared: frozenset[str] = frozenset()
    """Recusals declared and not yet decided."""
    recused: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    """Who has said that they take no part in the decision."""
    queue: tuple[Waiting, ...] = ()
    questions: tuple[Question, ...] = ()
    outcome: str | None = None
    winner: str | None = None
    by_minority: bool = False
    reservations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spell:
    """One person's presence from when to when (None: still here)."""

    person: str
    mode: Present
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Service:
    """A substitute who serves for a member."""

    substitute: str
    member: str
    because: Literal["absent", "left", "recused"]


@dataclass(frozen=True)
class Undoable:
    """An act that may be taken back within ten seconds: the pictures just before and just after it."""

    numbers: tuple[int, ...]
    by: str
    act: str
    at: datetime
    before: Meeting
    after: Meeting


@dataclass(frozen=True)
class Meeting:
    """Everything that is so. ``version`` is the number of the last entry."""

    version: int = 0
    stage: Stage = "planned"
    body_kind: str = ""
    seats: int = 0
    pause_seconds: int = 4
    ruleset: str = ""
    meeting_date: date | None = None
    sitting_day: date | None = None
    notice_posted_on: date | None = None
    summoned: frozenset[str] = frozenset()
    roster: Mapping[str, Seat] = field(default_factory=dict)
    roster_text: str = ""
    present: Mapping[str, Present] = field(default_factory=dict)
    spells: tuple[Spell, ...] = ()
    serving: Mapping[str, Service] = field(default_factory=dict)
    """Serving substitutes, by the substitute's id."""
    has_served: tuple[str, ...] = ()
    """Substitutes who have begun to serve at this meeting, in the order they began (KL 5:18)."""
    locked_out: frozenset[str] = frozenset()
    """Who may not serve again today (KL 5:20)."""
    roll_called: bool = False
    presiding: str | None = None
    presiding_because: str = ""
    adjusters: tuple[str, ...] = ()
    approve_on: date | None = None
    items: Mapping[str, Item] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    """Items in the order of the agenda."""
    current: str | None = None
    next_paragraph: int = 1
    speaker: str | None = None
    speaker_kind: SpeechKind = "speech"
    speaker_since: datetime | None = None
    last_act: str = ""
    """The act that the last entry belongs to (votes aside)."""
    undoable: tuple[Undoable, ...] = ()
    corrected: tuple[int, ...] = ()
    """Numbers of the entries that have been corrected."""
    opened_at: datetime | None = None
    day_began_at: datetime | None = None
    """When the sitting of this day began: at the opening, or when a later day was resumed."""
    adjourned_at: datetime | None = None
    closed_at: datetime | None = None
