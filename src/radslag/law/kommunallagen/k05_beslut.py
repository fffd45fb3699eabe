"""KL 5 kap. 45–46 and 50–56 §§ — how the council decides: quorum, referral back, proposition, gavel, vote.

By KL 6 kap. 33 § the sections 53–56 apply in committees too; 45–46, 50 and 52 do not (``k06_styrelse_och_namnder``).
"""

from __future__ import annotations

from radslag.law.rule import rule
from radslag.law.shares import (
    a_third,
    a_third_of_those_present_ask,
    more_than_half,
    two_thirds,
    two_thirds_of_those_present_agree,
)

SECRET_KINDS = frozenset({"election", "employment"})
"""The items in which a vote is not open and a tie is settled by lot (5:54, 5:56)."""


@rule(
    "QUO-03",
    "KL 5 kap. 46 §",
    says="{counted} av {seats} är närvarande även med de jäviga räknade, {needed} behövs.",
    instead="Vänta, ajournera, eller registrera den som har kommit.",
    shown=lambda seats, present, recused: {"counted": present + recused, "needed": more_than_half(seats)},
)
def recusal_does_not_break_the_quorum(*, seats: int, present: int, recused: int) -> bool:
    """Would the council be quorate if the recused who are here took part? ``present`` leaves them out."""
    return 2 * (present + recused) > seats


@rule(
    "QUO-01",
    "KL 5 kap. 45 §",
    says="{counted} av {seats} är närvarande, {needed} behövs.",
    instead="Rätta närvaron om någon har kommit, vänta, eller ajournera sammanträdet.",
    shown=lambda seats, present, recused=0: {"counted": present + recused, "needed": more_than_half(seats)},
)
def is_quorate(*, seats: int, present: int, recused: int = 0) -> bool:
    """May the council handle the item?

    ``seats`` is the number decided (not the number filled), ``present`` the members and serving substitutes who are
    here and take part in the item, ``recused`` those who are here and recused: they count, the council may go on
    without them (5:46). A committee does not count them: ``k06_styrelse_och_namnder.is_quorate``.
    """
    return recusal_does_not_break_the_quorum(seats=seats, present=present, recused=recused)


@rule(
    "QUO-02",
    "KL 5 kap. 45 §",
    says="{present} av {seats} är närvarande. Färre än hälften räcker bara för svar på interpellationer och frågor, "
    "och bara om fullmäktige har bestämt det.",
    instead="Ta upp ärendet när fler än hälften är närvarande.",
)
def may_be_answered_without_quorum(*, seats: int, present: int, kind: str, allowed_by_council: bool) -> bool:
    """May the item be handled though too few are here? An answer to an interpellation or a question, if allowed."""
    return is_quorate(seats=seats, present=present) or (allowed_by_council and kind in {"interpellation", "question"})


@rule(
    "QUO-05",
    "KL 5 kap. 45, 66 och 67 §§",
    says="Närvaron är inte känd för hela ärendet.",
    instead="Registrera när var och en kom och gick, och gå sedan vidare.",
)
def presence_is_known(*, unsettled: int) -> bool:
    """Is it known for each person whether they are here? ``unsettled`` counts those it is not known of."""
    return unsettled == 0


@rule(
    "ITEM-11",
    "KL 5 kap. 50 §",
    says="{asking} av {present} närvarande har begärt det, {needed} behövs.",
    instead="Pröva frågan om bordläggning eller återremiss med enkel majoritet.",
    shown=lambda present, **_: {"needed": a_third(present)},
)
def minority_can_refer_back(*, asking: int, present: int, minority_used: bool, election: bool = False) -> bool:
    """Must the item be postponed or referred back because a third of those present ask for it?

    Once for each matter: ``minority_used`` is true if it has been postponed or referred back at a minority's request
    before, in this or an earlier meeting. Never in an election. Then a simple majority is needed.
    """
    return not minority_used and not election and a_third_of_those_present_ask(asking=asking, present=present)


@rule(
    "ITEM-11",
    "KL 5 kap. 50 §",
    says="Frågan om bordläggning eller återremiss är inte prövad.",
    instead="Pröva den innan ärendet avgörs i sak.",
)
def referral_is_tried_first(*, untried: int) -> bool:
    """Are all motions to postpone or refer back tried before the merits? ``untried`` counts those that are not."""
    return untried == 0


@rule(
    "CALL-06",
    "KL 5 kap. 52 §",
    says="Ärendet står inte i kungörelsen. Det kan tas upp om det är brådskande och alla närvarande är med på det.",
    instead="Fråga om alla {present} närvarande är med på att ta upp ärendet. {agreeing} har sagt ja.",
)
def an_item_can_be_decided(*, announced: bool, urgent: bool = False, agreeing: int = 0, present: int = 0) -> bool:
    """May the council decide the item? It was announced, or it is urgent and all present agree to decide it.

    One who abstains has not agreed.
    """
    return announced or (urgent and present > 0 and agreeing == present)


@rule(
    "VOTE-01",
    "KL 5 kap. 53 §",
    says="Överläggningen är inte avslutad.",
    instead="Avsluta överläggningen och lägg sedan fram förslag till beslut.",
)
def a_proposition_can_be_put(*, debate_closed: bool) -> bool:
    """May the chair put proposals? When the debate is closed."""
    return debate_closed


