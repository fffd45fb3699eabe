"""The journal of a meeting read as a record: who served when, what was put, voted and decided. Nothing is looked up.

``read_record`` is given all it needs (births, entries, texts) and gives the same answer in thirty years.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from radslag.law.rule import RULES
from radslag.log.entry import Entry, Stream
from radslag.meetings import told
from radslag.meetings.engine import events as e
from radslag.meetings.engine.procedure import evolve
from radslag.meetings.engine.serving import serving
from radslag.meetings.engine.state import Item, Meeting, Stamp
from radslag.meetings.record import AdviceShown, CorrectionShown, ItemShown, MeetingRecord, PersonShown
from radslag.meetings.snapshot import Snapshot, from_text, item_from_text

Happened = tuple[Entry, e.Event]


@dataclass
class Seen:
    """What passes by while the journal is read and does not stay in the picture of the meeting."""

    presiding: list[tuple[str, datetime, str]] = field(default_factory=list)
    breaks: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    served: dict[str, set[str]] = field(default_factory=dict)
    """By item: who served at any time while it was open."""
    served_for: dict[str, list[str]] = field(default_factory=dict)
    electorates: dict[tuple[str, int], Mapping[str, str]] = field(default_factory=dict)
    """By question: the members whose seats substitutes filled when the ballot opened, by substitute."""
    reservations: dict[str, list[tuple[str, str | None]]] = field(default_factory=dict)
    notes: dict[str | None, list[str]] = field(default_factory=dict)
    closed: dict[str, datetime] = field(default_factory=dict)
    corrections: list[tuple[Entry, e.Corrected]] = field(default_factory=list)
    advice: list[tuple[Entry, e.AdviceSetAside]] = field(default_factory=list)


def read_record(birth: Stream, happened: Iterable[Happened], texts: Mapping[str, str]) -> MeetingRecord:
    """Read a meeting's journal: its birth, its entries with their events, and the texts they name.

    A text that has been disposed of is shown as ”–”. Raises ``ValueError`` when the roster's text cannot be read.
    """
    everything = list(happened)
    meeting, seen = Meeting(), Seen()
    for entry, event in not_undone(everything):
        stamp = Stamp(entry.number, entry.envelope.happened_at, entry.envelope.by, entry.envelope.key)
        meeting = evolve(meeting, event, stamp)
        _notice(seen, meeting, entry, event)
    last = everything[-1][0] if everything else None
    snapshot = _snapshot(meeting, texts)
    return _record(birth, meeting, seen, snapshot, texts, last)


def not_undone(happened: list[Happened]) -> list[Happened]:
    """Leave out every act that was taken back, and the taking back (INVARIANTS 12)."""
    acts = {entry.number: (entry.envelope.by, entry.envelope.key) for entry, _ in happened}
    undone = {acts[event.number] for _, event in happened if isinstance(event, e.Undone)}
    return [
        (entry, event)
        for entry, event in happened
        if acts[entry.number] not in undone and not isinstance(event, e.Undone)
    ]


def _notice(seen: Seen, meeting: Meeting, entry: Entry, event: e.Event) -> None:
    at = entry.envelope.happened_at
    match event:
        case e.PresidingChanged(person, reason):
            seen.presiding.append((person, at, reason))
        case e.MeetingAdjourned():
            seen.breaks.append((at, None))
        case e.MeetingResumed():
            seen.breaks[-1] = (seen.breaks[-1][0], at)
        case e.SubstituteSeated(substitute, member):
            served_for = seen.served_for.setdefault(substitute, [])
            served_for += [] if member in served_for else [member]
        case e.BallotOpened(item, question):
            stands_in = {one.substitute: one.member for one in meeting.serving.values()}
            seen.electorates[item, question] = stands_in
        case e.ReservationMade(item, person, text):
            seen.reservations.setdefault(item, []).append((person, text))
        case e.Noted(about, text):
            seen.notes.setdefault(about, []).append(text)
        case e.ItemClosed(item):
            seen.closed[item] = at
        case e.Corrected():
            seen.corrections.append((entry, event))
        case e.AdviceSetAside():
            seen.advice.append((entry, event))
        case _:
            pass
    moved = e.PersonArrived | e.PersonLeft | e.RollCalled | e.SubstituteSeated | e.SubstituteStoodDown | e.ItemOpened
    if meeting.current and isinstance(event, moved):
        seen.served.setdefault(meeting.current, set()).update(serving(meeting))


def _snapshot(meeting: Meeting, texts: Mapping[str, str]) -> Snapshot:
    shown = from_text(texts[meeting.roster_text]) if meeting.roster_text in texts else Snapshot()
    added = {key: item_from_text(texts[key]) for key in meeting.order if key not in shown.items and key in texts}
    return Snapshot(
        shown.organisation, shown.body, shown.place, shown.secretary, shown.persons, {**shown.items, **added}
    )


def _record(
    birth: Stream, meeting: Meeting, seen: Seen, shown: Snapshot, texts: Mapping[str, str], last: Entry | None
) -> MeetingRecord:
    day = meeting.meeting_date or meeting.sitting_day or birth.born_at.date()
    return MeetingRecord(
        meeting=birth.name.partition("/")[2],
        stream=birth.name,
        mode=birth.mode,
        organisation=shown.organisation,
        body=shown.body,
        body_kind=meeting.body_kind,
        ruleset=meeting.ruleset,
        place=shown.place,
        meeting_date=day,
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        breaks=tuple(seen.breaks),
        presiding=tuple((shown.name(person), at, why) for person, at, why in seen.presiding),
        secretary=shown.secretary,
        persons=tuple(_person(person, meeting, seen, shown) for person in meeting.roster),
        adjusters=tuple(shown.name(person) for person in meeting.adjusters),
        adjuster_ids=meeting.adjusters,
        chair_id=seen.presiding[-1][0] if seen.presiding else "",
        approve_on=meeting.approve_on,
        items=tuple(_item(meeting.items[key], seen, meeting, shown, texts) for key in meeting.order),
        corrections=tuple(
            CorrectionShown(
                event.number, entry.envelope.happened_at, texts.get(event.text, "–"), _called(entry.envelope.by, shown)
            )
            for entry, event in seen.corrections
        ),
        advice=tuple(_advice(entry, event, texts) for entry, event in seen.advice),
        notice_posted_on=meeting.notice_posted_on,
        sealed_number=last.number if last else 0,
        seal=last.seal if last else birth.seal,
    )


def _person(person: str, meeting: Meeting, seen: Seen, shown: Snapshot) -> PersonShown:
    seat = meeting.roster[person]
    known = shown.persons.get(person)
    paragraphs = sorted(
        item.paragraph
        for item in meeting.items.values()
        if item.paragraph is not None and person in seen.served.get(item.item, ()) and person not in item.recused
    )
    return PersonShown(
        person=person,
        name=known.name if known else "–",
        party=known.party if known else "",
        role=seat.role,
        presidium=seat.presidium,
        serving=bool(paragraphs),
        serves_for=", ".join(shown.name(member) for member in seen.served_for.get(person, ())) or None,
        paragraphs=tuple(paragraphs),
        intervals=tuple((spell.since, spell.until) for spell in meeting.spells if spell.person == person),
    )


def _item(item: Item, seen: Seen, meeting: Meeting, shown: Snapshot, texts: Mapping[str, str]) -> ItemShown:
    text = shown.item(item.item)
    return ItemShown(
        item=item.item,
        matter=item.matter,
        reference=text.reference,
        title=text.title,
        public_title=text.public_title or text.title,
        closed=text.closed,
        kind=item.kind,
        paragraph=item.paragraph,
        summary=text.summary,
        proposal=text.proposal,
        announced=item.announced,
        recused=tuple(shown.name(person) for person in sorted(item.recused, key=shown.name)),
        motions=tuple(told.motion(one, shown, texts) for one in item.motions),
        questions=tuple(
            told.question(one, item, meeting, seen.electorates.get((item.item, one.number), {}), shown)
            for one in item.questions
        ),
        outcome=item.outcome,
        decision=told.decision(item, text, shown.body, texts),
        by_minority=item.by_minority,
        took_part=_took_part(item, meeting, shown),
        reservations=tuple(
            (shown.name(person), texts.get(words, "–") if words else "")
            for person, words in seen.reservations.get(item.item, ())
        ),
        notes=tuple(texts.get(one, "–") for one in seen.notes.get(item.item, ())),
        opened_at=item.opened_at,
        closed_at=seen.closed.get(item.item),
    )


def _took_part(item: Item, meeting: Meeting, shown: Snapshot) -> tuple[str, ...]:
    """Name those who took part when the item was last settled, in the order of the roster."""
    settled = [question for question in item.questions if question.settled]
    if not settled:
        return ()
    last = settled[-1].took_part - settled[-1].declined
    return tuple(shown.name(person) for person in meeting.roster if person in last)


def _advice(entry: Entry, event: e.AdviceSetAside, texts: Mapping[str, str]) -> AdviceShown:
    rule = RULES.get(event.rule)
    return AdviceShown(
        rule=event.rule,
        section=rule.section if rule else "",
        says=told.advice_says(rule) if rule else event.rule,
        reason=texts.get(event.reason, "–"),
        at=entry.envelope.happened_at,
    )


def _called(person: str, shown: Snapshot) -> str:
    return shown.name(person) if person in shown.persons else shown.secretary or "–"
