"""replay: run real minutes through the engine and compare what it reckons with what was decided."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any


def add(parser: argparse.ArgumentParser) -> None:
    """Take files, or folders of them."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Give 0 when everything reckoned is as recorded, 1 when something differs, 2 when a file is no case."""
    from radslag.meetings.replay.case import NotUnderstood
    from radslag.meetings.replay.comparing import compare
    from radslag.meetings.replay.reading import read

    try:
        cases = [compare(read(path)) for path in _files(args.files)]
    except (OSError, NotUnderstood) as problem:
        print(f"replay: {problem}", file=sys.stderr)
        return 2
    every = [one for case in cases for one in case["comparisons"]]
    different = sum(not one["same"] for one in every)
    if args.json:
        print(json.dumps({"cases": cases, "compared": len(every), "different": different}, ensure_ascii=False))
    else:
        _say(cases, len(every), different)
    return 1 if different else 0


def _files(named: list[Path]) -> list[Path]:
    return [path for one in named for path in (sorted(one.glob("*.json")) if one.is_dir() else [one])]


def _say(cases: list[dict[str, Any]], compared: int, different: int) -> None:
    for case in cases:
        print(f"{case['id']}  ({case['ruleset'] or '–'})")
        for one in case["comparisons"]:
            sign = "=" if one["same"] else "≠"
            print(f"  {sign} {one['what']}: {one['computed']!r}  [{one['rule']}]" + (
                "" if one["same"] else f"  recorded {one['recorded']!r}"))  # fmt: skip
        for one in case["not_computed"]:
            print(f"  – {one['path']}: {one['why']}")
    print(f"{compared} compared, {different} different")
