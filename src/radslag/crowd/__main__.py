"""``python -m radslag.crowd --demo var/demo.json``: play the other members of the demonstration's meetings."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

from radslag.crowd.play import Play
from radslag.crowd.temper import Temper
from radslag.crowd.visitor import Visitor


def main(argv: list[str] | None = None) -> int:
    """Play until told to stop, or until the server that started it is gone."""
    parser = argparse.ArgumentParser(prog="radslag crowd", description="Plays the other members, from outside.")
    parser.add_argument("--demo", type=Path, default=Path("var/demo.json"), help="who can sign in, and where")
    parser.add_argument("--speed", type=float, default=float(os.environ.get("RADSLAG_CROWD_SPEED", "1")))
    parser.add_argument("--meeting", help="only this meeting")
    parser.add_argument("--site", help="another address than demo.json says")
    parser.add_argument("--seed", type=int, default=1, help="another number, another performance")
    parser.add_argument("--most", type=int, default=200, help="how many members at most")
    args = parser.parse_args(argv)
    try:
        told: dict[str, Any] = json.loads(args.demo.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        print(f"crowd: {problem}", file=sys.stderr)
        return 2
    site = (args.site or told["url"]).rstrip("/")
    if not site.startswith(("http://", "https://")):
        print(f"crowd: {site} is no address of a site", file=sys.stderr)
        return 2
    meetings = [args.meeting] if args.meeting else [one["id"] for one in told["meetings"] if one.get("crowd", True)]
    speed = _Speed(args.demo.parent / "crowd-speed", args.speed)
    plays = [
        Play(meeting, _players(site, told["crowd"], args.most), speed, Temper(args.seed + n))
        for n, meeting in enumerate(meetings)
    ]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    threads = [threading.Thread(target=play.run, daemon=True) for play in plays]
    for thread in threads:
        thread.start()
    parent = int(os.environ.get("RADSLAG_CROWD_PARENT", "0"))
    try:
        while any(thread.is_alive() for thread in threads) and (not parent or os.getppid() == parent):
            time.sleep(0.5)
    except KeyboardInterrupt:
        return 0
    return 0


def _players(site: str, told: list[dict[str, Any]], most: int) -> list[Visitor]:
    members = sorted(told, key=lambda one: one["role"] != "member")[:most]
    return [
        Visitor(site, one["user"], one["password"], one["person"], one["party"], one["role"]) for one in members
    ]  # fmt: skip


class _Speed:
    """The speed: what stands in the file, if there is one that can be read, else what was asked for at the start."""

    def __init__(self, path: Path, given: float) -> None:
        self._path, self._given = path, given
        self._looked, self._found = 0.0, given

    def __call__(self) -> float:
        now = time.monotonic()
        if now - self._looked > 1:
            self._looked = now
            try:
                self._found = max(0.0, float(self._path.read_text(encoding="utf-8")))
            except (OSError, ValueError):
                self._found = self._given
        return self._found


if __name__ == "__main__":
    sys.exit(main())
