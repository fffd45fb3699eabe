"""The crowd alone, from outside, takes a meeting from its opening to posted minutes; without it nothing moves."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from browser.house import ROOT, House, open_house, surroundings

pytestmark = pytest.mark.browser
PATIENCE = 90.0


@pytest.fixture
def house(tmp_path) -> Iterator[House]:
    opened = open_house(tmp_path)
    yield opened
    opened.close()


def entries(house: House, stream: str) -> list[tuple[int, str, str | None]]:
    with sqlite3.connect(f"file:{house.home / 'journal.sqlite3'}?mode=ro", uri=True) as journal:
        asked = "SELECT number, kind, done_by FROM log_entry WHERE stream = ? ORDER BY number"
        rows = journal.execute(asked, (stream,)).fetchall()
    journal.close()
    return rows


def crowd(house: House) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "radslag.crowd", "--demo", str(house.home / "demo.json"), "--speed", "30"]
    return subprocess.Popen(command, env=surroundings(house.home), cwd=ROOT)


def until(done, patience: float) -> bool:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if done():
            return True
        time.sleep(1)
    return False


def test_the_crowd_leads_a_meeting_to_posted_minutes_and_its_death_stops_all_life(house):
    meeting = house.meeting
    playing = crowd(house)
    try:
        assert until(lambda: len(entries(house, f"meeting/{meeting}")) > 30, 40)
        playing.send_signal(signal.SIGKILL)
        playing.wait()
        time.sleep(1)
        still = len(entries(house, f"meeting/{meeting}"))
        time.sleep(4)
        assert len(entries(house, f"meeting/{meeting}")) == still
        playing = crowd(house)
        posted = until(lambda: "minutes.posted/1" in [kind for _, kind, _ in entries(house, f"minutes/{meeting}")],
                       PATIENCE)  # fmt: skip
        assert posted, entries(house, f"meeting/{meeting}")[-5:]
    finally:
        playing.kill()
        playing.wait()
    acts = entries(house, f"meeting/{meeting}")
    told = json.loads((house.home / "demo.json").read_text(encoding="utf-8"))
    known = {one["person"] for one in [*told["crowd"], *told["roles"]] if one["person"]}
    assert {by for _, _, by in acts} <= known
    assert len({by for _, _, by in acts}) > 20
    with urllib.request.urlopen(f"{house.url}/mote/{meeting}/protokoll/protokoll.pdf") as paper:
        assert paper.read(5) == b"%PDF-"
