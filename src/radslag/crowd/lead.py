"""Leading: chair, secretary and adjusters take the next lawful step, each at the pace of people."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from html import unescape

from radslag.crowd.desk import Desk, Offer, read_desk
from radslag.crowd.house import House
from radslag.crowd.temper import Temper
from radslag.crowd.visitor import Lost, Visitor

PAUSES: dict[str, float] = {
    "open_meeting": 15, "call_roll": 15, "choose_adjusters": 6, "open_item": 7, "decide_recusal": 6, "start_speaker": 3,
    "close_debate": 25, "put_proposition": 6, "find": 6, "open_ballot": 6, "close_ballot": 40, "give_casting_vote": 8,
    "gavel": 10, "close_item": 12, "close_meeting": 8, "resume": 10,
}  # fmt: skip
"""How long the chair lets a step wait after it became the next one, in seconds at speed 1."""
SPEECH = 25.0
"""How long a speaker has the floor."""
BLOCKED = 10.0
LOOK = 1.0
"""Seconds between two looks at the page."""


class Lead:
    """Leads one meeting from its opening to its posted minutes, unless a human sits in the chair."""

    def __init__(
        self, meeting: str, chair: Visitor, secretary: Visitor, players: list[Visitor], house: House, temper: Temper
    ) -> None:  # fmt: skip
        self.meeting = meeting
        self._chair, self._secretary, self._players = chair, secretary, players
        self._house, self._temper = house, temper
        self._stopped = False
        self._seen: tuple[object, ...] = ()
        self._waited = 0.0
        self._tries = 0
        self._approved: set[str] = set()
        self._adjusters: list[Visitor] = []

    def stop(self) -> None:
        self._stopped = True

    def run(self) -> None:
        """Lead until stopped; take the line again when it breaks."""
        before = time.monotonic()
        while not self._stopped:
            now = time.monotonic()
            speed = self._house.speed()
            self._waited += (now - before) * speed
            before = now
            if speed:
                with suppress(Lost):
                    self._look()
            time.sleep(min(LOOK, max(0.1, LOOK / speed)) if speed else LOOK)

    def _look(self) -> None:
        if not self._house.leads():
            self._after_meeting(chair=False)
            return
        self._ready(self._chair)
        desk = read_desk(self._chair.page(f"/mote/{self.meeting}/ordforande/"))
        if desk.closed:
            self._after_meeting(chair=True)
            return
        step = _what(desk)
        mark = (step.act, tuple(sorted(step.fields.items(), key=str)), desk.speaking)
        if mark != self._seen:
            self._seen, self._waited, self._tries = mark, 0.0, 0
        if step.act and self._waited >= _pause(step):
            self._take(step, desk)

    def _take(self, step: Offer, desk: Desk) -> None:
        self._waited = 0.0
        fields = self._filled(step, desk)
        if fields is None:
            return
        said = self._chair.act(self.meeting, step.act, **fields)
        self._tries += not said.done
        if said.status == 403:
            self._chair.take_over()
        if said.done:
            self._seen = ()

    def _filled(self, step: Offer, desk: Desk) -> dict[str, object] | None:
        """Fill in what the chair is asked; None when it is better to wait."""
        match step.act:
            case "call_roll":
                if len(desk.answered) < 0.7 * desk.members and self._tries < 3:
                    self._tries += 1
                    return None
                return {"present": list(desk.answered)}
            case "choose_adjusters":
                self._adjusters = self._two(desk.may_adjust)
                persons = [one.person for one in self._adjusters] or list(desk.may_adjust[:2])
                return {"persons": persons, "approve_on": desk.approve_on}
            case "find" | "give_casting_vote":
                return {"side": "no" if self._tries % 2 else "yes"}
            case _:
                return dict(step.fields)

    def _two(self, may: tuple[str, ...]) -> list[Visitor]:
        """Choose two whom the crowd plays, of different parties: a visitor may have gone home when it is time."""
        found: dict[str, Visitor] = {}
        for one in self._players:
            if one.person in may and not self._house.taken(one.user):
                found.setdefault(one.party, one)
        two = list(found.values())[:2]
        return two if len(two) == 2 else []

    def _after_meeting(self, *, chair: bool) -> None:
        """Let the secretary send the minutes, and those who approve approve."""
        if self._waited < 10:
            return
        self._waited = 0.0
        base = f"/mote/{self.meeting}/protokoll/"
        if not self._house.taken(self._secretary.user):
            self._ready(self._secretary)
            desk = self._secretary.page(f"{base}arbete/")
            if f"{base}arbete/skicka/" in desk:
                self._secretary.fill_in(f"{base}arbete/", f"{base}arbete/skicka/")
        for one in [*([self._chair] if chair else []), *(self._adjusters or self._players)]:
            if self._stopped or one.user in self._approved or self._house.taken(one.user):
                continue
            with suppress(Lost):
                self._approve(one, f"{base}justera/")

    def _approve(self, who: Visitor, path: str) -> None:
        self._ready(who)
        page = who.page(path)
        content = re.search(r'name="content" value="([^"]*)"', page)
        if content:
            fields = {"act": "approve", "read": "yes", "content": unescape(content[1])}
            who.fill_in(path, path, **fields)
            self._approved.add(who.user)

    def _ready(self, who: Visitor) -> None:
        if not who.signed_in:
            who.sign_in()


def _what(desk: Desk) -> Offer:
    """Say which step is taken: a recusal is tried before all else, and who speaks may finish."""
    if desk.recusals:
        return next((one for one in desk.recusals if one.fields.get("recused") == "true"), desk.recusals[0])
    if desk.speaking and desk.step.act in ("start_speaker", "close_debate", "close_item"):
        return Offer("stop_speaker")
    return desk.step


def _pause(step: Offer) -> float:
    if step.act == "stop_speaker":
        return SPEECH
    return BLOCKED if step.blocked else PAUSES.get(step.act, 5.0)
