"""What may stand on the noticeboard at all (PUB-02, PUB-03: KL 8 kap. 10 and 11 §§). Pure."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What a posting is. There is no other kind: the board holds what the law says and nothing else."""

    COUNCIL_NOTICE = "council_notice"
    APPROVED_MINUTES = "approved_minutes"
    DELEGATED_DECISION = "delegated_decision"
    MINUTES_TEXT = "minutes_text"
    APPEAL_INSTRUCTIONS = "appeal_instructions"
    STATUTORY_NOTICE = "statutory_notice"
    COMMITTEE_NOTICE = "committee_notice"
    DECISION_PAPERS = "decision_papers"


WORDS: dict[Kind, str] = {
    Kind.COUNCIL_NOTICE: "Tillkännagivande av sammanträde med fullmäktige",
    Kind.APPROVED_MINUTES: "Tillkännagivande av justerat protokoll",
    Kind.DELEGATED_DECISION: "Delegationsbeslut som inte anmäls",
    Kind.MINUTES_TEXT: "Justerat protokoll",
    Kind.APPEAL_INSTRUCTIONS: "Hur man överklagar",
    Kind.STATUTORY_NOTICE: "Kungörelse enligt lag",
    Kind.COMMITTEE_NOTICE: "Nämnds sammanträde",
    Kind.DECISION_PAPERS: "Beslutsunderlag",
}
"""What each is called on the board."""

SECTIONS: dict[Kind, str] = {
    Kind.COUNCIL_NOTICE: "KL 8 kap. 10 §",
    Kind.APPROVED_MINUTES: "KL 8 kap. 12 §",
    Kind.DELEGATED_DECISION: "KL 8 kap. 10 §",
    Kind.MINUTES_TEXT: "KL 8 kap. 10 §",
    Kind.APPEAL_INSTRUCTIONS: "KL 8 kap. 10 §",
    Kind.STATUTORY_NOTICE: "KL 8 kap. 10 §",
    Kind.COMMITTEE_NOTICE: "KL 8 kap. 11 §",
    Kind.DECISION_PAPERS: "KL 8 kap. 11 §",
}
"""The section that lets it stand there."""

STARTS_APPEAL = frozenset({Kind.APPROVED_MINUTES, Kind.DELEGATED_DECISION})
"""The kinds from which the time for appeal runs (KL 13 kap. 5 §): they stand until it has ended."""
