"""The minutes as open data (JSON), and the digest that approvers approve."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import msgspec

from radslag.meetings.record import MeetingRecord
from radslag.minutes.contents import Contents

FORMAT = "radslag.minutes/1"


def data(minutes: Contents, record: MeetingRecord) -> dict[str, Any]:
    """Give the minutes (in words) and the record they are made of (in codes), as JSON types."""
    return {
        "format": FORMAT,
        "address": f"/mote/{minutes.meeting}/protokoll/",
        "draft": minutes.draft,
        "mode": record.mode,
        "minutes": msgspec.to_builtins(minutes),
        "record": msgspec.to_builtins(record),
    }


def encoded(minutes: Contents, record: MeetingRecord) -> bytes:
    """Give the same as bytes: UTF-8, two spaces' indent."""
    return msgspec.json.format(msgspec.json.encode(data(minutes, record)), indent=2) + b"\n"


def digest(minutes: Contents) -> str:
    """Give the SHA-256 of everything the minutes say but the approvals themselves: that is what is approved."""
    bare = replace(minutes, draft=True, approvals=())
    return hashlib.sha256(msgspec.json.encode(bare, order="deterministic")).hexdigest()
