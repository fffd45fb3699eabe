"""What follows from what is asked for: the way of the minutes from draft to board, judged by the law."""

from __future__ import annotations

from datetime import date, datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from radslag.law.kommunallagen import k05_protokoll, k08_anslagstavla, k13_laglighetsprovning
from radslag.law.rule import require
from radslag.minutes.engine.commands import (
    Actor,
    Approve,
    AskCorrection,
    Command,
    Passage,
    Post,
    Reject,
    SaveDraft,
    SendForApproval,
    Stamp,
    Withdraw,
)
from radslag.minutes.engine.events import (
    Approved,
    Approver,
    CorrectionAsked,
    DraftSaved,
    Event,
    Posted,
    Rejected,
    SentForApproval,
    Stamped,
    Withdrawn,
)
from radslag.minutes.engine.misplaced import Misplaced
from radslag.minutes.engine.state import Minutes

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def decide(minutes: Minutes, command: Command, actor: Actor, at: datetime) -> list[Event]:
    """Give what happens if ``actor`` asks for this at ``at`` (aware).

    Raises ``Refused`` with its section when the law stands in the way, :class:`Misplaced` when the stage does.
    """
    match command:
        case SaveDraft(passages):
            _by_secretary(actor)
            _still_a_draft(minutes)
            return [DraftSaved(p.section, p.item, p.text) for p in passages if _is_news(minutes, p)]
        case AskCorrection(item, text):
            _not_yet_stamped(minutes)
            return [CorrectionAsked(actor.person, item, text)]
        case SendForApproval():
            _by_secretary(actor)
            _still_a_draft(minutes)
            return [_sent(minutes, command)]
        case Approve():
            return [_approved(minutes, command, actor, at)]
        case Reject(text):
            _approver(minutes, actor)
            return [Rejected(actor.person, text)]
        case Withdraw():
            _by_secretary(actor)
            # Also when all have approved but the file cannot be made of what they read: then they read it anew.
            if minutes.stage not in ("sent", "approved"):
                raise Misplaced("Protokollet ligger inte hos justerarna.", "Läs om sidan.")
            return [Withdrawn()]
        case Stamp(pdf, public_pdf, certificate):
            if minutes.stage != "approved":
                raise Misplaced("Bara ett justerat protokoll stämplas, och bara en gång.", "Läs om sidan.")
            return [Stamped(pdf, public_pdf, certificate)]
        case Post():
            return [_posted(minutes, command)]
        case _:
            assert_never(command)


def _is_news(minutes: Minutes, passage: Passage) -> bool:
    return minutes.prose.get((passage.section, passage.item)) != passage.text


def _sent(minutes: Minutes, asked: SendForApproval) -> SentForApproval:
    if asked.closed_on is None:
        raise Misplaced("Mötet är inte avslutat.", "Avsluta mötet först. Sedan kan protokollet justeras.")
    require(k05_protokoll.someone_answers_for_the_minutes, presiding=asked.presiding)
    require(k05_protokoll.all_who_served_are_shown, served=asked.served, shown_as_serving=asked.shown_as_serving)
    shown = frozenset(item.item for item in asked.items)
    require(k05_protokoll.all_items_are_shown, handled=asked.handled, shown_items=shown)
    for item in asked.items:
        require(k05_protokoll.every_part_is_there, parts=item.there)
    require(k05_protokoll.all_questions_are_shown, put=asked.put, shown_as_put=asked.shown_as_put)
    if not any(approver.role == "adjuster" for approver in asked.approvers):
        raise Misplaced("Mötet har inte valt någon justerare.", "Rätta det i mötet: justerare väljs av de närvarande.")
    return SentForApproval(
        minutes.round + 1, asked.number, asked.seal, asked.content, asked.closed_on,
        k05_protokoll.last_day_to_approve(asked.closed_on), asked.approvers,
    )  # fmt: skip


def _approved(minutes: Minutes, asked: Approve, actor: Actor, at: datetime) -> Approved:
    approver = _approver(minutes, actor)
    if asked.content != minutes.content:
        raise Misplaced("Protokollet har ändrats sedan du läste det.", "Läs om sidan och justera sedan.")
    closed_on = minutes.closed_on or _day(at)
    late = not k05_protokoll.is_approved_in_time(approved_on=_day(at), meeting_ended_on=closed_on)
    return Approved(
        actor.person, approver.role, asked.sign_in_method, asked.signed_in_at, minutes.content, minutes.seal, late
    )


def _posted(minutes: Minutes, asked: Post) -> Posted:
    if minutes.stage != "stamped" or minutes.approved_at is None:
        raise Misplaced("Bara ett stämplat protokoll anslås, och bara en gång.", "Läs om sidan.")
    require(k08_anslagstavla.the_posting_is_complete, available_at=asked.available_at, posted_on=asked.posted_on)
    approved_on = _day(minutes.approved_at)
    late = not k08_anslagstavla.is_posted_in_time(posted_on=asked.posted_on, approved_on=approved_on)
    ends = k13_laglighetsprovning.last_day_to_appeal(asked.posted_on)
    return Posted(asked.posting, asked.posted_on, asked.available_at, ends, late)


def _approver(minutes: Minutes, actor: Actor) -> Approver:
    if minutes.stage != "sent":
        raise Misplaced("Protokollet ligger inte för justering.", "Läs om sidan.")
    for approver in minutes.approvers:
        if approver.person == actor.person:
            if approver not in minutes.waiting_for:
                raise Misplaced("Du har redan justerat protokollet.")
            return approver
    raise Misplaced("Bara ordföranden och de valda justerarna justerar protokollet.", "Be sekreteraren om en rättelse.")


def _by_secretary(actor: Actor) -> None:
    if actor.office != "secretary":
        raise Misplaced("Bara sekreteraren skriver i protokollet.", "Be om en ändring i stället.")


def _still_a_draft(minutes: Minutes) -> None:
    if minutes.stage == "sent":
        raise Misplaced("Protokollet ligger för justering.", "Ta tillbaka det först. Då börjar justeringen om.")
    if minutes.stage != "draft":
        raise Misplaced("Protokollet är justerat och kan inte ändras.", "Rätta genom ett nytt beslut.")


def _not_yet_stamped(minutes: Minutes) -> None:
    if minutes.stage not in ("draft", "sent"):
        raise Misplaced("Protokollet är justerat och kan inte ändras.", "Rätta genom ett nytt beslut.")


def _day(at: datetime) -> date:
    return at.astimezone(STOCKHOLM).date()
