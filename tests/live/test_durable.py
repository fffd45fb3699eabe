"""Nothing acknowledged is lost or doubled, whenever the process dies; and the disk is waited for."""

from __future__ import annotations

import contextlib
import http.client
import itertools
import re
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from live.server import Guest, ToyServer

FAST = {"RADSLAG_ACTS_PER_SECOND": "100000", "RADSLAG_ACTS_AT_ONCE": "100000"}


def test_killed_five_times_in_the_middle_of_a_flood_nothing_acknowledged_is_lost_or_doubled(make_server):
    server: ToyServer = make_server(**FAST)
    meeting = server.ask("meeting")
    guests = [server.guest(meeting, person=f"person {n}") for n in range(12)]
    acknowledged: dict[tuple[str, str], int] = {}
    keys = itertools.count()

    def flood(guest: Guest, person: str, dead: threading.Event) -> None:
        while not dead.is_set():
            key = f"key {next(keys)}"
            with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
                status, said = guest.act("leave", key=key)
                assert status == 200
                acknowledged[person, key] = said["number"]

    for _ in range(5):
        dead, before = threading.Event(), len(acknowledged)
        with ThreadPoolExecutor(len(guests)) as pool:
            floods = [pool.submit(flood, guest, f"person {n}", dead) for n, guest in enumerate(guests)]
            while len(acknowledged) < before + 100:
                time.sleep(0.01)
            server.end(signal.SIGKILL)
            dead.set()
        for one in floods:
            one.result()
        server.restart()
        assert server.ask("verify") == []
        entered = {tuple(act): number for act, number in server.ask("acts", stream=f"meeting/{meeting}")}
        assert entered.items() >= acknowledged.items()
        with guests[0].following() as screen:
            screen.until(door="Du har lämnat salen.")
    (person, key), number = next(iter(acknowledged.items()))
    assert guests[int(person.split()[1])].act("leave", key=key) == (200, {"number": number, "again": True})


@pytest.mark.sqlite
@pytest.mark.strace
def test_the_disk_is_waited_for_at_least_once_for_each_acknowledged_batch(make_server, tmp_path):
    trace = tmp_path / "trace"
    server: ToyServer = make_server(
        before=("strace", "-D", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", str(trace)), **FAST
    )
    ali = server.guest(server.ask("meeting"))
    before = _synced(trace.read_text())
    batches = 40
    for _ in range(batches):  # One after the other: each is a batch of its own.
        assert ali.act("leave")[0] == 200
    server.end()
    assert _synced(trace.read_text()) - before >= batches


def _synced(trace: str) -> int:
    return len(re.findall(r"f(?:data)?sync\(\d+<[^>]*journal\.sqlite3-wal>", trace))


@pytest.mark.postgres
def test_two_processes_hear_each_other_and_an_act_sent_to_both_is_one_act(make_server):
    one: ToyServer = make_server()
    two: ToyServer = make_server(beside=one)
    meeting = one.ask("meeting")
    ali, bea = one.guest(meeting), one.guest(meeting, person="Bea")
    with bea.following() as here:
        bea.port = two.port
        with bea.following() as there:
            here.until(count="<b>0</b>")
            there.until(count="<b>0</b>")
            assert ali.act(choice="yes", key="once") == (200, {"number": 1, "again": False})
            began = time.monotonic()
            there.until(count="<b>1</b>")
            assert time.monotonic() - began < 1.0
            ali.port = two.port
            assert ali.act(choice="yes", key="once") == (200, {"number": 1, "again": True})
            assert ali.act(choice="no", key="other")[0] == 409
            assert bea.act(choice="no") == (200, {"number": 2, "again": False})
            here.until(count="<b>2</b>")
    assert one.ask("verify") == two.ask("verify") == []


@pytest.mark.postgres
def test_two_processes_that_write_in_one_stream_at_once_keep_one_whole_chain(make_server):
    one: ToyServer = make_server(**FAST)
    two: ToyServer = make_server(beside=one, **FAST)
    meeting = one.ask("meeting")
    guests = [one.guest(meeting, person=f"person {n}") for n in range(8)]
    for n, guest in enumerate(guests):
        guest.port = (one, two)[n % 2].port
    with ThreadPoolExecutor(len(guests)) as pool:
        answers = list(pool.map(lambda guest: [guest.act("leave")[1]["number"] for _ in range(25)], guests))
    assert sorted(itertools.chain(*answers)) == list(range(1, 201))
    assert one.ask("verify") == []
    assert one.ask("state", stream=f"meeting/{meeting}")[0] == two.ask("state", stream=f"meeting/{meeting}")[0] == 200


def test_the_server_stops_at_once_though_screens_are_open(make_server):
    server: ToyServer = make_server()
    with server.guest(server.ask("meeting")).following() as screen:
        screen.until(count="<b>0</b>", mine="")
        assert server.end() < 3.0
        assert screen.frame() == ("closed", {})


@pytest.mark.sqlite
def test_a_command_that_writes_is_told_that_the_server_does(make_server):
    server: ToyServer = make_server()
    with pytest.raises(AssertionError, match="skrivs redan av en annan process"):
        ToyServer(server.home, DATABASE_URL=server.environment["DATABASE_URL"])
    for command in (["seed", "load"], ["demo"]):
        done = subprocess.run(
            [sys.executable, "-m", "radslag", *command],
            env=server.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert f"nummer {server.process.pid}" in done.stderr
    checked = subprocess.run([sys.executable, "-m", "radslag", "verify"], env=server.environment, check=False)
    assert checked.returncode == 0
