"""A meeting of the fictional Åsbo that was held six days ago, act by act through the one door. Mode ``test``."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, time, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from radslag.bodies.rows import BodyRow, Roster
from radslag.log import read as log
from radslag.meetings import conduct, planning
from radslag.meetings.calling import STOCKHOLM
from radslag.meetings.demo import BEFORE, PLACES, lay_agenda
from radslag.meetings.models import AgendaItem, Meeting

DAYS_AGO = 6
NO = frozenset({"M", "SD", "KD", "L"})
"""The parties that vote no in the votes of this meeting."""


class Held:
    """One meeting, and the clock on its wall."""

    def __init__(self, meeting: Meeting, roster: Roster, secretary: str, starts_at: datetime) -> None:
        self.meeting, self.roster, self.secretary = str(meeting.id), roster, secretary
        self.items = [str(row.id) for row in AgendaItem.objects.filter(meeting=meeting)]
        self.at = starts_at.astimezone(UTC)
        self.chair = next(str(seat.person) for seat in roster.members if seat.presidium == 1)
        self.members = [str(seat.person) for seat in roster.members]
        self.against = [str(seat.person) for seat in roster.members if seat.party in NO]
        self._acts = 0

    def does(self, person: str, act: str, after: float = 20, /, **fields: Any) -> None:
        """Let a person do one act, that many seconds after the last."""
        self.at += timedelta(seconds=after)
        self._acts += 1
        who = conduct.Asking(person, f"held/{self._acts}", datetime.now(UTC), happened_at=self.at)
        conduct.ask(self.meeting, act, fields, who)

    def leads(self, *acts: str) -> None:
        """Let the chair take those steps, one after another."""
        for act in acts:
            self.does(self.chair, act)

    def opens(self, number: int) -> str:
        """Take up an item and give its id."""
        item = self.items[number]
        self.does(self.chair, "open_item", item=item)
        return item

    def speaks(self, person: str) -> None:
        """Let someone have the floor for two minutes."""
        self.does(person, "request_floor", 5)
        self.does(self.chair, "start_speaker")
        self.does(self.chair, "stop_speaker", 120)

    def votes(self, item: str, no: list[str]) -> None:
        """Let everyone who may vote do so, those named with no."""
        now = conduct.state(self.meeting)[1]
        number = len(now.items[item].questions)
        self.does(self.chair, "open_ballot")
        ballot = now.items[item].recused
        for person in self.members[:-1]:
            if person not in ballot:
                choice = "no" if person in no else "yes"
                self.does(person, "cast_vote", 2, choice=choice, item=item, question=number)
        self.leads("close_ballot", "gavel")


def hold(*, body: BodyRow, roster: Roster, secretary: str) -> Meeting | None:
    """Plan, call, open, lead and close the meeting. Answers None when it was held before."""
    names = (uuid.uuid5(body.id, f"held/{number}") for number in count())
    key = next(
        name for name in names if Meeting.objects.filter(pk=name).exists() or log.birth(f"meeting/{name}") is None
    )
    if Meeting.objects.filter(pk=key).exists():
        return None
    day = timezone.localdate() - timedelta(days=DAYS_AGO)
    starts_at = datetime.combine(day, time(18, 0), STOCKHOLM)
    made = planning.plan(
        body=body, mode="test", starts_at=starts_at, place=PLACES["asbo-kf"], first_paragraph=71, id=key
    )  # fmt: skip
    called_at = starts_at.astimezone(UTC) - BEFORE
    lay_agenda(made, body, secretary, called_at)
    scene = Held(made, roster, secretary, called_at)
    for act in ("issue_notice", "summon"):
        scene.does(secretary, act)
    scene.at = starts_at.astimezone(UTC)
    _open(scene)
    _decide(scene)
    scene.does(scene.chair, "close_meeting", 60)
    made.refresh_from_db()
    return made


def _open(scene: Held) -> None:
    """The last member is away, so that a substitute of the group is called."""
    scene.does(scene.chair, "open_meeting")
    present = [*scene.members[:-1], *(str(seat.person) for seat in scene.roster.substitutes)]
    scene.does(scene.chair, "call_roll", 60, present=present)
    two = [person for person in (scene.members[3], scene.against[0]) if person != scene.chair]
    approve_on = (scene.at + timedelta(days=3)).date().isoformat()
    scene.does(scene.chair, "choose_adjusters", persons=two, approve_on=approve_on)
    scene.opens(0)
    scene.leads("close_debate", "put_proposition")
    scene.does(scene.chair, "find", side="yes")
    scene.leads("gavel", "close_item")


def _decide(scene: Held) -> None:
    one, other = scene.against[0], scene.against[1]
    plan = scene.opens(1)
    scene.speaks(one)
    scene.does(one, "make_motion", kind="reject")
    scene.speaks(other)
    scene.leads("close_debate", "put_proposition")
    scene.does(scene.chair, "find", side="yes")
    scene.does(one, "demand_vote", 3)
    scene.votes(plan, scene.against[: len(scene.members) // 3])
    scene.does(one, "make_reservation", item=plan, text="Kajen blir dyrare än vad som har redovisats.")
    scene.does(scene.chair, "close_item")
    buses = scene.opens(2)
    scene.does(other, "make_motion", kind="refer_back", text="att kostnaden räknas om med tågen")
    scene.leads("close_debate", "put_proposition")
    scene.does(scene.chair, "find", side="yes")
    scene.does(other, "demand_vote", 3)
    scene.votes(buses, [*scene.against, *(one for one in scene.members[1:8] if one not in scene.against)][:8])
    scene.does(scene.chair, "close_item")
    fee = scene.opens(3)
    recused = next(one for one in scene.members[4:] if one not in scene.against)
    scene.does(recused, "declare_recusal", item=fee)
    scene.does(scene.chair, "decide_recusal", item=fee, person=recused, recused=True)
    scene.leads("close_debate", "put_proposition")
    scene.does(scene.chair, "find", side="yes")
    scene.leads("gavel", "close_item")
    scene.opens(4)
    scene.leads("close_debate", "put_proposition")
    scene.does(scene.chair, "find", side="yes")
    scene.leads("gavel", "close_item")
    scene.opens(5)
    scene.speaks(one)
    scene.does(scene.chair, "close_item")
