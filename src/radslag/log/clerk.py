"""The clerk: takes every act that waits, judges one by one, writes all in one transaction, answers, then rings."""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from radslag.log import opening
from radslag.log.entry import Envelope, Mode, Stream
from radslag.log.journal import AnotherWriter, Journal, Pen, Tombstone
from radslag.log.sitting import (
    Act,
    AlreadyBorn,
    Answer,
    Decider,
    NotBorn,
    NotWritten,
    OtherContent,
    Picture,
    Remark,
    Sitting,
    develop,
    replay,
)
from radslag.log.texts import Text

__all__ = ["Act", "AlreadyBorn", "Answer", "Clerk", "Decider", "NotBorn", "NotWritten", "OtherContent", "clerk"]

log = logging.getLogger("radslag.log")

MOST = 2000
"""How many acts one sitting takes at most."""

KEPT = 400
"""How many pictures stay in memory; the ones asked for longest ago are drawn anew when needed."""


@dataclass(frozen=True)
class _Job:
    what: Act | Remark | Stream | Tombstone
    reply: Future[Any] | tuple[asyncio.AbstractEventLoop, asyncio.Future[Any]]
    mode: Mode | None = None
    """For a remark: the mode of its stream, if it must be born first."""

    @property
    def stream(self) -> str:
        return self.what.name if isinstance(self.what, Stream) else self.what.stream


class Clerk:
    """Keeps a journal. One per process; safe from every thread."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._deciders: dict[str, Decider] = {}
        self._pictures: OrderedDict[str, Picture] = OrderedDict()
        self._guard = threading.Lock()
        self._heard: list[Callable[[str, int], None]] = []
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._told: dict[str, int] = {}
        self.sittings = self.acts = 0
        self._thread = threading.Thread(target=self._work, name="clerk", daemon=True)
        self._thread.start()
        journal.follow(self._hear_of)

    def serve(self, decider: Decider) -> None:
        """Judge the streams of the decider's kind by it from now on."""
        with self._guard:
            self._deciders[decider.kind] = decider
            for name in [n for n, picture in self._pictures.items() if picture.birth.kind == decider.kind]:
                del self._pictures[name]

    def give_birth(self, stream: Stream) -> None:
        """Enter a new stream. Raises :class:`AlreadyBorn`, :class:`NotWritten`, ``AnotherWriter``."""
        self._put(stream).result()

    def submit(self, act: Act) -> Future[Answer]:
        """Hand in an act; the future gives :class:`Answer` after the durable commit.

        It may raise ``Refused``, :class:`NotBorn`, :class:`OtherContent` or :class:`NotWritten`.
        """
        return self._put(act)

    async def ask(self, act: Act) -> Answer:
        """Hand in an act and wait without holding the loop; raises as :meth:`submit`."""
        loop = asyncio.get_running_loop()
        reply: asyncio.Future[Answer] = loop.create_future()
        self._jobs.put(_Job(act, (loop, reply)))
        return await reply

    def note(
        self, stream: str, kind: str, facts: dict[str, Any], envelope: Envelope, texts: Sequence[Text] = (),
        mode: Mode = "sharp",
    ) -> Answer:  # fmt: skip
        """Enter one line in ``admin/<owner>``; the first line gives birth to the stream, in this mode."""
        answer: Answer = self._put(Remark(stream, kind, facts, envelope, tuple(texts)), mode).result()
        return answer

    def dispose(self, grave: Tombstone) -> None:
        """Take away a stream. Raises :class:`NotWritten` when the database finds no sealed decision."""
        self._put(grave).result()

    def state(self, stream: str) -> tuple[int, Any]:
        """Give the number of the last entry and the picture after it. Raises :class:`NotBorn`."""
        picture, reading = self._known(stream), self.journal.reader()
        if picture is None:
            picture = replay(reading, stream, self._deciders)
        elif not self.journal.is_told or self._told.get(stream, 0) > picture.number:
            picture = develop(picture, reading.entries(stream, picture.number), self._decider_of(picture))
        if picture is None:
            raise NotBorn(stream)
        return self._keep(picture)

    def listen(self, heard: Callable[[str, int], None]) -> None:
        """Call ``heard(stream, number)`` after each commit that adds to a stream, from any thread."""
        self._heard.append(heard)

    def close(self) -> None:
        """Finish what waits, then put down the pen."""
        self._jobs.put(None)
        self._thread.join()
        self.journal.close()

    def _put(self, what: Act | Remark | Stream | Tombstone, mode: Mode | None = None) -> Future[Any]:
        reply: Future[Any] = Future()
        self._jobs.put(_Job(what, reply, mode))
        return reply

    def _known(self, stream: str) -> Picture | None:
        with self._guard:
            if (picture := self._pictures.get(stream)) is not None:
                self._pictures.move_to_end(stream)
            return picture

    def _keep(self, picture: Picture) -> tuple[int, Any]:
        """Keep the picture unless a newer one came meanwhile; give the newest."""
        with self._guard:
            there = self._pictures.get(picture.birth.name)
            if there is None or there.number < picture.number:
                there = self._pictures[picture.birth.name] = picture
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
            return there.number, there.state

    def _decider_of(self, picture: Picture) -> Decider | None:
        return self._deciders.get(picture.birth.kind)

    def _work(self) -> None:
        last = False
        while not last and (job := self._jobs.get()) is not None:
            jobs = [job]
            while len(jobs) < MOST and not self._jobs.empty():
                if (job := self._jobs.get()) is None:
                    last = True
                    break
                jobs.append(job)
            self._hold(jobs)

    def _hold(self, jobs: list[_Job]) -> None:
        """Hold a sitting: everything that was heard is written in one transaction, or nothing of it happened."""
        outcomes: list[object] = []
        changed: dict[str, Picture] = {}
        try:
            with self.journal.writing({job.stream for job in jobs}) as pen:
                sitting = self._prepare(pen, jobs)
                before = dict(sitting.pictures)
                outcomes = [_outcome(sitting, job) for job in jobs]
                sitting.write(pen)
            changed = {name: now for name, now in sitting.pictures.items() if before.get(name) is not now}
            for picture in sitting.pictures.values():
                self._keep(picture)
        except Exception as why:
            failed = why if isinstance(why, AnotherWriter) else NotWritten(str(why))
            log.exception("nothing was written")
            outcomes = [failed] * len(jobs)
            self._forget(job.stream for job in jobs)
        self._forget(job.stream for job in jobs if isinstance(job.what, Tombstone))
        self.sittings, self.acts = self.sittings + 1, self.acts + len(jobs)
        _reply(jobs, outcomes)
        for name, picture in changed.items():
            self._ring(name, picture.number)

    def _prepare(self, pen: Pen, jobs: list[_Job]) -> Sitting:
        pictures: dict[str, Picture] = {}
        for name in {job.stream for job in jobs}:
            if (known := self._known(name)) is not None:
                pictures[name] = known
        for name, entries in pen.news({name: picture.number for name, picture in pictures.items()}).items():
            pictures[name] = develop(pictures[name], entries, self._decider_of(pictures[name]))
        for name in {job.stream for job in jobs} - pictures.keys():
            if (drawn := replay(pen.reading, name, self._deciders)) is not None:
                pictures[name] = drawn
        acts = [job.what for job in jobs if isinstance(job.what, (Act, Remark))]
        answered = pen.reading.answered([(act.stream, act.envelope.by, act.envelope.key) for act in acts])
        return Sitting(pen.reading, self._deciders, pictures, answered)

    def _forget(self, streams: Iterable[str]) -> None:
        with self._guard:
            for name in streams:
                self._pictures.pop(name, None)

    def _hear_of(self, stream: str, number: int) -> None:
        """Take note that another process wrote; the picture is developed when somebody asks for it."""
        self._told[stream] = number
        self._ring(stream, number)

    def _ring(self, stream: str, number: int) -> None:
        for heard in self._heard:
            try:
                heard(stream, number)
            except Exception:
                log.exception("a listener failed")


