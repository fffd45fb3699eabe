"""The six parts that the minutes must show for each item (KL 5 kap. 67 §): a count, or missing."""

from __future__ import annotations

from dataclasses import dataclass

from radslag.law.kommunallagen.k05_protokoll import PARTS


@dataclass(frozen=True)
class ItemParts:
    """How many of each there are to show; 0 is ”none” and is said in words, None is missing."""

    item: str
    paragraph: int
    motions: int | None
    propositions: int | None
    votes: int | None
    decisions: int | None
    took_part: int | None
    reservations: int | None

    @property
    def there(self) -> frozenset[str]:
        """The parts that the minutes can show, by the law's names."""
        return frozenset(part for part in PARTS if getattr(self, part) is not None)
