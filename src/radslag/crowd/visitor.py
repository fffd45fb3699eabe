"""One who visits as a browser does: signs in by the form, keeps cookies, takes a ticket, follows and acts."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from http.cookiejar import CookieJar
from threading import Lock
from time import monotonic
from typing import Any

PAGES = {"chair": "ordforande", "secretary": "sekreterare"}
PATIENCE = 30.0
TICKET_AGE = 480.0
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Lost(Exception):
    """The server could not be reached, or did not answer as a page does."""


@dataclass(frozen=True)
class Said:
    """What was answered to an act: the status, and the words of a refusal."""

    status: int
    says: str = ""

    @property
    def done(self) -> bool:
        return self.status == 200


@dataclass
class Visitor:
    """A session at one address. Raises :class:`Lost` when the server does not answer."""

    site: str
    user: str
    password: str
    person: str = ""
    party: str = ""
    role: str = "member"
    signed_in: bool = False
    _tickets: dict[str, tuple[str, float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._cookies = CookieJar()
        self._door = Lock()
        self._browser = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self._cookies)
        )

    def sign_in(self) -> None:
        """Fill in the form of the sign-in page, once: who leads and who votes may be the same person."""
        with self._door:
            if self.signed_in:
                return
            page = self.page("/konto/logga-in/")
            self._post("/konto/logga-in/", {"login": self.user, "password": self.password, **_token(page)})
            if not any(cookie.name == "sessionid" for cookie in self._cookies):
                raise Lost(f"{self.user} was not let in")
            self.signed_in = True

    def page(self, path: str) -> str:
        """Fetch a page."""
        return self._send(self._request(path))

    def fill_in(self, page: str, action: str, **fields: str) -> None:
        """Open a page and send one of its forms."""
        self._post(action, {**_token(self.page(page)), "key": str(uuid.uuid4()), **fields})

    def take_over(self) -> None:
        """Let this session be the one that acts for the person, as the page offers when another one did."""
        self.fill_in("/mitt/enhet/", "/mitt/enhet/")
        self._tickets.clear()

    def ticket(self, meeting: str, surface: str = "member") -> str:
        """Give a fresh ticket of a meeting, asking through the room's own form when the old one is aging."""
        kept, at = self._tickets.get(meeting, ("", 0.0))
        if kept and monotonic() - at < TICKET_AGE:
            return kept
        room = self.page(f"/mote/{meeting}/{PAGES.get(self.role, 'delta')}/")
        form = re.search(r'<form[^>]*action="([^"]+)"[^>]*data-ticket', room)
        if form is None:
            raise Lost(f"{self.user} finds no way into the room")
        said = self._post(unescape(form[1]), {"surface": surface, **_token(room)})
        signed = str(json.loads(said)["ticket"])
        self._tickets[meeting] = (signed, monotonic())
        return signed

    def act(self, meeting: str, act: str, **fields: Any) -> Said:
        """Send an act by the raw path, with a key of its own."""
        headers = {
            "Content-Type": "application/json",
            "Room-Ticket": self.ticket(meeting),
            "Idempotency-Key": str(uuid.uuid4()),
            "Origin": self.site,
        }
        asked = self._request(f"/live/{meeting}/act", json.dumps({"act": act, **fields}).encode(), headers)
        try:
            with self._browser.open(asked, timeout=PATIENCE) as answer:
                answer.read()
                return Said(answer.status)
        except urllib.error.HTTPError as no:
            if no.code in (401, 403):
                self._tickets.pop(meeting, None)
            return Said(no.code, _says(no.read()))
        except OSError as lost:
            raise Lost(str(lost)) from lost

    def follow(self, meeting: str, surface: str = "member") -> Iterator[dict[str, str]]:
        """Follow the meeting: each time something changes, the regions that did. Ends when the line does."""
        self.ticket(meeting, surface)
        asked = self._request(f"/live/{meeting}/stream?surface={surface}")
        try:
            with self._browser.open(asked, timeout=120) as stream:
                kind = ""
                for raw in stream:
                    line = raw.decode().rstrip("\n")
                    if line.startswith("event: "):
                        kind = line.removeprefix("event: ")
                    elif line.startswith("data: ") and kind == "regions":
                        yield json.loads(line.removeprefix("data: "))["regions"]
                    elif not line:
                        kind = ""
        except (OSError, ValueError) as lost:
            raise Lost(str(lost)) from lost

    def _post(self, path: str, fields: dict[str, str]) -> str:
        body = urllib.parse.urlencode(fields).encode()
        headers = {"Referer": self.site + path, "Origin": self.site}
        return self._send(self._request(path, body, headers))

    def _request(
        self, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> urllib.request.Request:  # fmt: skip
        """Make a request to the one site this visitor visits; its address was checked when the play began."""
        return urllib.request.Request(self.site + path, data=body, headers=headers or {})  # noqa: S310

    def _send(self, asked: urllib.request.Request) -> str:
        try:
            with self._browser.open(asked, timeout=PATIENCE) as answer:
                body: bytes = answer.read()
                return body.decode()
        except OSError as lost:
            raise Lost(str(lost)) from lost


def _token(page: str) -> dict[str, str]:
    found = TOKEN.search(page)
    return {"csrfmiddlewaretoken": found[1]} if found else {}


def _says(body: bytes) -> str:
    try:
        return str(json.loads(body).get("says", ""))
    except ValueError:
        return ""
