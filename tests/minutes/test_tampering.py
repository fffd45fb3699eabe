"""Whoever rewrites the journal, reckons every seal anew and puts the guards back is still found out by the paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from minutes.installed import Installation, typed

FORGE = """
import json, sqlite3
from datetime import datetime
from radslag.log.entry import Envelope, Stream, seal
book = sqlite3.connect("{home}/journal.sqlite3")
guards = book.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
for name, _ in guards:
    book.execute(f"DROP TRIGGER {{name}}")
def rewrite(stream, change):
    name, owner, mode, kind, born = book.execute("SELECT * FROM log_stream WHERE name = ?", (stream,)).fetchone()
    last = Stream(name, owner, mode, kind, datetime.fromisoformat(born)).seal
    rows = book.execute("SELECT number, kind, facts, done_by, on_behalf_of, device, recorded_at, happened_at, act_key "
                        "FROM log_entry WHERE stream = ? ORDER BY number", (stream,)).fetchall()
    for number, kind, facts, by, behalf, device, recorded, happened, key in rows:
        said = change(kind, json.loads(facts))
        times = datetime.fromisoformat(recorded), datetime.fromisoformat(happened)
        last = seal(last, stream, number, kind, said, Envelope(by, behalf, device, *times, key))
        book.execute("UPDATE log_entry SET facts = ?, seal = ? WHERE stream = ? AND number = ?",
                     (json.dumps(said), last, stream, number))
    return last
def vote(kind, facts):
    return facts | {{"choice": "yes"}} if kind == "meeting.vote_cast/1" else facts
old = book.execute("SELECT seal FROM log_entry WHERE stream = 'meeting/{meeting}' ORDER BY number DESC").fetchone()[0]
new = rewrite("meeting/{meeting}", vote)
if {both}:
    rewrite("minutes/{meeting}", lambda kind, facts: json.loads(json.dumps(facts).replace(old, new)))
for _, sql in guards:
    book.execute(sql)
book.commit()
"""


@pytest.mark.sqlite
@pytest.mark.parametrize("both", [False, True], ids=["the meeting's stream", "the minutes' stream too"])
def test_a_journal_whose_seals_are_all_reckoned_anew_fails_against_the_paper(tmp_path: Path, both: bool) -> None:
    installed = Installation(tmp_path)
    assert typed(installed.home, "verify").returncode == 0

    forged = typed(installed.home, "-c", FORGE.format(home=installed.home, meeting=installed.meeting, both=both))
    assert forged.returncode == 0, forged.stderr
    answer = typed(installed.home, "verify")

    assert answer.returncode == 1
    assert f"meeting/{installed.meeting}" in answer.stdout
    assert "stämplade PDF" in answer.stdout
    assert "does not follow" not in answer.stdout, "the forged chain holds by itself"


CUT = """
import sqlite3
book = sqlite3.connect("{home}/journal.sqlite3")
guards = book.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
for name, _ in guards:
    book.execute(f"DROP TRIGGER {{name}}")
book.execute("DELETE FROM log_text WHERE stream LIKE '%/{meeting}'")
book.execute("DELETE FROM log_entry WHERE stream = 'minutes/{meeting}'")
book.execute("DELETE FROM log_stream WHERE name = 'minutes/{meeting}'")
book.execute("DELETE FROM log_entry WHERE stream = 'meeting/{meeting}' AND number > 3")
for _, sql in guards:
    book.execute(sql)
book.commit()
"""


@pytest.mark.sqlite
def test_minutes_taken_out_of_the_journal_and_a_meeting_cut_short_fail_against_the_files(tmp_path: Path) -> None:
    installed = Installation(tmp_path)
    cut = typed(installed.home, "-c", CUT.format(home=installed.home, meeting=installed.meeting))
    assert cut.returncode == 0, cut.stderr

    answer = typed(installed.home, "verify")

    assert answer.returncode == 1
    assert "stämplade PDF" in answer.stdout
    assert f"minutes/{installed.meeting}: protokollet är justerat i registret men inte i journalen" in answer.stdout
