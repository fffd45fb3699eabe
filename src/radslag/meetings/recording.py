"""A meeting's record as the asker may see it: the journal read, and what is closed taken out (INVARIANTS 8)."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from radslag.log import read as log
from radslag.log.entry import Entry
from radslag.log.texts import DIGESTS
from radslag.meetings import journal
from radslag.meetings.engine import events as e
from radslag.meetings.models import Meeting
from radslag.meetings.reading import Happened, read_record
from radslag.meetings.record import ItemShown, MeetingRecord
from radslag.publicity import read as marks
from radslag.publicity.asker import Asker
from radslag.publicity.rules import Mark, Publicity, Sight, public_title, what_may_be_seen

WITHHELD = "Beslutet omfattas av sekretess."
WITHHELD_TEXT = "Texten omfattas av sekretess."


def record(meeting: UUID | str, asking: Asker, *, up_to: int | None = None) -> MeetingRecord | None:
    """Give the record of a meeting, or None when there is no journal. ``up_to``: leave later entries out."""
    found = _read(meeting, up_to)
    if found is None:
        return None
    shown = veiled(found[0], asking, persons_recused(found[1]))
    return _without_remarks(shown, found[1])


def recused_in(meeting: UUID | str) -> dict[str, frozenset[str]]:
    """Say by item who has left it for a conflict of interest."""
    return persons_recused([(one, _event(one)) for one in log.entries(f"meeting/{meeting}")])


def whole(meeting: UUID | str, *, up_to: int | None = None) -> MeetingRecord | None:
    """Give the record with nothing taken out: for the approved minutes that the authority keeps, never for a page."""
    found = _read(meeting, up_to)
    return found[0] if found else None


def _read(meeting: UUID | str, up_to: int | None) -> tuple[MeetingRecord, list[Happened]] | None:
    stream = f"meeting/{meeting}"
    birth = log.birth(stream)
    if birth is None:
        return None
    happened = [(one, _event(one)) for one in log.entries(stream) if up_to is None or one.number <= up_to]
    texts = log.texts({name for one, _ in happened for name in one.facts.get(DIGESTS, ())})
    body = Meeting.objects.values_list("body", flat=True).filter(pk=meeting).first()
    read = read_record(birth, happened, texts)
    return replace(read, owner=birth.owner, body_id=str(body or "")), happened


def veiled(record: MeetingRecord, asking: Asker, recused: dict[str, frozenset[str]]) -> MeetingRecord:
    """Take out of the record what the asker may not see. ``recused``: by item, who has left it for a conflict."""
    marked = marks.marked([_publicity(item, record) for item in record.items if item.matter])
    return replace(
        record,
        items=tuple(
            item
            if _may_see(item, record, asking, marked.get(item.matter), recused.get(item.item, frozenset()))
            else _hidden(item, marked.get(item.matter))
            for item in record.items
        ),
    )


def _may_see(
    item: ItemShown, record: MeetingRecord, asking: Asker, today: Publicity | None, recused: frozenset[str]
) -> bool:
    """Ask both marks: the one of the day of the meeting and the one of today; the stricter holds."""
    out = asking.person in recused
    then = replace(_publicity(item, record), mark=Mark.SECRET if item.closed else Mark.OPEN)
    return all(
        what_may_be_seen(thing, asking, recused=out) is Sight.FULL for thing in (then, today) if thing is not None
    )


def _publicity(item: ItemShown, record: MeetingRecord) -> Publicity:
    bodies = frozenset({record.body_id} if record.body_id else ())
    return Publicity(item.matter, record.owner, item.title, bodies, item.public_title)


def _hidden(item: ItemShown, today: Publicity | None) -> ItemShown:
    title = item.public_title if item.closed or today is None else public_title(today)
    return replace(
        item, title=title, public_title=title, closed=True, hidden=True, summary="", proposal="", recused=(),
        motions=(), questions=(), decision=WITHHELD if item.outcome else "", took_part=(), reservations=(), notes=(),
        outcome="withheld" if item.outcome else None, by_minority=False,
    )  # fmt: skip


def persons_recused(happened: list[Happened]) -> dict[str, frozenset[str]]:
    """Say by item who has declared a conflict of interest, or was found by the chair to have one."""
    found: dict[str, frozenset[str]] = {}
    for _, event in happened:
        if isinstance(event, e.RecusalDeclared) or (isinstance(event, e.RecusalDecided) and event.recused):
            found[event.item] = found.get(event.item, frozenset()) | {event.person}
        elif isinstance(event, e.RecusalDecided):
            found[event.item] = found.get(event.item, frozenset()) - {event.person}
    return found


def _without_remarks(record: MeetingRecord, happened: list[Happened]) -> MeetingRecord:
    """Take the words out of a correction or a reason that was written about an item the asker may not see."""
    hidden = frozenset(item.item for item in record.items if item.hidden)
    if not hidden:
        return record
    about: dict[int, str | None] = {}
    up: str | None = None
    for entry, event in happened:
        up = event.item if isinstance(event, e.ItemOpened) else up
        about[entry.number] = getattr(event, "item", None) or up
        up = None if isinstance(event, e.ItemClosed) else up
    reasons = [entry for entry, event in happened if isinstance(event, e.AdviceSetAside)]
    closed_at = {entry.envelope.happened_at for entry in reasons if about[entry.number] in hidden}
    return replace(
        record,
        corrections=tuple(
            replace(one, text=WITHHELD_TEXT) if about.get(one.number) in hidden else one for one in record.corrections
        ),
        advice=tuple(replace(one, reason=WITHHELD_TEXT) if one.at in closed_at else one for one in record.advice),
    )


def _event(entry: Entry) -> e.Event:
    facts = {name: fact for name, fact in entry.facts.items() if name != DIGESTS}
    return journal.read_back(entry.kind, facts)
