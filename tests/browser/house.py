"""A house of its own for the browser tests: the real server, as a process, on a free port, with its own state."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class House:
    """The running demonstration."""

    home: Path
    port: int
    process: subprocess.Popen[str]
    told: dict[str, Any]
    said: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def meeting(self) -> str:
        return str(self.told["meetings"][0]["id"])

    def role(self, name: str) -> dict[str, Any]:
        return next(role for role in self.told["roles"] if role["role"] == name)

    def site(self, role: str) -> str:
        """Give the address of the host where a role sits."""
        return f"http://{self.role(role)['slug']}.localhost:{self.port}"

    def room(self, role: str) -> str:
        """Give the address of a role's screen."""
        return f"{self.site(role)}{self.role(role)['path']}"

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(10)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def surroundings(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"RADSLAG_HOME", "DATABASE_URL"}}
    return {**kept, "RADSLAG_HOME": str(home), "RADSLAG_DEMO": "1", "PYTHONPATH": str(ROOT / "src"), **more}


def radslag(home: Path, *words: str, **more: str) -> str:
    """Run a command of the program and give what it said."""
    command = [sys.executable, "-W", "ignore", "-m", "radslag", *words]
    ran = subprocess.run(command, env=surroundings(home, **more), cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def open_house(home: Path, *words: str, **more: str) -> House:
    """Fill a state folder and start the server on it; give it when it is ready."""
    port = free_port()
    home.mkdir(parents=True, exist_ok=True)
    radslag(home, "manage", "migrate", "--verbosity", "0")
    radslag(home, "seed", "load")
    radslag(home, "demo", "--port", str(port))
    return start(home, port, *words, **more)


def start(home: Path, port: int, *words: str, **more: str) -> House:
    """Start the server on a state folder that is filled."""
    command = [sys.executable, "-m", "radslag", "serve", "--port", str(port), *(words or ("--no-crowd",))]
    server = subprocess.Popen(
        command, env=surroundings(home, **more), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    house = House(home, port, server, json.loads((home / "demo.json").read_text(encoding="utf-8")))
    ready = threading.Event()
    threading.Thread(target=_listen, args=(house, ready), daemon=True).start()
    if not ready.wait(60):
        server.kill()
        raise TimeoutError("".join(house.said))
    return house


def _listen(house: House, ready: threading.Event) -> None:
    stream = house.process.stdout
    if stream is None:
        return
    with stream:
        for line in stream:
            house.said.append(line)
            if line.startswith("READY"):
                ready.set()
