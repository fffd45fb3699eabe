"""What a domain gives the live path, so that its streams can be followed and acted in."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Protocol

from radslag.live.ticket import Ticket
from radslag.log.sitting import Answer


class Room(Protocol):
    """What the hub must know of a domain to show its streams. Called from a thread, except ``act``."""

    def audience_of(self, stream: str, person: str | None, surface: str) -> str:
        """Give the audience that this person is on this surface now. ``surface`` is what the page asked to be."""

    def draw(self, stream: str, audience: str) -> dict[str, str]:
        """Draw every region of an audience."""

    def personal(self, stream: str, person: str) -> dict[str, str]:
        """Draw what only this person sees."""

    def act(self, stream: str, ticket: Ticket, act_name: str, fields: dict[str, object], key: str) -> Awaitable[Answer]:
        """Do what is asked for. Raises ``Refused`` with its section, ``ValueError`` when it cannot be understood."""
