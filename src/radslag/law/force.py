"""When a rule is hard and when it is advice (RULES CONV-08, INVARIANTS 11, docs/decisions/0004)."""

from __future__ import annotations

from radslag.law.rule import Force, Mark, reckoning


@reckoning("CONV-08")
def force_of(*, mark: Mark, journal_facts_only: bool, named_by_an_issue: bool = False) -> Force:
    """Give the force: hard if the statute was seen and the facts are the journal's own, or an issue names it."""
    return "hard" if named_by_an_issue or (mark == "S" and journal_facts_only) else "advice"
