"""A rule of law: a yes/no question with a section, a window in time, a mark of evidence and a force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, ParamSpec

P = ParamSpec("P")

Mark = Literal["S", "K", "G", "C", "M", "I"]
"""How sure we are: Statute seen, committee report (K), Guidance, Case, Memory, Inference."""

Force = Literal["hard", "advice"]

RULES: dict[str, Rule[...]] = {}
"""Every rule that is built, by its id (``QUO-01``). Filled by the decorator below when a chapter is imported."""


@dataclass(frozen=True)
class Window:
    """The days on which a wording is in force; ``None`` is open."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Say whether the wording is in force on that day (both ends included)."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Rule(Generic[P]):
    """A question that law answers.

    ``id`` is the id of the rule book (``QUO-01``), ``section`` how the statute is cited (``KL 5 kap. 45 §``),
    ``says`` the sentence a person is shown when the rule is not met (facts in braces), ``instead`` what to do.
    """

    id: str
    section: str
    says: str
    instead: str
    mark: Mark
    force: Force
    holds: Callable[P, bool] = field(compare=False)
    in_force: Window = Window(date(2018, 1, 1))

    def __call__(self, *args: P.args, **facts: P.kwargs) -> bool:
        """Answer the question on these facts."""
        return self.holds(*args, **facts)

    @property
    def function(self) -> str:
        """Where the rule stands in the code: ``module.function``."""
        return f"{self.holds.__module__}.{self.holds.__qualname__}"


class Refused(Exception):
    """The law does not let this happen. Carries the section, the reason in words and what to do instead."""

    def __init__(self, rule: Rule[...], facts: dict[str, object]) -> None:
        super().__init__(f"{rule.section}: {rule.says}")
        self.rule = rule
        self.facts = facts

    @property
    def section(self) -> str:
        """The section of law as it is cited."""
        return self.rule.section

    @property
    def says(self) -> str:
        """The reason in Swedish with the facts filled in."""
        return self.rule.says.format(**self.facts)

    @property
    def instead(self) -> str:
        """What the person can do instead, in Swedish with the facts filled in."""
        return self.rule.instead.format(**self.facts)


class NeedsReason(Refused):
    """An advice stands in the way: it may be set aside by the chair with a written reason (KL 5 kap. 43 §)."""


def rule(
    id: str,
    section: str,
    says: str,
    *,
    instead: str,
    mark: Mark = "S",
    force: Force = "hard",
    first: date | None = date(2018, 1, 1),
    last: date | None = None,
) -> Callable[[Callable[P, bool]], Rule[P]]:
    """Make a rule of a function that answers ``True`` when what is asked for is lawful."""

    def enter(holds: Callable[P, bool]) -> Rule[P]:
        made = Rule(id, section, says, instead, mark, force, holds, Window(first, last))
        key = id if id not in RULES else f"{id}/{holds.__name__}"
        RULES[key] = made
        return made

    return enter


def require(asked: Rule[P], *args: P.args, **facts: P.kwargs) -> None:
    """Let the caller pass if the rule holds, or raise :class:`Refused` with its section and the facts.

    Facts must be given by name, so that the sentence can show them. Facts that only the sentence needs are
    returned by a function ``<rule>.holds.shown`` when there is one.
    """
    if not asked(*args, **facts):
        shown = getattr(asked.holds, "shown", None)
        raise Refused(asked, dict(facts) | (shown(**facts) if shown else {}))


def advise(asked: Rule[P], reason: str | None, *args: P.args, **facts: P.kwargs) -> bool:
    """Say whether an advice was set aside: ``False`` when the rule holds, ``True`` when a reason was written.

    Raises :class:`NeedsReason` when the rule does not hold and no reason was given.
    """
    if asked(*args, **facts):
        return False
    if not reason:
        shown = getattr(asked.holds, "shown", None)
        raise NeedsReason(asked, dict(facts) | (shown(**facts) if shown else {}))
    return True
