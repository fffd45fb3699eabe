"""KL 5 kap. 65–69 §§ — the minutes: who keeps them, what they must hold, when they are approved.

By KL 6 kap. 35 § all but 68 apply to committees as well.
"""

from __future__ import annotations

from datetime import date, timedelta

from radslag.law.calendar import in_swedish
from radslag.law.rule import reckoning, rule

PARTS = ("motions", "propositions", "votes", "decisions", "took_part", "reservations")
"""What the minutes tell of each item (5:67), in the order of the statute; an empty part says that there was none."""

PARTS_IN_WORDS = {
    "motions": "förslag och yrkanden",
    "propositions": "propositionsordning",
    "votes": "omröstningar",
    "decisions": "beslut",
    "took_part": "vilka som deltog och hur de röstade",
    "reservations": "reservationer",
}


@rule(
    "MIN-03",
    "KL 5 kap. 65 §",
    says="Protokollet har ingen ordförande som ansvarar för det.",
    instead="Ange vem som ledde sammanträdet.",
)
def someone_answers_for_the_minutes(*, presiding: str | None) -> bool:
    """Are the minutes kept on the responsibility of the one who presided?"""
    return bool(presiding)


@rule(
    "MIN-04",
    "KL 5 kap. 66 §",
    says="{missing} av dem som tjänstgjorde saknas i protokollet.",
    instead="För in dem. Protokollet hämtar dem ur närvaron.",
    shown=lambda served, shown_as_serving: {"missing": len(served - shown_as_serving)},
)
def all_who_served_are_shown(*, served: frozenset[str], shown_as_serving: frozenset[str]) -> bool:
    """Do the minutes show every member and substitute who served, and no one who did not?"""
    return served == shown_as_serving


@rule(
    "MIN-04",
    "KL 5 kap. 66 §",
    says="{missing} handlagda ärenden saknas i protokollet.",
    instead="Ge varje handlagt ärende en paragraf.",
    shown=lambda handled, shown_items: {"missing": len(handled - shown_items)},
)
def all_items_are_shown(*, handled: frozenset[str], shown_items: frozenset[str]) -> bool:
    """Do the minutes show every item that was handled?"""
    return handled <= shown_items


@rule(
    "MIN-05",
    "KL 5 kap. 67 §",
    says="Paragrafen saknar {missing}.",
    instead="Fyll i det som saknas, eller skriv att det inte förekom.",
    shown=lambda parts: {"missing": ", ".join(PARTS_IN_WORDS[part] for part in PARTS if part not in parts)},
)
def every_part_is_there(*, parts: frozenset[str]) -> bool:
    """Does the paragraph of an item have all six parts of :data:`PARTS`?"""
    return parts >= frozenset(PARTS)


@rule(
    "MIN-06",
    "KL 5 kap. 68 §",
    says="{missing} interpellationer eller frågor saknas i protokollet.",
    instead="Ange vilka som har ställts och vilka som har besvarats.",
    shown=lambda put, shown_as_put: {"missing": len(put - shown_as_put)},
)
def all_questions_are_shown(*, put: frozenset[str], shown_as_put: frozenset[str]) -> bool:
    """Do the council's minutes show each interpellation and question that was put?"""
    return put <= shown_as_put


@reckoning("MIN-07")
def last_day_to_approve(meeting_ended_on: date) -> date:
    """Give the last day for approving (justera) the minutes: fourteen days after, never moved for a day off."""
    return meeting_ended_on + timedelta(days=14)


@rule(
    "MIN-07",
    "KL 5 kap. 69 §",
    says="Protokollet skulle ha justerats senast {latest}.",
    instead="Justera nu. Dröjsmålet syns i protokollet.",
    shown=lambda meeting_ended_on, **_: {"latest": in_swedish(last_day_to_approve(meeting_ended_on))},
)
def is_approved_in_time(*, approved_on: date, meeting_ended_on: date) -> bool:
    """Were the minutes approved at the latest fourteen days after the meeting?

    Late minutes must be approved all the same: ask this to warn and to record, never to stop an approval.
    """
    return approved_on <= last_day_to_approve(meeting_ended_on)
