"""``radslag bench live``: votes and screens of a council of 149, beside the floor of the same run."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCREENS = 650
PATH = os.pathsep.join(entry for entry in sys.path if entry)

Found = dict[str, Any]


def measure(*, quick: bool) -> list[Found]:
    """Measure ours and the floor, one after the other, on the same machine; answers the rows."""
    with tempfile.TemporaryDirectory(prefix="radslag-bench-") as folder:
        home = Path(folder) / "ours"
        home.mkdir()
        environment = _environment(home)
        stage = json.loads(_run("stage", environment))
        with _server("ours", environment) as (port, told):
            ours = _load(environment, port, stage, screens=SCREENS, quick=quick)
            ours |= {"batch": told()[0], "memory": told()[1]}
        floor: Found = {}
        for screens in (0, SCREENS):
            home = Path(folder) / f"floor {screens}"
            home.mkdir()
            with _server("floor", _environment(home)) as (port, told):
                found = _load(environment, port, stage, screens=screens, quick=quick, bytes=ours["bytes_a_screen"])
                floor |= found if not screens else {"last_screen_ms": found["last_screen_ms"]}
                floor |= {"batch": told()[0]} if not screens else {}
    return list(_rows(ours, floor))


def _rows(ours: Found, floor: Found) -> Iterator[Found]:
    batches = f"acts a commit: ours {ours['batch']}, floor {floor['batch']}"
    yield _row(
        f"votes acknowledged/s, 150 clients, {SCREENS} screens ({batches})",
        ours["votes_per_second"], floor["votes_per_second"], "≥ 0.35 × floor",
        holds=ours["votes_per_second"] >= 0.35 * floor["votes_per_second"],
    )  # fmt: skip
    for n, which in enumerate(("median", "p95")):
        yield _row(
            f"burst of 149 all acknowledged, ms, {which}", ours["burst_ms"][n], floor["burst_ms"][n], "< 100 ms",
            holds=ours["burst_ms"][n] < 100,
        )  # fmt: skip
    for n, which in enumerate(("median", "p95")):
        yield _row(
            f"one vote to the last of {SCREENS} screens, ms, {which} ({ours['bytes_a_screen']} bytes a screen)",
            ours["last_screen_ms"][n], floor["last_screen_ms"][n], "< 100 ms", holds=ours["last_screen_ms"][n] < 100,
        )  # fmt: skip
    yield _row(
        f"memory of the process with {SCREENS} screens, MB",
        ours["memory"],
        None,
        "≤ 150 MB",
        holds=ours["memory"] <= 150,
    )


def _row(name: str, ours: float, floor: float | None, bar: str, *, holds: bool) -> Found:
    ratio = round(ours / floor, 2) if floor else None
    return {"name": name, "ours": ours, "floor": floor, "ratio": ratio, "bar": bar, "holds": holds}


def _environment(home: Path) -> dict[str, str]:
    """Give an environment with its own state; a PostgreSQL that is named is used for ours and for the floor."""
    own = {
        "RADSLAG_HOME": str(home), "PYTHONPATH": PATH, "RADSLAG_ACTS_PER_SECOND": "1000000",
        "RADSLAG_ACTS_AT_ONCE": "1000000", "DJANGO_SETTINGS_MODULE": "radslag.site.settings", "RADSLAG_DEMO": "0",
    }  # fmt: skip
    return dict(os.environ) | own


@contextmanager
def _server(what: str, environment: Mapping[str, str]) -> Iterator[tuple[int, Any]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = subprocess.Popen(
        [sys.executable, "-m", "radslag.site.bench.server", what, str(port)], env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    with server:
        if server.stdout is None or server.stdin is None or "READY" not in server.stdout.readline():
            raise RuntimeError(f"the server of {what} did not start")
        said, heard = server.stdout, server.stdin

        def told() -> tuple[float, int]:
            heard.write("tell\n")
            heard.flush()
            sittings, acts, memory = json.loads(said.readline())
            return round(acts / max(1, sittings), 1), memory

        try:
            yield port, told
        finally:
            server.terminate()


def _load(environment: Mapping[str, str], port: int, stage: Found, **other: Any) -> Found:
    asked = {"port": port, "meeting": stage["meeting"], "tickets": stage["tickets"], **other}
    body = {"act": "cast_vote", "item": stage["item"], "question": stage["question"]}
    found: Found = json.loads(_run("load", environment, json.dumps(asked | {"body": body})))
    return found


def _run(what: str, environment: Mapping[str, str], said: str = "") -> str:
    command = [sys.executable, "-m", f"radslag.site.bench.{what}"]
    return subprocess.run(
        command, env=environment, input=said, stdout=subprocess.PIPE, text=True, check=True
    ).stdout.splitlines()[-1]  # fmt: skip
