"""KL 5 kap. 17–20 §§ — which substitute serves for a council member, and who may come back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from radslag.law.rule import reckoning, rule


@dataclass(frozen=True)
class Substitute:
    """A substitute (ersättare): whose group they belong to and their number in the order that was set."""

    person: str
    group: str
    order: int


@dataclass(frozen=True)
class Turn:
    """Whose turn it is to serve and why: ``has_begun`` serving today, or next ``in_order``."""

    person: str
    order: int
    because: Literal["has_begun", "in_order"]


@reckoning("SUB-02")
def in_turn(
    *,
    group: str,
    substitutes: Iterable[Substitute],
    present: Collection[str],
    serving: Collection[str] = (),
    has_served: Sequence[str] = (),
    locked_out: Collection[str] = (),
    recused: Collection[str] = (),
) -> tuple[Turn, ...]:
    """List the substitutes of the member's group who can serve now, first in turn first (KL 5 kap. 18 §).

    One who has begun to serve today (``has_served``, in the order they began) goes before the set order. Those who
    serve already, are not here, have left for another hinder than recusal (``locked_out``, 5:20) or are ``recused``
    in the item are passed over.
    """
    busy = {*serving, *locked_out, *recused}
    free = [one for one in substitutes if one.group == group and one.person in present and one.person not in busy]
    begun = {person: place for place, person in enumerate(has_served)}
    free.sort(key=lambda one: (begun.get(one.person, len(begun)), one.order, one.person))
    return tuple(Turn(one.person, one.order, "has_begun" if one.person in begun else "in_order") for one in free)


def next_substitute(
    *,
    group: str,
    substitutes: Iterable[Substitute],
    present: Collection[str],
    serving: Collection[str] = (),
    has_served: Sequence[str] = (),
    locked_out: Collection[str] = (),
    recused: Collection[str] = (),
) -> Turn | None:
    """Give the substitute whose turn it is, with the reason, or ``None``: see :func:`in_turn`."""
    turns = in_turn(
        group=group,
        substitutes=substitutes,
        present=present,
        serving=serving,
        has_served=has_served,
        locked_out=locked_out,
        recused=recused,
    )
    return turns[0] if turns else None


@rule(
    "SUB-01",
    "KL 5 kap. 17 §",
    says="Ledamoten tjänstgör. En ersättare träder in när en ledamot har förhinder.",
    instead="Registrera först att ledamoten är frånvarande, har gått eller är jävig.",
)
def a_substitute_can_be_seated(*, member_hindered: bool, already_replaced: bool = False) -> bool:
    """May a substitute serve for the member? When the member cannot attend or go on, and no one else has stepped in."""
    return member_hindered and not already_replaced


@rule(
    "SUB-02",
    "KL 5 kap. 18 §",
    says="En annan ersättare är i tur att tjänstgöra.",
    instead="Kalla in den som är i tur, eller registrera varför den ersättaren inte kan tjänstgöra.",
)
def is_in_turn(*, chosen: str, in_turn: str | None) -> bool:
    """Is the chosen substitute the one in turn?"""
    return chosen == in_turn


@rule(
    "SUB-02",
    "KL 5 kap. 18 §",
    says="Ersättaren har avbrutit sin tjänstgöring av annat skäl än jäv.",
    instead="Kalla in nästa ersättare i tur.",
)
def a_substitute_may_resume(*, stopped_because: Literal["recused", "member_arrived", "left"]) -> bool:
    """May a substitute who stopped serving take it up again the same day?

    Yes after recusal (5:18) and when only the member's arrival ended it; not one who left for another hinder (5:20,
    which by our reading binds a serving substitute as it binds a member).
    """
    return stopped_because != "left"


@rule(
    "SUB-03",
    "KL 5 kap. 19 §",
    says="Ledamoten har inte kommit till sammanträdet.",
    instead="Ersättaren fortsätter att tjänstgöra tills ledamoten kommer.",
)
def a_late_member_may_serve(*, has_arrived: bool, locked_out: bool = False) -> bool:
    """May a member who comes late serve, though a substitute has stepped in? Yes, unless 5:20 stands in the way."""
    return has_arrived and not locked_out


@rule(
    "SUB-04",
    "KL 5 kap. 20 §",
    says="Den som har avbrutit sin tjänstgöring av annat skäl än jäv får inte tjänstgöra mer i dag.",
    instead="En ersättare kan tjänstgöra. Ledamoten får tjänstgöra igen en annan dag.",
)
def may_serve_again_today(*, broke_off: bool, because_recused: bool = False) -> bool:
    """May one who broke off serving at this meeting serve again the same day?"""
    return not broke_off or because_recused
