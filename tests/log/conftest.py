"""A clerk of one's own on each database that is at hand."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from log.ballot import BallotDecider
from radslag.log.clerk import Clerk
from radslag.log.journal import Journal
from radslag.log.postgres import PostgresJournal, parameters
from radslag.log.sqlite import SqliteJournal


@pytest.fixture
def open_journal(tmp_path: Path) -> Iterator[Callable[[], Journal]]:
    """Open the same new journal, as many times as asked, in the database that ``DATABASE_URL`` names."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        yield lambda: SqliteJournal(tmp_path / "journal.sqlite3")
        return
    schema = f"test_{uuid.uuid4().hex}"
    given = parameters() | {"dbname": "radslag", "options": f"-c search_path={schema}"}
    with psycopg.connect(**given, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
        yield lambda: PostgresJournal(given)
        connection.execute(f"DROP SCHEMA {schema} CASCADE".encode())


@pytest.fixture
def fresh_clerk(open_journal: Callable[[], Journal]) -> Iterator[Callable[[], Clerk]]:
    """Make a new clerk on the journal; the one before puts down the pen first, as at a restart."""
    made: list[Clerk] = []

    def make() -> Clerk:
        if made:
            made.pop().close()
        made.append(Clerk(open_journal()))
        made[-1].serve(BallotDecider())
        return made[-1]

    yield make
    for clerk in made:
        clerk.close()


@pytest.fixture
def clerk(fresh_clerk: Callable[[], Clerk]) -> Clerk:
    return fresh_clerk()
