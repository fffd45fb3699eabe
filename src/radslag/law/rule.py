"""A rule of law: a yes/no question with a section, a window in time, a mark of evidence and a force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

Mark = Literal["S", "K", "G", "C", "M", "I"]
"""How sure we are: Statute seen, committee report (K), Guidance, Case, Memory, Inference."""

Force = Literal["hard", "advice"]

KL_FROM = date(2018, 1, 1)
"""The day kommunallagen (2017:725) came into force."""

RULES: dict[str, Rule[...]] = {}
"""Every rule that is built. The first of an id stands under the id, the others under ``id/function``."""

RECKONINGS: dict[str, Callable[..., object]] = {}
"""Every built function that answers with something else than yes or no (a date, a name in turn), keyed likewise."""


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
    ``shown`` reckons the facts that only the sentence needs (how many are needed) from the facts of the question.
    """

    id: str
    section: str
    says: str
    instead: str
    mark: Mark
    force: Force
    holds: Callable[P, bool] = field(compare=False)
    in_force: Window = Window(KL_FROM)
    shown: Callable[..., Mapping[str, object]] | None = field(default=None, compare=False)

    def __call__(self, *args: P.args, **facts: P.kwargs) -> bool:
        """Answer the question on these facts."""
        return self.holds(*args, **facts)

    @property
    def function(self) -> str:
        """Where the rule stands in the code: ``module.function``."""
        return f"{self.holds.__module__}.{self.holds.__qualname__}"

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        """What the function says about itself."""
        return self.holds.__doc__


class Refused(Exception):
    """The law does not let this happen. Carries the section, the reason in words and what to do instead."""

    def __init__(self, rule: Rule[...], facts: Mapping[str, object]) -> None:
        super().__init__(f"{rule.section}: {rule.says}")
        self.rule = rule
        self.facts = dict(facts)

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

    def worded(self, translate: Callable[[str], str]) -> tuple[str, str]:
        """Give reason and way out in another language: ``translate`` takes the sentence with its braces."""
        return translate(self.rule.says).format(**self.facts), translate(self.rule.instead).format(**self.facts)


class NeedsReason(Refused):
    """An advice stands in the way: it may be set aside by the chair with a written reason (KL 5 kap. 43 §)."""


def rule(
    id: str,
    section: str,
    *,
    says: str,
    instead: str,
    mark: Mark = "S",
    force: Force = "hard",
    first: date | None = KL_FROM,
    last: date | None = None,
    shown: Callable[..., Mapping[str, object]] | None = None,
) -> Callable[[Callable[P, bool]], Rule[P]]:
    """Make a rule of a function that answers ``True`` when what is asked for is lawful.

    The function takes its facts by name only, so that the sentence can show them.
    """

    def enter(holds: Callable[P, bool]) -> Rule[P]:
        made = Rule(id, section, says, instead, mark, force, holds, Window(first, last), shown)
        RULES[_key(id, holds)] = made
        return made

    return enter


def reckoning(id: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Enter a function in the rule book that reckons something the law decides: a last day, who is in turn."""

    def enter(function: Callable[P, R]) -> Callable[P, R]:
        RECKONINGS[_key(id, function)] = function
        return function

    return enter


def key_of(asked: Rule[...]) -> str:
    """Give the key under which the rule stands in ``RULES``: several questions may share an id."""
    return next((key for key, one in RULES.items() if one is asked), asked.id)


def _key(id: str, function: Callable[..., object]) -> str:
    taken = id in RULES or id in RECKONINGS
    return f"{id}/{function.__qualname__}" if taken else id


def facts_of(asked: Rule[P], facts: Mapping[str, object]) -> dict[str, object]:
    """Give the facts of a question together with those that only the sentence needs."""
    return dict(facts) | dict(asked.shown(**facts) if asked.shown else {})


def require(asked: Rule[P], *args: P.args, **facts: P.kwargs) -> None:
    """Let the caller pass if the rule holds, or raise :class:`Refused` with its section and the facts."""
    if not asked(*args, **facts):
        raise Refused(asked, facts_of(asked, facts))


def advise(asked: Rule[P], reason: str | None, *args: P.args, **facts: P.kwargs) -> bool:
    """Say whether an advice was set aside: ``False`` when the rule holds, ``True`` when a reason was written.

    Raises :class:`NeedsReason` when the rule does not hold and no reason was given.
    """
    if asked(*args, **facts):
        return False
    if not reason:
        raise NeedsReason(asked, facts_of(asked, facts))
    return True
