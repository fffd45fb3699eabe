"""Every shape that has ever been written can still be read, under a name that never changes."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import pytest

from meetings.stage import a_council
from radslag.log.entry import Envelope
from radslag.meetings import journal
from radslag.meetings.decider import MeetingDecider
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e

SAMPLES = {path.name: json.loads(path.read_text()) for path in (Path(__file__).parent / "samples").glob("*.json")}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_sample_is_read_back_and_written_down_identically(name: str) -> None:
    kind, facts = SAMPLES[name]["kind"], SAMPLES[name]["facts"]
    event = journal.read_back(kind, facts)

    assert type(event) is journal.SHAPES[kind]
    assert journal.write_down(event) == (kind, facts)


def test_there_is_a_sample_of_every_shape() -> None:
    assert {sample["kind"] for sample in SAMPLES.values()} == set(journal.SHAPES)


def test_every_event_has_a_permanent_name() -> None:
    assert set(journal.NAMES) == set(get_args(e.Event))


def test_nothing_starts_with_an_event_that_has_no_name() -> None:
    class SomethingNew:
        pass

    with pytest.raises(journal.Unnamed, match="SomethingNew"):
        journal.refuse_unnamed((SomethingNew,))


def test_an_unknown_name_is_not_guessed_at() -> None:
    with pytest.raises(KeyError):
        journal.read_back("meeting.vote_cast/9", {})


def test_the_clerk_is_told_when_it_happened_not_when_it_was_written() -> None:
    decider = MeetingDecider()
    happened, written = datetime(2026, 12, 14, 10, 0, tzinfo=UTC), datetime(2026, 12, 14, 12, 0, tzinfo=UTC)
    council = a_council()
    council.debates().is_put()
    found = e.ChairFound("road", 1, "yes")
    envelope = Envelope("Secretary", "Chair", None, written, happened, "k1")
    meeting = decider.evolve(council.meeting, found, council.meeting.version + 1, envelope)

    assert meeting.items["road"].questions[0].found_at == happened
    assert decider.decide(meeting, c.Gavel(), c.Actor("Chair", "member"), written)
    assert decider.read_back(*decider.write_down(found)) == found
    assert decider.initial().stage == "planned"
