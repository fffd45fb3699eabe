"""Write the minutes of a meeting to a file: HTML, PDF or JSON, as anyone may see them."""

from __future__ import annotations

import argparse
import sys
import uuid
from pathlib import Path

from django.utils import timezone

from radslag.minutes import as_data, read, standalone, typeset
from radslag.people import read as people
from radslag.publicity.asker import PUBLIC, Asker


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("meeting", help="the meeting's id, or meeting/<id>")
    parser.add_argument("--format", choices=("html", "pdf", "json"), default="html")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--person", help="as this person may see it (an id); without: as anyone may")


def run(args: argparse.Namespace) -> int:
    """Write the file. 1 = there are no minutes that may be seen, 2 = that is no meeting's id."""
    name = args.meeting.removeprefix("meeting/")
    try:
        uuid.UUID(name)
    except ValueError:
        print(f"{args.meeting} is no meeting's id.", file=sys.stderr)
        return 2
    asking = people.asker_for(args.person) if args.person else PUBLIC
    content = made(name, args.format, asking)
    if content is None:
        print("There are no minutes that may be seen: not approved yet, or no such meeting.", file=sys.stderr)
        return 1
    args.output.write_bytes(content)
    return 0


def made(meeting: str, form: str, asking: Asker) -> bytes | None:
    """Make the file; the PDF of approved minutes is the stamped one, of a draft one marked as draft."""
    shown = read.minutes(meeting, asking)
    if shown is None:
        return None
    match form:
        case "json":
            return as_data.encoded(shown.contents, shown.record)
        case "pdf":
            paper = read.paper(meeting, asking)
            return paper[1] if paper else typeset.pdf(shown.contents, dated=timezone.now())
        case _:
            return standalone.page(shown).encode()
