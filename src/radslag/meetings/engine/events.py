"""What can happen at a meeting: frozen, past tense, ids and numbers only (INVARIANTS 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from radslag.meetings.engine.terms import Choice, ListedItem, MotionKind, Present, Purpose, Seat, Side, SpeechKind


@dataclass(frozen=True)
class NoticeIssued:
    """The notice (kungörelse) went up on the noticeboard. ``posting`` is the posting's permanent id."""

    posting: str
    posted_on: date
    meeting_date: date
    body_kind: str
    items: tuple[ListedItem, ...]


@dataclass(frozen=True)
class LateNoticeIssued:
    """A supplementary list (tilläggslista) of urgent items went up."""

    posting: str
    posted_on: date
    items: tuple[ListedItem, ...]


@dataclass(frozen=True)
class ItemAdded:
    """An item that was not announced was brought up at the meeting; to be decided only under KL 5:52 second part."""

    item: ListedItem


@dataclass(frozen=True)
class ItemStruck:
    """An item left the agenda undecided (utgår); ``reason`` is the id of a text."""

    item: str
    reason: str


@dataclass(frozen=True)
class Summoned:
    """The summons (kallelse) went to these persons by this channel; one delivery record each in the texts."""

    persons: tuple[str, ...]
    sent_on: date
    channel: Literal["mail", "page", "paper"]


@dataclass(frozen=True)
class MeetingOpened:
    """The chair opened the meeting; the rule set is that of the sitting day (Europe/Stockholm)."""

    sitting_day: date
    ruleset: str
    body_kind: str
    seats: int
    first_paragraph: int
    pause_seconds: int = 4
    """How long the chair waits between what was found and the gavel (standing orders)."""


@dataclass(frozen=True)
class RosterFixed:
    """The roster as it was that day. ``text`` is the id of the text with names, parties and roles as shown."""

    seats: tuple[Seat, ...]
    text: str


@dataclass(frozen=True)
class PersonArrived:
    person: str
    mode: Present = "on_site"


@dataclass(frozen=True)
class PersonLeft:
    """Left the meeting, or the room; ``reason`` is the id of a text or None."""

    person: str
    reason: str | None = None


@dataclass(frozen=True)
class RollCalled:
    """The roll-call (upprop) was held: who answered."""

    present: tuple[str, ...]


@dataclass(frozen=True)
class SubstituteSeated:
    """A substitute serves for a member. ``order`` is the place in the order of service that was used."""

    substitute: str
    member: str
    because: Literal["absent", "left", "recused"]


@dataclass(frozen=True)
class SubstituteStoodDown:
    substitute: str
    member: str
    because: Literal["member_arrived", "item_over", "left"]


@dataclass(frozen=True)
class PresidingChanged:
    """Someone else leads the meeting; ``reason`` is a word for why."""

    person: str
    reason: Literal["opening", "absent", "recused", "handed_over", "back"]


@dataclass(frozen=True)
class AdjustersChosen:
    """Those who approve (justerar) the minutes with the chair, and by when."""

    persons: tuple[str, ...]
    approve_on: date


@dataclass(frozen=True)
class ItemOpened:
    item: str
    paragraph: int


@dataclass(frozen=True)
class RecusalDeclared:
    """A member said that the item concerns them (jäv)."""

    item: str
    person: str


@dataclass(frozen=True)
class RecusalDecided:
    item: str
    person: str
    recused: bool


@dataclass(frozen=True)
class FloorRequested:
    item: str
    person: str
    kind: SpeechKind = "speech"


@dataclass(frozen=True)
class FloorWithdrawn:
    item: str
    person: str


@dataclass(frozen=True)
class SpeakerStarted:
    item: str
    person: str
    kind: SpeechKind = "speech"


@dataclass(frozen=True)
class SpeakerStopped:
    item: str
    person: str


@dataclass(frozen=True)
class MotionMade:
    """A motion (yrkande). ``label`` is its letter within the item; ``text`` the id of its wording."""

    item: str
    label: str
    kind: MotionKind
    person: str
    text: str | None = None


@dataclass(frozen=True)
class MotionSupported:
    item: str
    label: str
    person: str


@dataclass(frozen=True)
class MotionWithdrawn:
    item: str
    label: str


@dataclass(frozen=True)
class DebateClosed:
    item: str


@dataclass(frozen=True)
class DebateReopened:
    item: str


