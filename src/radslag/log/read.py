"""What can be read of the record. Raw: what a person may see of it is decided by the domains and ``publicity``."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from radslag.log.entry import Entry, Stream
from radslag.log.opening import journal


def birth(stream: str) -> Stream | None:
    """Give the stream's birth, or None when there is no such stream."""
    return journal().reader().birth(stream)


def streams(kind: str | None = None) -> list[Stream]:
    """Give every stream (of a kind), in the order of their names."""
    return list(journal().reader().streams(kind))


def entries(stream: str, after: int = 0) -> Iterator[Entry]:
    """Give the entries of a stream with a number above ``after``, in order."""
    return iter(list(journal().reader().entries(stream, after)))


def last_seal(stream: str) -> tuple[int, str] | None:
    """Give number and seal of the last entry (0 and the birth's seal before the first), None without a stream."""
    return journal().reader().last_seal(stream)


def texts(ids: Collection[str]) -> dict[str, str]:
    """Give the words of these texts by id; those that have been disposed of are left out."""
    return {text.id: text.body for text in journal().reader().texts(ids).values()}
