"""A ballot as small as can be: the domain that the tests of the log and of the live path let the clerk keep."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from radslag.law.rule import Rule, require
from radslag.log.clerk import Act
from radslag.log.entry import Envelope, Mode, Stream
from radslag.log.texts import Text

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Vote:
    choice: str


@dataclass(frozen=True)
class Explain:
    text: str


@dataclass(frozen=True)
class Close:
    pass


@dataclass(frozen=True)
class Voted:
    voter: str
    choice: str


@dataclass(frozen=True)
class Explained:
    voter: str
    text: str


@dataclass(frozen=True)
class Closed:
    pass


@dataclass(frozen=True)
class Ballot:
    votes: tuple[tuple[str, str], ...] = ()
    explained: tuple[str, ...] = ()
    closed: bool = False
    number: int = 0


# Rules made by hand, so that they do not enter the rule book.
is_open = Rule(
    "TOY-01", "KL 5 kap. 0 §", "Omröstningen är stängd.", "Vänta på nästa fråga.", "I", "hard",
    lambda *, closed: not closed,
)  # fmt: skip
has_not_voted = Rule(
    "TOY-02", "KL 4 kap. 0 §", "{voter} har redan röstat.", "Ändra rösten i stället.", "I", "hard",
    lambda *, voter, voted: voter not in voted,
)  # fmt: skip


class BallotDecider:
    kind = "meeting"

    def initial(self) -> Ballot:
        return Ballot()

    def decide(self, state: Ballot, command: object, actor: str, at: datetime) -> list[object]:
        require(is_open, closed=state.closed)
        match command:
            case Vote(choice):
                require(has_not_voted, voter=actor, voted=frozenset(voter for voter, _ in state.votes))
                return [Voted(actor, choice)]
            case Explain(text):
                return [Explained(actor, text)]
            case Close():
                return [Closed()]
        raise TypeError(command)

    def evolve(self, state: Ballot, event: object, number: int, envelope: Envelope) -> Ballot:
        match event:
            case Voted(voter, choice):
                return replace(state, votes=(*state.votes, (voter, choice)), number=number)
            case Explained(_, text):
                return replace(state, explained=(*state.explained, text), number=number)
            case Closed():
                return replace(state, closed=True, number=number)
        raise TypeError(event)

    def write_down(self, event: Any) -> tuple[str, dict[str, Any]]:
        return f"toy.{type(event).__name__.lower()}/1", dict(vars(event))

    def read_back(self, kind: str, facts: dict[str, Any]) -> object:
        return {"toy.voted/1": Voted, "toy.explained/1": Explained, "toy.closed/1": Closed}[kind](**facts)


def born(name: str | None = None, mode: Mode = "test", owner: str = "ekviken") -> Stream:
    """A new meeting."""
    return Stream(name or f"meeting/{uuid.uuid4()}", owner, mode, "meeting", NOON)


def envelope(by: str, key: str | None = None) -> Envelope:
    return Envelope(by, None, None, NOON, NOON, key or str(uuid.uuid4()))


def act(stream: str, by: str, command: object, key: str | None = None, texts: tuple[Text, ...] = ()) -> Act:
    return Act(stream, command, by, envelope(by, key), texts)