@dataclass(frozen=True)
class PropositionPut:
    """The chair put a question that can be answered yes or no (KL 5:53).

    ``yes`` and ``no`` are labels of motions, or words: ``approve`` (the proposal in the papers) and ``reject``,
    ``decide_today`` and ``refer_back`` or ``postpone``, ``take_up`` and ``decline`` (an unannounced item).
    """

    item: str
    question: int
    purpose: Purpose
    yes: str
    no: str


@dataclass(frozen=True)
class ChairFound:
    """The chair said which side the acclamation has; the pause for demanding a vote begins."""

    item: str
    question: int
    side: Side


@dataclass(frozen=True)
class VoteDemanded:
    item: str
    question: int
    person: str


@dataclass(frozen=True)
class VoteDemandWithdrawn:
    """Whoever demanded the vote took the demand back before the ballot was opened."""

    item: str
    question: int
    person: str


@dataclass(frozen=True)
class BallotOpened:
    """An open vote by name. ``electorate`` are those who serve and take part in the item."""

    item: str
    question: int
    electorate: tuple[str, ...]


@dataclass(frozen=True)
class VoteCast:
    item: str
    question: int
    voter: str
    choice: Choice


@dataclass(frozen=True)
class BallotClosed:
    """The sums as counted, and how many were present (P) at that moment. ``outcome`` is None on a tie."""

    item: str
    question: int
    yes: int
    no: int
    abstain: int
    not_voting: int
    present: int
    outcome: Side | None
    by_minority: bool = False


@dataclass(frozen=True)
class CastingVoteGiven:
    """The chair's casting vote (utslagsröst) on a tie (KL 5:56)."""

    item: str
    question: int
    person: str
    side: Side


@dataclass(frozen=True)
class DeclinedToDecide:
    """Said before the decision: takes no part in it (deltar inte i beslutet). ``question`` 0: before any was put."""

    item: str
    question: int
    person: str


@dataclass(frozen=True)
class Gavelled:
    """The gavel fell: the question is settled. This can never be undone."""

    item: str
    question: int
    side: Side
    how: Literal["acclamation", "vote", "casting_vote", "minority"]
    took_part: tuple[str, ...]


@dataclass(frozen=True)
class ItemDecided:
    """What the questions of the item add up to. ``motion`` is the label that won, when one did."""

    item: str
    outcome: Literal["approved", "rejected", "amended", "referred_back", "postponed", "noted", "not_taken_up"]
    motion: str | None = None
    by_minority: bool = False


@dataclass(frozen=True)
class ReservationMade:
    """A reservation (KL 4:27); ``text`` the id of its reasons, when given."""

    item: str
    person: str
    text: str | None = None


@dataclass(frozen=True)
class ItemClosed:
    item: str


@dataclass(frozen=True)
class MeetingAdjourned:
    """Ajournering; ``until`` the id of a text or None."""

    until: str | None = None


@dataclass(frozen=True)
class MeetingResumed:
    sitting_day: date
    ruleset: str


@dataclass(frozen=True)
class MeetingClosed:
    pass


@dataclass(frozen=True)
class Undone:
    """The act with this number was taken back within ten seconds (INVARIANTS 12)."""

    number: int


@dataclass(frozen=True)
class Corrected:
    """A correction (rättelse) of what entry ``number`` says; ``text`` the id of what is right, and why."""

    number: int
    text: str


@dataclass(frozen=True)
class AdviceSetAside:
    """An advice was set aside by whoever presides; ``reason`` is the id of the written reason."""

    rule: str
    reason: str


@dataclass(frozen=True)
class Noted:
    """The secretary noted something for the minutes; ``text`` is its id."""

    item: str | None
    text: str


Event = (
    NoticeIssued | LateNoticeIssued | ItemAdded | ItemStruck | Summoned
    | MeetingOpened | RosterFixed | PersonArrived | PersonLeft | RollCalled
    | SubstituteSeated | SubstituteStoodDown | PresidingChanged | AdjustersChosen
    | ItemOpened | RecusalDeclared | RecusalDecided
    | FloorRequested | FloorWithdrawn | SpeakerStarted | SpeakerStopped
    | MotionMade | MotionSupported | MotionWithdrawn | DebateClosed | DebateReopened
    | PropositionPut | ChairFound | VoteDemanded | VoteDemandWithdrawn
    | BallotOpened | VoteCast | BallotClosed | CastingVoteGiven | DeclinedToDecide | Gavelled
    | ItemDecided | ReservationMade | ItemClosed
    | MeetingAdjourned | MeetingResumed | MeetingClosed
    | Undone | Corrected | AdviceSetAside | Noted
)  # fmt: skip
