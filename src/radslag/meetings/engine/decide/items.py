"""Items opened and closed, recusal, reservation (KL 4:27, 5:46–47, 6:30)."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from radslag.law.kommunallagen import k04_fortroendevalda as law
from radslag.law.kommunallagen import k05_jav as recusal
from radslag.law.rule import require
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine.decide.attendance import NOW, returning_members
from radslag.meetings.engine.evolve import items as kept
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.quorum import require_quorum
from radslag.meetings.engine.serving import next_substitute, next_to_preside, serves
from radslag.meetings.engine.state import Item, Meeting

Dealing = c.OpenItem | c.DeclareRecusal | c.DecideRecusal | c.MakeReservation | c.CloseItem | c.Note
NOTHING_TO_DECIDE = frozenset({"formal", "information", "interpellation", "question"})


def decide(meeting: Meeting, command: Dealing) -> list[e.Event]:
    """Judge what concerns one item, outside its debate and its questions."""
    match command:
        case c.OpenItem():
            return _open(meeting, command)
        case c.DeclareRecusal():
            return _declare(meeting, command)
        case c.DecideRecusal():
            return _decide_recusal(meeting, command)
        case c.MakeReservation():
            return _reserve(meeting, command)
        case c.CloseItem():
            return _close(meeting)
        case c.Note():
            if command.item is not None:
                _known(meeting, command.item)
            return [e.Noted(command.item, command.text)]
        case _:
            assert_never(command)


def _open(meeting: Meeting, command: c.OpenItem) -> list[e.Event]:
    item = _known(meeting, command.item)
    if meeting.current:
        raise Misplaced("Ett annat ärende är öppet.", "Avsluta det först.")
    if not meeting.roll_called:
        raise Misplaced("Upprop är inte hållet.", "Håll upprop först.")
    if item.stage != "listed":
        raise Misplaced("Ärendet är redan behandlat.")
    require_quorum(meeting, item)
    return [e.ItemOpened(item.item, meeting.next_paragraph)]


def _declare(meeting: Meeting, command: c.DeclareRecusal) -> list[e.Event]:
    item = _known(meeting, command.item)
    if command.person not in meeting.roster:
        raise Misplaced("Personen är varken ledamot eller ersättare i organet.")
    if item.stage in ("decided", "closed"):
        raise Misplaced("Ärendet är avgjort.", "Begär att det antecknas till protokollet.")
    if command.person in item.declared | item.recused:
        raise Misplaced("Jävet är redan anmält.")
    return [e.RecusalDeclared(item.item, command.person)]


def _decide_recusal(meeting: Meeting, command: c.DecideRecusal) -> list[e.Event]:
    item, person = _known(meeting, command.item), command.person
    if meeting.current != item.item or item.stage not in ("open", "deciding"):
        raise Misplaced("Jävet prövas när ärendet är uppe.", "Ta upp ärendet först.")
    if person not in meeting.roster:
        raise Misplaced("Personen är varken ledamot eller ersättare i organet.")
    if any(q.settled is None and q.ballot and not q.ballot.closed for q in item.questions):
        raise Misplaced("Omröstningen är öppen.", "Stäng omröstningen först.")
    decided = e.RecusalDecided(item.item, person, command.recused)
    if not command.recused:
        if person == meeting.presiding:
            require(recusal.may_decide_on_own_recusal, quorate_without=True, someone_can_be_called=True)
        return [decided, *_stand_in_ends(meeting, person)]
    after = kept.evolve(meeting, decided, NOW)
    happened: list[e.Event] = [decided]
    if meeting.speaker == person:
        happened.append(e.SpeakerStopped(item.item, person))
    if any(waiting.person == person for waiting in item.queue):
        happened.append(e.FloorWithdrawn(item.item, person))
    if person == meeting.presiding:
        heir = next_to_preside(after, without=after.items[item.item].recused)
        if heir is None:
            raise Misplaced("Ingen annan ur presidiet kan leda ärendet.", "Lämna över till någon annan först.")
        happened.append(e.PresidingChanged(heir, "recused"))
    if serves(meeting, person):
        seat = meeting.serving[person].member if person in meeting.serving else person
        called = next_substitute(after, seat)
        if called and seat not in _stood_in_for(meeting):
            happened.append(e.SubstituteSeated(called.substitute, seat, "recused"))
    return happened


def _stood_in_for(meeting: Meeting) -> frozenset[str]:
    return frozenset(one.member for one in meeting.serving.values() if one.because == "recused")


def _stand_in_ends(meeting: Meeting, person: str) -> list[e.Event]:
    seat = meeting.serving[person].member if person in meeting.serving else person
    return [
        e.SubstituteStoodDown(one.substitute, one.member, "item_over")
        for one in meeting.serving.values()
        if one.because == "recused" and one.member == seat
    ]


def _reserve(meeting: Meeting, command: c.MakeReservation) -> list[e.Event]:
    item = _known(meeting, command.item)
    require(law.is_reserved_in_time, meeting_closed=meeting.stage == "closed")
    if item.outcome is None:
        raise Misplaced("Ärendet är inte avgjort.", "Reservera dig när beslutet är fattat.")
    require(law.may_reserve, took_part=any(command.person in q.took_part for q in item.questions))
    if command.person in item.reservations:
        raise Misplaced("Reservationen är redan anmäld.")
    return [e.ReservationMade(item.item, command.person, command.text)]


def _close(meeting: Meeting) -> list[e.Event]:
    item = meeting.items[meeting.current or ""]
    happened: list[e.Event] = []
    if item.stage == "open":
        if item.kind not in NOTHING_TO_DECIDE:
            raise Misplaced("Ärendet är inte avgjort.", "Avsluta överläggningen och ställ proposition.")
        happened += [e.DebateClosed(item.item), e.ItemDecided(item.item, "noted")]
    happened.append(e.ItemClosed(item.item))
    after = meeting
    for one in meeting.serving.values():
        if one.because == "recused":
            happened.append(e.SubstituteStoodDown(one.substitute, one.member, "item_over"))
    happened += returning_members(after)
    leads = next_to_preside(_without_stand_ins(meeting))
    if meeting.presiding_because == "recused" and leads and leads != meeting.presiding:
        happened.append(e.PresidingChanged(leads, "back"))
    return happened


def _without_stand_ins(meeting: Meeting) -> Meeting:
    staying = {key: one for key, one in meeting.serving.items() if one.because != "recused"}
    return replace(meeting, serving=staying)


def _known(meeting: Meeting, item: str) -> Item:
    found = meeting.items.get(item)
    if found is None:
        raise Misplaced("Ärendet finns inte på föredragningslistan.")
    return found