@rule(
    "VOTE-01",
    "KL 5 kap. 53 §",
    says="Frågan har {answers} svar. Den måste kunna besvaras med ja eller nej.",
    instead="Ställ två förslag mot varandra i taget, eller fråga om ett förslag ska antas.",
)
def can_be_answered_yes_or_no(*, answers: int) -> bool:
    """Is the question framed so that it is answered yes or no: exactly two answers?"""
    return answers == 2


@rule(
    "VOTE-02",
    "KL 5 kap. 53 §",
    says="Omröstning är begärd.",
    instead="Öppna omröstningen.",
)
def the_gavel_can_confirm(*, vote_demanded: bool) -> bool:
    """May the chair confirm the acclamation with the gavel? Not if a vote was asked for."""
    return not vote_demanded


@rule(
    "VOTE-03",
    "KL 5 kap. 54 §",
    says="Omröstning kan inte begäras nu. Den begärs av någon som tjänstgör i ärendet, innan klubban fallit.",
    instead="Den som deltog i beslutet kan reservera sig.",
)
def a_vote_can_be_demanded(*, serving: bool, gavelled: bool, recused: bool = False) -> bool:
    """May this person have a vote by asking for it? Any one who serves in the item, before the gavel."""
    return serving and not recused and not gavelled


@rule(
    "VOTE-03",
    "KL 5 kap. 53 och 54 §§",
    says="Vänta ett ögonblick så att den som vill hinner begära omröstning.",
    instead="Klubban kan falla om {remaining} sekunder.",
    shown=lambda seconds, pause: {"remaining": max(1, -int(-(pause - seconds) // 1))},
)
def the_pause_is_over(*, seconds: float, pause: int) -> bool:
    """Has there been time to ask for a vote? ``pause`` is a value of the standing orders (3–5 seconds)."""
    return seconds >= pause


@rule(
    "VOTE-04",
    "KL 5 kap. 54 §",
    says="Omröstningen måste vara öppen. Sluten omröstning får användas vid val och vid anställning.",
    instead="Öppna en öppen omröstning.",
)
def the_vote_may_be_secret(*, kind: str) -> bool:
    """May the vote be secret? Only in an item of kind ``election`` or ``employment``."""
    return kind in SECRET_KINDS


@rule(
    "VOTE-04",
    "KL 5 kap. 54 §",
    says="Omröstning vid val och vid anställning är sluten.",
    instead="Rösta med sedlar på papper och för in rösttalen.",
)
def the_vote_may_be_open(*, kind: str) -> bool:
    """May the vote be open? In every item but an election or an employment."""
    return kind not in SECRET_KINDS


@rule(
    "VOTE-05",
    "KL 5 kap. 55 §",
    says="{yes} röstade ja och {no} röstade nej. Förslaget är inte antaget.",
    instead="Det förslag som fick flest röster är beslutet.",
)
def is_carried(*, yes: int, no: int) -> bool:
    """Does yes win? More yes than no; who abstains is not counted."""
    return yes > no


def is_tied(*, yes: int, no: int) -> bool:
    """Say whether both sides have the same number of votes."""
    return yes == no


@rule(
    "VOTE-06",
    "KL 5 kap. 56 §",
    says="Ordföranden har utslagsröst bara vid lika röstetal, och inte vid val eller anställning. "
    "Rösterna är {yes} ja och {no} nej.",
    instead="Fler röster avgör. Vid lika röstetal i val eller anställning avgör lotten.",
)
def the_chair_has_the_casting_vote(*, yes: int, no: int, kind: str) -> bool:
    """Does the chair's vote decide? At a tie, except in an election or an employment."""
    return is_tied(yes=yes, no=no) and kind not in SECRET_KINDS


@rule(
    "VOTE-07",
    "KL 5 kap. 56 §",
    says="Lotten avgör bara vid lika röstetal i val eller anställning. Rösterna är {yes} och {no}.",
    instead="Fler röster avgör. I andra ärenden har ordföranden utslagsröst.",
)
def the_lot_decides(*, yes: int, no: int, kind: str) -> bool:
    """Is the matter decided by lot? At a tie in an election or an employment."""
    return is_tied(yes=yes, no=no) and kind in SECRET_KINDS


@rule(
    "VOTE-12",
    "KL 5 kap. 10, 37 och 58 §§",
    says="{yes} av {present} närvarande röstade ja, {needed} behövs.",
    instead="Förslaget har inte fått två tredjedelar av de närvarande och är avslaget.",
    shown=lambda present, **_: {"needed": two_thirds(present)},
)
def is_carried_by_two_thirds(*, yes: int, present: int) -> bool:
    """Is a proposal that needs two thirds of those present carried? Who abstains is present."""
    return two_thirds_of_those_present_agree(yes=yes, present=present)


@rule(
    "VOTE-13",
    "KL 5 kap. 33 och 52 §§",
    says="{agreeing} av {present} närvarande är med på det. Alla behövs.",
    instead="Ta upp ärendet när det har kungjorts och beretts.",
)
def all_present_agree(*, agreeing: int, present: int) -> bool:
    """Are all present agreed? One who abstains is not."""
    return present > 0 and agreeing == present


@rule(
    "VOTE-15",
    "KL 5 kap. 67 §",
    says="{missing} av dem som fick rösta saknas i röstlistan.",
    instead="För in hur var och en röstade, eller att personen avstod eller inte röstade.",
    shown=lambda electorate, accounted: {"missing": len(electorate - accounted)},
)
def every_vote_is_accounted_for(*, electorate: frozenset[str], accounted: frozenset[str]) -> bool:
    """Does the list of an open vote show everyone who could vote, and no one else?"""
    return electorate == accounted
