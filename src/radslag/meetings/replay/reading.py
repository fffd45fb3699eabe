"""Reading a case from a file, in our own form or in the shared one."""

from __future__ import annotations

from pathlib import Path

import msgspec

from radslag.meetings.replay import shared_form
from radslag.meetings.replay.case import FORM, SHARED_FORM, Case, NotUnderstood


def read(path: Path) -> Case:
    """Read a case in our own form or in the shared one. Raises :class:`NotUnderstood` or ``OSError``."""
    try:
        raw = msgspec.json.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError) as odd:
        raise NotUnderstood(f"{path.name}: {odd}") from odd
    if not isinstance(raw, dict):
        raise NotUnderstood(f"{path.name}: no case")
    if raw.get("schema") == SHARED_FORM:
        return shared_form.case_of(raw)
    if raw.get("form") != FORM:
        raise NotUnderstood(f"{path.name}: neither {FORM} nor {SHARED_FORM}")
    try:
        return msgspec.convert(raw, Case)
    except msgspec.ValidationError as odd:
        raise NotUnderstood(f"{path.name}: {odd}") from odd
