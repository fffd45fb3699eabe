"""Institutions that are only proposed: not law, so voluntary, and marked as such everywhere (INVARIANTS 14)."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.bodies.seed.tables import rows


@dataclass(frozen=True)
class Proposal:
    """A proposed institution: ``status`` is ``proposed`` until one row of the table says ``enacted``."""

    id: str
    name: str
    status: str
    date: str
    source: str
    system: str

    @property
    def badge(self) -> str:
        """The words of the badge; empty when it is law."""
        return f"förslag, {self.source} — frivilligt" if self.status == "proposed" else ""


def proposals() -> dict[str, Proposal]:
    """Give every proposed institution by id."""
    return {row["id"]: Proposal(**row) for row in rows("proposals")}


def of_system(system: str) -> list[Proposal]:
    """List the proposed institutions that a system of the inquiry is about."""
    return [proposal for proposal in proposals().values() if proposal.system == system]
