"""Reading a case from a file, in our own form or in the shared one."""

from __future__ import annotations

from pathlib import Path

import msgspec

from radslag.meetings.replay import shared_form
from radslag.meetings.replay.case import FORM, SHARED_FORM, Case, NotUnderstood

MOST_PEOPLE = 1000
"""No Swedish body has more seats."""


def read(path: Path) -> Case:
    """Read a case in our own form or in the shared one. Raises :class:`NotUnderstood` or ``OSError``."""
    try:
        raw = msgspec.json.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError) as odd:
        raise NotUnderstood(f"{path.name}: {odd}") from odd
    if not isinstance(raw, dict):
        raise NotUnderstood(f"{path.name}: no case")
    if raw.get("schema") == SHARED_FORM:
        return _within_reason(_typed(shared_form.case_of(raw), path.name))
    if raw.get("form") != FORM:
        raise NotUnderstood(f"{path.name}: neither {FORM} nor {SHARED_FORM}")
    return _within_reason(_typed(raw, path.name))


def _typed(said: object, name: str) -> Case:
    """Hold what was read against the types of a case: the shared form is taken in without a look at them."""
    try:
        return msgspec.convert(msgspec.to_builtins(said), Case)
    except msgspec.ValidationError as odd:
        raise NotUnderstood(f"{name}: {odd}") from odd


def _within_reason(case: Case) -> Case:
    """Refuse figures that no body has: a run makes that many people. Raises :class:`NotUnderstood`."""
    votes = any(step.what == "vote" for step in case.inputs.steps)
    if votes and not case.inputs.people and not any(step.sums and sum(step.sums) for step in case.inputs.steps):
        raise NotUnderstood(f"{case.id}: a vote, and nobody who could vote in it")
    seats = case.inputs.seats
    if seats is not None and (not isinstance(seats, int) or isinstance(seats, bool) or not 0 < seats <= MOST_PEOPLE):
        raise NotUnderstood(f"{case.id}: {seats!r} is no number of seats")
    for step in case.inputs.steps:
        for said in step.sums or ():
            if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said <= MOST_PEOPLE:
                raise NotUnderstood(f"{case.id}: {said!r} is no number of votes")
    return case
