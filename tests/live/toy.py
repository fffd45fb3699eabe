"""A whole server whose meetings are toy ballots. The test says on standard input what a browser cannot do by itself."""

from __future__ import annotations

import json
import sys

from django.contrib.sessions.backends.db import SessionStore
from log.ballot import Close, Explain, Vote, born, envelope

from radslag.live import ticket
from radslag.live.hub import hub
from radslag.log.clerk import Act, Answer, clerk
from radslag.log.texts import new_text


class BallotRoom:
    """Shows how many have voted, and to the chair what; each voter sees their own vote."""

    def audience_of(self, stream: str, person: str | None, surface: str) -> str:
        if person in clerk().state(stream)[1].explained:
            return "outside"
        return surface if person == "chair" or surface != "chair" else "public"

    def draw(self, stream: str, audience: str) -> dict[str, str]:
        ballot = clerk().state(stream)[1]
        if audience == "outside":
            return {"door": "Du har lämnat salen."}
        shown = {"count": f"<b>{len(ballot.votes)}</b>"}
        return shown | ({"votes": repr(ballot.votes)} if audience == "chair" or ballot.closed else {})

    def personal(self, stream: str, person: str) -> dict[str, str]:
        return {"mine": dict(clerk().state(stream)[1].votes).get(person, "")}

    async def act(self, stream: str, given: ticket.Ticket, name: str, fields: dict[str, object], key: str) -> Answer:
        person = given.person or ""
        match name:
            case "vote":
                asked: object = Vote(str(fields["choice"]))
            case "close":
                asked = Close()
            case "leave":
                asked = Explain(person)
            case _:
                raise LookupError(name)
        return await clerk().ask(Act(stream, asked, person, envelope(person, key)))


def obey(word: str, fields: dict[str, str]) -> object:
    """Do what the test asks for beside the browser."""
    match word:
        case "meeting":
            stream = born()
            clerk().give_birth(stream)
            return stream.name.partition("/")[2]
        case "session":
            session = SessionStore()
            session.create()
            return session.session_key
        case "ticket":
            age = float(fields.pop("age", "0"))
            made = ticket.new_ticket(**fields)
            return ticket.issue(ticket.Ticket(**vars(made) | {"expires": made.expires - age}))
        case "sign out":
            hub.close_session(fields["session"])
        case "delete session":
            SessionStore(fields["session"]).delete()
        case "take over":
            hub.close_device(fields["person"], fields["device"])
        case "note":
            text = new_text(fields["words"])
            return clerk().note("admin/ekviken", "toy.noted/1", {"text": text.id}, envelope("reg"), [text]).number
        case "verify":
            from radslag.log.verify import verify

            return [str(finding) for finding in verify()]
        case "acts":
            entries = clerk().journal.reader().entries(fields["stream"])
            return [((entry.envelope.by, entry.envelope.key), entry.number) for entry in entries]
        case "state":
            number, ballot = clerk().state(fields["stream"])
            return [number, ballot.votes]
    return None


def listen() -> None:
    """Answer each line of standard input with one line."""
    for line in sys.stdin:
        word, fields = json.loads(line)
        print(json.dumps(obey(word, fields)), flush=True)
