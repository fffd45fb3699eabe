"""The room ticket: what lets a screen follow a meeting and a person act in it, sealed and good for ten minutes.

Sealed, not only signed: it names the session, and the page's own scripts carry it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import time
from dataclasses import astuple, dataclass
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpResponse

LIFETIME = 600
"""Seconds. A page renews its ticket through Django, where the person is asked after again."""

COOKIE = "room"


@dataclass(frozen=True)
class Ticket:
    """Who may follow and act: the session and person (both empty for the public), role, meeting and device."""

    session: str
    person: str | None
    audience_role: str
    meeting: str
    device: str
    expires: float
    """Seconds since 1970; ten minutes after the ticket was issued."""

    @property
    def issued(self) -> float:
        """When it was issued: what ended after that is not brought back by it."""
        return self.expires - LIFETIME


class BadTicket(Exception):
    """The ticket is forged, out of date or no ticket at all."""


def new_ticket(*, session: str, person: str | None, audience_role: str, meeting: str, device: str) -> Ticket:
    """Make a ticket that is good from now on."""
    return Ticket(session, person, audience_role, meeting, device, round(time.time() + LIFETIME, 3))


def issue(ticket: Ticket) -> str:
    """Seal a ticket: the string that the page sends in ``Room-Ticket``."""
    return _box(settings.SECRET_KEY).encrypt(json.dumps(astuple(ticket)).encode()).decode()


def read(signed: str, now: float | None = None) -> Ticket:
    """Read a signed ticket. Raises :class:`BadTicket` when it is not ours or its time is out."""
    ticket = _unsigned(signed)
    if ticket.expires <= (time.time() if now is None else now):
        raise BadTicket("expired")
    return ticket


def let_in(response: HttpResponse, ticket: Ticket) -> str:
    """Give the browser the cookie that opens the stream; answers the signed ticket for the page itself.

    A page without it can follow as the public, and nothing more.
    """
    signed = issue(ticket)
    response.set_cookie(
        COOKIE, signed, max_age=LIFETIME, path=f"/live/{ticket.meeting}", httponly=True, samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip
    return signed


@lru_cache(maxsize=20_000)
def _unsigned(signed: str) -> Ticket:
    try:
        said = _box(settings.SECRET_KEY).decrypt(signed)
        session, person, role, meeting, device, expires = json.loads(said)
        return Ticket(session, person, role, meeting, device, float(expires))
    except (InvalidToken, ValueError, TypeError) as no:
        raise BadTicket("not ours") from no


@lru_cache(maxsize=4)
def _box(secret: str) -> Fernet:
    """Give the lock, whose key is drawn from the installation's."""
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"radslag.live.ticket" + secret.encode()).digest()))
