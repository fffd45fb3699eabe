"""The record of a meeting: plain data read from its journal; the only thing that minutes and evidence see of it.

Times are aware (UTC). Names, parties and titles are those of the day (the snapshot), never of today's tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class PersonShown:
    person: str
    name: str
    party: str
    role: str
    """member, substitute"""
    presidium: int
    serving: bool
    serves_for: str | None
    """Name of the member a substitute served for."""
    paragraphs: tuple[int, ...]
    """The paragraphs during which the person served."""
    intervals: tuple[tuple[datetime, datetime | None], ...]


@dataclass(frozen=True)
class MotionShown:
    label: str
    kind: str
    by: str
    """Name and party, ``Anna Ek (S)``."""
    supporters: tuple[str, ...]
    text: str
    withdrawn: bool


@dataclass(frozen=True)
class VoteShown:
    name: str
    party: str
    choice: str
    """yes, no, abstain, not_voting, absent, recused"""


@dataclass(frozen=True)
class QuestionShown:
    number: int
    purpose: str
    yes: str
    """What YES means, in words."""
    no: str
    found: str | None
    demanded_by: tuple[str, ...]
    voted: bool
    sums: tuple[int, int, int, int] | None
    """yes, no, abstain, not voting"""
    present: int
    votes: tuple[VoteShown, ...]
    casting_vote: str | None
    """Name of who gave it."""
    settled: str | None
    how: str | None
    declined: tuple[str, ...]


@dataclass(frozen=True)
class CorrectionShown:
    number: int
    at: datetime
    text: str
    by: str


@dataclass(frozen=True)
class AdviceShown:
    rule: str
    section: str
    says: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class ItemShown:
    item: str
    matter: str
    reference: str
    """Dnr."""
    title: str
    public_title: str
    closed: bool
    """Secrecy mark on the item: pages, feeds and exports show the public title only."""
    kind: str
    paragraph: int | None
    summary: str
    proposal: str
    """The proposal for decision that was before the meeting, full text."""
    announced: bool
    recused: tuple[str, ...]
    motions: tuple[MotionShown, ...]
    questions: tuple[QuestionShown, ...]
    outcome: str | None
    decision: str
    """The decision in words."""
    by_minority: bool
    took_part: tuple[str, ...]
    reservations: tuple[tuple[str, str], ...]
    """(name, reasons or empty)."""
    notes: tuple[str, ...]
    opened_at: datetime | None
    closed_at: datetime | None
    hidden: bool = False
    """The asker may not see it: the public title stands in place of the title, everything else is empty."""


@dataclass(frozen=True)
class MeetingRecord:
    """``sealed_number`` and ``seal`` say which entry of the stream the record was read up to."""

    meeting: str
    stream: str
    mode: str
    organisation: str
    body: str
    body_kind: str
    ruleset: str
    place: str
    meeting_date: date
    opened_at: datetime | None
    closed_at: datetime | None
    breaks: tuple[tuple[datetime, datetime | None], ...]
    presiding: tuple[tuple[str, datetime, str], ...]
    """(name, from when, reason)."""
    secretary: str
    persons: tuple[PersonShown, ...]
    adjusters: tuple[str, ...]
    """Names; ``adjuster_ids`` the same persons' ids in the same order."""
    adjuster_ids: tuple[str, ...]
    chair_id: str
    approve_on: date | None
    items: tuple[ItemShown, ...]
    corrections: tuple[CorrectionShown, ...]
    advice: tuple[AdviceShown, ...]
    notice_posted_on: date | None
    sealed_number: int
    seal: str
    owner: str = ""
    """The organisation's id; ``body_id`` the body's."""
    body_id: str = ""
