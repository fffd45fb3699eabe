"""Opening and closing the log with the process, and letting others hear what is entered."""

from __future__ import annotations

from collections.abc import Callable

from radslag.log import clerk as clerks


def begin(heard: Callable[[str, int], None]) -> None:
    """Take the pen now rather than at the first act, and call ``heard`` for each stream that grows.

    Raises ``JournalNotSafe`` or ``AnotherWriter``: a server that could not write does not start.
    """
    clerk = clerks.clerk()
    clerk.journal.take_pen()
    clerk.listen(heard)


def end() -> None:
    """Finish what waits and put down the pen."""
    clerks.dismiss()
