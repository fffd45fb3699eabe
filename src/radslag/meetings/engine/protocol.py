"""Who may ask for what at which stage: one table, read before the law is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from radslag.meetings.engine import commands as c
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.serving import current_item
from radslag.meetings.engine.state import ItemStage, Meeting, Stage

Who = Literal["presiding", "secretary", "self", "anyone"]
"""``self``: whoever the act is about. ``anyone``: the domain has already checked that the person may call meetings."""


@dataclass(frozen=True)
class Row:
    """One act: who may ask for it, at which stages of the meeting and of the open item (None: no item needed)."""

    who: frozenset[Who]
    meeting: frozenset[Stage]
    item: frozenset[ItemStage] | None = None


def _row(who: str, meeting: str, item: str | None = None) -> Row:
    return Row(
        frozenset(who.split()),  # type: ignore[arg-type]
        frozenset(meeting.split()),  # type: ignore[arg-type]
        frozenset(item.split()) if item else None,  # type: ignore[arg-type]
    )


BOTH = "presiding secretary"
ALL = "self presiding secretary"

TABLE: dict[type, Row] = {
    c.IssueNotice: _row("anyone", "planned"),
    c.IssueLateNotice: _row("anyone", "called"),
    c.Summon: _row("anyone", "called"),
    c.OpenMeeting: _row("anyone", "planned called"),
    c.RegisterArrival: _row(ALL, "open adjourned"),
    c.RegisterLeave: _row(ALL, "open adjourned"),
    c.CallRoll: _row(BOTH, "open"),
    c.SeatSubstitute: _row(BOTH, "open"),
    c.StandDown: _row(BOTH, "open"),
    c.HandOverChair: _row(BOTH, "open"),
    c.ChooseAdjusters: _row(BOTH, "open"),
    c.AddItem: _row(BOTH, "open"),
    c.StrikeItem: _row(BOTH, "open"),
    c.OpenItem: _row("presiding", "open"),
    c.DeclareRecusal: _row(ALL, "open"),
    c.DecideRecusal: _row("presiding", "open"),
    c.RequestFloor: _row(ALL, "open", "open deciding"),
    c.WithdrawFloor: _row(ALL, "open", "open deciding"),
    c.StartSpeaker: _row(BOTH, "open", "open deciding"),
    c.StopSpeaker: _row(BOTH, "open", "open deciding"),
    c.MakeMotion: _row(ALL, "open", "open"),
    c.SupportMotion: _row(ALL, "open", "open"),
    c.WithdrawMotion: _row(ALL, "open", "open deciding"),
    c.CloseDebate: _row("presiding", "open", "open"),
    c.ReopenDebate: _row("presiding", "open", "deciding"),
    c.PutProposition: _row("presiding", "open", "open deciding"),
    c.Find: _row("presiding", "open", "deciding"),
    c.DemandVote: _row(ALL, "open", "deciding decided"),
    c.WithdrawDemand: _row(ALL, "open", "deciding"),
    c.OpenBallot: _row("presiding", "open", "deciding"),
    c.CastVote: _row("self secretary", "open", "deciding"),
    c.CloseBallot: _row("presiding", "open", "deciding"),
    c.GiveCastingVote: _row("presiding", "open", "deciding"),
    c.DeclineToDecide: _row(ALL, "open", "open deciding"),
    c.Gavel: _row("presiding", "open", "deciding"),
    c.MakeReservation: _row(ALL, "open adjourned closed"),
    c.CloseItem: _row("presiding", "open", "open decided"),
    c.Adjourn: _row("presiding", "open"),
    c.Resume: _row("presiding", "adjourned"),
    c.CloseMeeting: _row("presiding", "open"),
    c.Undo: _row("anyone", "open adjourned"),
    c.Correct: _row(BOTH, "open adjourned closed"),
    c.Note: _row(BOTH, "open adjourned"),
}

NEEDS_A_REASON = frozenset({c.CastVote})
"""What the secretary enters for another only with a written reason, though the act is in the row."""

NOT_AT_THIS_STAGE: dict[Stage, str] = {
    "planned": "Sammanträdet är inte kungjort.",
    "called": "Sammanträdet är inte öppnat.",
    "open": "Sammanträdet pågår.",
    "adjourned": "Sammanträdet är ajournerat.",
    "closed": "Sammanträdet är avslutat.",
}
NOT_WITH_THE_ITEM: dict[ItemStage, str] = {
    "listed": "Ärendet är inte uppe till behandling.",
    "open": "Överläggningen pågår.",
    "deciding": "Överläggningen är avslutad.",
    "decided": "Ärendet är avgjort.",
    "closed": "Ärendet är avslutat.",
}


def check(meeting: Meeting, command: c.Command, actor: c.Actor) -> None:
    """Let the caller pass when the act is the actor's to ask for at this stage. Raises :class:`Misplaced`."""
    row = TABLE[type(command)]
    if meeting.stage not in row.meeting:
        raise Misplaced(NOT_AT_THIS_STAGE[meeting.stage])
    if row.item is not None:
        item = current_item(meeting)
        if item is None:
            raise Misplaced("Inget ärende är uppe till behandling.", "Ta upp nästa ärende först.")
        if item.stage not in row.item:
            raise Misplaced(NOT_WITH_THE_ITEM[item.stage])
    _check_whose(meeting, row, command, actor)


def _check_whose(meeting: Meeting, row: Row, command: c.Command, actor: c.Actor) -> None:
    if "anyone" in row.who or ("presiding" in row.who and actor.person == meeting.presiding):
        return
    if "self" in row.who and actor.person == _whose(meeting, command):
        return
    if actor.office == "secretary":
        if actor.reason or ("secretary" in row.who and type(command) not in NEEDS_A_REASON):
            return
        raise Misplaced("Du för in detta åt någon annan.", "Skriv varför du gör det.")
    if "self" in row.who:
        raise Misplaced("Du kan bara göra detta för dig själv.", "Be ordföranden eller sekreteraren.")
    raise Misplaced("Det här gör den som leder sammanträdet.", "Be ordföranden.")


def led_for(meeting: Meeting, command: object, actor: c.Actor) -> str | None:
    """Give whoever presides when the secretary enters for them what only they may do; else nothing."""
    row = TABLE.get(type(command))
    only_theirs = row is not None and row.who == frozenset({"presiding"})
    return meeting.presiding if only_theirs and actor.person != meeting.presiding else None


def _whose(meeting: Meeting, command: c.Command) -> str | None:
    """Give whom the act is about. A motion is withdrawn by whoever made it."""
    item = current_item(meeting)
    if isinstance(command, c.CastVote):
        return command.voter
    if isinstance(command, c.WithdrawMotion) and item:
        return next((motion.by for motion in item.motions if motion.label == command.label), None)
    return getattr(command, "person", None)


def may_ask(meeting: Meeting, act: type, *, presiding: bool = False, secretary: bool = False) -> bool:
    """Say whether the act fits the stage and the role, for a screen that shows or hides a button."""
    row = TABLE[act]
    item = current_item(meeting)
    if meeting.stage not in row.meeting or (row.item is not None and (item is None or item.stage not in row.item)):
        return False
    if (presiding and "presiding" in row.who) or (secretary and "secretary" in row.who):
        return True
    return bool({"self", "anyone"} & row.who)
