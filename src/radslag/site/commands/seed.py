"""seed: build our tables of facts from source data, or load them into the registers."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

CASES = Path(__file__).parents[4] / "tests"
"""Where the facts of real cases lie in the tree; they are read by tests and by ``radslag replay``."""


def add(parser: argparse.ArgumentParser) -> None:
    """Take ``build DIR`` or ``load``."""
    acts = parser.add_subparsers(dest="act", required=True)
    build = acts.add_parser("build", help="read source data in DIR and write our tables of facts")
    build.add_argument("source", type=Path, metavar="DIR")
    build.add_argument("--to", type=Path, help="write elsewhere than into the program's own folder")
    load = acts.add_parser("load", help="load the tables into the registers; a second run changes nothing")
    for act in (build, load):
        act.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Do it and say how many rows; 2 when the source data cannot be understood."""
    from radslag.bodies import conduct
    from radslag.bodies.seed import build, tables
    from radslag.log import conduct as log
    from radslag.meetings.replay import facts
    from radslag.meetings.replay.case import NotUnderstood

    if args.act == "build":
        try:
            counts = build.build(args.source, args.to or Path(tables.__file__).parent)
            counts["cases"] = facts.build(args.source / "cases", (args.to or CASES) / "cases")
        except (OSError, build.SeedError, NotUnderstood, KeyError) as problem:
            print(f"seed build: {problem}", file=sys.stderr)
            return 2
        _say({name: {"rows": count} for name, count in counts.items()}, as_json=args.json)
        return 0
    log.take_pen()
    _say(conduct.load_seed(), as_json=args.json)
    return 0


def _say(tables: dict[str, dict[str, int]], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(tables, ensure_ascii=False))
        return
    for name, counts in tables.items():
        print(f"{name:22}" + "  ".join(f"{what} {count}" for what, count in counts.items()))
