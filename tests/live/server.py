"""Starts, asks, kills and restarts the toy server, and speaks to it as a browser does."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class ToyServer:
    """One server process with a state folder (and a database) of its own."""

    def __init__(self, home: Path, *, before: tuple[str, ...] = (), **environment: str) -> None:
        self.home, self.before, self.port = home, before, free_port()
        self.environment = os.environ | environment | {
            "RADSLAG_HOME": str(home), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
        }  # fmt: skip
        self.process = self._start()

    def _start(self) -> subprocess.Popen[str]:
        with (self.home / "errors").open("a") as errors:
            process = subprocess.Popen(
                [*self.before, sys.executable, "-m", "live.run", str(self.port)], env=self.environment, text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
            )  # fmt: skip
        assert process.stdout
        if process.stdout.readline().strip() != "READY":
            process.kill()
            process.communicate()
            raise AssertionError((self.home / "errors").read_text())
        return process

    def ask(self, word: str, **fields: str) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps([word, fields]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def restart(self) -> None:
        self.process = self._start()

    def end(self, by: signal.Signals = signal.SIGTERM) -> float:
        """End the process; answers how long it took."""
        began = time.monotonic()
        self.process.send_signal(by)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()
        self.process.wait(20)
        return time.monotonic() - began

    def guest(self, meeting: str, person: str | None = "Ali", **other: Any) -> Guest:
        """Someone who signed in and opened the page of the meeting."""
        session = other.pop("session", None) or self.ask("session")
        asked = {"session": session, "person": person, "audience_role": "member", "meeting": meeting, "device": "d1"}
        return Guest(self.port, meeting, session, self.ask("ticket", **asked | other))


@dataclass
class Guest:
    """A browser: its ticket, and the same in its cookie."""

    port: int
    meeting: str
    session: str
    ticket: str
    cookie: str = ""
    origin: str = ""
    keys: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    def act(self, name: str = "vote", *, key: str | None = None, method: str = "POST", **fields: Any) -> Any:
        """Send an act; answers status and what was said."""
        self.keys += 1
        return self.post(json.dumps({"act": name, **fields}).encode(), key or f"{self.ticket[-9:]}-{self.keys}", method)

    def post(self, body: bytes, key: str = "k", method: str = "POST") -> Any:
        headers = {
            "Room-Ticket": self.ticket, "Cookie": f"room={self.cookie or self.ticket}", "Idempotency-Key": key,
            "Origin": self.origin or f"http://localhost:{self.port}", "Content-Type": "application/json",
        }  # fmt: skip
        headers = {name: value for name, value in (headers | self.headers).items() if value}
        line = http.client.HTTPConnection("localhost", self.port, timeout=10)
        try:
            line.request(method, f"/live/{self.meeting}/act", body, headers)
            answer = line.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            line.close()

    @contextmanager
    def following(self, surface: str = "member") -> Iterator[Stream]:
        """Open the stream."""
        with Stream(self.port, self.meeting, surface, self.cookie or self.ticket) as stream:
            yield stream


class Stream:
    """An open stream, read frame by frame."""

    def __init__(self, port: int, meeting: str, surface: str, cookie: str) -> None:
        self.line = socket.create_connection(("localhost", port), timeout=10)
        host = f"Host: localhost:{port}\r\n" + (f"Cookie: room={cookie}\r\n" if cookie else "")
        self.line.sendall(f"GET /live/{meeting}/stream?surface={surface} HTTP/1.1\r\n{host}\r\n".encode())
        self.file = self.line.makefile("rb")
        self.status = int(self.file.readline().split()[1])
        self.headers = {}
        while (header := self.file.readline().strip()) != b"":
            name, _, value = header.decode().partition(": ")
            self.headers[name] = value
        self.regions: dict[str, str] = {}

    def frame(self) -> tuple[str, Any]:
        """Give the next event's name and data; ("end", None) when the stream has ended."""
        name, data = "", ""
        while line := self._line():
            if line == "\n" and name:
                return name, json.loads(data)
            kind, _, value = line.strip().partition(": ")
            name, data = (value, data) if kind == "event" else (name, value) if kind == "data" else (name, data)
        return "end", None

    def until(self, **regions: str) -> dict[str, str]:
        """Read until the screen shows this; answers the whole screen."""
        while any(self.regions.get(name) != html for name, html in regions.items()):
            name, data = self.frame()
            assert name == "regions", (name, self.regions)
            self.regions |= data["regions"]
        return self.regions

    def _line(self) -> str:
        """Read a line out of the chunks; the lines of one frame may lie in several."""
        while True:
            line = self.file.readline()
            if not line or line == b"0\r\n":
                return ""
            try:
                int(line, 16)
            except ValueError:
                if line != b"\r\n":
                    return line.decode()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, why: BaseException | None, at: TracebackType | None) -> None:
        self.file.close()
        self.line.close()
