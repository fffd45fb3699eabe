"""Measure what is promised, beside the floor of the same run."""

from __future__ import annotations

import argparse
import json
import os
import platform

from django.conf import settings

from radslag.site.health import commit

MEASURED = ("live",)


def add(parser: argparse.ArgumentParser) -> None:
    """Take what to measure."""
    parser.add_argument("what", choices=MEASURED)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions: about a minute")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Measure; 1 when a bar does not hold."""
    from radslag.site.bench import live

    rows = live.measure(quick=args.quick)
    found = {"commit": commit(), "machine": _machine(), "db": _database(), "rows": rows}
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print(f"{found['machine']}, {found['db']}, {found['commit']}")
        for row in rows:
            sign = "holds" if row["holds"] else "DOES NOT HOLD"
            print(f"{row['name']}: {row['ours']} (floor {row['floor']}, ratio {row['ratio']}; {row['bar']}: {sign})")
    return 0 if all(row["holds"] for row in rows) else 1


def _machine() -> str:
    cores = len(os.sched_getaffinity(0))
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}"


def _database() -> str:
    return str(settings.DATABASES["default"]["ENGINE"]).rpartition(".")[2]
