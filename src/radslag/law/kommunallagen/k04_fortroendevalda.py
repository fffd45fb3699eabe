"""KL 4 kap. — elected representatives: one vote each, the right to abstain, reservation."""

from __future__ import annotations

from typing import Literal

from radslag.law.rule import rule


@rule(
    "CONV-07",
    "KL 4 kap. 22 §",
    says="Ersättaren tjänstgör inte.",
    instead="Ersättaren kan kallas in när en ledamot har förhinder.",
)
def has_the_rights_of_a_member(*, role: Literal["member", "substitute"], serving: bool) -> bool:
    """May this person act as a member now? A substitute may while serving."""
    return role == "member" or serving


@rule(
    "VOTE-08",
    "KL 4 kap. 24 §",
    says="Bara den som tjänstgör i ärendet har en röst, och rösten lämnas av den som har den.",
    instead="En ersättare som kallas in och tjänstgör har ledamotens rätt att rösta.",
)
def may_vote(*, serving: bool, present: bool, recused: bool = False, own_vote: bool = True) -> bool:
    """May this vote be given? One who serves, is here, is not recused and gives their own vote.

    ``serving`` is true for a member who is not replaced and for a substitute who serves.
    """
    return serving and present and not recused and own_vote


@rule(
    "VOTE-08",
    "KL 4 kap. 24 §",
    says="Varje ledamot har en röst. {votes} röster är registrerade för samma person.",
    instead="Låt den senast lämnade rösten gälla tills omröstningen stängs.",
)
def each_has_one_vote(*, votes: int) -> bool:
    """Does no one have more than one vote in the same ballot?"""
    return votes <= 1


@rule(
    "VOTE-09",
    "KL 4 kap. 25 §",
    says="Ordföranden måste rösta när det behövs för att ärendet ska kunna avgöras.",
    instead="Rösta ja eller nej.",
)
def may_abstain(*, presiding: bool, needed_to_settle: bool = False) -> bool:
    """May this person abstain? Anyone may, but the one who presides must vote when the matter needs it."""
    return not (presiding and needed_to_settle)


@rule(
    "VOTE-10",
    "KL 4 kap. 26 §",
    says="Den som deltar i handläggningen av myndighetsutövning mot någon enskild måste delta i avgörandet.",
    instead="Delta i beslutet. Ingen är skyldig att rösta för mer än ett förslag.",
)
def may_decline_to_decide(*, committee: bool, exercise_of_authority: bool) -> bool:
    """May one who takes part in handling the item stay out of the decision?"""
    return not (committee and exercise_of_authority)


@rule(
    "MIN-01",
    "KL 4 kap. 27 §",
    says="Bara den som har deltagit i avgörandet kan reservera sig.",
    instead="Be sekreteraren anteckna en mening i protokollet, om arbetsordningen tillåter det.",
)
def may_reserve(*, took_part: bool) -> bool:
    """May this person make a reservation? One who took part in deciding the item."""
    return took_part


@rule(
    "MIN-01",
    "KL 4 kap. 27 §",
    says="Reservationen kom efter att mötet avslutats.",
    instead="En reservation måste anmälas före mötets slut. Motiveringen kan lämnas senare.",
)
def is_reserved_in_time(*, meeting_closed: bool) -> bool:
    """Was the reservation announced before the meeting ended?"""
    return not meeting_closed


@rule(
    "MIN-02",
    "KL 4 kap. 28 §",
    says="Arbetsordningen ger ingen rätt att få en mening antecknad i protokollet.",
    instead="Reservera dig före mötets slut om du deltog i beslutet.",
)
def may_have_a_note_entered(*, allowed_by_council: bool) -> bool:
    """May someone have an opinion noted in the minutes? Only where the council has said so (4:28, 6:17)."""
    return allowed_by_council
