"""What secretary, chair and adjusters send in, read strictly; nothing that was written is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.http import QueryDict

from radslag.minutes.assembling import Shown
from radslag.minutes.engine.events import Section
from radslag.minutes.engine.state import Minutes

LONGEST = 20_000
"""Characters in one passage."""

Key = tuple[Section, str | None]


class TooLong(ValueError):
    """A passage is longer than ``LONGEST``."""


@dataclass(frozen=True)
class Written:
    """What came in: the passages that were changed, and those that someone else has changed meanwhile."""

    prose: Mapping[Key, str]
    clashes: frozenset[Key]


def field_of(key: Key) -> str:
    """Name the field of a passage: ``summary:<item>``, ``notes:<item>``, ``notes:``."""
    return f"{key[0]}:{key[1] or ''}"


def keys_of(shown: Shown) -> list[Key]:
    """Give the passages that can be written: two for each handled item, and the notes of the whole."""
    items = [paragraph.item for paragraph in shown.contents.paragraphs if not paragraph.hidden]
    return [(section, item) for item in items for section in _SECTIONS] + [("notes", None)]


def read_draft(sent: QueryDict, shown: Shown) -> Written:
    """Read the draft's form. Each field carries the id of the text it was opened with (``was:…``).

    Raises :class:`TooLong`. Unknown fields are left alone.
    """
    prose: dict[Key, str] = {}
    clashes: set[Key] = set()
    for key in keys_of(shown):
        name = field_of(key)
        if name not in sent:
            continue
        body = str(sent[name]).replace("\r\n", "\n").strip()
        if len(body) > LONGEST:
            raise TooLong(name)
        if body == standing(shown, key):
            continue
        prose[key] = body
        if sent.get(f"was:{name}", "") != text_id(shown.state, key):
            clashes.add(key)
    return Written(prose, frozenset(clashes))


def standing(shown: Shown, key: Key) -> str:
    """Give the passage as it stands: the secretary's own, or the summary that the item came with."""
    if key in shown.state.prose:
        return shown.prose.get(key, "")
    if key[0] == "summary":
        return next((item.summary for item in shown.record.items if item.item == key[1]), "")
    return ""


def text_id(state: Minutes, key: Key) -> str:
    """Give the id of the text that a passage stands with now, or nothing before the first."""
    return state.prose.get(key, "")


def read_words(sent: QueryDict, name: str) -> str:
    """Read a remark or a reason. Raises :class:`TooLong`."""
    words = str(sent.get(name, "")).replace("\r\n", "\n").strip()
    if len(words) > LONGEST:
        raise TooLong(name)
    return words


_SECTIONS = cast("tuple[Section, ...]", ("summary", "notes"))
