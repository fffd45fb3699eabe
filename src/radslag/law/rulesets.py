"""Which wording of kommunallagen a meeting is judged by: that of the sitting day (RULES CONV-01, INVARIANTS 10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from radslag.law.rule import RULES, Rule, reckoning

RulesetName = Literal["KL-2018", "KL-2026-07"]

NEW_REMOTE_RULES = date(2026, 7, 1)
"""The day the bill names for the new rules on taking part at a distance (prop. 2025/26:164)."""


@dataclass(frozen=True)
class Ruleset:
    """A set of wordings: its permanent name, from when, and the Swedish line that says what it is."""

    name: RulesetName
    first: date
    says: str


RULESETS: tuple[Ruleset, ...] = (
    Ruleset("KL-2018", date(2018, 1, 1), "Kommunallagen (2017:725) före den 1 juli 2026"),
    Ruleset("KL-2026-07", NEW_REMOTE_RULES, "Kommunallagen med ändringarna enligt prop. 2025/26:164"),
)


CHECKED_ON = date(2026, 11, 23)
"""Up to which day the project has compared its rules with the statutes; an installation shows its own day and name."""


class NoRuleset(ValueError):
    """The day lies before kommunallagen (2017:725) came into force."""


@reckoning("CONV-01")
def ruleset_on(sitting_day: date) -> RulesetName:
    """Give the name of the rule set for the day (Europe/Stockholm) on which the meeting opened or was resumed.

    Raises :class:`NoRuleset` for a day before 2018-01-01.
    """
    in_force = [one.name for one in RULESETS if one.first <= sitting_day]
    if not in_force:
        raise NoRuleset("Kommunallagen (2017:725) gäller från den 1 januari 2018.")
    return in_force[-1]


def cite_new(section: str, sfs: str | None = None) -> str:
    """Cite a section in its wording from 2026-07-01, as ``5:16`` → ”KL 5:16 i lydelse enligt …”.

    ``sfs`` is the number that the installation's law administrator has entered; without it the citation says so.
    """
    if sfs:
        return f"KL {section} i lydelse enligt SFS {sfs.removeprefix('SFS ').strip()} (prop. 2025/26:164)"
    return f"KL {section} i lydelse enligt prop. 2025/26:164, SFS-nummer ej verifierat"


def cite(rule: Rule[...], sfs: str | None = None) -> str:
    """Give the rule's section as it is cited, with the installation's SFS number where the rule is of the new law."""
    start, unverified = "KL ", " i lydelse enligt prop. 2025/26:164, SFS-nummer ej verifierat"
    if sfs and rule.section.startswith(start) and rule.section.endswith(unverified):
        return cite_new(rule.section.removeprefix(start).removesuffix(unverified), sfs)
    return rule.section


def rules_on(sitting_day: date) -> dict[str, Rule[...]]:
    """Give the built rules whose wording is in force on the day, by key. Chapters must have been imported."""
    return {key: one for key, one in RULES.items() if one.in_force.covers(sitting_day)}
