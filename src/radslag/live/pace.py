"""How many acts a second one holder of tickets may send: a bucket that fills by itself."""

from __future__ import annotations

import time
from collections import OrderedDict

MOST_HOLDERS = 20_000


class Pace:
    """Lets ``burst`` acts through at once and ``per_second`` after that, for each holder."""

    def __init__(self, per_second: float, burst: float) -> None:
        self._per_second, self._burst = per_second, burst
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def lets(self, holder: str) -> bool:
        """Take one from the holder's bucket, or say that it is empty."""
        now = time.monotonic()
        left, at = self._buckets.get(holder, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._per_second)
        self._buckets[holder] = (left - 1 if left >= 1 else left, now)
        self._buckets.move_to_end(holder)
        if len(self._buckets) > MOST_HOLDERS:
            self._buckets.popitem(last=False)
        return left >= 1
