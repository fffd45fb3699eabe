"""What is shown of organisations, bodies and rosters: the types that ``read`` answers with. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Provenance:
    """Where a fact comes from: the source's title and licence, the day it was true there, how sure we are."""

    title: str
    date: str
    grade: str
    note: str = ""


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation as others see it. ``codes`` has the code by capacity: ``{"municipality": "0980"}``."""

    id: UUID
    kind: str
    kind_name: str
    name: str
    legal_name: str
    number: str
    codes: dict[str, str]
    fictional: bool
    valid_from: date | None
    valid_to: date | None

    @property
    def address(self) -> str:
        """The address of its page."""
        match self.kind:
            case "municipality":
                return f"/kommun/{self.codes[self.kind]}/"
            case "region":
                return f"/region/{self.codes[self.kind]}/"
            case "healthcare_region":
                return f"/samverkansregion/{self.codes[self.kind]}/"
            case "federation":
                return f"/forbund/{self.id}/"
            case _:
                return f"/myndighet/{self.id}/"


@dataclass(frozen=True)
class BodyRow:
    """A body as others see it; ``kind`` is the id of its kind (``council``), ``seats`` the decided number."""

    id: UUID
    owner: OrganisationRow
    kind: str
    kind_name: str
    law: str
    decides: bool
    name: str
    parent: UUID | None
    seats: int
    valid_from: date | None
    valid_to: date | None

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"/organ/{self.id}/"


@dataclass(frozen=True)
class SeatRow:
    """A seat that day. ``presidium`` 0 none, 1 chair, 2 first and 3 second vice chair; ``order`` within the role."""

    person: UUID
    name: str
    party: str
    party_name: str
    group: str
    role: str
    order: int
    presidium: int


@dataclass(frozen=True)
class Roster:
    """Who holds the seats of a body on a day: members in order, then substitutes in order."""

    body: UUID
    on: date
    decided: int
    seats: tuple[SeatRow, ...]

    @property
    def members(self) -> tuple[SeatRow, ...]:
        """The members in order."""
        return tuple(seat for seat in self.seats if seat.role == "member")

    @property
    def substitutes(self) -> tuple[SeatRow, ...]:
        """The substitutes in order of service."""
        return tuple(seat for seat in self.seats if seat.role == "substitute")


@dataclass(frozen=True)
class KindRow:
    """A kind of body."""

    id: str
    name: str
    law: str
    decides: bool


@dataclass(frozen=True)
class AreaRow:
    """A boundary to draw, or an area without one."""

    id: UUID
    kind: str
    code: str
    name: str
    path: str
    x: float
    y: float

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"/lan/{self.code}/" if self.kind == "county" else f"/kommun/{self.code}/"


@dataclass(frozen=True)
class Figure:
    """A number with where it comes from."""

    what: str
    value: int
    provenance: Provenance


@dataclass(frozen=True)
class Bond:
    """Another organisation that this one belongs to or holds, in time."""

    kind: str
    other: OrganisationRow
    note: str
    valid_from: date | None
    valid_to: date | None


Hit = OrganisationRow | AreaRow | BodyRow
