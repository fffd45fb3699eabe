"""The raw path: ``GET /live/<meeting>/stream`` and ``POST /live/<meeting>/act``, with locks of its own.

It stands beside Django and goes through none of its middleware, so each lock is here and in sight.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
from django.conf import settings
from django.http.request import split_domain_port, validate_host

from radslag.live import refusal, ticket
from radslag.live.hall import Screen
from radslag.live.hub import hub
from radslag.live.pace import Pace
from radslag.live.refusal import No
from radslag.live.stream import Receive, Send, follow
from radslag.live.ticket import BadTicket, Ticket
from radslag.log import read

log = logging.getLogger("radslag.live")

KIND = "meeting"
MOST_BYTES = 8 * 1024
LONGEST_KEY = 100
MOST_STREAMS = 30
"""Streams that one person has open at the same time in one meeting: eight tabs on three devices, and some to spare."""
SURFACES = frozenset({"chair", "secretary", "member", "wall", "lectern", "public"})

pace = Pace(float(os.environ.get("RADSLAG_ACTS_PER_SECOND", "10")), float(os.environ.get("RADSLAG_ACTS_AT_ONCE", "30")))


@dataclass(frozen=True)
class Asked:
    """A request, as far as the locks need it."""

    method: str
    meeting: str
    what: str
    headers: Mapping[bytes, bytes]
    cookies: Mapping[str, str]
    query: str

    def header(self, name: bytes) -> str:
        """Give a header as text, empty when it is absent."""
        return self.headers.get(name, b"").decode("latin-1")


async def live(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    """Answer one request under ``/live/``."""
    asked = _asked(scope)
    language = refusal.language_of(asked.cookies)
    try:
        _own_site(asked)
        if (asked.method, asked.what) == ("POST", "act"):
            status, said = 200, await _act(asked, receive)
        elif (asked.method, asked.what) == ("GET", "stream"):
            await _stream(asked, receive, send)
            return
        elif asked.what in ("act", "stream"):
            # Nobody is told what another site might do here: the question itself (OPTIONS) is refused.
            raise No(refusal.OTHER_SITE if asked.method == "OPTIONS" else refusal.METHOD)
        else:
            raise No(refusal.UNKNOWN)
    except Exception as why:
        status, said = refusal.answer_to(why, language)
        if status >= 500:
            log.exception("an act could not be answered")
    headers = [
        (b"content-type", b"application/json"), (b"cache-control", b"no-store"),
        (b"content-length", str(len(said)).encode()), (b"x-content-type-options", b"nosniff"),
    ]  # fmt: skip
    if status in (413, 429):
        # What was not read must not be taken for the next request.
        headers.append((b"connection", b"close") if status == 413 else (b"retry-after", b"1"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": said})


async def _act(asked: Asked, receive: Receive) -> bytes:
    given = _ticket_of(asked)
    await _still_welcome(given)
    if given.person is None:
        raise No(refusal.ONLY_FOLLOWS)
    key = asked.header(b"idempotency-key")
    if not key or len(key) > LONGEST_KEY or not key.isprintable():
        raise No(refusal.NO_KEY)
    if not pace.lets(f"{given.session} {given.person} {given.meeting}"):
        raise No(refusal.TOO_MANY)
    fields = msgspec.json.decode(await _body(asked, receive), type=dict[str, object])
    name = fields.pop("act", None)
    if not isinstance(name, str):
        raise No(refusal.NOT_UNDERSTOOD)
    room = hub.room(KIND)
    if room is None:
        raise No(refusal.UNKNOWN)
    answer = await room.act(f"{KIND}/{asked.meeting}", given, name, fields, key)
    return msgspec.json.encode({"number": answer.number, "again": answer.again})


async def _stream(asked: Asked, receive: Receive, send: Send) -> None:
    wanted = parse_qs(asked.query).get("surface", [""])[0]
    try:
        given = ticket.read(asked.cookies.get(ticket.COOKIE, ""))
        await _still_welcome(given)
    except (BadTicket, No) as no:
        if wanted.partition(".")[0] != "public":
            raise No(refusal.NO_TICKET) from no
        # Anyone may follow as the public, also from a page that was cached for thousands.
        given = ticket.new_ticket(session="", person=None, audience_role="public", meeting=asked.meeting, device="")
    if given.meeting != asked.meeting:
        raise No(refusal.OTHER_MEETING)
    if wanted and wanted.partition(".")[0] not in SURFACES:
        raise No(refusal.NOT_UNDERSTOOD)
    stream = f"{KIND}/{asked.meeting}"
    if hub.room(KIND) is None or read.birth(stream) is None:
        raise No(refusal.UNKNOWN)
    if given.person is not None and hub.streams_of(given.person, stream) >= MOST_STREAMS:
        raise No(refusal.TOO_MANY)
    screen = Screen(given, wanted or given.audience_role)
    hall = hub.enter(stream, screen)
    try:
        await follow(screen, receive, send)
    finally:
        hub.leave(hall, screen)


def _ticket_of(asked: Asked) -> Ticket:
    """Read the ticket in the header. The cookie must hold one of the same session, person and device.

    The page can read the one and not the other: a ticket that was carried off opens nothing.
    """
    try:
        given = ticket.read(asked.header(b"room-ticket"))
        if given.meeting != asked.meeting:
            raise No(refusal.OTHER_MEETING)
        kept = ticket.read(asked.cookies.get(ticket.COOKIE, ""))
    except BadTicket as no:
        raise No(refusal.NO_TICKET) from no
    if (kept.session, kept.person, kept.device, kept.meeting) != (
        given.session, given.person, given.device, given.meeting,
    ):  # fmt: skip
        raise No(refusal.OTHER_DEVICE)
    return given


async def _still_welcome(given: Ticket) -> None:
    if not hub.door.is_fresh(given):
        await hub.look_up([given])
    if not hub.door.is_open_to(given):
        raise No(refusal.NO_TICKET)
    if given.session:
        hub.door.acts(given)


async def _body(asked: Asked, receive: Receive) -> bytes:
    """Read at most 8 KiB; what says it is larger is not read at all."""
    if int(asked.header(b"content-length") or 0) > MOST_BYTES:
        raise No(refusal.TOO_LARGE)
    body, more = b"", True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise No(refusal.NOT_UNDERSTOOD)
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > MOST_BYTES:
            raise No(refusal.TOO_LARGE)
    return body


def _own_site(asked: Asked) -> None:
    """Let only our own pages in. A stream is opened without Origin by browsers; an act never is."""
    host, origin = asked.header(b"host"), asked.header(b"origin")
    if not _is_ours(host):
        raise No(refusal.OTHER_SITE)
    if asked.header(b"sec-fetch-site") not in ("", "same-origin", "none"):
        raise No(refusal.OTHER_SITE)
    if (origin or asked.method == "POST") and urlsplit(origin).netloc != host:
        raise No(refusal.OTHER_SITE)


@lru_cache(maxsize=1000)
def _is_ours(host: str) -> bool:
    return validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


def _asked(scope: dict[str, Any]) -> Asked:
    headers: dict[bytes, bytes] = dict(scope["headers"])
    parts = str(scope["path"]).removeprefix(str(scope.get("root_path", ""))).split("/")
    meeting, what = (parts[2], parts[3]) if len(parts) == 4 else ("", "")
    pairs = (pair.strip().partition("=") for pair in headers.get(b"cookie", b"").decode("latin-1").split(";"))
    cookies = {name: value.strip('"') for name, _, value in pairs}
    return Asked(scope["method"], meeting, what, headers, cookies, scope["query_string"].decode("latin-1"))
