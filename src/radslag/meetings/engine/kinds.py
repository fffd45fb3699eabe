"""The kinds of bodies: what differs between a council and a committee is a row here, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from radslag.law.kommunallagen import k05_beslut as council
from radslag.law.kommunallagen import k06_styrelse_och_namnder as committee
from radslag.law.rule import require

QuorumCheck = Callable[[int, int, int], None]
"""Seats, those who take part, recused who are here. Raises ``Refused`` when the body may not decide."""


def _more_than_half_with_the_recused(seats: int, present: int, recused: int) -> None:
    require(council.is_quorate, seats=seats, present=present, recused=recused)


def _more_than_half_without_the_recused(seats: int, present: int, _recused: int) -> None:
    require(committee.is_quorate, seats=seats, present=present)


@dataclass(frozen=True)
class Kind:
    """What the law says of a kind of body, as far as a meeting needs it.

    ``announced``: notice and summons a week before, only announced items are decided (KL 5:13–15, 5:52).
    ``minority_delays``: a third of those present can postpone or refer back (5:50).
    ``recused_leave``: whoever is recused leaves the room (6:30). ``one_service_a_day``: 5:20 applies.
    ``must_decide``: who handles an exercise of authority must take part in deciding it (4:26).
    """

    key: str
    quorum: QuorumCheck
    announced: bool = False
    minority_delays: bool = False
    recused_leave: bool = True
    one_service_a_day: bool = False
    must_decide: bool = True


COUNCIL = Kind(
    "council",
    _more_than_half_with_the_recused,
    announced=True,
    minority_delays=True,
    recused_leave=False,
    one_service_a_day=True,
    must_decide=False,
)
COMMITTEE = Kind("committee", _more_than_half_without_the_recused)

KINDS: dict[str, Kind] = {
    "council": COUNCIL,
    "executive_board": Kind("executive_board", _more_than_half_without_the_recused),
    "committee": COMMITTEE,
    "sub_committee": Kind("sub_committee", _more_than_half_without_the_recused),
    "preparation": Kind("preparation", _more_than_half_without_the_recused, must_decide=False),
    "crisis_committee": Kind("crisis_committee", _more_than_half_without_the_recused),
    "joint_committee": Kind("joint_committee", _more_than_half_without_the_recused),
    "federation_assembly": Kind(
        "federation_assembly",
        _more_than_half_with_the_recused,
        announced=True,
        minority_delays=True,
        recused_leave=False,
        one_service_a_day=True,
        must_decide=False,
    ),
    "federation_direction": Kind(
        "federation_direction", _more_than_half_with_the_recused, minority_delays=True, recused_leave=False
    ),
    "coordination_federation": Kind("coordination_federation", _more_than_half_without_the_recused),
    "advisory_council": Kind("advisory_council", _more_than_half_without_the_recused, must_decide=False),
}


def kind_of(key: str) -> Kind:
    """Give the row of a kind of body; a kind without a row is judged as a committee."""
    return KINDS.get(key, COMMITTEE)
