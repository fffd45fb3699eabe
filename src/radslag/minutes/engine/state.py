"""What is so with the minutes: bookkeeping without opinions. ``evolve`` never asks the law (INVARIANTS 10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal, assert_never

from radslag.minutes.engine.events import (
    Approved,
    Approver,
    ApproverRole,
    CorrectionAsked,
    DraftSaved,
    Event,
    Posted,
    Rejected,
    Section,
    SentForApproval,
    Stamped,
    Withdrawn,
)

Stage = Literal["draft", "sent", "approved", "stamped", "posted"]


@dataclass(frozen=True)
class Approval:
    person: str
    role: ApproverRole
    method: str
    signed_in_at: datetime | None
    at: datetime
    late: bool = False


@dataclass(frozen=True)
class Asked:
    """A change that someone asked for, or the reason for sending the minutes back."""

    person: str
    item: str | None
    text: str
    at: datetime


@dataclass(frozen=True)
class Minutes:
    """Everything that is so. ``version`` is the number of the last entry of the minutes' own stream."""

    version: int = 0
    stage: Stage = "draft"
    round: int = 0
    prose: Mapping[tuple[Section, str | None], str] = field(default_factory=dict)
    """The id of the latest text of each passage."""
    asked: tuple[Asked, ...] = ()
    rejected: Asked | None = None
    """Why the minutes came back, until they are sent again."""
    number: int = 0
    seal: str = ""
    content: str = ""
    closed_on: date | None = None
    last_day: date | None = None
    approvers: tuple[Approver, ...] = ()
    approvals: tuple[Approval, ...] = ()
    approved_at: datetime | None = None
    """When the last approval came: from then the two days to post are counted."""
    pdf: str = ""
    public_pdf: str | None = None
    certificate: str = ""
    posting: str = ""
    posted_on: date | None = None
    available_at: str = ""
    appeal_ends: date | None = None

    @property
    def waiting_for(self) -> tuple[Approver, ...]:
        """Those who have not approved yet."""
        done = {approval.person for approval in self.approvals}
        return tuple(approver for approver in self.approvers if approver.person not in done)


def evolve(minutes: Minutes, event: Event, number: int, at: datetime) -> Minutes:
    """Give the picture after an event that happened at ``at`` (aware)."""
    now = replace(minutes, version=number)
    match event:
        case DraftSaved(section, item, text):
            return replace(now, prose={**now.prose, (section, item): text})
        case CorrectionAsked(person, item, text):
            return replace(now, asked=(*now.asked, Asked(person, item, text, at)))
        case SentForApproval():
            return replace(
                now, stage="sent", round=event.round, number=event.number, seal=event.seal, content=event.content,
                closed_on=event.closed_on, last_day=event.last_day, approvers=event.approvers, approvals=(),
                rejected=None,
            )  # fmt: skip
        case Approved():
            return _approved(now, event, at)
        case Rejected(person, text):
            back = Asked(person, None, text, at)
            return replace(now, stage="draft", approvals=(), approvers=(), rejected=back)
        case Withdrawn():
            return replace(now, stage="draft", approvals=(), approvers=())
        case Stamped(pdf, public_pdf, certificate):
            return replace(now, stage="stamped", pdf=pdf, public_pdf=public_pdf, certificate=certificate)
        case Posted():
            return replace(
                now, stage="posted", posting=event.posting, posted_on=event.posted_on, available_at=event.available_at,
                appeal_ends=event.appeal_ends,
            )  # fmt: skip
        case _:
            assert_never(event)


def _approved(minutes: Minutes, event: Approved, at: datetime) -> Minutes:
    approval = Approval(event.person, event.role, event.sign_in_method, event.signed_in_at, at, event.late)
    now = replace(minutes, approvals=(*minutes.approvals, approval))
    return now if now.waiting_for else replace(now, stage="approved", approved_at=at)
