"""What someone with the database in their hands could do: raw statements, from another process on SQLite."""

from __future__ import annotations

import subprocess
import sys

import psycopg

from radslag.log.journal import Journal
from radslag.log.postgres import PostgresJournal
from radslag.log.sqlite import SqliteJournal

RUN = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); [c.execute(s) for s in sys.argv[2:]]; c.commit()"


def tamper(journal: Journal, *statements: str) -> str:
    """Run the statements; answers what the database said against them, or nothing when it let them pass."""
    if isinstance(journal, SqliteJournal):
        done = subprocess.run(
            [sys.executable, "-c", RUN, str(journal._path), *statements], check=False, capture_output=True, text=True
        )
        return done.stderr.strip().splitlines()[-1] if done.returncode else ""
    assert isinstance(journal, PostgresJournal)
    try:
        with psycopg.connect(**journal._given) as connection:
            for statement in statements:
                connection.execute(statement.encode())
    except psycopg.Error as no:
        return str(no)
    return ""


def drop(journal: Journal, *triggers: str) -> list[str]:
    """Give the statements that take these triggers away."""
    tables = {trigger: "_".join(trigger.split("_")[:2]) for trigger in triggers}
    on_table = "" if isinstance(journal, SqliteJournal) else " ON {}"
    return [f"DROP TRIGGER {trigger}{on_table.format(table)}" for trigger, table in tables.items()]
