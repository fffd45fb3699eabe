"""KL 6 kap. 23, 27, 30, 33 §§ — board and committees where they differ from the council.

By 6:33 the sections 5:53–56 (proposition, gavel, vote, casting vote, lot) apply: ask ``k05_beslut``. By 6:35 the
minutes follow ``k05_protokoll`` (but 5:68) and the posting ``k08_anslagstavla``.
"""

from __future__ import annotations

from radslag.law.rule import rule
from radslag.law.shares import a_third, a_third_of_all_ask, more_than_half


@rule(
    "CALL-07",
    "KL 6 kap. 23 §",
    says="{asking} av {seats} ledamöter har begärt ett sammanträde, {needed} behövs.",
    instead="En tredjedel av ledamöterna kan begära det, eller ordföranden kan anse att det behövs.",
    shown=lambda seats, **_: {"needed": a_third(seats)},
)
def a_meeting_must_be_held(*, asking: int, seats: int, chair_finds: bool) -> bool:
    """Must the committee meet? A third of all its members ask, or the chair finds it needed."""
    return chair_finds or a_third_of_all_ask(asking=asking, seats=seats)


@rule(
    "QUO-04",
    "KL 6 kap. 27 §",
    says="{present} av {seats} är närvarande, {needed} behövs.",
    instead="Rätta närvaron om någon har kommit, kalla in en ersättare, vänta, eller ajournera sammanträdet.",
    shown=lambda seats, **_: {"needed": more_than_half(seats)},
)
def is_quorate(*, seats: int, present: int) -> bool:
    """May the committee handle the item? ``present`` leaves out the recused: here they never count."""
    return 2 * present > seats


@rule(
    "JAV-06",
    "KL 6 kap. 30 §",
    says="Den som är jävig får inte delta eller närvara när ärendet handläggs.",
    instead="Lämna rummet tills ärendet är avgjort. En ersättare kan tjänstgöra under tiden.",
)
def may_be_present(*, recused: bool) -> bool:
    """May this person take part or be in the room in a committee? Not when recused: unlike in the council."""
    return not recused


@rule(
    "ITEM-11",
    "KL 6 kap. 33 §",
    says="{yes} röstade för bordläggning och {no} emot. Enkel majoritet behövs.",
    instead="Ärendet avgörs i dag.",
)
def postponement_is_carried(*, yes: int, no: int) -> bool:
    """Is the item postponed? In a committee by simple majority; no minority can force it."""
    return yes > no
