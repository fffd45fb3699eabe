"""What a person can ask for with the minutes: imperative, frozen, judged by ``decide``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from radslag.minutes.engine.events import Approver, Section
from radslag.minutes.engine.parts import ItemParts


@dataclass(frozen=True)
class Passage:
    """A piece of prose to save: where it stands, and the id of the text."""

    section: Section
    item: str | None
    text: str


@dataclass(frozen=True)
class SaveDraft:
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class AskCorrection:
    item: str | None
    text: str


@dataclass(frozen=True)
class SendForApproval:
    """What the record and the minutes made of it say when they are sent.

    Of persons and items both what the record holds and what the minutes show, so that the law can compare.
    """

    number: int
    seal: str
    content: str
    closed_on: date | None
    presiding: str | None
    served: frozenset[str]
    shown_as_serving: frozenset[str]
    handled: frozenset[str]
    items: tuple[ItemParts, ...]
    put: frozenset[str]
    """Interpellations and questions that were put, and those that the minutes show."""
    shown_as_put: frozenset[str]
    approvers: tuple[Approver, ...]


@dataclass(frozen=True)
class Approve:
    """``content`` is what the person read, so that nobody approves something else."""

    content: str
    sign_in_method: str
    signed_in_at: datetime | None = None


@dataclass(frozen=True)
class Reject:
    text: str


@dataclass(frozen=True)
class Withdraw:
    pass


@dataclass(frozen=True)
class Stamp:
    pdf: str
    public_pdf: str | None
    certificate: str


@dataclass(frozen=True)
class Post:
    posting: str
    posted_on: date
    available_at: str


Command = SaveDraft | AskCorrection | SendForApproval | Approve | Reject | Withdraw | Stamp | Post


@dataclass(frozen=True)
class Actor:
    """Who asks. The installation stamps and posts when everyone has approved."""

    person: str
    office: Literal["secretary", "approver", "installation"]
