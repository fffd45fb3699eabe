"""The one next lawful step for whoever leads: what it is, what it rests on, what stands in its way, what comes then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from radslag.law.rule import Refused
from radslag.meetings.engine import commands as c
from radslag.meetings.engine.decide.debate import next_speaker
from radslag.meetings.engine.decide.items import NOTHING_TO_DECIDE
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.procedure import decide
from radslag.meetings.engine.questions import live_question, next_question
from radslag.meetings.engine.serving import current_item
from radslag.meetings.engine.state import Item, Meeting, Question


@dataclass(frozen=True)
class Step:
    """``act`` is the command's name in small letters (``open_item``), ``label`` a Swedish msgid for the button.

    ``command`` is ready to be asked for when it needs nothing more from the chair; else None, and a form asks.
    ``blocked`` is what would be answered if it were asked for now. ``item`` is the item it concerns, ``after`` the
    label of what comes then. ``waits`` is how many seconds remain of the pause before the gavel.
    """

    act: str
    label: str
    section: str = ""
    command: c.Command | None = None
    item: str | None = None
    blocked: Refused | Misplaced | None = None
    after: str = ""
    waits: int = 0


def next_step(meeting: Meeting, at: datetime) -> Step | None:
    """Give the step, or None when the meeting is closed."""
    step = _next(meeting, at)
    if step is None or step.command is None or meeting.presiding is None:
        return step
    return _tried(meeting, step, at)


def _tried(meeting: Meeting, step: Step, at: datetime) -> Step:
    """Ask the procedure itself whether the step can be taken, so that the button never promises too much."""
    blocked: Refused | Misplaced | None = None
    if step.command is not None and meeting.presiding is not None:
        try:
            decide(meeting, step.command, c.Actor(meeting.presiding, "member"), at)
        except (Refused, Misplaced) as no:
            blocked = no
    return Step(step.act, step.label, step.section, step.command, step.item, blocked, step.after, step.waits)


def _next(meeting: Meeting, at: datetime) -> Step | None:
    match meeting.stage:
        case "planned":
            return Step("issue_notice", "Utfärda kungörelsen", "KL 5 kap. 13 §", after="Kalla ledamöter och ersättare")
        case "called":
            if not meeting.summoned:
                return Step("summon", "Kalla ledamöter och ersättare", "KL 5 kap. 15 §", after="Öppna sammanträdet")
            return Step("open_meeting", "Öppna sammanträdet", "KL 5 kap. 43 §", after="Håll upprop")
        case "adjourned":
            return Step("resume", "Återuppta sammanträdet", "KL 5 kap. 43 §")
        case "closed":
            return None
        case "open":
            item = current_item(meeting)
            return _in_item(meeting, item, at) if item else _between_items(meeting)


def _between_items(meeting: Meeting) -> Step:
    if not meeting.roll_called:
        return Step("call_roll", "Håll upprop", "KL 5 kap. 17–18 §§", after="Utse justerare")
    if not meeting.adjusters:
        return Step("choose_adjusters", "Utse justerare", "KL 5 kap. 69 §", after="Ta upp första ärendet")
    left = [key for key in meeting.order if meeting.items[key].stage == "listed"]
    if left:
        return Step("open_item", "Ta upp ärendet", "KL 5 kap. 45 §", c.OpenItem(left[0]), left[0],
                    after="Avsluta överläggningen")  # fmt: skip
    return Step(
        "close_meeting", "Avsluta sammanträdet", "KL 5 kap. 43 §", c.CloseMeeting(), after="Justera protokollet"
    )


def _in_item(meeting: Meeting, item: Item, at: datetime) -> Step:
    match item.stage:
        case "open":
            return _in_debate(item)
        case "deciding":
            return _when_deciding(meeting, item, at)
        case "listed" | "decided" | "closed":
            more = any(one.stage == "listed" for one in meeting.items.values())
            then = "Ta upp nästa ärende" if more else "Avsluta sammanträdet"
            return Step("close_item", "Gå vidare", "", c.CloseItem(), item.item, after=then)


def _in_debate(item: Item) -> Step:
    if item.declared:
        return Step("decide_recusal", "Pröva jävet", "KL 6 kap. 30 §", item=item.item, after="Avsluta överläggningen")
    if item.queue:
        waiting = next_speaker(item)
        command = c.StartSpeaker(waiting.person if waiting else None)
        return Step("start_speaker", "Ge ordet till nästa talare", "KL 5 kap. 43 §", command, item.item,
                    after="Avsluta överläggningen")  # fmt: skip
    if item.kind in NOTHING_TO_DECIDE and not item.motions:
        return Step("close_item", "Avsluta ärendet", "", c.CloseItem(), item.item, after="Ta upp nästa ärende")
    return Step("close_debate", "Avsluta överläggningen", "KL 5 kap. 53 §", c.CloseDebate(), item.item,
                after="Ställ proposition")  # fmt: skip


def _when_deciding(meeting: Meeting, item: Item, at: datetime) -> Step:
    if item.declared:
        return Step("decide_recusal", "Pröva jävet", "KL 6 kap. 30 §", item=item.item, after="Ställ proposition")
    question = live_question(item)
    if question is None:
        return _put(meeting, item)
    if question.ballot:
        return _with_ballot(item, question)
    if question.demanded_by or question.purpose == "urgency":
        return Step("open_ballot", "Öppna omröstningen", "KL 5 kap. 54 §", c.OpenBallot(), item.item,
                    after="Stäng omröstningen")  # fmt: skip
    if question.found is None or question.found_at is None:
        return Step("find", "Säg vad du finner", "KL 5 kap. 53 §", item=item.item, after="Klubba beslutet")
    left = meeting.pause_seconds - (at - question.found_at).total_seconds()
    return Step("gavel", "Klubba beslutet", "KL 5 kap. 53 §", c.Gavel(), item.item, after="Gå vidare",
                waits=max(0, -int(-left // 1)))  # fmt: skip


PUT = {
    "urgency": ("Fråga om ärendet får tas upp", "KL 5 kap. 52 §", "Öppna omröstningen"),
    "referral": ("Ställ proposition på återremiss", "KL 5 kap. 50 §", "Säg vad du finner"),
    "postponement": ("Ställ proposition på bordläggning", "KL 5 kap. 50 §", "Säg vad du finner"),
    "counter": ("Ställ proposition på motförslag", "KL 5 kap. 53 §", "Säg vad du finner"),
    "addition": ("Ställ proposition på tillägget", "KL 5 kap. 53 §", "Säg vad du finner"),
    "main": ("Ställ proposition", "KL 5 kap. 53 §", "Säg vad du finner"),
    "order": ("Ställ proposition", "KL 5 kap. 53 §", "Säg vad du finner"),
}


def _put(meeting: Meeting, item: Item) -> Step:
    coming = next_question(item, must_be_announced=kind_of(meeting.body_kind).announced)
    label, section, after = PUT[coming.purpose if coming else "main"]
    if not kind_of(meeting.body_kind).minority_delays and section == "KL 5 kap. 50 §":
        section = "KL 6 kap. 33 §"
    return Step("put_proposition", label, section, c.PutProposition(), item.item, after=after)


def _with_ballot(item: Item, question: Question) -> Step:
    ballot = question.ballot
    if ballot and not ballot.closed:
        return Step("close_ballot", "Stäng omröstningen", "KL 5 kap. 55 §", c.CloseBallot(), item.item,
                    after="Klubba beslutet")  # fmt: skip
    if ballot and ballot.outcome is None and question.casting_vote is None:
        return Step("give_casting_vote", "Ge utslagsröst", "KL 5 kap. 56 §", item=item.item, after="Klubba beslutet")
    return Step("gavel", "Klubba beslutet", "KL 5 kap. 53 §", c.Gavel(), item.item, after="Gå vidare")
