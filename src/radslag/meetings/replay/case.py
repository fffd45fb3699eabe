"""A case: what was asked for (``inputs``) kept apart from what was decided (``recorded``), as our own JSON."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec
from msgspec import field

FORM = "radslag-case/1"
SHARED_FORM = "kommunmote-case/1"

Choice = Literal["yes", "no", "abstain"]
What = Literal[
    "meeting", "item", "recusal", "declined", "motion", "proposition", "vote", "acclamation", "reservation",
    "approved", "posted", "election", "lists", "other",
]  # fmt: skip


class NotUnderstood(ValueError):
    """The file is no case, or one we cannot read; says why."""


class Person(msgspec.Struct, frozen=True, omit_defaults=True):
    """Someone at the meeting, by role and never by name."""

    id: str
    party: str = ""
    role: Literal["member", "serving", "substitute"] = "member"
    """``serving`` is a substitute who served, ``substitute`` one who did not."""
    chair: bool = False
    vice: bool = False


class Step(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something asked for, in the order of the minutes. ``place`` is its place in the source."""

    what: What
    place: int
    day: date | None = None
    label: str = ""
    motion: Literal["", "proposal", "refer_back", "postpone"] = ""
    by: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    """The proposals that a proposition was put on."""
    purpose: Literal["", "main", "counter", "addition", "referral", "postponement"] = ""
    yes: str = ""
    no: str = ""
    choices: dict[str, Choice] | None = None
    """How each voted, when the source names them."""
    sums: tuple[int, int, int] | None = None
    """Yes, no, abstain, when it does not."""
    facts: dict[str, Any] = field(default_factory=dict)
    """Figures of what the engine does not run yet."""


class Inputs(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything a run may see."""

    kind: str
    seats: int | None
    day: date | None
    people: tuple[Person, ...] = ()
    steps: tuple[Step, ...] = ()


class Case(msgspec.Struct, frozen=True, omit_defaults=True):
    """``recorded`` holds what the source says came of it, by its path there; a run never sees it."""

    form: str
    id: str
    source: dict[str, str]
    """Where it comes from: repository, commit and file, or address."""
    inputs: Inputs
    organisation: str = ""
    """The code of the municipality (four digits) or the region (two)."""
    paragraph: str = ""
    reference: str = ""
    """Dnr."""
    recorded: dict[str, Any] = field(default_factory=dict)


def written(case: Case) -> bytes:
    """Write a case in our own form, one value to a line where that is readable."""
    return msgspec.json.format(msgspec.json.encode(case), indent=1) + b"\n"
