"""The words of a meeting that events, commands and pictures share: choices, kinds, a seat, an item as it was listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Choice = Literal["yes", "no", "abstain"]
Side = Literal["yes", "no"]
SeatRole = Literal["member", "substitute"]
ItemKind = Literal["formal", "information", "decision", "election", "employment", "interpellation", "question"]
MotionKind = Literal["approve", "reject", "amend", "add", "refer_back", "postpone"]
Purpose = Literal["referral", "postponement", "main", "counter", "addition", "order", "urgency"]
SpeechKind = Literal["speech", "reply", "order", "information"]
Present = Literal["on_site", "remote"]


@dataclass(frozen=True)
class Seat:
    """One person's place in the roster that was fixed at the opening.

    ``group`` is the id of the party group, ``order`` the person's number in the group's order of service,
    ``presidium`` 0 for none, 1 chair (ordförande), 2 first and 3 second vice chair.
    """

    person: str
    role: SeatRole
    group: str
    order: int
    presidium: int = 0


@dataclass(frozen=True)
class ListedItem:
    """An item (ärende) as it stood in the notice; ``matter`` is the permanent id of the matter it points at."""

    item: str
    matter: str
    kind: ItemKind
    exercise_of_authority: bool = False
    minority_used: bool = False
