"""Who is here, who serves for whom, and who leads."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from radslag.meetings.engine import events as e
from radslag.meetings.engine.state import Meeting, Service, Spell, Stamp

Attendance = (
    e.PersonArrived | e.PersonLeft | e.RollCalled | e.SubstituteSeated | e.SubstituteStoodDown | e.PresidingChanged
)


def evolve(meeting: Meeting, event: Attendance, stamp: Stamp) -> Meeting:
    """Keep who came, left, stepped in and stood down."""
    match event:
        case e.PersonArrived():
            return replace(
                meeting,
                present={**meeting.present, event.person: event.mode},
                spells=(*meeting.spells, Spell(event.person, event.mode, stamp.at)),
            )
        case e.PersonLeft():
            return _without(meeting, frozenset({event.person}), stamp)
        case e.RollCalled():
            return _rolled(meeting, event, stamp)
        case e.SubstituteSeated():
            return _seated(meeting, event)
        case e.SubstituteStoodDown():
            left = {key: one for key, one in meeting.serving.items() if key != event.substitute}
            broke_off = frozenset({event.substitute}) if event.because == "left" else frozenset()
            return replace(meeting, serving=left, locked_out=meeting.locked_out | broke_off)
        case e.PresidingChanged():
            return replace(meeting, presiding=event.person, presiding_because=event.reason)
        case _:
            assert_never(event)


def _without(meeting: Meeting, gone: frozenset[str], stamp: Stamp) -> Meeting:
    return replace(
        meeting,
        present={person: mode for person, mode in meeting.present.items() if person not in gone},
        spells=tuple(
            replace(spell, until=stamp.at) if spell.person in gone and spell.until is None else spell
            for spell in meeting.spells
        ),
    )


def _rolled(meeting: Meeting, event: e.RollCalled, stamp: Stamp) -> Meeting:
    answered = frozenset(event.present)
    meeting = _without(meeting, frozenset(meeting.present) - answered, stamp)
    came = [person for person in event.present if person not in meeting.present]
    return replace(
        meeting,
        present={**meeting.present, **dict.fromkeys(came, "on_site")},
        spells=(*meeting.spells, *(Spell(person, "on_site", stamp.at) for person in came)),
        roll_called=True,
    )


def _seated(meeting: Meeting, event: e.SubstituteSeated) -> Meeting:
    begun = meeting.has_served
    broke_off = frozenset({event.member}) if event.because == "left" else frozenset()
    return replace(
        meeting,
        serving={**meeting.serving, event.substitute: Service(event.substitute, event.member, event.because)},
        has_served=begun if event.substitute in begun else (*begun, event.substitute),
        locked_out=meeting.locked_out | broke_off,
    )
