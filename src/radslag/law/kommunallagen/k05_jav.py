"""KL 5 kap. 47 § — recusal in the council (with 6:30 second and third paragraphs, which apply there too)."""

from __future__ import annotations

from radslag.law.rule import rule


@rule(
    "JAV-01",
    "KL 5 kap. 47 §",
    says="Den som är jävig får inte delta i handläggningen av ärendet.",
    instead="Vänta till nästa ärende. I fullmäktige får den jäviga vara kvar i lokalen.",
)
def may_take_part(*, recused: bool) -> bool:
    """May this person take part in handling the item in the council? The recused need not leave the room."""
    return not recused


@rule(
    "JAV-07",
    "KL 6 kap. 30 §",
    says="En jävsanmälan är inte prövad.",
    instead="Pröva jävet innan ärendet handläggs vidare.",
)
def disclosed_recusals_are_settled(*, undecided: int) -> bool:
    """Are all recusals that persons have disclosed of their own accord decided?"""
    return undecided == 0


@rule(
    "JAV-08",
    "KL 6 kap. 30 §",
    says="Den som jävet gäller får inte delta i prövningen av jävsfrågan.",
    instead="Låt de andra pröva frågan. Är de för få: kalla in en ersättare om det kan ske utan olägligt uppskov.",
)
def may_decide_on_own_recusal(*, quorate_without: bool, someone_can_be_called: bool) -> bool:
    """May the person take part in deciding on their own recusal? Only without quorum and without anyone to call."""
    return not quorate_without and not someone_can_be_called
