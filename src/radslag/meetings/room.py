"""The room that the live path serves: who looks, what they see, what they may ask for."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils import translation

from radslag.live.refusal import No, Saying
from radslag.live.ticket import Ticket
from radslag.log.sitting import Answer
from radslag.meetings import conduct, drawing
from radslag.meetings.asking import Unclear
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.offices import offices_in
from radslag.meetings.screens import audience

FOLLOWS = "follow"
"""The role on the ticket of a device that another device of the person votes instead of."""

languages: dict[str, str] = {}
"""The language in which a person last asked for a ticket: personal regions are drawn in it."""


class Room:
    """Shows the streams of kind ``meeting``. Surfaces and audiences carry their language: ``chair.en``."""

    def audience_of(self, stream: str, person: str | None, surface: str) -> str:
        """Give the audience that the person is on that surface at this event number."""
        meeting = stream.partition("/")[2]
        wish, dot, language = surface.partition(".")
        _, state = conduct.state(meeting)
        offices = offices_in(meeting, person) if person else frozenset()
        return audience.audience_of(state, person, wish, offices) + dot + language

    def draw(self, stream: str, audience: str) -> dict[str, str]:
        """Draw every region of an audience."""
        who, _, language = audience.partition(".")
        return drawing.draw(stream.partition("/")[2], who, language or "sv")[1]

    def personal(self, stream: str, person: str) -> dict[str, str]:
        """Draw what only this person sees."""
        return drawing.draw_personal(stream.partition("/")[2], person, languages.get(person, "sv"))

    async def act(self, stream: str, ticket: Ticket, act_name: str, fields: dict[str, object], key: str) -> Answer:
        """Do what is asked for by the person of the ticket. Raises ``Refused``, or ``No`` with what to do instead."""
        if ticket.person is None or ticket.audience_role == FOLLOWS:
            raise PermissionError("only follows: another device votes")
        who = conduct.Asking(ticket.person, key, datetime.now(UTC), ticket.device or None)
        try:
            # What cannot be read is said in the language of whoever wrote it.
            with translation.override(languages.get(ticket.person, "sv")):
                return await conduct.ask_async(stream.partition("/")[2], act_name, fields, who)
        except Misplaced as no:
            raise No(Saying(409, no.says, no.instead)) from no
        except Unclear as no:
            raise No(Saying(400, str(no), "")) from no
