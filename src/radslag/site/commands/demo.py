"""Make the demonstration: fictional authorities and people, a meeting, and ``demo.json``."""

from __future__ import annotations

import argparse


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000, help="the port that the addresses in demo.json have")


def run(args: argparse.Namespace) -> int:
    """Make what is not there and say where it is told."""
    from radslag.log import conduct as log
    from radslag.site import demo

    log.take_pen()
    print(demo.seed(args.port))
    return 0
