"""What KL 5 kap. 65–68 §§ ask of the minutes, ticked off against the record: there, none, or missing. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from radslag.law.kommunallagen.k05_protokoll import PARTS
from radslag.meetings.record import ItemShown, MeetingRecord
from radslag.minutes import words
from radslag.minutes.contents import Contents
from radslag.minutes.engine.commands import SendForApproval
from radslag.minutes.engine.events import Approver
from radslag.minutes.engine.parts import ItemParts

Mark = Literal["there", "none", "missing"]

NAMES = {
    "motions": "Förslag och yrkanden",
    "propositions": "Propositionsordning",
    "votes": "Omröstningar",
    "decisions": "Beslut",
    "took_part": "Deltagande och röster",
    "reservations": "Reservationer",
}


@dataclass(frozen=True)
class Tick:
    """A line of the checklist: what the law asks, its section, and how it stands."""

    what: str
    section: str
    mark: Mark
    says: str = ""


def handled(record: MeetingRecord) -> tuple[ItemShown, ...]:
    """Give the items that got a paragraph."""
    return tuple(item for item in record.items if item.paragraph is not None)


def parts_of(item: ItemShown) -> ItemParts:
    """Count the six parts of an item. A part is missing when the record should have it and has not."""
    settled = item.outcome not in (None, "noted")
    asked = len(item.questions) or (None if settled else 0)
    voted = [question for question in item.questions if question.voted]
    counted = None if any(question.sums is None for question in voted) else len(voted)
    open_votes = all(question.votes for question in voted)
    took_part = (len(item.took_part) or None) if settled else 0
    return ItemParts(
        item=item.item,
        paragraph=item.paragraph or 0,
        motions=len([motion for motion in item.motions if not motion.withdrawn]) + bool(item.proposal),
        propositions=asked,
        votes=counted,
        decisions=1 if item.outcome else None,
        took_part=took_part if open_votes else None,
        reservations=len(item.reservations),
    )


def ticks_of(item: ItemShown) -> tuple[Tick, ...]:
    """Tick off the six points of KL 5 kap. 67 § for one item."""
    parts = parts_of(item)
    return tuple(
        Tick(NAMES[part], f"KL 5 kap. 67 § {point}", _mark(getattr(parts, part)))
        for point, part in enumerate(PARTS, start=1)
    )


def ticks(record: MeetingRecord) -> tuple[Tick, ...]:
    """Tick off what the whole of the minutes must hold."""
    served = [person for person in record.persons if person.paragraphs]
    lacking = [item for item in handled(record) if any(tick.mark == "missing" for tick in ticks_of(item))]
    put = [item for item in record.items if item.kind in words.ITEM_KINDS]
    told = words.paragraphs(item.paragraph or 0 for item in lacking)
    return (
        Tick("Ordförande", "KL 5 kap. 65 §", "there" if record.presiding else "missing",
             record.presiding[-1][0] if record.presiding else ""),
        Tick("Vilka som har tjänstgjort", "KL 5 kap. 66 §", "there" if served else "missing",
             f"{len(served)} personer"),
        Tick("Vilka ärenden som har handlagts", "KL 5 kap. 66 §", "there" if handled(record) else "missing",
             words.paragraphs(item.paragraph or 0 for item in handled(record))),
        Tick("De sex delarna för varje ärende", "KL 5 kap. 67 §", "missing" if lacking else "there",
             f"saknas i {told}" if told else ""),
        Tick("Interpellationer och frågor", "KL 5 kap. 68 §", "there" if put else "none",
             f"{len(put)} ställda" if put else ""),
        Tick("Justerare", "KL 5 kap. 69 §", "there" if record.adjusters else "missing", words.listed(record.adjusters)),
    )  # fmt: skip


def asks_to_send(record: MeetingRecord, shown: Contents, digest: str) -> SendForApproval:
    """Put what the record holds beside what the minutes show, for the law to compare."""
    items = handled(record)
    paragraphs = {paragraph.item for paragraph in shown.paragraphs}
    names = {(a.name, a.party) for a in (*shown.members, *shown.substitutes)}
    served = {person.person for person in record.persons if person.paragraphs}
    put = {item.item for item in record.items if item.kind in words.ITEM_KINDS}
    return SendForApproval(
        number=record.sealed_number,
        seal=record.seal,
        content=digest,
        closed_on=record.closed_at.astimezone(words.STOCKHOLM).date() if record.closed_at else None,
        presiding=record.chair_id or None,
        served=frozenset(served),
        shown_as_serving=frozenset(
            person.person
            for person in record.persons
            if person.person in served and (person.name, person.party) in names
        ),
        handled=frozenset(item.item for item in items),
        items=tuple(parts_of(item) for item in items if item.item in paragraphs),
        put=frozenset(put),
        shown_as_put=frozenset(put) if len(shown.questions) == len(put) else frozenset(),
        approvers=approvers(record),
    )


def approvers(record: MeetingRecord) -> tuple[Approver, ...]:
    """Give those who shall approve: whoever presided last, and the chosen adjusters."""
    chair = (Approver(record.chair_id, "chair"),) if record.chair_id else ()
    chosen = (Approver(person, "adjuster") for person in record.adjuster_ids if person != record.chair_id)
    return (*chair, *chosen)


def _mark(count: int | None) -> Mark:
    if count is None:
        return "missing"
    return "there" if count else "none"
