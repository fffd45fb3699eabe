"""A copy of the whole installation and back again, as an operator types it, on the databases at hand."""

from __future__ import annotations

import json
import os
import stat
import tarfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from minutes.installed import Installation, typed


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return Installation(tmp_path_factory.mktemp("a"))


def a_database(name: str) -> str:
    """Make an empty database beside the one that the tests run in, and give its address."""
    given = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}".encode())
        connection.execute(f"CREATE DATABASE {name}".encode())
    return given._replace(path=f"/{name}").geturl()


def names_and_entries(home: Path, database: str = "") -> str:
    said = typed(home, "-c", """
import django; django.setup()
from radslag.people.models import Person
from radslag.log import read
print([p.name for p in Person.objects.all()])
print([(s.name, read.last_seal(s.name)) for s in read.streams()])
""", database=database)  # fmt: skip
    return said.stdout


def test_a_copy_that_is_restored_on_a_new_machine_has_the_same_seals(installed: Installation, tmp_path: Path) -> None:
    there = typed(tmp_path, "restore", str(installed.copy), "--json")

    assert there.returncode == 0, there.stderr
    assert json.loads(there.stdout)["findings"] == []
    assert names_and_entries(tmp_path) == names_and_entries(installed.home)
    assert typed(tmp_path, "verify").returncode == 0


def test_the_restored_papers_are_still_known_to_be_ours_though_the_key_stayed_behind(
    installed: Installation, tmp_path: Path
) -> None:
    typed(tmp_path, "restore", str(installed.copy))
    file = tmp_path / "minutes.pdf"

    assert not (tmp_path / "keys" / "stamp.key.pem").exists()
    assert typed(tmp_path, "minutes", installed.meeting, "--format", "pdf", "-o", str(file)).returncode == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_target_that_is_not_empty_is_left_alone(installed: Installation, tmp_path: Path) -> None:
    typed(tmp_path, "restore", str(installed.copy))
    before = names_and_entries(tmp_path)

    again = typed(tmp_path, "restore", str(installed.copy))

    assert again.returncode == 1
    assert "not empty" in again.stderr
    assert names_and_entries(tmp_path) == before


def test_a_changed_copy_is_refused(installed: Installation, tmp_path: Path) -> None:
    spoiled = tmp_path / "spoiled.tar.gz"
    with tarfile.open(installed.copy) as tar:
        tar.extractall(tmp_path / "out", filter="data")
    lines = (tmp_path / "out" / "journal.jsonl").read_text(encoding="utf-8").replace('"yes"', '"no"', 1)
    (tmp_path / "out" / "journal.jsonl").write_text(lines, encoding="utf-8")
    with tarfile.open(spoiled, "w:gz") as tar:
        for path in (tmp_path / "out").iterdir():
            tar.add(path, path.name)

    answer = typed(tmp_path / "home", "restore", str(spoiled))

    assert answer.returncode == 2
    assert "journal.jsonl" in answer.stderr


def test_what_is_no_copy_of_ours_is_not_understood(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Hej.", encoding="utf-8")

    assert typed(tmp_path / "home", "restore", str(other)).returncode == 2


def test_keys_come_along_only_when_asked_for(installed: Installation, tmp_path: Path) -> None:
    with_keys = tmp_path / "keys.tar.gz"
    told = typed(installed.home, "backup", "--keys", "-o", str(with_keys))

    assert "stamp in your name" in told.stdout
    with tarfile.open(installed.copy) as plain, tarfile.open(with_keys) as whole:
        extra = set(whole.getnames()) - set(plain.getnames())
    assert extra == {"keys/stamp.key.pem", "secret.key"}
    assert stat.S_IMODE(with_keys.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_never_written_over(installed: Installation) -> None:
    assert typed(installed.home, "backup", "-o", str(installed.copy)).returncode == 2


@pytest.mark.postgres
def test_a_copy_goes_from_sqlite_to_postgres_and_back(installed: Installation, tmp_path: Path) -> None:
    assert not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    database = a_database("radslag_restored")
    there = typed(tmp_path / "pg", "restore", str(installed.copy), database=database)
    assert there.returncode == 0, there.stderr
    assert typed(tmp_path / "pg", "backup", "-o", str(tmp_path / "back.tar.gz"), database=database).returncode == 0
    back = typed(tmp_path / "back", "restore", str(tmp_path / "back.tar.gz"))

    assert back.returncode == 0, back.stderr
    assert names_and_entries(tmp_path / "back") == names_and_entries(installed.home)


def test_an_export_has_everything_in_open_formats_and_closed_items_closed(
    installed: Installation, tmp_path: Path
) -> None:
    typed(tmp_path / "home", "restore", str(installed.copy))
    out = tmp_path / "out"
    organised = typed(tmp_path / "home", "-c", f"""
import django; django.setup()
from radslag.bodies.models import Body, BodyKind, Organisation, Source
from radslag.meetings.models import Meeting
from radslag.bodies import conduct; conduct.load_seed()
from radslag.bodies import demo; demo.seed_demo()
meeting = Meeting.objects.get(pk="{installed.meeting}")
body = Body.objects.get(pk=demo.body_id("ekviken-kf"))
Meeting.objects.filter(pk=meeting.pk).update(owner=body.owner_id, body=body.pk)
print(body.owner_id)
""")  # fmt: skip
    assert organised.returncode == 0, organised.stderr
    owner = organised.stdout.split()[-1]

    answer = typed(tmp_path / "home", "export", owner, "-o", str(out), "--json")

    assert answer.returncode == 0, answer.stderr
    files = json.loads(answer.stdout)["files"]
    meeting = f"meetings/{installed.meeting}"
    assert {"README.md", "organisation.json", "bodies.csv", "seats.csv", "meetings.csv", f"{meeting}/record.json",
            f"{meeting}/minutes.html", f"{meeting}/minutes.json"} <= files.keys()  # fmt: skip
    assert any(name.endswith("-PROV.pdf") for name in files)
    told = "".join((out / name).read_text(encoding="utf-8") for name in files if not name.endswith(".pdf"))
    assert "Anbud på badet" not in told
    assert "Upphandling" in told
    assert '"withheld": "closed item"' in told
    assert typed(tmp_path / "home", "export", owner, "-o", str(out)).returncode == 1
    assert typed(tmp_path / "home", "export", "0000", "-o", str(tmp_path / "x")).returncode == 2
