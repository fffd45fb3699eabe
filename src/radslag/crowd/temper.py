"""What a person does when: how soon, how often, and how a party votes. The same for the same seed."""

from __future__ import annotations

import hashlib
import random
from typing import Literal, TypeVar

T = TypeVar("T")
Choice = Literal["yes", "no", "abstain"]

REBELS = 0.04
ABSTAINERS = 0.03
SPEECHES = (0, 1, 1, 2, 3)
"""How many ask for the floor in a debate: one of these."""
RULING = frozenset({"S", "C", "V", "MP"})
MOTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "ruling": (
        ("approve", ""),
        ("add", "att beslutet följs upp och redovisas för fullmäktige inom ett år"),
        ("add", "att kommunstyrelsen ser över kostnaden inför nästa budget"),
    ),
    "opposition": (
        ("reject", ""),
        ("refer_back", "att ärendet återremitteras för att kostnaderna ska redovisas"),
        ("refer_back", "att ärendet återremitteras så att de som berörs får yttra sig"),
        ("add", "att beslutet gäller till utgången av 2028 och därefter prövas på nytt"),
    ),
}
WHYS = (
    "Kostnaden är inte redovisad, och då kan vi inte ställa oss bakom beslutet.",
    "Vi anser att ärendet borde ha beretts mer innan det avgjordes.",
    "Beslutet går ut över dem som har längst väg. Vi hade velat se en annan lösning.",
)


class Temper:
    """Chance and party line. ``seed`` makes a performance that can be given again."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._chance = random.Random(seed)  # noqa: S311 (a play, no secret)

    def line(self, party: str, question: str) -> Choice:
        """Say how a party votes on a question: always the same answer to the same question.

        Those who rule mostly hold together; those in opposition more often say no, and not always all of them.
        """
        digest = hashlib.sha256(f"{self._seed} {party} {question}".encode()).digest()
        return "yes" if digest[0] < (225 if self.side(party) == "ruling" else 90) else "no"

    def side(self, party: str) -> str:
        """Say whether a party rules or is in opposition."""
        return "ruling" if party in RULING else "opposition"

    def why(self) -> str:
        """Give the words of a reservation."""
        return self._chance.choice(WHYS)

    def vote(self, party: str, question: str) -> Choice:
        """Say how one of the party votes: mostly as the party."""
        drawn = self._chance.random()
        line = self.line(party, question)
        if drawn < ABSTAINERS:
            return "abstain"
        return ("no" if line == "yes" else "yes") if drawn < ABSTAINERS + REBELS else line

    def soon(self, seconds: float) -> float:
        """Draw a wait, most often shorter than the seconds given, sometimes three times as long."""
        return min(self._chance.expovariate(1.6 / seconds), 3 * seconds)

    def happens(self, share: float) -> bool:
        """Draw whether something that happens in this share of the cases happens now."""
        return self._chance.random() < share

    def some(self, those: list[T], most: int) -> list[T]:
        """Draw that many of those, or all when they are fewer."""
        return self._chance.sample(those, min(most, len(those)))

    def speeches(self) -> int:
        return self._chance.choice(SPEECHES)

    def motion(self, side: str) -> tuple[str, str]:
        """Give a motion that one of that side could make: its kind and its words."""
        return self._chance.choice(MOTIONS[side])
