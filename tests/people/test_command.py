"""``radslag person``: the way in for an authority's first administrator."""

from __future__ import annotations

import io
import json
from uuid import uuid4

import pytest
from django.test import Client

from radslag.bodies.models import Capacity, Organisation
from radslag.people import read
from radslag.site.commands import main

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> str:
    made = Organisation.objects.create(
        kind="municipality", name="Ekviken", legal_name="Ekvikens kommun", fictional=True
    )
    Capacity.objects.create(organisation=made, kind="municipality", code="9991")
    return str(made.pk)


def typed(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(what))


def test_the_first_administrator_is_added_and_can_sign_in(
    owner: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "en lång ramsa 7\n")
    assert (
        main(["person", "add", "Aino Salonen", "--user", "aino", "--owner", "9991", "--password-stdin", "--json"]) == 0
    )
    said = json.loads(capsys.readouterr().out)
    assert read.asker_for(said["person"]).holds("administrator", owner=owner)
    assert Client().post("/konto/logga-in/", {"login": "aino", "password": "en lång ramsa 7"}).status_code == 302
    assert main(["person", "list", "--owner", owner, "--json"]) == 0
    assert [row["user"] for row in json.loads(capsys.readouterr().out)["accounts"]] == ["aino"]


def test_a_taken_name_is_1_and_what_makes_no_sense_is_2(owner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    add = ["person", "add", "Aino", "--user", "aino", "--password-stdin", "--owner"]
    for expected, more in (
        (0, [owner]), (1, [owner]), (2, [str(uuid4())]), (2, ["ingen"]), (2, [owner, "--role", "member"]),
    ):  # fmt: skip
        typed(monkeypatch, "ramsa\n")
        assert main([*add, *more]) == expected
    typed(monkeypatch, "")
    assert main([*add, owner]) == 2
