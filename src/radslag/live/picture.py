"""A picture cut in named regions, and the frames that bring a screen from what it has seen to what is so. Pure."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Picture:
    """What one audience (or one person) sees now.

    A screen remembers only the version it saw last. Whoever missed ten versions gets one frame with the regions
    that changed since, so a slow screen costs nobody anything; those who saw the same version get the same bytes.
    """

    def __init__(self) -> None:
        self.version = 0
        self.number = 0
        self._regions: dict[str, tuple[int, str]] = {}
        self._frames: dict[int, bytes] = {}

    def redraw(self, number: int, regions: Mapping[str, str]) -> bool:
        """Take in a new drawing, made at the entry ``number``; say whether any region changed."""
        wiped = {name: "" for name in self._regions if name not in regions}
        fresh = {
            name: html
            for name, html in {**regions, **wiped}.items()
            if (there := self._regions.get(name)) is None or there[1] != html
        }
        self.number = number
        if fresh:
            self.version += 1
            self._regions |= {name: (self.version, html) for name, html in fresh.items()}
            self._frames = {}
        return bool(fresh)

    def since(self, seen: int) -> bytes:
        """Give the frame for a screen that saw version ``seen`` (0: nothing yet); empty when there is no news."""
        if seen >= self.version:
            return b""
        if seen not in self._frames:
            news = {name: html for name, (version, html) in self._regions.items() if version > seen}
            self._frames[seen] = frame(self.number, news)
        return self._frames[seen]

    def wipe(self) -> bytes:
        """Give the frame that clears every region: sent before a screen is shown as another audience."""
        return frame(self.number, dict.fromkeys(self._regions, ""))


def frame(number: int, regions: Mapping[str, str]) -> bytes:
    """Write one server-sent event."""
    return b"event: regions\ndata: " + msgspec.json.encode({"number": number, "regions": regions}) + b"\n\n"
