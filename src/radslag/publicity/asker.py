"""Who asks: every ``read`` function takes one (INVARIANTS 3). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["chair", "secretary", "member", "substitute", "registrar", "administrator", "official", "auditor"]


@dataclass(frozen=True)
class Office:
    """A role that a person holds with an owner authority, in one of its bodies or (``None``) in all of it."""

    owner: str
    role: Role
    body: str | None = None


@dataclass(frozen=True)
class Asker:
    """The asking person (id, or None for the public) and the offices held today."""

    person: str | None = None
    offices: frozenset[Office] = frozenset()

    def holds(self, role: Role, *, owner: str, body: str | None = None) -> bool:
        """Say whether the person holds the role in that body, or in the whole authority."""
        return any(o.owner == owner and o.role == role and o.body in (None, body) for o in self.offices)


PUBLIC = Asker()
"""Anyone at all."""
