"""The words of a meeting, kept in memory: the snapshot of the opening, or what is planned until then, and the texts."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from time import monotonic

from radslag.log import read as log
from radslag.log.texts import DIGESTS
from radslag.meetings import calling, journal, snapshot
from radslag.meetings.engine.events import Event
from radslag.meetings.engine.state import Meeting as State
from radslag.meetings.engine.state import Stamp
from radslag.meetings.models import Meeting
from radslag.meetings.offices import Known, in_thread, known
from radslag.meetings.screens.words import Words
from radslag.meetings.snapshot import Snapshot


@dataclass
class _Book:
    """What has been read of one meeting so far."""

    guard: threading.Lock = field(default_factory=threading.Lock)
    snapshot: Snapshot | None = None
    shown_text: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    starts: str = ""
    read_to: int = 0
    happened: list[tuple[Stamp, Event]] = field(default_factory=list)
    planned_at: int = -1
    marks_read: float = float("-inf")
    words: Words | None = None


MARKS_FRESH = 3.0
"""Seconds that the marks on the matters may be used: one that is set in the register soon reaches every screen."""

_books: dict[str, _Book] = {}


def words_of(meeting: str, state: State) -> Words:
    """Give names, titles and texts as they stood; from the registers as long as the meeting is not opened."""
    place, book = known(meeting), _books.setdefault(meeting, _Book())
    with book.guard:
        if state.roster_text and book.shown_text != state.roster_text:
            body = log.texts([state.roster_text])
            book.snapshot = snapshot.from_text(body[state.roster_text])
            book.shown_text = state.roster_text
            book.marks_read = float("-inf")
        elif not state.roster_text and book.planned_at != state.version:
            book.snapshot = in_thread(lambda: _planned(place))
            book.planned_at = state.version
            book.marks_read = monotonic()
        if not book.starts:
            book.starts = in_thread(lambda: calling.when(Meeting.objects.get(pk=meeting).starts_at))
        _fetch(book, _texts_of(state))
        _add_items(book, state)
        if monotonic() - book.marks_read > MARKS_FRESH:
            _close_what_is_marked(book, place)
        if book.words is None or book.words.snapshot is not book.snapshot or len(book.words.texts) != len(book.texts):
            book.words = Words(book.snapshot or Snapshot(), dict(book.texts), place.mode, book.starts)
        return book.words


def happened_in(meeting: str, state: State) -> tuple[tuple[Stamp, Event], ...]:
    """Give every event so far with its stamp; only what is new since the last time is read."""
    place, book = known(meeting), _books.setdefault(meeting, _Book())
    with book.guard:
        if book.read_to < state.version:
            found: set[str] = set()
            for entry in log.entries(place.stream, book.read_to):
                facts = {name: fact for name, fact in entry.facts.items() if name != DIGESTS}
                stamp = Stamp(entry.number, entry.envelope.happened_at, entry.envelope.by, entry.envelope.key)
                book.happened.append((stamp, journal.read_back(entry.kind, facts)))
                found |= set(entry.facts.get(DIGESTS, ()))
                book.read_to = entry.number
            _fetch(book, found - {state.roster_text})
        return tuple(book.happened)


def forget(meeting: str) -> None:
    """Read what is planned anew at the next look: an agenda has been changed."""
    _books.pop(meeting, None)


def _texts_of(state: State) -> set[str]:
    return {motion.text for item in state.items.values() for motion in item.motions if motion.text}


def _fetch(book: _Book, ids: Iterable[str]) -> None:
    wanted = [one for one in ids if one not in book.texts and one not in book.missing]
    if wanted:
        found = log.texts(wanted)
        book.texts |= found
        book.missing |= set(wanted) - set(found)


def _add_items(book: _Book, state: State) -> None:
    """Items that were brought up at the meeting have a text of their own, under the item's id."""
    shown = book.snapshot
    if shown is None or not state.roster_text:
        return
    lacking = [key for key in state.order if key not in shown.items]
    _fetch(book, lacking)
    more = {key: snapshot.item_from_text(book.texts[key]) for key in lacking if key in book.texts}
    if more:
        book.snapshot = replace(shown, items={**shown.items, **more})


def _close_what_is_marked(book: _Book, place: Known) -> None:
    """Close the items whose matters have been marked since the snapshot was made. A mark is never loosened here."""
    shown = book.snapshot or Snapshot()
    now = in_thread(lambda: calling.agenda_of(Meeting.objects.get(pk=place.id)))
    closed = {
        str(row.id): replace(then, closed=True, public_title=row.public_title)
        for row in now
        if row.closed and (then := shown.items.get(str(row.id))) and not then.closed
    }
    if closed:
        book.snapshot = replace(shown, items={**shown.items, **closed})
    book.marks_read = monotonic()


def _planned(place: Known) -> Snapshot:
    meeting = Meeting.objects.get(pk=place.id)
    shown, _roster, _body = calling.snapshot_of(meeting, calling.sitting_day(meeting))
    return shown
