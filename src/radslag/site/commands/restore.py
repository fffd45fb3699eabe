"""Lay a copy made by ``radslag backup`` into an empty installation, and walk its seals."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from django.conf import settings

from radslag.log import copying, opening
from radslag.log.journal import AnotherWriter
from radslag.log.verify import Finding, verify
from radslag.minutes import read as minutes
from radslag.site.copies import archive, registers


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Restore. 0 = restored and whole, 1 = not restored or not whole, 2 = the file is no copy of ours."""
    Path(settings.HOME).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="radslag-restore-", dir=settings.HOME) as made:
        folder = Path(made)
        try:
            manifest = archive.unpack(args.file, folder)
        except archive.Unreadable as fault:
            print(fault, file=sys.stderr)
            return 2
        if why := _hinder(manifest):
            print(why, file=sys.stderr)
            return 1
        try:
            archive.lay_in(folder, manifest, opening.journal())
        except (registers.NotEmpty, copying.NotEmpty, AnotherWriter) as fault:
            print(f"Nothing was restored: {fault}", file=sys.stderr)
            return 1
    found = [*verify(minutes.anchors()), *(Finding("", 0, line) for line in minutes.broken_papers())]
    if args.json:
        findings = [asdict(one) for one in found]
        print(json.dumps({"rows": manifest["rows"], "lines": manifest["lines"], "findings": findings}))
    else:
        print(f"Restored {manifest['rows']} rows and {manifest['lines']} lines of journal.")
        print("\n".join(str(one) for one in found) or "The record is whole.")
    return 1 if found else 0


def _hinder(manifest: dict[str, object]) -> str:
    """Say what stands in the way before anything is touched, or nothing."""
    registers.lay_out()
    if found := registers.in_use():
        return (
            "The target is not empty: there are rows in " + ", ".join(found[:5]) + ". "
            "Restore into an empty RADSLAG_HOME or an empty database; nothing was changed."
        )
    if next(iter(opening.journal().reader().streams()), None) is not None:
        return "The target is not empty: its journal has entries. Nothing was changed."
    if manifest["migrations"] != registers.migrations():
        return (
            f"The backup was made by version {manifest['version']}, whose tables differ from this version's. "
            "Install that version, restore, and then upgrade. Nothing was changed but empty tables."
        )
    return ""
