"""The rule book: every rule with its section, force, function and tests (--json, --markdown, or a table)."""

from __future__ import annotations

import argparse
import json

from radslag.law.rulebook import Line, lines
from radslag.law.rulebook_page import markdown, table


def add(parser: argparse.ArgumentParser) -> None:
    """Take the form of the answer."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="every id exactly once, as JSON")
    form.add_argument("--markdown", action="store_true", help="the page docs/law.md")


def run(args: argparse.Namespace) -> int:
    """Print the rule book."""
    if args.json:
        print(json.dumps([_as_json(line) for line in lines()], ensure_ascii=False, indent=2))
    elif args.markdown:
        print(markdown(), end="")
    else:
        print(table())
    return 0


def _as_json(line: Line) -> dict[str, object]:
    return {
        "id": line.id,
        "section": line.section,
        "text": line.text,
        "mark": line.mark,
        "force": line.force,
        "from": line.first.isoformat() if line.first else None,
        "to": line.last.isoformat() if line.last else None,
        "status": "built" if line.built else "not yet",
        "function": line.functions[0] if line.functions else None,
        "functions": list(line.functions),
        "tests": list(line.tests),
        "note": line.note,
    }
