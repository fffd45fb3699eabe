"""Serve: the pages, the live path, the minute's duties and, in the demonstration, the crowd."""

from __future__ import annotations

import argparse

from django.conf import settings

from radslag.site.serving import serve


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on; 0.0.0.0 for all")
    parser.add_argument("--no-crowd", action="store_true", help="in the demonstration: leave the other members silent")


def run(args: argparse.Namespace) -> int:
    """Run until told to stop."""
    return serve(args.host, args.port, crowd=settings.DEMO and not args.no_crowd)
