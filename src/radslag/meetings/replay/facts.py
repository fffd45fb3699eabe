"""Writing the facts of real cases in our own form: roles, figures and choices, never names or prose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from radslag.meetings.replay.case import Case, written
from radslag.meetings.replay.reading import read

MOST_WORDS = 15
"""A quotation is never longer."""


def build(source: Path, target: Path) -> int:
    """Read every case in ``source`` and write it in our own form to ``target``; give how many.

    Raises ``NotUnderstood`` or ``OSError``.
    """
    target.mkdir(parents=True, exist_ok=True)
    paths = sorted(source.glob("*.json"))
    for path in paths:
        (target / path.name).write_bytes(written(trimmed(read(path))))
    return len(paths)


def trimmed(case: Case) -> Case:
    """Give the case without sentences of whoever wrote it down; outcomes that are long words are left out."""
    kept = {path: said for path, said in case.recorded.items() if said is not None and _is_short(said)}
    return msgspec.structs.replace(case, recorded=kept)


def _is_short(said: Any) -> bool:
    return not isinstance(said, str) or len(said.split()) <= MOST_WORDS
