"""Whoever changes the record is found out, even when every later seal was reckoned anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from log.ballot import Explain, Vote, act, born
from log.tampering import drop, tamper
from radslag.log.entry import seal
from radslag.log.sqlite import SqliteJournal
from radslag.log.texts import new_text
from radslag.log.verify import Anchor, quick_look, verify


@pytest.fixture
def stream(clerk):
    """A stream with five votes and a text."""
    birth, text = born(), new_text("Därför.")
    clerk.give_birth(birth)
    for voter in ("Ali", "Bea", "Cia", "Dan", "Eva"):
        clerk.submit(act(birth.name, voter, Vote("yes"))).result()
    clerk.submit(act(birth.name, "Ali", Explain(text.id), texts=(text,))).result()
    return birth.name


def test_a_record_that_nobody_touched_is_whole(clerk, stream):
    assert verify(book=clerk.journal) == []
    assert quick_look(clerk.journal) == []


def test_one_changed_vote_is_found_with_its_stream_and_number_and_so_is_the_missing_trigger(clerk, stream):
    changed = (
        f"""UPDATE log_entry SET facts = '{{"voter":"Cia","choice":"no"}}' WHERE stream = '{stream}' AND number = 3"""
    )
    assert tamper(clerk.journal, *drop(clerk.journal, "log_entry_update"), changed) == ""
    found = verify(book=clerk.journal)
    assert ("", "trigger missing or changed: log_entry_update") in [(one.stream, one.what) for one in found]
    assert [(one.stream, one.number) for one in found if one.stream] == [(stream, 3)]


@pytest.mark.parametrize("column", ["done_by", "device", "happened_at", "act_key", "kind"])
def test_whatever_of_an_entry_is_changed_is_found(clerk, stream, column):
    to = "2020-01-01T00:00:00+00:00" if column == "happened_at" else "toy.closed/1"
    changed = f"UPDATE log_entry SET {column} = '{to}' WHERE stream = '{stream}' AND number = 2"
    assert tamper(clerk.journal, *drop(clerk.journal, "log_entry_update"), changed) == ""
    assert (stream, 2) in [(one.stream, one.number) for one in verify(book=clerk.journal, stream=stream)]


def test_a_vote_taken_away_is_found(clerk, stream):
    gone = f"DELETE FROM log_entry WHERE stream = '{stream}' AND number = 4"
    assert tamper(clerk.journal, *drop(clerk.journal, "log_entry_delete"), gone) == ""
    assert (stream, 4) in [(one.stream, one.number) for one in verify(book=clerk.journal)]


def test_another_owner_or_mode_is_found_at_the_first_entry(clerk, stream):
    changed = f"UPDATE log_stream SET mode = 'sharp' WHERE name = '{stream}'"
    assert tamper(clerk.journal, *drop(clerk.journal, "log_stream_update"), changed) == ""
    assert (stream, 1) in [(one.stream, one.number) for one in verify(book=clerk.journal)]


def test_a_changed_text_is_found_at_the_entry_that_speaks_of_it(clerk, stream):
    changed = f"UPDATE log_text SET body = 'Därför inte.' WHERE stream = '{stream}'"
    assert tamper(clerk.journal, *drop(clerk.journal, "log_text_update"), changed) == ""
    assert (stream, 6) in [(one.stream, one.number) for one in verify(book=clerk.journal)]


def test_a_text_that_is_gone_and_a_text_slipped_in_are_found(clerk, stream):
    slipped = f"INSERT INTO log_text SELECT 'x', stream, body, salt FROM log_text WHERE stream = '{stream}'"
    gone = f"DELETE FROM log_text WHERE stream = '{stream}' AND id <> 'x'"
    assert tamper(clerk.journal, *drop(clerk.journal, "log_text_delete"), slipped, gone) == ""
    said = [one.what for one in verify(book=clerk.journal) if one.stream == stream]
    assert any("is gone" in one for one in said)
    assert "no entry speaks of the text x" in said


def test_a_record_with_every_later_seal_reckoned_anew_fails_against_the_seal_in_the_minutes(clerk, stream):
    reading = clerk.journal.reader()
    entries = list(reading.entries(stream))
    printed = Anchor(stream, 5, entries[4].seal, "protokoll § 1")
    previous = entries[1].seal
    statements = drop(clerk.journal, "log_entry_update")
    for entry in [replace(entries[2], facts={"voter": "Cia", "choice": "no"}), *entries[3:]]:
        previous = seal(previous, stream, entry.number, entry.kind, entry.facts, entry.envelope)
        facts = json.dumps(entry.facts)
        statements.append(
            f"UPDATE log_entry SET facts = '{facts}', seal = '{previous}' "
            f"WHERE stream = '{stream}' AND number = {entry.number}"
        )
    assert tamper(clerk.journal, *statements) == ""
    assert [one for one in verify(book=clerk.journal) if one.stream] == []
    against = [one for one in verify([printed], book=clerk.journal) if one.stream]
    assert [(one.stream, one.number) for one in against] == [(stream, 5)]
    assert "protokoll § 1" in against[0].what


def test_a_tail_cut_off_fails_against_the_seal_in_the_minutes(clerk, stream):
    printed = Anchor(stream, *clerk.journal.reader().last_seal(stream), "protokoll § 1")
    cut = [
        f"DELETE FROM log_text WHERE stream = '{stream}'",
        f"DELETE FROM log_entry WHERE stream = '{stream}' AND number > 4",
    ]
    assert tamper(clerk.journal, *drop(clerk.journal, "log_entry_delete", "log_text_delete"), *cut) == ""
    assert [(one.stream, one.number) for one in verify([printed], book=clerk.journal) if one.stream] == [(stream, 6)]
    assert any(
        "the stream is gone" in one.what for one in verify([replace(printed, stream="meeting/x")], book=clerk.journal)
    )


@pytest.mark.sqlite
def test_the_command_names_stream_and_number_and_ends_with_one(fresh_clerk, clerk, stream, tmp_path):
    assert isinstance(clerk.journal, SqliteJournal)
    changed = f"UPDATE log_entry SET done_by = 'Eva' WHERE stream = '{stream}' AND number = 3"

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "radslag", "verify", *words], check=False, capture_output=True, text=True,
            env=os.environ | {"RADSLAG_HOME": str(tmp_path), "PYTHONPATH": "src"},
        )  # fmt: skip
        return done.returncode, done.stdout

    assert run("--json") == (0, '{"whole": true, "findings": []}\n')
    assert run("--stream", "meeting/never")[0] == 2
    assert tamper(clerk.journal, *drop(clerk.journal, "log_entry_update"), changed) == ""
    status, said = run("--json")
    assert status == 1
    assert {"", stream} == {one["stream"] for one in json.loads(said)["findings"]}
    assert 3 in [one["number"] for one in json.loads(said)["findings"]]
