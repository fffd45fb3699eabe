"""Play the other members of a running demonstration, from outside."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from django.conf import settings


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--speed", type=float, default=1.0, help="1 is as people, 2 twice as fast")
    parser.add_argument("--meeting", help="only this meeting")
    parser.add_argument("--seed", type=int, default=1, help="another number, another performance")


def run(args: argparse.Namespace) -> int:
    """Run the crowd as a process that knows nothing of this one."""
    command = [sys.executable, "-m", "radslag.crowd", "--demo", str(Path(settings.HOME) / "demo.json")]
    command += ["--speed", str(args.speed), "--seed", str(args.seed)]
    command += ["--meeting", args.meeting] if args.meeting else []
    return subprocess.run(command, check=False).returncode
