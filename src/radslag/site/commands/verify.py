"""Walk the seals of the record and name the first broken link."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict

from django.db import connection

from radslag.log.opening import journal
from radslag.log.verify import Anchor, Finding, verify
from radslag.meetings import read as meetings
from radslag.minutes import read as minutes
from radslag.publicity.asker import PUBLIC


def add(parser: argparse.ArgumentParser) -> None:
    """Take one stream, or walk all."""
    parser.add_argument("--stream", help="only this stream, e.g. meeting/<id>")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Answer 0 when everything holds, 1 when something does not, 2 when there is no such stream."""
    # Opened first, so that a journal whose guards are gone is looked into rather than refused.
    book = journal(inspect=True)
    found = verify(anchors(), args.stream, book)
    if not args.stream and _registers_are_laid_out():
        found += [Finding("", 0, line) for line in (*minutes.broken_papers(), *meetings.strayed(PUBLIC))]
    if args.json:
        print(json.dumps({"whole": not found, "findings": [asdict(one) for one in found]}, ensure_ascii=False))
    else:
        print("\n".join(str(one) for one in found) or "The record is whole.")
    if any(one.what == "no such stream" for one in found):
        return 2
    return 1 if found else 0


def anchors() -> Iterable[Anchor]:
    """Gather the seals printed in approved minutes."""
    return minutes.anchors()


def _registers_are_laid_out() -> bool:
    """Say whether there are registers to hold against the journal: it can be verified alone."""
    return "django_migrations" in connection.introspection.table_names()
