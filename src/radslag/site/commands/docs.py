"""Write the generated documents anew, or check that all documents say what is so."""

from __future__ import annotations

import argparse
import pkgutil

from radslag.site import commands, documents


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when a document is not true")


def run(args: argparse.Namespace) -> int:
    """Write, or say what is not so."""
    if not args.check:
        for path, page in documents.generated().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")
        return 0
    known = {found.name for found in pkgutil.iter_modules(commands.__path__)}
    said = documents.untruths(documents.targets(), known)
    for line in said:
        print(line)
    return 1 if said else 0
