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

from radslag.crowd.house import House
from radslag.crowd.lead import Lead
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
    house = House(args.demo.parent / "demo-house.json", args.speed)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    parent = int(os.environ.get("RADSLAG_CROWD_PARENT", "0"))
    company: list[Play | Lead] = []
    playing: list[str] = []
    number = args.seed
    try:
        while not parent or os.getppid() == parent:
            told = _read(args.demo) or told
            meetings = [args.meeting] if args.meeting else [m["id"] for m in told["meetings"] if m.get("crowd", True)]
            if meetings != playing:
                for one in company:
                    one.stop()
                company = [act for key in meetings for act in _company(key, site, told, args.most, house, number)]
                for one in company:
                    threading.Thread(target=one.run, daemon=True).start()
                playing, number = meetings, number + 1
            time.sleep(0.5)
    except KeyboardInterrupt:
        return 0
    return 0


def _read(path: Path) -> dict[str, Any] | None:
    """Read who plays where; None while the file is being written."""
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return told


def _company(
    meeting: str, site: str, told: dict[str, Any], most: int, house: House, seed: int
) -> list[Play | Lead]:  # fmt: skip
    """Gather those who take part in one meeting: the members and, where the roles sit, whoever leads."""
    players = _players(site, told["crowd"], most)
    roles = {
        one["role"]: Visitor(site, one["user"], one["password"], one["person"], one.get("party", ""), one["role"])
        for one in told["roles"]
        if one["user"]
    }
    seats = [roles[name] for name in ("member1", "member2", "member3") if name in roles]
    for one in seats:
        one.role = "member"
    company: list[Play | Lead] = []
    if "chair" in roles and "secretary" in roles:
        company.append(Lead(meeting, roles["chair"], roles["secretary"], players, house, Temper(seed)))
        seats.append(roles["chair"])
    company.append(Play(meeting, [*players, *seats], house, Temper(seed)))
    return company


def _players(site: str, told: list[dict[str, Any]], most: int) -> list[Visitor]:
    members = sorted(told, key=lambda one: one["role"] != "member")[:most]
    return [
        Visitor(site, one["user"], one["password"], one["person"], one["party"], one["role"]) for one in members
    ]  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
