"""Copy the whole installation to one file: registers, journal and files; keys only when asked for."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path

from radslag.site.copies import archive


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write, e.g. radslag.tar.gz")
    parser.add_argument("--keys", action="store_true", help="with the installation's keys: keep the file very safe")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Write the copy. The server may run. Answers 2 when the file cannot be written."""
    target: Path = args.output.resolve()
    if target.exists() or not target.parent.is_dir():
        print(f"{target} exists already, or its folder does not: choose another name.", file=sys.stderr)
        return 2
    manifest = archive.make(target, at=datetime.now(UTC), version=program(), with_keys=args.keys)
    if args.json:
        print(json.dumps(manifest, ensure_ascii=False))
        return 0
    print(f"{target}: {manifest['rows']} rows, {manifest['lines']} lines of journal, {len(manifest['files'])} files.")
    print(
        "The keys are in it: whoever has the file can stamp in your name."
        if args.keys
        else "Without keys: after a restore the stamp gets a new key, and everyone signs in anew. Add --keys to keep."
    )
    return 0


def program() -> str:
    """Give the version of the program, for the manifest."""
    try:
        return version_of("radslag")
    except PackageNotFoundError:
        return "unknown"