def _outcome(sitting: Sitting, job: _Job) -> object:
    """Hear one job. A refusal is an outcome like another; it writes nothing and hinders nobody."""
    try:
        match job.what:
            case Stream():
                sitting.bear(job.what)
                return None
            case Tombstone():
                sitting.bury(job.what)
                return None
            case Remark() if job.mode and job.stream not in sitting.pictures:
                owner = job.stream.removeprefix("admin/")
                sitting.bear(Stream(job.stream, owner, job.mode, "admin", job.what.envelope.recorded_at))
        return sitting.hear(job.what)
    except Exception as why:  # noqa: BLE001 - whatever it is, it is the answer to this act and to no other
        return why


def _reply(jobs: list[_Job], outcomes: list[object]) -> None:
    """Answer each; those who wait in a loop are answered together, so that the loop is woken once."""
    waiting: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], object]]] = defaultdict(list)
    for job, outcome in zip(jobs, outcomes, strict=True):
        if isinstance(job.reply, tuple):
            waiting[job.reply[0]].append((job.reply[1], outcome))
        elif job.reply.set_running_or_notify_cancel():
            _settle([(job.reply, outcome)])
    for loop, replies in waiting.items():
        with suppress(RuntimeError):  # The loop is closed: nobody waits any more.
            loop.call_soon_threadsafe(_settle, replies)


def _settle(replies: Sequence[tuple[Future[Any] | asyncio.Future[Any], object]]) -> None:
    for reply, outcome in replies:
        if reply.done() or reply.cancelled():
            continue
        if isinstance(outcome, Exception):
            reply.set_exception(outcome)
        else:
            reply.set_result(outcome)


_made: list[Clerk] = []
_making = threading.Lock()


def clerk() -> Clerk:
    """Give the clerk of this process, made at the first use."""
    with _making:
        if not _made:
            _made.append(Clerk(opening.journal()))
        return _made[0]


def dismiss() -> None:
    """Let the clerk of this process finish what waits and put down the pen; the next use makes another."""
    with _making:
        if _made:
            _made.pop().close()
            opening.forget()
