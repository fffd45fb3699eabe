"""All chapters that are built, imported so that every rule stands in ``rule.RULES``. A new chapter is added here."""

from __future__ import annotations

from collections.abc import Callable

from radslag.law import calendar, deadlines, force, proportionella_val, rulesets, shares, standing_orders
from radslag.law.kommunallagen import (
    k04_fortroendevalda,
    k05_beslut,
    k05_distans,
    k05_ersattare,
    k05_fullmaktige,
    k05_jav,
    k05_kallelse,
    k05_protokoll,
    k06_styrelse_och_namnder,
    k08_anslagstavla,
    k13_laglighetsprovning,
)
from radslag.law.rule import RECKONINGS, RULES, Rule

CHAPTERS = (
    calendar,
    shares,
    rulesets,
    force,
    k04_fortroendevalda,
    k05_fullmaktige,
    k05_kallelse,
    k05_distans,
    k05_ersattare,
    k05_beslut,
    k05_jav,
    k05_protokoll,
    k06_styrelse_och_namnder,
    k08_anslagstavla,
    k13_laglighetsprovning,
    proportionella_val,
    standing_orders,
)
"""In the order in which a reader meets them."""


def rules() -> dict[str, Rule[...]]:
    """Give every built rule by its key."""
    return dict(RULES)


def reckonings() -> dict[str, Callable[..., object]]:
    """Give every built function that reckons a day, a name or a number, by its key."""
    return dict(RECKONINGS)


def sentences() -> tuple[str, ...]:
    """Give every Swedish sentence of the law that a person can be shown, once each, for the translators."""
    said = [words for one in RULES.values() for words in (one.says, one.instead)]
    labels = [parameter.label for parameter in standing_orders.parameters()]
    day = rulesets.CHECKED_ON
    due = [one.says for one in deadlines.deadlines(meeting=day, approved=day, posted=day)]
    return tuple(dict.fromkeys([*said, *labels, *due, *(one.says for one in rulesets.RULESETS)]))
