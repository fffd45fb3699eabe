"""The one door to changes of the registers of organisations and bodies."""

from __future__ import annotations

from dataclasses import asdict

from radslag.bodies.seed import load


def load_seed() -> dict[str, dict[str, int]]:
    """Load our tables of facts; give what was read, added and changed by table."""
    return {name: asdict(count) for name, count in load.load().items()}
