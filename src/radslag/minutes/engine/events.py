"""What can happen to the minutes of a meeting: frozen, past tense, ids and numbers only (INVARIANTS 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Section = Literal["summary", "notes"]
"""The prose that stands beside what is derived: the item's summary, and notes (of an item or of the whole)."""

ApproverRole = Literal["chair", "adjuster"]


@dataclass(frozen=True)
class Approver:
    """Who shall approve (justera), and as what."""

    person: str
    role: ApproverRole


@dataclass(frozen=True)
class DraftSaved:
    """The secretary wrote prose beside the record. ``item`` is None for the whole; ``text`` is the text's id."""

    section: Section
    item: str | None
    text: str


@dataclass(frozen=True)
class CorrectionAsked:
    """Someone who reads the draft asks for a change; ``text`` is the id of what they wrote."""

    person: str
    item: str | None
    text: str


@dataclass(frozen=True)
class SentForApproval:
    """The minutes went to chair and adjusters.

    ``number`` and ``seal`` say which entry of the meeting's stream they stand on, ``content`` is the SHA-256 of
    everything they say, ``closed_on`` the day the meeting ended and ``last_day`` the last day to approve.
    """

    round: int
    number: int
    seal: str
    content: str
    closed_on: date
    last_day: date
    approvers: tuple[Approver, ...]


@dataclass(frozen=True)
class Approved:
    """One person approved what ``content`` and ``seal`` stand for, signed in by ``sign_in_method`` since then."""

    person: str
    role: ApproverRole
    sign_in_method: str
    signed_in_at: datetime | None
    content: str
    seal: str
    late: bool = False
    """After the fourteen days of KL 5 kap. 69 §. Late minutes must be approved all the same."""


@dataclass(frozen=True)
class Rejected:
    """An approver sent the minutes back; ``text`` is the id of the reason."""

    person: str
    text: str


@dataclass(frozen=True)
class Withdrawn:
    """The secretary took the minutes back to go on working."""


@dataclass(frozen=True)
class Stamped:
    """The installation's stamp was set on the file. ``public_pdf`` is the edition without closed items, if any."""

    pdf: str
    """SHA-256 of the stamped file, in hex."""
    public_pdf: str | None
    certificate: str
    """SHA-256 fingerprint of the stamp's certificate."""


@dataclass(frozen=True)
class Posted:
    """The approval was made known on the noticeboard (KL 8 kap. 12 §)."""

    posting: str
    posted_on: date
    available_at: str
    """Where the minutes are available."""
    appeal_ends: date
    late: bool = False
    """After the second day from the approval (KL 8 kap. 12 §)."""


Event = DraftSaved | CorrectionAsked | SentForApproval | Approved | Rejected | Withdrawn | Stamped | Posted
