"""KL 5 kap. 16 § (and 6 kap. 24 §) — taking part at a distance: the two first rules; the rest comes later.

The wording from 2026-07-01 has not been seen; its citations say so (INVARIANTS 10).
"""

from __future__ import annotations

from datetime import date

from radslag.law.rule import rule
from radslag.law.rulesets import NEW_REMOTE_RULES, cite_new


@rule(
    "DIST-01",
    "KL 5 kap. 16 och 72 §§",
    says="Fullmäktige har inte beslutat att ledamöter får delta på distans.",
    instead="Delta på plats. Fullmäktige kan besluta om distans och reglera det i arbetsordningen.",
)
def the_council_allows_remote(*, decided: bool, clause_in_standing_orders: bool) -> bool:
    """Has the council decided that members may take part remotely, and do its standing orders say to what extent?"""
    return decided and clause_in_standing_orders


@rule(
    "DIST-02",
    "KL 6 kap. 24 §",
    says="Fullmäktige har inte beslutat i vilken utsträckning ledamöter får delta på distans i nämnden.",
    instead="Delta på plats, eller be fullmäktige besluta.",
)
def the_council_has_set_the_extent(*, extent_decided: bool) -> bool:
    """Has the council decided to what extent members of the committee may take part remotely?"""
    return extent_decided


@rule(
    "DIST-03",
    "KL 5 kap. 16 §",
    says="Alla deltagare måste kunna se och höra varandra och delta på lika villkor.",
    instead="Avbryt sammanträdet tills alla ser och hör varandra igen.",
    last=date(2026, 6, 30),
)
def all_see_and_hear_each_other(*, see: bool, hear: bool, on_equal_terms: bool) -> bool:
    """Can all see and hear each other and take part on equal terms? The wording until 2026-06-30."""
    return see and hear and on_equal_terms


@rule(
    "DIST-08",
    cite_new("5:16"),
    says="Presidiet kan inte delta på distans i fullmäktige.",
    instead="Delta på plats. Annars räknas ledamoten som frånvarande och en ersättare tjänstgör.",
    mark="K",
    first=NEW_REMOTE_RULES,
)
def may_be_remote_in_the_council(*, in_presidium: bool) -> bool:
    """May this person take part remotely in a meeting of the council? Not its presidium, from 2026-07-01."""
    return not in_presidium
