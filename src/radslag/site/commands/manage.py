"""Django's own commands (migrate, makemigrations, shell …), for those who run or build the program."""

from __future__ import annotations

import argparse

from django.core.management import execute_from_command_line


def add(parser: argparse.ArgumentParser) -> None:
    """Take whatever Django's command takes."""
    parser.add_argument("rest", nargs=argparse.REMAINDER)


def run(args: argparse.Namespace) -> int:
    """Hand the words over to Django."""
    execute_from_command_line(["radslag manage", *args.rest])
    return 0
