"""What can be seen on a member's page, and done there: read from its regions, as they come."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

ACT = re.compile(r"/gor/(\w+)/")
BALLOT = re.compile(r'data-ballot="([^"/]+)/(\d+)"')
MOTION = re.compile(r'id="m-([^"]+)"')
LABEL = re.compile(r'name="label" value="([^"]+)"')


@dataclass
class Sight:
    """The regions of a page as they were last seen."""

    regions: dict[str, str] = field(default_factory=dict)

    def see(self, changed: Mapping[str, str]) -> None:
        """Take in what changed."""
        self.regions.update(changed)

    def may(self, act: str) -> bool:
        """Whether any form on the page offers the act."""
        return any(act in ACT.findall(html) for html in self.regions.values())

    @property
    def ballot(self) -> tuple[str, int] | None:
        """The ballot that is open: item and question."""
        found = BALLOT.search(self.regions.get("ballot", ""))
        return (found[1], int(found[2])) if found else None

    @property
    def motions(self) -> list[str]:
        """The labels of the motions that can be supported."""
        html = self.regions.get("motions", "")
        open_ones = set(LABEL.findall(html))
        return [label for label in MOTION.findall(html) if label in open_ones]

    @property
    def debate(self) -> str:
        """A mark that is another for each debate, empty when there is none: the words at the head of the page."""
        if not self.may("request_floor") and not self.may("withdraw_floor"):
            return ""
        return self.regions.get("head", "") or "debate"

    @property
    def item(self) -> str:
        """The item that is up, as the form for recusal names it; empty when there is none."""
        return _item_of("declare_recusal", self.regions)

    @property
    def reserve(self) -> str:
        """The item on whose decision a reservation may be made now, empty when there is none."""
        return _item_of("make_reservation", self.regions)

    @property
    def question(self) -> str:
        """A mark that is another for each question on which a vote may be demanded, empty when there is none."""
        return self.regions.get("now", "") if self.may("demand_vote") else ""


def _item_of(act: str, regions: Mapping[str, str]) -> str:
    found = (
        re.search(rf'/gor/{act}/"[^>]*>.*?name="item" value="([^"]+)"', html, re.DOTALL) for html in regions.values()
    )
    return next((one[1] for one in found if one), "")
