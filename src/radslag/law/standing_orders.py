"""What a body has decided for itself (arbetsordning, reglemente): typed parameters with the usual value of each.

No law but the body's own rules (RULES §15, from memory of the usual model text: mark M). The defaults serve a body
that has entered nothing; each is edited per body together with the decision that adopted it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

ACCLAMATION_PAUSE = range(3, 6)
"""Seconds the gavel waits so that someone can ask for a vote; our reading of KL 5:53–54 (RULES VOTE-03)."""


class UnlawfulStandingOrder(ValueError):
    """A parameter has a value that the program or the law does not allow. The message is Swedish, for the person."""


def _parameter(default: Any, rule: str, label: str) -> Any:
    return field(default=default, metadata={"rule": rule, "label": label})


@dataclass(frozen=True)
class StandingOrders:
    """The standing orders of one body on one day. ``decision`` names the decision that adopted them, if entered."""

    decision: str | None = None
    roll_call_when_resumed: bool = _parameter(True, "SO-01", "Upprop när sammanträdet återupptas")
    adjusters: int = _parameter(2, "SO-02", "Antal justerare")
    order_may_change: bool = _parameter(True, "SO-03", "Turordningen mellan ärenden får ändras")
    speech_minutes: int | None = _parameter(None, "SO-04", "Talartid i minuter")
    reply_minutes: int = _parameter(2, "SO-04", "Replik i minuter")
    replies_each: int = _parameter(2, "SO-04", "Antal repliker på samma anförande")
    late_motion_needs_all: bool = _parameter(True, "SO-05", "Nytt yrkande efter överläggningen kräver enighet")
    decline_before_decision: bool = _parameter(True, "SO-06", "Den som inte deltar säger det före beslutet")
    acclamation_pause: int = _parameter(4, "SO-07", "Sekunder innan klubban faller")
    chair_votes_last: bool = _parameter(True, "SO-07", "Ordföranden röstar sist vid upprop")
    e_voting_clause: str | None = _parameter(None, "SO-07", "Paragraf om omröstning med röstsystem")
    reservation_reasons_before_approval: bool = _parameter(True, "SO-11", "Reservationens skäl före justering")
    approval_clause: str | None = _parameter(None, "SO-12", "Paragraf om hur protokollet justeras")
    questions_without_quorum: bool = _parameter(False, "QUO-02", "Frågor får besvaras när färre är närvarande")
    notes_by_members: bool = _parameter(False, "MIN-02", "Ledamöter får anteckna en mening i protokollet")
    committee_notice_days: int = _parameter(7, "SO-16", "Nämndens kallelse, dagar före")

    def __post_init__(self) -> None:
        """Refuse values that cannot be followed. Raises :class:`UnlawfulStandingOrder`."""
        if self.acclamation_pause not in ACCLAMATION_PAUSE:
            raise UnlawfulStandingOrder("Pausen före klubban är tre till fem sekunder.")
        if self.adjusters < 1:
            raise UnlawfulStandingOrder("Minst en ledamot justerar protokollet tillsammans med ordföranden.")
        for minutes in (self.speech_minutes, self.reply_minutes):
            if minutes is not None and minutes < 1:
                raise UnlawfulStandingOrder("En talartid är minst en minut.")
        if self.replies_each < 0 or self.committee_notice_days < 0:
            raise UnlawfulStandingOrder("Antalet kan inte vara mindre än noll.")


USUAL = StandingOrders()
"""What a body that has entered nothing goes by."""


@dataclass(frozen=True)
class Parameter:
    """One parameter as a page shows it: its name in code, its Swedish label, its usual value, its rule."""

    name: str
    label: str
    usual: object
    rule: str


def parameters() -> tuple[Parameter, ...]:
    """List the parameters in the order in which a page shows them."""
    return tuple(
        Parameter(one.name, one.metadata["label"], one.default, one.metadata["rule"])
        for one in fields(StandingOrders)
        if one.metadata
    )
