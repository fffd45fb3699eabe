"""The pen: seals what happened in an act and makes lines of it. Only the clerk writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from radslag.log.entry import Entry, Envelope, seal
from radslag.log.journal import Line
from radslag.log.texts import DIGESTS, Text

Happening = tuple[str, dict[str, Any]]
"""The permanent name of what happened, and its facts."""


def lines(
    stream: str, after: tuple[int, str], happened: Sequence[Happening], envelope: Envelope,
    texts: Sequence[Text], asked: str,
) -> list[Line]:  # fmt: skip
    """Seal the happenings of one act as the lines that follow number and seal ``after``.

    The digest of each text goes to the first happening that names it (or to the first of all), so that a text
    that is changed later no longer fits a sealed entry.
    """
    number, previous = after
    said = [msgspec.json.encode(facts, order="deterministic") for _, facts in happened]
    digests: list[dict[str, str]] = [{} for _ in happened]
    for text in texts:
        place = next((n for n, facts in enumerate(said) if text.id.encode() in facts), 0)
        digests[place][text.id] = text.digest
    made: list[Line] = []
    for part, (kind, _) in enumerate(happened):
        # Through JSON once, so that what is sealed is byte for byte what is read back.
        facts = msgspec.json.decode(said[part]) | ({DIGESTS: digests[part]} if digests[part] else {})
        number += 1
        previous = seal(previous, stream, number, kind, facts, envelope)
        made.append(Line(Entry(stream, number, kind, facts, envelope, previous), part, asked))
    return made
