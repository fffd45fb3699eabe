"""Reading and writing the seed tables: CSV beside this file, always the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

Row = Mapping[str, str]

_NAMESPACE = uuid.UUID("0f6c6b52-43b4-5d8e-9a57-2b4a6c0b2026")
"""Never changes: the permanent ids of the public sector are made from it."""


def permanent_id(kind: str, key: str) -> str:
    """Give the id that an organisation or area has in every installation, from its kind and code."""
    return str(uuid.uuid5(_NAMESPACE, f"{kind}/{key}"))


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Read one of our tables by its name (``municipalities``)."""
    text = (resources.files(__package__) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text)))


def write(folder: Path, name: str, made: Iterable[Mapping[str, object]]) -> None:
    """Write a table: UTF-8, line feeds, columns in the order of the first row, rows as given."""
    listed = list(made)
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(listed[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    (folder / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8", newline="\n")


def read_other(path: Path) -> list[dict[str, str]]:
    """Read a table of source data."""
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))
