"""A meeting held fast, by the raw path, for tests that need one that is over."""

from __future__ import annotations

import re
from datetime import date, timedelta

from browser.house import House

from radslag.crowd.visitor import Visitor

ITEM = re.compile(r'id="agenda-([0-9a-f-]{36})"')
BALLOT = re.compile(r'data-ballot="([^"/]+)/(\d+)"')
MEMBERS = ("member1", "member2", "member3")


def visitor(house: House, role: str) -> Visitor:
    """Let a role in, at the house's plain address."""
    told = house.role(role)
    one = Visitor(house.url, told["user"], told["password"], told["person"])
    one.sign_in()
    return one


class Quick:
    """Chair and three members who do what they are told, at once."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.chair = visitor(house, "chair")
        self.members = [visitor(house, role) for role in MEMBERS]

    def act(self, who: Visitor, act: str, **fields: object) -> None:
        said = who.act(self.house.meeting, act, **fields)
        assert said.done, (act, said)

    def open(self) -> list[str]:
        """Open the meeting, call everyone's name, choose adjusters; give the items in order."""
        everyone = [one["person"] for one in self.house.told["crowd"]] + [
            self.house.role(role)["person"] for role in ("chair", *MEMBERS, "substitute")
        ]
        self.act(self.chair, "open_meeting")
        self.act(self.chair, "call_roll", present=everyone)
        adjusters = [member.person for member in self.members[:2]]
        later = (date.today() + timedelta(days=7)).isoformat()
        self.act(self.chair, "choose_adjusters", persons=adjusters, approve_on=later)
        return list(dict.fromkeys(ITEM.findall(self.chair.page(f"/mote/{self.house.meeting}/delta/"))))

    def debate(self, item: str) -> None:
        """Bring an item up, with a speaker and a motion."""
        self.act(self.chair, "open_item", item=item)
        self.act(self.members[0], "request_floor")
        self.act(self.members[1], "make_motion", kind="reject")

    def ballot(self) -> tuple[str, int]:
        """Go from the debate to an open ballot; give its item and question."""
        self.act(self.chair, "close_debate")
        self.act(self.chair, "put_proposition")
        self.act(self.chair, "find", side="yes")
        self.act(self.members[2], "demand_vote")
        self.act(self.chair, "open_ballot")
        found = BALLOT.search(self.members[0].page(f"/mote/{self.house.meeting}/delta/"))
        assert found
        return found[1], int(found[2])

    def decide(self, ballot: tuple[str, int], votes: tuple[str, ...] = ("yes", "no", "yes")) -> None:
        """Let the three vote, close the ballot and let the gavel fall."""
        item, question = ballot
        for member, choice in zip(self.members, votes, strict=True):
            self.act(member, "cast_vote", item=item, question=question, choice=choice)
        self.act(self.chair, "close_ballot")
        self.act(self.chair, "gavel")
        self.act(self.chair, "close_item")

    def close(self, items: list[str]) -> None:
        """Pass the rest by, all but the last which is information, and close."""
        for item in items[:-1]:
            self.act(self.chair, "strike_item", item=item, reason="Utgår.")
        self.act(self.chair, "open_item", item=items[-1])
        self.act(self.chair, "close_item")
        self.act(self.chair, "close_meeting")

    def minutes(self) -> None:
        """Send the minutes, approve them; the program stamps and posts."""
        base = f"/mote/{self.house.meeting}/protokoll/"
        secretary = visitor(self.house, "secretary")
        _submit(secretary, f"{base}arbete/", f"{base}arbete/skicka/", {})
        for approver in (self.chair, *self.members[:2]):
            _submit(approver, f"{base}justera/", f"{base}justera/", {"read": "yes", "act": "approve"})


def whole(house: House) -> Quick:
    """Hold a whole meeting with one vote, to minutes on the board."""
    quick = Quick(house)
    first, *rest = quick.open()
    quick.debate(first)
    quick.act(quick.chair, "start_speaker")
    quick.act(quick.chair, "stop_speaker")
    quick.decide(quick.ballot())
    quick.close(rest)
    quick.minutes()
    return quick


def _submit(who: Visitor, page: str, action: str, fields: dict[str, str]) -> None:
    shown = who.page(page)
    form = re.search(rf'<form[^>]*(?:action="{re.escape(action)}"|class="stack")[^>]*>(.*?)</form>', shown, re.DOTALL)
    assert form, shown[-3000:]
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[1]))
    who._post(action, {**hidden, **fields})
