"""KL 5 kap. 12 and 42 §§ — the council: when it meets, and in public."""

from __future__ import annotations

from radslag.law.rule import rule
from radslag.law.shares import a_third, a_third_of_all_ask


@rule(
    "CALL-01",
    "KL 5 kap. 12 §",
    says="Fullmäktige har inte bestämt någon ordinarie sammanträdesdag den här dagen.",
    instead="Ange fullmäktiges beslut om sammanträdesdagar, eller kalla till ett extra sammanträde.",
)
def is_an_ordinary_meeting(*, decided_by: str | None) -> bool:
    """Is the day one that the council has decided? ``decided_by`` names the decision."""
    return bool(decided_by)


@rule(
    "CALL-02",
    "KL 5 kap. 12 §",
    says="{asking} av {seats} ledamöter har begärt ett extra sammanträde, {needed} behövs.",
    instead="Styrelsen eller en tredjedel av ledamöterna kan begära det, eller ordföranden kan anse att det behövs.",
    shown=lambda seats, **_: {"needed": a_third(seats)},
)
def an_extra_meeting_must_be_held(*, asking: int, seats: int, board_asks: bool = False, chair_finds: bool) -> bool:
    """Must an extra meeting be held? The board or a third of all members ask, or the chair finds it needed."""
    return board_asks or chair_finds or a_third_of_all_ask(asking=asking, seats=seats)


@rule(
    "OPEN-01",
    "KL 5 kap. 42 §",
    says="Fullmäktiges sammanträden är offentliga.",
    instead="Fullmäktige kan besluta att överläggningen i ett visst ärende hålls inom stängda dörrar.",
)
def the_public_may_attend(*, open_to_public: bool, closed_deliberation_decided: bool = False) -> bool:
    """Is the meeting as public as it must be? Only the deliberation in one item may be closed, by decision."""
    return open_to_public or closed_deliberation_decided
