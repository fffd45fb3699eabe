"""A council meeting that was held, in the journal of this process, with the people who make its minutes."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from django.test import Client
from django.utils import timezone
from meetings.stage import DAY, Scene, a_council
from meetings.test_reading import TEXTS

from radslag.log.clerk import Act, clerk
from radslag.log.entry import Envelope, Stream
from radslag.log.texts import Text
from radslag.meetings import models
from radslag.meetings.decider import MeetingDecider
from radslag.meetings.engine import commands as c
from radslag.minutes import assembling, conduct
from radslag.minutes.conduct import Hand
from radslag.people import models as people
from radslag.publicity.asker import Asker, Office


@dataclass(frozen=True)
class Meeting:
    """The meeting's id and whoever works on its minutes."""

    id: str
    owner: str
    body: str

    def _asker(self, person: str, *roles: str) -> Asker:
        return Asker(person, frozenset(Office(self.owner, role, self.body) for role in roles))  # type: ignore[arg-type]

    @property
    def secretary(self) -> Asker:
        return self._asker("Secretary", "secretary")

    @property
    def chair(self) -> Asker:
        return self._asker("Chair", "chair", "member")

    @property
    def ali(self) -> Asker:
        return self._asker("Ali", "member")

    @property
    def bea(self) -> Asker:
        return self._asker("Bea", "member")

    @property
    def outsider(self) -> Asker:
        return self._asker("Cia", "member")


def hand_of(asker: Asker) -> Hand:
    """Give an act of that person's, now."""
    return Hand(asker, timezone.now(), str(uuid.uuid4()))


def a_closed_meeting(*, decided: bool = True, closed: bool = False) -> Meeting:
    """Hold a meeting with one vote and one acclamation, and enter it act by act. ``closed``: the pool is secret."""
    council = a_council()
    council.asks("Chair", c.ChooseAdjusters(("Ali", "Bea"), DAY))
    council.debates("road").is_put(c.MakeMotion("reject", "Ali"))
    council.asks("Chair", c.Find("yes"))
    council.votes(yes="Chair Vice Cia", no="Ali Bea")
    council.asks("Chair", c.Gavel())
    council.asks("Ali", c.MakeReservation("road", "Ali", "why"))
    council.asks("Chair", c.CloseItem())
    if decided:
        council.debates("pool").decides()
        council.asks("Chair", c.CloseMeeting())
    return _entered(council, closed=closed)


def approved(meeting: Meeting) -> None:
    """Send the minutes and let all three approve."""
    conduct.send(meeting.id, hand_of(meeting.secretary))
    content = assembling.state_of(meeting.id).content
    for asker in (meeting.chair, meeting.ali, meeting.bea):
        conduct.approve(meeting.id, content, "password+totp", None, hand_of(asker))


def a_correction_in(meeting: Meeting) -> None:
    """Let the secretary correct an entry of the meeting after it was closed."""
    text = Text(str(uuid.uuid4()), TEXTS["right"], b"1" * 32)
    now = timezone.now()
    envelope = Envelope("Secretary", None, None, now, now, str(uuid.uuid4()))
    act = Act(f"meeting/{meeting.id}", c.Correct(3, text.id), c.Actor("Secretary", "secretary"), envelope, (text,))
    clerk().submit(act).result()


def _entered(scene: Scene, *, closed: bool) -> Meeting:
    meeting = Meeting(str(uuid.uuid4()), str(uuid.uuid4()), str(uuid.uuid4()))
    models.Meeting.objects.create(
        id=meeting.id, owner=meeting.owner, body=meeting.body, mode="test", starts_at=scene.at, place="Stora salen"
    )
    keeper, stream = clerk(), f"meeting/{meeting.id}"
    keeper.serve(_AsPlayed())
    keeper.give_birth(Stream(stream, meeting.owner, "test", "meeting", datetime(2026, 12, 1, tzinfo=UTC)))
    fresh = {name: str(uuid.uuid4()) for name in TEXTS}
    roster = json.loads(TEXTS["t1"])
    matters = {name: str(uuid.uuid4()) for name in ("m1", "m2", "pool")}
    roster["items"][matters["pool"]] = {**roster["items"].pop("pool"), "closed": closed}
    bodies = {**TEXTS, "t1": json.dumps(roster)}
    entered: set[str] = set()
    for kind, facts, stamp in scene.written:
        said = _renamed(facts, fresh | matters)
        named = [name for name in TEXTS if name in facts.values() and name not in entered]
        entered.update(named)
        texts = tuple(Text(fresh[name], bodies[name], b"0" * 32) for name in named)
        envelope = Envelope(stamp.by, None, None, stamp.at, stamp.at, f"{stamp.act}/{stamp.number}")
        keeper.submit(Act(stream, (kind, said), None, envelope, texts)).result()
    keeper.serve(MeetingDecider())
    return meeting


def _renamed(said: object, names: dict[str, str]) -> object:
    """Give the facts with the stage's short names made into ids, as they are in a real journal."""
    if isinstance(said, dict):
        return {key: _renamed(value, names) for key, value in said.items()}
    if isinstance(said, list | tuple):
        return [_renamed(value, names) for value in said]
    return names.get(said, said) if isinstance(said, str) else said


class _AsPlayed(MeetingDecider):
    """Takes what was already judged on the stage."""

    def decide(self, state, command, actor, at):
        return [self.read_back(*command)]


def signed_in(meeting: Meeting, asker: Asker, client: Client) -> Client:
    """Sign a person in; their id on the stage becomes a real one in the offices, not in the journal."""
    account = people.Account.objects.create_user(username=str(uuid.uuid4()), password=None)
    account.person = people.Person.objects.create(name=str(asker.person))
    account.save()
    for office in asker.offices:
        people.Office.objects.create(
            person=account.person, owner=office.owner, body=office.body, role=office.role, starts_on="2026-01-01"
        )
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client
