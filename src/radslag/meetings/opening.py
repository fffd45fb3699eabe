"""Who sees closed items by administrative right and not by office in the body leaves a line that its chair sees."""

from __future__ import annotations

from datetime import datetime

from radslag.meetings.read import MeetingRow
from radslag.people import conduct as people
from radslag.publicity.asker import Asker
from radslag.publicity.rules import Mark, Publicity


def note_closed(row: MeetingRow, asking: Asker, at: datetime) -> None:
    """Leave a line for each closed item on the agenda that the asker is shown by right."""
    body = str(row.body.id)
    for item in row.items:
        if item.closed:
            thing = Publicity(item.id, row.owner, item.title, frozenset({body}), mark=Mark.SECRET)
            people.opened_by_right_of(thing, asking, kind="item", body=body, at=at)
