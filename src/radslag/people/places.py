"""What authorities and bodies are called: they lie above this domain, which only holds their ids.

The domain that knows them says so once with ``use``; until then ids are shown.
"""

from __future__ import annotations

from typing import Protocol

from radslag.log.entry import Mode


class Places(Protocol):
    """What this domain asks of the one that knows authorities and bodies."""

    def owner_name(self, owner: str) -> str:
        """Give an authority's name."""

    def body_name(self, body: str) -> str:
        """Give a body's name."""

    def bodies_of(self, owner: str) -> list[tuple[str, str]]:
        """Give an authority's bodies: id and name."""

    def mode_of(self, owner: str) -> Mode:
        """Say whether the authority's own business is sharp or a test (a fictional authority)."""


class Unknown:
    """Before anybody knows better."""

    def owner_name(self, owner: str) -> str:
        return owner[:8]

    def body_name(self, body: str) -> str:
        return body[:8]

    def bodies_of(self, owner: str) -> list[tuple[str, str]]:  # noqa: ARG002 - the protocol's shape
        return []

    def mode_of(self, owner: str) -> Mode:  # noqa: ARG002 - the protocol's shape
        return "sharp"


_known: list[Places] = [Unknown()]


def use(places: Places) -> None:
    """Ask these from now on."""
    _known[0] = places


def known() -> Places:
    """Give whom to ask."""
    return _known[0]
