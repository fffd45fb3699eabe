"""One sitting of the clerk: acts judged one by one against pictures that nobody else sees until it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

import msgspec

from radslag.log import write
from radslag.log.entry import Entry, Envelope, Stream
from radslag.log.journal import ActKey, Line, Pen, Reading, Tombstone
from radslag.log.texts import DIGESTS, Text


class NotBorn(Exception):
    """There is no such stream, or it has been disposed of."""


class AlreadyBorn(Exception):
    """A stream is born once."""


class OtherContent(Exception):
    """An idempotency key that was used before comes back with another content."""

    says = "Samma nyckel har redan använts för en annan handling."
    instead = "Läs om sidan och gör om handlingen."


class NotWritten(Exception):
    """The journal could not be written, so nothing of the sitting happened."""

    says = "Journalen kunde inte skrivas. Ingenting har registrerats."
    instead = "Försök igen om en stund."


class Decider(Protocol):
    """What the clerk must know of a domain to keep its streams."""

    kind: str
    """The stream kind it serves."""

    def initial(self) -> Any:
        """Give the picture before the first entry."""

    def decide(self, state: Any, command: Any, actor: Any, at: datetime) -> list[Any]:
        """Give what happens if this is asked for, or raise ``Refused``."""

    def evolve(self, state: Any, event: Any, number: int, envelope: Envelope) -> Any:
        """Give the picture after an event; the picture before is left as it was."""

    def write_down(self, event: Any) -> tuple[str, dict[str, Any]]:
        """Give the permanent name of an event and its facts as JSON types."""

    def read_back(self, kind: str, facts: dict[str, Any]) -> Any:
        """Give the event of a permanent name and its facts."""


@dataclass(frozen=True)
class Act:
    """Something a person asks for. ``texts`` are what the person wrote; the command names them by id.

    Raises ``ValueError`` when no database could keep the envelope as it is.
    """

    stream: str
    command: object
    actor: object
    envelope: Envelope
    texts: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        _check(self.stream, self.envelope)


@dataclass(frozen=True)
class Remark:
    """A line for a stream that no domain judges: plain registers in ``admin/<owner>``."""

    stream: str
    kind: str
    facts: dict[str, Any]
    envelope: Envelope
    texts: tuple[Text, ...] = ()

    def __post_init__(self) -> None:
        _check(self.stream, self.envelope)


@dataclass(frozen=True)
class Answer:
    """What came of an act: number of its last entry, its entries, and whether it had been answered before."""

    number: int
    entries: tuple[Entry, ...]
    again: bool = False


@dataclass(frozen=True)
class Picture:
    """A stream as it is after the entry ``number``; ``state`` is None where no domain judges."""

    birth: Stream
    number: int
    seal: str
    state: Any = None


def develop(picture: Picture, entries: Iterable[Entry], decider: Decider | None) -> Picture:
    """Give the picture after these entries."""
    number, seal, state = picture.number, picture.seal, picture.state
    for entry in entries:
        number, seal = entry.number, entry.seal
        if decider is not None:
            facts = {name: fact for name, fact in entry.facts.items() if name != DIGESTS}
            state = decider.evolve(state, decider.read_back(entry.kind, facts), number, entry.envelope)
    return replace(picture, number=number, seal=seal, state=state)


def replay(reading: Reading, stream: str, deciders: Mapping[str, Decider]) -> Picture | None:
    """Draw the picture of a stream from its birth, or None when there is no such stream."""
    birth = reading.birth(stream)
    if birth is None or reading.tombstone(stream):
        return None
    decider = deciders.get(birth.kind)
    if decider is None:
        number, seal = reading.last_seal(stream) or (0, birth.seal)
        return Picture(birth, number, seal)
    return develop(Picture(birth, 0, birth.seal, decider.initial()), reading.entries(stream), decider)


@dataclass
class Sitting:
    """Pictures as they become while acts are heard, and the lines to write when all are heard."""

    reading: Reading
    deciders: Mapping[str, Decider]
    pictures: dict[str, Picture]
    answered: dict[ActKey, tuple[str, tuple[Entry, ...]]]
    births: list[Stream] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    texts: list[tuple[str, Text]] = field(default_factory=list)
    graves: list[Tombstone] = field(default_factory=list)

    def bear(self, birth: Stream) -> None:
        """Enter a birth. Raises :class:`AlreadyBorn`."""
        if birth.name in self.pictures or self.reading.birth(birth.name):
            raise AlreadyBorn(birth.name)
        decider = self.deciders.get(birth.kind)
        self.births.append(birth)
        self.pictures[birth.name] = Picture(birth, 0, birth.seal, decider.initial() if decider else None)

    def bury(self, grave: Tombstone) -> None:
        """Enter that a stream is disposed of. Raises :class:`NotBorn`."""
        if self.pictures.pop(grave.stream, None) is None:
            raise NotBorn(grave.stream)
        self.graves.append(grave)

    def hear(self, act: Act | Remark) -> Answer:
        """Judge an act and enter what happened. Raises ``Refused``, :class:`NotBorn` or :class:`OtherContent`."""
        asked, key = _asked(act), (act.stream, act.envelope.by, act.envelope.key)
        if (before := self.answered.get(key)) is not None:
            return self._again(act, asked, *before)
        picture = self.pictures.get(act.stream)
        if picture is None:
            raise NotBorn(act.stream)
        state = picture.state
        if isinstance(act, Remark):
            happened = [(act.kind, act.facts)]
        else:
            decider = self.deciders[picture.birth.kind]
            events = decider.decide(state, act.command, act.actor, act.envelope.happened_at)
            happened = [decider.write_down(event) for event in events]
            for number, event in enumerate(events, picture.number + 1):
                state = decider.evolve(state, event, number, act.envelope)
        if not happened:
            return Answer(picture.number, ())
        made = write.lines(act.stream, (picture.number, picture.seal), happened, act.envelope, act.texts, asked)
        entries = tuple(line.entry for line in made)
        self.pictures[act.stream] = replace(picture, number=entries[-1].number, seal=entries[-1].seal, state=state)
        self.answered[key] = (asked, entries)
        self.lines.extend(made)
        self.texts.extend((act.stream, text) for text in act.texts)
        return Answer(entries[-1].number, entries)

    def write(self, pen: Pen) -> None:
        """Put everything on paper."""
        if self.births or self.lines:
            pen.append(self.births, self.lines, self.texts)
        for grave in self.graves:
            pen.dispose(grave)

    def _again(self, act: Act | Remark, asked: str, asked_before: str, entries: tuple[Entry, ...]) -> Answer:
        named = [id_ for entry in entries for id_ in entry.facts.get(DIGESTS, ())]
        fresh = {text.id: text for _, text in self.texts}
        kept = self.reading.texts([id_ for id_ in named if id_ not in fresh]) | {
            id_: fresh[id_] for id_ in named if id_ in fresh
        }
        same_words = sorted(text.body for text in kept.values()) == sorted(text.body for text in act.texts)
        if asked != asked_before or not same_words:
            raise OtherContent(act.envelope.key)
        return Answer(entries[-1].number, entries, again=True)


def _check(stream: str, envelope: Envelope) -> None:
    """Turn away what one database would take and the other not, before it can spoil a sitting for others."""
    said = (stream, envelope.by, envelope.on_behalf_of or "", envelope.device or "", envelope.key)
    if not envelope.key or not envelope.by or any(len(one) > 200 or not one.isprintable() for one in said):
        raise ValueError("an envelope needs by and key, of at most 200 printable characters")
    if envelope.recorded_at.tzinfo is None or envelope.happened_at.tzinfo is None:
        raise ValueError("the times of an envelope are aware")


def _asked(act: Act | Remark) -> str:
    """Digest what is asked for. Ids of texts are fresh at each try, so only their place counts here."""
    name, content = (act.kind, act.facts) if isinstance(act, Remark) else (type(act.command).__name__, act.command)
    said = msgspec.json.encode(content, order="deterministic", enc_hook=str)
    for place, text in enumerate(act.texts):
        said = said.replace(text.id.encode(), b"text %d" % place)
    return hashlib.sha256(name.encode() + b" " + said).hexdigest()
