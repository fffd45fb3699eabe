"""A clerk of one's own on each database that is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from log.ballot import BallotDecider
from radslag.log.clerk import Clerk
from radslag.log.journal import Journal
from radslag.log.sqlite import SqliteJournal


@pytest.fixture
def open_journal(tmp_path: Path) -> Callable[[], Journal]:
    """Open the same journal, as many times as asked."""
    return lambda: SqliteJournal(tmp_path / "journal.sqlite3")


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
