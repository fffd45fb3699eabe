"""The program ``radslag``: one module a command, each with ``add(parser)`` and ``run(args) -> int``.

Exit 0 = it holds, 1 = it does not hold, 2 = the input cannot be understood.
"""

from __future__ import annotations

import argparse
import os
import pkgutil
import sys
from importlib import import_module

NEEDS_NO_DJANGO = frozenset({"law", "dates"})


def main(argv: list[str] | None = None) -> int:
    """Read the command line, run the command and give its exit code."""
    parser = argparse.ArgumentParser(
        prog="radslag", description="Rådslag: where Sweden's public bodies meet, decide and cooperate."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    names = [found.name for found in pkgutil.iter_modules(__path__)]
    asked = (sys.argv[1:] if argv is None else argv)[:1]
    if not (set(asked) & NEEDS_NO_DJANGO):
        _start_django()
    for name in names:
        if set(asked) & NEEDS_NO_DJANGO and name not in asked:
            continue
        module = import_module(f"{__name__}.{name}")
        one = commands.add_parser(name, help=(module.__doc__ or "").splitlines()[0])
        module.add(one)
        one.set_defaults(run=module.run)
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except Exception as why:
        from radslag.log.journal import AnotherWriter, JournalNotSafe

        if not isinstance(why, (AnotherWriter, JournalNotSafe)):
            raise
        print(why, file=sys.stderr)
        return 1


def _start_django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "radslag.site.settings")
    django.setup()
