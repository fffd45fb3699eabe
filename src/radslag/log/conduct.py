"""The log's own acts: opening and closing with the process, and the disposal of a stream."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from radslag.log import clerk as clerks
from radslag.log import disposal
from radslag.log.entry import Envelope
from radslag.log.journal import Tombstone


def begin(heard: Callable[[str, int], None]) -> None:
    """Take the pen now rather than at the first act, and call ``heard`` for each stream that grows.

    Raises ``JournalNotSafe`` or ``AnotherWriter``: a server that could not write does not start.
    """
    clerk = clerks.clerk()
    clerk.journal.take_pen()
    clerk.listen(heard)


def take_pen() -> None:
    """Make sure that this process may write, before a command begins to. Raises ``AnotherWriter`` on SQLite."""
    clerks.clerk().journal.take_pen()


def tally() -> tuple[int, int]:
    """Give how many sittings the clerk has held, and how many acts were heard in them."""
    clerk = clerks.clerk()
    return clerk.sittings, clerk.acts


def end() -> None:
    """Finish what waits and put down the pen."""
    clerks.dismiss()


def decide_disposal(stream: str, ground: str, envelope: Envelope) -> int:
    """Seal the decision to dispose of a stream in its owner's administrative stream; answers the decision's number.

    ``ground`` is the id of the rule of disposal (gallringsbeslut). Raises ``NotDecided`` when there is no such stream.
    """
    clerk = clerks.clerk()
    reading = clerk.journal.reader()
    facts = disposal.decision_facts(reading, stream, ground)
    birth = reading.birth(stream)
    if birth is None or birth.kind == "admin":
        raise disposal.NotDecided(f"{stream} is never disposed of")
    return clerk.note(f"admin/{birth.owner}", disposal.DECIDED, facts, envelope, mode=birth.mode).number


def dispose(stream: str, decision: int) -> Tombstone:
    """Take away the entries and texts of a stream by that decision; answers the tombstone that stays.

    Raises ``NotDecided``: the database itself asks for the decision as well.
    """
    clerk = clerks.clerk()
    grave = disposal.tombstone(clerk.journal.reader(), stream, decision, datetime.now(UTC))
    clerk.dispose(grave)
    return grave
