"""Whether the holder of a ticket is still welcome: not signed out, not moved to another device."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable

from django.contrib.sessions.models import Session
from django.db import close_old_connections
from django.utils import timezone

from radslag.live.ticket import LIFETIME, Ticket

FRESH = 1.0
"""Seconds for which a session that was seen to exist is taken to exist (another process may end it)."""

ACTIVE = 10.0
"""Seconds after an act for which its holder is asked about ahead."""

Check = Callable[[Collection[Ticket]], Iterable[Ticket]]
"""Of these tickets, give those that are no longer welcome. Called from a thread, at most twice a second."""


class Door:
    """Remembers who has left, and asks the registers about the rest."""

    def __init__(self) -> None:
        self._left: dict[str, float] = {}
        self._seen: dict[str, float] = {}
        self._acting: dict[str, tuple[Ticket, float]] = {}
        self._checks: list[Check] = []

    def ask(self, check: Check) -> None:
        """Ask this too, from now on: the domain that keeps devices and offices knows more than sessions."""
        self._checks.append(check)

    def session_ended(self, session: str) -> None:
        """Let no ticket of this session in again."""
        self._leave(f"session {session}")

    def person_left(self, person: str) -> None:
        """Let no ticket in that this person holds by now."""
        self._leave(f"person {person}")

    def device_left(self, person: str, device: str) -> None:
        """Let no ticket in that this person holds by now on this device."""
        self._leave(f"device {person} {device}")

    def is_open_to(self, ticket: Ticket) -> bool:
        """Say whether nothing is known against the ticket."""
        if not self._left:
            return True
        left = max(
            self._left.get(f"person {ticket.person}", 0.0),
            self._left.get(f"device {ticket.person} {ticket.device}", 0.0),
        )
        return f"session {ticket.session}" not in self._left and ticket.issued > left

    def is_fresh(self, ticket: Ticket) -> bool:
        """Say whether the registers were asked about the ticket's session within the last second."""
        return not ticket.session or time.monotonic() - self._seen.get(ticket.session, -FRESH) < FRESH

    def look_up(self, tickets: Collection[Ticket]) -> None:
        """Ask the registers about these tickets at once; to be called from a thread."""
        close_old_connections()
        try:
            now, sessions = time.monotonic(), {ticket.session for ticket in tickets if ticket.session}
            there = set(
                Session.objects.filter(session_key__in=sessions, expire_date__gt=timezone.now()).values_list(
                    "session_key", flat=True
                )
            )
            for session in sessions - there:
                self.session_ended(session)
            for check in self._checks:
                for ticket in check(tickets):
                    self.device_left(ticket.person or "", ticket.device)
            self._seen.update(dict.fromkeys(there, now))
        finally:
            close_old_connections()

    def acts(self, ticket: Ticket) -> None:
        """Remember that somebody acts: they are asked about ahead, so that their next act need not wait for it."""
        self._acting[ticket.session] = (ticket, time.monotonic())

    def acting(self) -> set[Ticket]:
        """Give the tickets of those who acted lately."""
        since = time.monotonic() - ACTIVE
        self._acting = {session: kept for session, kept in self._acting.items() if kept[1] > since}
        return {ticket for ticket, _ in self._acting.values()}

    def _leave(self, who: str) -> None:
        # No ticket outlives its time, so what ended longer ago than that can be forgotten.
        now = time.time()
        self._left = {one: at for one, at in self._left.items() if now - at < LIFETIME + 60} | {who: now}
        if len(self._seen) > 50_000:
            self._seen.clear()


door = Door()
"""The door of this process."""
