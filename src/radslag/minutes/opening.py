"""Who reads closed items of the minutes by administrative right leaves a line that the body's chair sees."""

from __future__ import annotations

from datetime import datetime

from radslag.minutes.assembling import Shown
from radslag.people import conduct as people
from radslag.publicity.asker import Asker
from radslag.publicity.rules import Mark, Publicity


def note_closed(shown: Shown, asking: Asker, at: datetime) -> None:
    """Leave a line for each closed item that these minutes show the asker by right and not by office."""
    record = shown.record
    for item in record.items:
        if item.closed and not item.hidden and item.paragraph is not None:
            thing = Publicity(item.item, record.owner, item.title, frozenset({record.body_id}), mark=Mark.SECRET)
            people.opened_by_right_of(thing, asking, kind="item", body=record.body_id or None, at=at)
