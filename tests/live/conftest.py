"""Toy servers, each with its own state and database."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from live.server import ToyServer
from radslag.log.postgres import parameters


@pytest.fixture(scope="session")
def make_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., ToyServer]]:
    """Start a server on a fresh database; ``home`` and ``database`` of another may be given."""
    made: list[ToyServer] = []

    def make(beside: ToyServer | None = None, **other: object) -> ToyServer:
        home = tmp_path_factory.mktemp("home")
        if beside is not None:
            environment = {"DATABASE_URL": beside.environment.get("DATABASE_URL", "")}
            (home / "secret.key").write_text((beside.home / "secret.key").read_text())
        else:
            environment = {"DATABASE_URL": new_database(home)}
        made.append(ToyServer(home, **environment, **other))
        return made[-1]

    yield make
    for server in made:
        if server.process.poll() is None:
            server.end()


@pytest.fixture(scope="session")
def server(make_server: Callable[..., ToyServer]) -> ToyServer:
    """The server that most tests share."""
    return make_server(RADSLAG_ACTS_AT_ONCE="60")


@pytest.fixture
def meeting(server: ToyServer) -> str:
    return str(server.ask("meeting"))


def new_database(home: Path) -> str:
    """Give the address of an empty database of the kind the suite runs on."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return f"sqlite:///{home / 'registers.sqlite3'}"
    given = parameters() | {"dbname": "radslag"}
    name = f"toy_{uuid.uuid4().hex}"
    with psycopg.connect(**given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return f"postgres://{given['user']}@{given['host']}:{given['port']}/{name}"
