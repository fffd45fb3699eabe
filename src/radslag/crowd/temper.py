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
MOTIONS: tuple[tuple[str, str], ...] = (
    ("approve", ""),
    ("reject", ""),
    ("refer_back", "att ärendet återremitteras för att kostnaderna ska redovisas"),
    ("add", "att beslutet följs upp inom ett år"),
)


class Temper:
    """Chance and party line. ``seed`` makes a performance that can be given again."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._chance = random.Random(seed)  # noqa: S311 (a play, no secret)

    def line(self, party: str, question: str) -> Choice:
        """Say how a party votes on a question: the larger share yes, always the same answer to the same question."""
        digest = hashlib.sha256(f"{self._seed} {party} {question}".encode()).digest()
        return "yes" if digest[0] < 150 else "no"

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

    def motion(self) -> tuple[str, str]:
        return self._chance.choice(MOTIONS)
