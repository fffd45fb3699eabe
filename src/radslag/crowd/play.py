"""The plot: what the look-out sees leads to acts, each by its person and at its time."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from typing import Any

from radslag.crowd.house import House
from radslag.crowd.sight import Sight
from radslag.crowd.temper import Temper
from radslag.crowd.visitor import Lost, Visitor

QUIET = ("Fastställande", "Val av", "Information")
"""Words in an item's title on which nobody has much to say."""
HANDS = 4
"""How many acts are under way at a time."""
AGAIN = 15.0


class Play:
    """A crowd in one meeting. The house says all the time how fast people are, and which seats are taken by humans."""

    def __init__(self, meeting: str, players: list[Visitor], house: House, temper: Temper) -> None:
        self.meeting = meeting
        self.players = players
        self.acts = 0
        self._house = house
        self._temper = temper
        self._sight = Sight()
        self._here: set[str] = set()
        self._known = {"ballot": "", "debate": "", "question": "", "reserve": ""}
        self._said_no: dict[str, list[Visitor]] = {}
        self._supported: set[str] = set()
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()
        self._clock = 0.0
        self._lock = threading.Condition()
        self._stopped = False

    def run(self) -> None:
        """Sign everyone in, follow the meeting, and play until stopped."""
        watcher = threading.Thread(target=self._watch, name="look-out", daemon=True)
        for number, player in enumerate(self.players):
            late = 600.0 if self._temper.happens(0.05) else number * 0.15
            self._at(late, lambda who=player: self._arrive(who))  # type: ignore[misc]
        with ThreadPoolExecutor(HANDS) as hands:
            watcher.start()
            before = time.monotonic()
            while not self._stopped:
                now = time.monotonic()
                self._clock += (now - before) * self._house.speed()
                before = now
                for act in self._ripe():
                    hands.submit(self._quietly, act)
                time.sleep(0.05)

    def stop(self) -> None:
        self._stopped = True

    def _ripe(self) -> list[Callable[[], None]]:
        ripe = []
        with self._lock:
            while self._due and self._due[0][0] <= self._clock:
                ripe.append(heapq.heappop(self._due)[2])
        return ripe

    def _at(self, wait: float, act: Callable[[], None]) -> None:
        with self._lock:
            heapq.heappush(self._due, (self._clock + wait, next(self._order), act))

    def _quietly(self, act: Callable[[], None]) -> None:
        with suppress(Lost):
            act()

    def _do(self, who: Visitor, act: str, **fields: Any) -> bool:
        if self._stopped or self._house.taken(who.user):
            return False
        said = who.act(self.meeting, act, **fields)
        self.acts += said.done
        if said.status == 403:
            who.take_over()
        return said.done

    def _arrive(self, who: Visitor) -> None:
        """Sign in, and say one is here when that can be said; try again later when it cannot."""
        if self._stopped:
            return
        with suppress(Lost):
            if not who.signed_in and not self._house.taken(who.user):
                who.sign_in()
            if self._do(who, "register_arrival"):
                self._here.add(who.user)
                return
        self._at(AGAIN, lambda: self._arrive(who))

    def _watch(self) -> None:
        """Follow as the first player; take the line again when it breaks."""
        scout = self.players[0]
        while not self._stopped:
            try:
                if not scout.signed_in:
                    scout.sign_in()
                for changed in scout.follow(self.meeting):
                    if self._stopped:
                        return
                    self._sight.see(changed)
                    self._notice()
            except Lost:
                time.sleep(2)

    def _notice(self) -> None:
        ballot = self._sight.ballot
        seen = {
            "ballot": f"{ballot[0]}/{ballot[1]}" if ballot else "",
            "debate": self._sight.debate,
            "question": self._sight.question,
            "reserve": self._sight.reserve,
        }
        news = {what for what, mark in seen.items() if mark and mark != self._known[what]}
        self._known = seen
        if "ballot" in news and ballot:
            self._vote(*ballot)
        if "debate" in news:
            self._debate()
        if "question" in news and self._temper.happens(0.8 if self._sight.motions else 0.1):
            self._demand()
        if "reserve" in news:
            self._reserve(seen["reserve"])
        for label in self._sight.motions:
            if label not in self._supported:
                self._supported.add(label)
                self._support(label)

    def _vote(self, item: str, question: int) -> None:
        asked = f"{item}/{question}"
        for who in self.players:
            choice = self._temper.vote(who.party, asked)
            if choice == "no":
                self._said_no.setdefault(item, []).append(who)
            self._at(
                1 + self._temper.soon(6), self._asks(who, "cast_vote", item=item, question=question, choice=choice)
            )

    def _debate(self) -> None:
        self._supported.clear()
        present = self._present()
        if any(word in self._sight.debate for word in QUIET):
            return
        for who in self._temper.some(present, self._temper.speeches()):
            self._at(2 + self._temper.soon(20), self._asks(who, "request_floor"))
        for party_kind in ("ruling", "opposition"):
            if self._temper.happens(0.5):
                kind, text = self._temper.motion(party_kind)
                side = [who for who in present if self._temper.side(who.party) == party_kind]
                for who in self._temper.some(side, 1):
                    self._at(3 + self._temper.soon(10), self._asks(who, "make_motion", kind=kind, text=text))
        if self._sight.item and self._temper.happens(0.15):
            for who in self._temper.some(present, 1):
                self._at(1, self._asks(who, "declare_recusal", item=self._sight.item))
        for who in self._temper.some(present, 1):
            self._at(18 + self._temper.soon(10), self._asks(who, "request_floor", kind="reply"))

    def _support(self, label: str) -> None:
        for who in self._temper.some(self._present(), 3 if self._temper.happens(0.5) else 0):
            self._at(2 + self._temper.soon(10), self._asks(who, "support_motion", label=label))

    def _reserve(self, item: str) -> None:
        """Let one or two of those who voted no and lost reserve themselves."""
        for who in self._temper.some(self._said_no.get(item, []), 2 if self._temper.happens(0.6) else 0):
            self._at(1 + self._temper.soon(3), self._asks(who, "make_reservation", item=item, text=self._temper.why()))

    def _demand(self) -> None:
        for who in self._temper.some(self._present(), 1):
            self._at(0.5 + self._temper.soon(2), self._asks(who, "demand_vote"))

    def _asks(self, who: Visitor, act: str, **fields: Any) -> Callable[[], None]:
        return lambda: void(self._do(who, act, **fields))

    def _present(self) -> list[Visitor]:
        return [who for who in self.players if who.user in self._here and who.role == "member"]


def void(_: object) -> None:
    """Throw an answer away: a refusal is the law's word to a player, and the play goes on."""
