"""What was asked is no question of law: wrong stage, not your act, changed since you read it."""

from __future__ import annotations


class Misplaced(Exception):
    """What was asked cannot be done now. ``says`` is the reason, ``instead`` what to do; both Swedish, may be shown."""

    def __init__(self, says: str, instead: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.instead = instead
