"""Who may raise a matter (ITEM-01): KL 5 kap. 22 §, 8 kap. 1 and 2 §§. Pure."""

from __future__ import annotations

from enum import Enum


class Origin(Enum):
    """Where a matter comes from."""

    COMMITTEE = "committee"
    MEMBER_MOTION = "member_motion"
    AUDITOR = "auditor"
    PREPARATION = "preparation"
    COMPANY_BOARD = "company_board"
    CITIZEN_PROPOSAL = "citizen_proposal"
    POPULAR_INITIATIVE = "popular_initiative"
    ELECTION = "election"
    """An election or another matter that the council must take up by statute."""
    INCOMING = "incoming"
    """A letter, a referral or a request from someone else: registered, and prepared before it goes to a council."""


WORDS: dict[Origin, str] = {
    Origin.COMMITTEE: "Nämnd",
    Origin.MEMBER_MOTION: "Motion från ledamot",
    Origin.AUDITOR: "Revisorerna",
    Origin.PREPARATION: "Fullmäktigeberedning",
    Origin.COMPANY_BOARD: "Styrelse i kommunalt bolag",
    Origin.CITIZEN_PROPOSAL: "Medborgarförslag",
    Origin.POPULAR_INITIATIVE: "Folkinitiativ",
    Origin.ELECTION: "Val",
    Origin.INCOMING: "Inkommet",
}
"""What each is called on the page."""
