"""What a person can ask for at a meeting: imperative, frozen, judged by ``decide``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from radslag.meetings.engine.terms import Choice, ListedItem, MotionKind, Present, Purpose, Seat, Side, SpeechKind


@dataclass(frozen=True)
class IssueNotice:
    posting: str
    posted_on: date
    meeting_date: date
    body_kind: str
    place: str
    items: tuple[ListedItem, ...]


@dataclass(frozen=True)
class IssueLateNotice:
    posting: str
    posted_on: date
    items: tuple[ListedItem, ...]


@dataclass(frozen=True)
class AddItem:
    """Bring up an item that was not announced."""

    item: ListedItem


@dataclass(frozen=True)
class StrikeItem:
    """Take an item off the agenda (utgår); ``reason`` is the id of a text."""

    item: str
    reason: str


@dataclass(frozen=True)
class Summon:
    persons: tuple[str, ...]
    sent_on: date
    channel: Literal["mail", "page", "paper"] = "page"


@dataclass(frozen=True)
class OpenMeeting:
    """``roster_text`` is the id of the text that shows names, parties and roles as of today."""

    sitting_day: date
    seats: int
    roster: tuple[Seat, ...]
    roster_text: str
    first_paragraph: int
    pause_seconds: int = 4


@dataclass(frozen=True)
class RegisterArrival:
    person: str
    mode: Present = "on_site"


@dataclass(frozen=True)
class RegisterLeave:
    person: str
    reason: str | None = None


@dataclass(frozen=True)
class CallRoll:
    """Everyone in ``present`` answered; the engine seats substitutes for the rest, in order."""

    present: tuple[str, ...]


@dataclass(frozen=True)
class SeatSubstitute:
    """Without ``substitute`` the next in order is called."""

    member: str
    substitute: str | None = None


@dataclass(frozen=True)
class StandDown:
    substitute: str


@dataclass(frozen=True)
class HandOverChair:
    person: str


@dataclass(frozen=True)
class ChooseAdjusters:
    persons: tuple[str, ...]
    approve_on: date


@dataclass(frozen=True)
class OpenItem:
    item: str


@dataclass(frozen=True)
class DeclareRecusal:
    """A member for themselves, or the chair or secretary for a member (``person``)."""

    item: str
    person: str


@dataclass(frozen=True)
class DecideRecusal:
    item: str
    person: str
    recused: bool


@dataclass(frozen=True)
class RequestFloor:
    person: str
    kind: SpeechKind = "speech"


@dataclass(frozen=True)
class WithdrawFloor:
    person: str


@dataclass(frozen=True)
class StartSpeaker:
    """Without ``person`` the first in the queue."""

    person: str | None = None


@dataclass(frozen=True)
class StopSpeaker:
    pass


@dataclass(frozen=True)
class MakeMotion:
    kind: MotionKind
    person: str
    text: str | None = None


@dataclass(frozen=True)
class SupportMotion:
    label: str
    person: str


@dataclass(frozen=True)
class WithdrawMotion:
    label: str


@dataclass(frozen=True)
class CloseDebate:
    pass


@dataclass(frozen=True)
class ReopenDebate:
    pass


@dataclass(frozen=True)
class PutProposition:
    """Without ``yes`` and ``no`` the engine puts the next question in the lawful order."""

    purpose: Purpose | None = None
    yes: str | None = None
    no: str | None = None


@dataclass(frozen=True)
class Find:
    side: Side


@dataclass(frozen=True)
class DemandVote:
    person: str


@dataclass(frozen=True)
class WithdrawDemand:
    person: str


@dataclass(frozen=True)
class OpenBallot:
    pass


@dataclass(frozen=True)
class CastVote:
    """``question`` guards against a vote that arrives late at another question."""

    voter: str
    choice: Choice
    item: str
    question: int


@dataclass(frozen=True)
class CloseBallot:
    pass


@dataclass(frozen=True)
class GiveCastingVote:
    side: Side


@dataclass(frozen=True)
class DeclineToDecide:
    person: str


@dataclass(frozen=True)
class Gavel:
    pass


@dataclass(frozen=True)
class MakeReservation:
    item: str
    person: str
    text: str | None = None


@dataclass(frozen=True)
class CloseItem:
    pass


@dataclass(frozen=True)
class Adjourn:
    until: str | None = None


@dataclass(frozen=True)
class Resume:
    sitting_day: date


@dataclass(frozen=True)
class CloseMeeting:
    pass


@dataclass(frozen=True)
class Undo:
    """Without ``number`` the last act of the same person."""

    number: int | None = None


@dataclass(frozen=True)
class Correct:
    number: int
    text: str


@dataclass(frozen=True)
class Note:
    text: str
    item: str | None = None


Command = (
    IssueNotice | IssueLateNotice | AddItem | StrikeItem | Summon | OpenMeeting | RegisterArrival | RegisterLeave
    | CallRoll | SeatSubstitute | StandDown | HandOverChair | ChooseAdjusters | OpenItem | DeclareRecusal
    | DecideRecusal
    | RequestFloor | WithdrawFloor | StartSpeaker | StopSpeaker | MakeMotion | SupportMotion | WithdrawMotion
    | CloseDebate | ReopenDebate | PutProposition | Find | DemandVote | WithdrawDemand | OpenBallot | CastVote
    | CloseBallot | GiveCastingVote | DeclineToDecide | Gavel | MakeReservation | CloseItem | Adjourn | Resume
    | CloseMeeting
    | Undo | Correct | Note
)  # fmt: skip


@dataclass(frozen=True)
class Actor:
    """Who asks. ``chair`` is whoever has the right to preside by office; the engine checks who presides now.

    ``secretary`` acts for the meeting (presence, notes, entries for someone whose device is dead).
    """

    person: str
    office: Literal["member", "substitute", "secretary", "official"]
    reason: str | None = None
    """The id of a written reason: sets an advice aside (KL 5:43), or says why something is entered for another."""
