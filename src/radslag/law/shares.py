"""Shares of a body, reckoned with whole numbers: a third of all, a third of those present, more than half."""

from __future__ import annotations

from radslag.law.rule import rule


def more_than_half(of: int) -> int:
    """Give the smallest number that is more than half: 49 → 25, 40 → 21."""
    return of // 2 + 1


def a_third(of: int) -> int:
    """Give the smallest number that is at least a third: 41 → 14."""
    return -(-of // 3)


def two_thirds(of: int) -> int:
    """Give the smallest number that is at least two thirds: 41 → 28."""
    return -(-2 * of // 3)


@rule(
    "CONV-02",
    "KL 5 kap. 12 § och 6 kap. 23 §",
    says="{asking} av {seats} ledamöter har begärt det, {needed} behövs.",
    instead="Begäran kan göras igen när fler står bakom den.",
    shown=lambda seats, **_: {"needed": a_third(seats)},
)
def a_third_of_all_ask(*, asking: int, seats: int) -> bool:
    """Do at least a third of all members ask for it? ``seats`` is the number decided, filled or not."""
    return 3 * asking >= seats


@rule(
    "CONV-03",
    "KL 5 kap. 50 §",
    says="{asking} av {present} närvarande har begärt det, {needed} behövs.",
    instead="Frågan kan avgöras med enkel majoritet.",
    shown=lambda present, **_: {"needed": a_third(present)},
)
def a_third_of_those_present_ask(*, asking: int, present: int) -> bool:
    """Do at least a third of those present ask for it? Who abstains is present."""
    return 3 * asking >= present


@rule(
    "CONV-03",
    "KL 5 kap. 10, 37 och 58 §§",
    says="{yes} av {present} närvarande röstade ja, {needed} behövs.",
    instead="Förslaget har inte fått två tredjedelar av de närvarande och är avslaget.",
    shown=lambda present, **_: {"needed": two_thirds(present)},
)
def two_thirds_of_those_present_agree(*, yes: int, present: int) -> bool:
    """Do at least two thirds of those present vote yes? Who abstains is present and so counts against."""
    return 3 * yes >= 2 * present
