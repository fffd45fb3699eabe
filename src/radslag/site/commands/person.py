"""Add a person with an account and an office, and list those an authority has: how its first administrator comes in."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from datetime import date

ROLES = ("administrator", "registrar", "secretary", "chair", "member", "substitute", "official", "auditor")


def add(parser: argparse.ArgumentParser) -> None:
    """Take ``add NAME --user … --owner … [--role … --body …]`` or ``list --owner …``."""
    what = parser.add_subparsers(dest="what", required=True)
    new = what.add_parser("add", help="a person, an account and an office")
    new.add_argument("name")
    new.add_argument("--user", required=True, help="the name to sign in with")
    new.add_argument("--owner", required=True, help="the authority: a municipality's code (0980) or an id")
    new.add_argument("--role", choices=ROLES, default="administrator")
    new.add_argument("--body", help="the body's id; needed for chair, member and substitute")
    new.add_argument("--from", dest="starts_on", type=date.fromisoformat, default=None, metavar="YYYY-MM-DD")
    new.add_argument("--protected", action="store_true", help="a protected identity")
    new.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    new.add_argument("--json", action="store_true")
    listed = what.add_parser("list", help="the authority's accounts")
    listed.add_argument("--owner", required=True)
    listed.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Answer 0 when done, 1 when the name is taken or the server runs, 2 when the input does not make sense."""
    from django.core.exceptions import ValidationError

    from radslag.bodies import read as bodies
    from radslag.publicity.asker import PUBLIC

    try:
        authority = bodies.organisation(args.owner, PUBLIC)
    except (ValueError, ValidationError):
        authority = None
    if authority is None:
        return _say(f"no such authority: {args.owner}", 2)
    return _add(args, str(authority.id)) if args.what == "add" else _list(args, str(authority.id))


def _add(args: argparse.Namespace, owner: str) -> int:
    from django.db import transaction
    from django.utils import timezone

    from radslag.log.journal import AnotherWriter
    from radslag.people import conduct

    if args.role in {"chair", "member", "substitute"} and not args.body:
        return _say(f"--body is needed for {args.role}", 2)
    password = _password(args)
    if not password:
        return _say("no password was given", 2)
    try:
        with transaction.atomic():
            person = conduct.add_person(args.name, protected=args.protected)
            conduct.add_account(person, args.user, password, owner=owner)
            conduct.grant_office(
                person, owner, args.role, body=args.body, starts_on=args.starts_on or timezone.localdate()
            )  # fmt: skip
    except conduct.Taken:
        return _say(f"the user name is taken: {args.user}", 1)
    except (AnotherWriter, conduct.NotWritten):
        return _say("the server is running and keeps the journal: add the person on its pages, or stop it first", 1)
    print(json.dumps({"person": person, "user": args.user, "owner": owner}) if args.json else person)
    return 0


def _list(args: argparse.Namespace, owner: str) -> int:
    from radslag.people import read
    from radslag.publicity.asker import Asker, Office

    rows = read.accounts_of(owner, Asker(None, frozenset({Office(owner, "administrator")})))
    said = [{"person": row.person, "name": row.name, "user": row.user, "active": row.active} for row in rows]
    if args.json:
        print(json.dumps({"accounts": said}, ensure_ascii=False))
    else:
        print("\n".join(f"{row['user']:20} {row['name']}{'' if row['active'] else ' (closed)'}" for row in said))
    return 0


def _password(args: argparse.Namespace) -> str:
    """From standard input, or asked for at a terminal; nothing is asked without one."""
    if args.password_stdin:
        return sys.stdin.readline().rstrip("\n")
    return getpass.getpass("Password to start with: ") if sys.stdin.isatty() else ""


def _say(what: str, code: int) -> int:
    print(what, file=sys.stderr)
    return code
