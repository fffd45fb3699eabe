"""What a person asks for, read strictly: one table from the name of an act to its command and its fields.

The raw path (JSON) and the Django forms (strings) both come through ``read_act``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.utils.translation import gettext as _

from radslag.log.texts import Text, new_text
from radslag.meetings.engine import commands as c

LONGEST = 6000
"""Characters in a text that is sent to a meeting."""
ID = re.compile(r"[0-9a-zA-Z_-]{1,64}")

Whole = Literal["issue_notice", "issue_late_notice", "summon", "open_meeting", "add_item"]
"""Acts whose command is made from the registers (agenda, roster, noticeboard) by ``conduct``."""


class Unclear(ValueError):
    """What was sent cannot be understood; the message is Swedish and may be shown."""


@dataclass
class Heard:
    """One reading: who asks, which day it is, and the texts that the words became."""

    me: str
    today: date
    texts: list[Text] = field(default_factory=list)

    def keep(self, words: str) -> str:
        """Make a text of the words and give its id."""
        text = new_text(words)
        self.texts.append(text)
        return text.id


@dataclass(frozen=True)
class Asked:
    """A command (or the name of one that ``conduct`` makes whole), its texts and the id of a written reason."""

    act: str
    command: c.Command | Whole
    texts: tuple[Text, ...] = ()
    reason: str | None = None
    on_behalf_of: str | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    """The fields of an act that is made whole later."""


Reader = Callable[[Any, Heard], Any]


@dataclass(frozen=True)
class Act:
    """How one act is read: what makes the command, and a reader for each of its fields."""

    make: Callable[..., c.Command] | Whole
    fields: Mapping[str, Reader] = field(default_factory=dict)


def read_act(name: str, fields: Mapping[str, Any], *, me: str, today: date) -> Asked:
    """Read an act by its name from the fields that were sent; ``me`` is the asking person.

    Every act may carry ``reason``: words that set an advice aside. Raises :class:`Unclear` on an unknown act, an
    unknown field, a missing field or a value that is not what the field holds.
    """
    act = ACTS.get(name)
    if act is None:
        raise Unclear(_("Åtgärden ”%(name)s” finns inte.") % {"name": name[:40]})
    extra = sorted(set(fields) - set(act.fields) - {"reason"})
    if extra:
        raise Unclear(_("Fältet ”%(field)s” hör inte till åtgärden.") % {"field": extra[0][:40]})
    heard = Heard(me, today)
    read = {key: _read_one(key, reader, fields.get(key), heard) for key, reader in act.fields.items()}
    reason = None if "reason" in act.fields else words_or_none(fields.get("reason"), heard)
    command: c.Command | Whole = act.make if isinstance(act.make, str) else act.make(**read)
    other = next((read[key] for key in ("voter", "person") if key in read), None)
    behalf = other if other and other != me and name in FOR_SOMEONE else None
    return Asked(name, command, tuple(heard.texts), reason, behalf, read)


def _read_one(key: str, reader: Reader, value: Any, heard: Heard) -> Any:
    try:
        return reader(value, heard)
    except Unclear as why:
        raise Unclear(f"{key}: {why}") from why


def an_id(value: Any, _heard: Heard) -> str:
    if isinstance(value, str) and ID.fullmatch(value):
        return value
    raise Unclear(_("Ange vem eller vad det gäller."))


def id_or_none(value: Any, heard: Heard) -> str | None:
    return None if value in (None, "") else an_id(value, heard)


def me_or(value: Any, heard: Heard) -> str:
    """A person; without one, whoever asks."""
    return heard.me if value in (None, "") else an_id(value, heard)


def ids(value: Any, heard: Heard) -> tuple[str, ...]:
    if isinstance(value, str):
        value = [value] if value else []
    if not isinstance(value, list | tuple):
        raise Unclear(_("Ange en lista."))
    found = tuple(an_id(one, heard) for one in value)
    if len(set(found)) != len(found):
        raise Unclear(_("Samma namn står två gånger."))
    return found


def one_of(*words: str) -> Reader:
    def read(value: Any, _heard: Heard) -> str:
        if value in words:
            return str(value)
        raise Unclear(_("Välj något av: %(words)s.") % {"words": ", ".join(words)})

    return read


def optional(reader: Reader, default: Any = None) -> Reader:
    return lambda value, heard: default if value in (None, "") else reader(value, heard)


def number(value: Any, _heard: Heard) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9:
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value):
        return int(value)
    raise Unclear(_("Ange ett heltal."))


def yes_or_no(value: Any, _heard: Heard) -> bool:
    if value in (True, "true", "1", "yes"):
        return True
    if value in (False, "false", "0", "no"):
        return False
    raise Unclear(_("Svara ja eller nej."))


def a_day(value: Any, _heard: Heard) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Unclear(_("Ange ett datum som 2026-11-23.")) from None


def today(value: Any, heard: Heard) -> date:
    """A day; without one, today."""
    return heard.today if value in (None, "") else a_day(value, heard)


def plain(value: Any, _heard: Heard) -> str:
    """Words that are not kept as a text of their own: a title."""
    if isinstance(value, str) and 0 < len(value.strip()) <= 300:
        return value.strip()
    raise Unclear(_("Skriv högst 300 tecken."))


def words(value: Any, heard: Heard) -> str:
    """Words that must be there; gives the id of their text."""
    kept = words_or_none(value, heard)
    if kept is None:
        raise Unclear(_("Skriv en text."))
    return kept


def words_or_none(value: Any, heard: Heard) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise Unclear(_("Texten kan inte läsas."))
    said = value.replace("\r\n", "\n").strip()
    if len(said) > LONGEST:
        raise Unclear(_("Texten är längre än %(most)s tecken.") % {"most": LONGEST})
    return heard.keep(said) if said else None


SPEECH = one_of("speech", "reply", "order", "information")
SIDE = one_of("yes", "no")
MOTION = one_of("approve", "reject", "amend", "add", "refer_back", "postpone")
PURPOSE = one_of("referral", "postponement", "main", "counter", "addition", "order", "urgency")
KIND = one_of("formal", "information", "decision", "election", "employment", "interpellation", "question")
MODE = one_of("on_site", "remote")

ACTS: dict[str, Act] = {
    "issue_notice": Act("issue_notice"),
    "issue_late_notice": Act("issue_late_notice"),
    "summon": Act("summon"),
    "open_meeting": Act("open_meeting"),
    "add_item": Act("add_item", {"title": plain, "proposal": optional(plain, ""), "kind": optional(KIND, "decision")}),
    "strike_item": Act(c.StrikeItem, {"item": an_id, "reason": words}),
    "register_arrival": Act(c.RegisterArrival, {"person": me_or, "mode": optional(MODE, "on_site")}),
    "register_leave": Act(c.RegisterLeave, {"person": me_or}),
    "call_roll": Act(c.CallRoll, {"present": ids}),
    "seat_substitute": Act(c.SeatSubstitute, {"member": an_id, "substitute": id_or_none}),
    "stand_down": Act(c.StandDown, {"substitute": an_id}),
    "hand_over_chair": Act(c.HandOverChair, {"person": an_id}),
    "choose_adjusters": Act(c.ChooseAdjusters, {"persons": ids, "approve_on": a_day}),
    "open_item": Act(c.OpenItem, {"item": an_id}),
    "declare_recusal": Act(c.DeclareRecusal, {"item": an_id, "person": me_or}),
    "decide_recusal": Act(c.DecideRecusal, {"item": an_id, "person": an_id, "recused": yes_or_no}),
    "request_floor": Act(c.RequestFloor, {"person": me_or, "kind": optional(SPEECH, "speech")}),
    "withdraw_floor": Act(c.WithdrawFloor, {"person": me_or}),
    "start_speaker": Act(c.StartSpeaker, {"person": id_or_none}),
    "stop_speaker": Act(c.StopSpeaker),
    "make_motion": Act(c.MakeMotion, {"kind": MOTION, "person": me_or, "text": words_or_none}),
    "support_motion": Act(c.SupportMotion, {"label": an_id, "person": me_or}),
    "withdraw_motion": Act(c.WithdrawMotion, {"label": an_id}),
    "close_debate": Act(c.CloseDebate),
    "reopen_debate": Act(c.ReopenDebate),
    "put_proposition": Act(
        c.PutProposition, {"purpose": optional(PURPOSE), "yes": optional(an_id), "no": optional(an_id)}
    ),
    "find": Act(c.Find, {"side": SIDE}),
    "demand_vote": Act(c.DemandVote, {"person": me_or}),
    "withdraw_demand": Act(c.WithdrawDemand, {"person": me_or}),
    "open_ballot": Act(c.OpenBallot),
    "cast_vote": Act(
        c.CastVote,
        {"voter": me_or, "choice": one_of("yes", "no", "abstain"), "item": an_id, "question": number},
    ),
    "close_ballot": Act(c.CloseBallot),
    "give_casting_vote": Act(c.GiveCastingVote, {"side": SIDE}),
    "decline_to_decide": Act(c.DeclineToDecide, {"person": me_or}),
    "gavel": Act(c.Gavel),
    "make_reservation": Act(c.MakeReservation, {"item": an_id, "person": me_or, "text": words_or_none}),
    "close_item": Act(c.CloseItem),
    "adjourn": Act(c.Adjourn, {"until": words_or_none}),
    "resume": Act(c.Resume, {"sitting_day": today}),
    "close_meeting": Act(c.CloseMeeting),
    "undo": Act(c.Undo, {"number": optional(number)}),
    "correct": Act(c.Correct, {"number": number, "text": words}),
    "note": Act(c.Note, {"text": words, "item": id_or_none}),
}
"""Every act that can be asked for in a meeting, and the fields that belong to it."""

FOR_SOMEONE = frozenset(
    {
        "register_arrival", "register_leave", "declare_recusal", "request_floor", "withdraw_floor", "make_motion",
        "support_motion", "demand_vote", "withdraw_demand", "cast_vote", "decline_to_decide", "make_reservation",
    }
)  # fmt: skip
"""Acts that one person may do for another (the secretary for someone whose device is dead)."""
