"""What the demonstration's own page was told: the pace, who leads, and in which seats humans sit."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any


class House:
    """Reads ``demo-house.json`` beside ``demo.json`` again each second; without one it is as asked for at the start."""

    def __init__(self, path: Path, speed: float) -> None:
        self._path, self._given = path, speed
        self._looked = -1.0
        self._said: dict[str, Any] = {}

    def speed(self) -> float:
        """How fast people are: 1 is as people, 0 is a pause."""
        said = self._look().get("pace")
        return max(0.0, float(said)) if isinstance(said, int | float) else self._given

    def leads(self) -> bool:
        """Whether the crowd leads the meeting."""
        return bool(self._look().get("chair", "crowd") == "crowd")

    def taken(self, user: str) -> bool:
        """Whether a human sits in the seat of that user."""
        if user == "ordforande":
            return not self.leads()
        return user in self._look().get("taken", {})

    def _look(self) -> dict[str, Any]:
        now = time.monotonic()
        if self._looked < 0 or now - self._looked > 0.5:
            self._looked = now
            try:
                said = json.loads(self._path.read_text(encoding="utf-8"))
                self._said = said if isinstance(said, dict) else {}
            except (OSError, ValueError):
                self._said = {}
        return self._said
