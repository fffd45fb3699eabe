"""Prose beside the record: insert-only, each with its own salt; the record holds only a keyed digest (INVARIANTS 6)."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass

DIGESTS = "digests"
"""Under this name the facts of an entry carry ``{text id: digest}``. The clerk puts it there; no domain may."""


@dataclass(frozen=True)
class Text:
    """A piece of prose. An edit is a new text; once the row is disposed of, its digest says nothing to anyone."""

    id: str
    body: str
    salt: bytes

    @property
    def digest(self) -> str:
        """HMAC-SHA-256 of the body with the text's own salt, in hex."""
        return hmac.new(self.salt, self.body.encode(), hashlib.sha256).hexdigest()


def new_text(body: str) -> Text:
    """Make a text of what someone wrote (NUL, which PostgreSQL cannot keep, left out), with fresh id and salt."""
    return Text(str(uuid.uuid4()), body.replace("\0", ""), secrets.token_bytes(32))
