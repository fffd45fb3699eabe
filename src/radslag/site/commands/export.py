"""Write everything of one authority in open formats: CSV, JSON, JSON Lines, HTML and PDF."""

from __future__ import annotations

import argparse
import json
import sys
import uuid
from pathlib import Path

from django.utils import timezone

from radslag.bodies import read as bodies
from radslag.bodies.rows import OrganisationRow
from radslag.people import read as people
from radslag.publicity.asker import PUBLIC
from radslag.site.copies import export


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "organisation", help="its id, its organisation number, or its code: a municipality's or region's"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, help="a folder that is empty or not there")
    parser.add_argument("--person", help="as this person may see it (an id); without: as anyone may")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Write the files. 1 = the folder is not empty, 2 = there is no such organisation."""
    found = organisation(args.organisation)
    if found is None:
        print(f"There is no organisation {args.organisation}.", file=sys.stderr)
        return 2
    folder: Path = args.output
    if folder.exists() and any(folder.iterdir()):
        print(f"{folder} is not empty: choose another folder. Nothing was written.", file=sys.stderr)
        return 1
    asking = people.asker_for(args.person) if args.person else PUBLIC
    manifest = export.everything(found, folder, asking, on=timezone.localdate())
    if args.json:
        print(json.dumps(manifest, ensure_ascii=False))
    else:
        print(f"{found.legal_name}: {len(manifest['files'])} files in {folder}.")
    return 0


def organisation(asked: str) -> OrganisationRow | None:
    """Find an organisation by id, code or organisation number; None when there is none, or several with that number."""
    try:
        return bodies.organisation(str(uuid.UUID(asked)), PUBLIC)
    except ValueError:
        pass
    for kind in ("municipality", "region"):
        if (by_code := bodies.by_code(kind, asked, PUBLIC)) is not None:
            return by_code
    numbered = bodies.by_number(asked, PUBLIC)
    return numbered[0] if len(numbered) == 1 else None
