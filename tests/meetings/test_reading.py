"""The record that minutes are made of, read from a journal that the engine wrote."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from meetings.stage import CAST, DAY, Scene, a_council
from radslag.log.entry import Entry, Envelope, Stream, seal
from radslag.meetings import journal, snapshot
from radslag.meetings.engine import commands as c
from radslag.meetings.reading import Happened, read_record
from radslag.meetings.record import ItemShown, MeetingRecord

BIRTH = Stream("meeting/m1", "o1", "test", "meeting", datetime(2026, 12, 1, tzinfo=UTC))
NAMES = {person: snapshot.PersonText(person, "SV"[n % 2]) for n, person in enumerate(CAST.split())} | {
    f"Sub{n}": snapshot.PersonText(f"Sub{n}", "S", "substitute") for n in (1, 2, 3)
}
TEXTS = {
    "t1": snapshot.to_text(
        snapshot.Snapshot(
            "Ekvikens kommun", "Kommunfullmäktige", "Stora salen", "Ida Penn", NAMES,
            {
                "road": snapshot.ItemText("Ny väg", "Ny väg", False, "KS 2026/1", "decision", "Kort.", "Vägen byggs."),
                "pool": snapshot.ItemText("Anbud på badet", "Upphandling", True, "KS 2026/2", "decision", "", "Köp."),
            },
        )
    ),
    "why": "Bullret är inte utrett.",
    "note": "Fullmäktige tackar.",
    "right": "Bea kom 11.05.",
}  # fmt: skip


def entries_of(scene: Scene) -> list[Happened]:
    """Give what the scene wrote as sealed entries with their events."""
    made, last = [], BIRTH.seal
    for kind, facts, stamp in scene.written:
        envelope = Envelope(stamp.by, None, None, stamp.at, stamp.at, stamp.act)
        last = seal(last, BIRTH.name, stamp.number, kind, facts, envelope)
        entry = Entry(BIRTH.name, stamp.number, kind, facts, envelope, last)
        made.append((entry, journal.read_back(kind, facts)))
    return made


def record_of(scene: Scene) -> MeetingRecord:
    return read_record(BIRTH, entries_of(scene), TEXTS)


def item_of(scene: Scene, item: str = "road") -> ItemShown:
    return next(one for one in record_of(scene).items if one.item == item)


def served(scene: Scene) -> dict[str, tuple[int, ...]]:
    return {person.name: person.paragraphs for person in record_of(scene).persons if person.paragraphs}


def test_the_record_names_the_entry_it_was_read_up_to() -> None:
    council = a_council()
    record = record_of(council)

    assert record.sealed_number == len(council.written)
    assert record.seal == entries_of(council)[-1][0].seal


def test_names_and_titles_are_those_of_the_day() -> None:
    record = record_of(a_council())

    assert (record.organisation, record.body, record.secretary) == ("Ekvikens kommun", "Kommunfullmäktige", "Ida Penn")
    assert [item.title for item in record.items] == ["Ny väg", "Anbud på badet"]
    assert record.presiding[0][0] == "Chair (S)"


@pytest.mark.rule("MIN-04")
def test_a_substitute_serves_the_paragraphs_for_which_the_seat_was_filled() -> None:
    council = a_council(present="Chair Vice Ali Bea Cia Sub1").debates("road").decides()
    council.asks("Bea", c.RegisterLeave("Bea"))
    council.asks("Chair", c.SeatSubstitute("Bea"))
    council.debates("pool").decides()

    told = served(council)
    assert told["Ali"] == (1, 2)
    assert told["Bea"] == (1,)
    assert told["Sub1"] == (2,)
    assert next(p.serves_for for p in record_of(council).persons if p.name == "Sub1") == "Bea (V)"


def test_an_act_that_was_taken_back_leaves_no_trace_in_the_record() -> None:
    council = a_council()
    council.asks("Secretary", c.RegisterLeave("Bea"))
    council.waits(3).asks("Secretary", c.Undo())
    council.debates("road").decides()

    bea = next(person for person in record_of(council).persons if person.name == "Bea")
    assert bea.paragraphs == (1,)
    assert len(bea.intervals) == 1


def test_an_open_vote_names_every_seat() -> None:
    council = a_council(present="Chair Vice Ali Bea").debates("road").is_put(c.MakeMotion("reject", "Ali"))
    council.asks("Chair", c.Find("yes"))
    council.votes(yes="Chair Vice", no="Ali")

    question = item_of(council).questions[0]
    assert {vote.name: vote.choice for vote in question.votes} == {
        "Chair": "yes", "Vice": "yes", "Ali": "no", "Bea": "not_voting", "Cia": "absent"
    }  # fmt: skip
    assert question.sums == (2, 1, 0, 1)
    assert (question.yes, question.no) == ("bifall till förslaget", "yrkande A (avslag)")


def test_the_decision_is_told_with_the_wording_that_won() -> None:
    council = a_council().debates("road").decides("yes")

    assert item_of(council).decision == "Kommunfullmäktige beslutar enligt förslaget: Vägen byggs."
    assert len(item_of(council).took_part) == 5


def test_a_referral_by_a_minority_says_so_and_why() -> None:
    council = a_council().debates("road").is_put(c.MakeMotion("refer_back", "Ali", "why"))
    council.asks("Chair", c.Find("yes"))
    council.votes(yes="Chair Vice Cia", no="Ali Bea")
    council.asks("Chair", c.Gavel())

    shown = item_of(council)
    assert shown.outcome == "referred_back"
    assert shown.by_minority
    expected = "Kommunfullmäktige återremitterar ärendet på begäran av en minoritet: Bullret är inte utrett."
    assert shown.decision == expected


def test_reservations_notes_and_corrections_are_told_in_words() -> None:
    council = a_council().debates("road").is_put(c.MakeMotion("reject", "Ali")).is_found("yes")
    council.asks("Chair", c.Gavel())
    council.asks("Ali", c.MakeReservation("road", "Ali", "why"))
    council.asks("Secretary", c.Note("note", "road"))
    council.asks("Chair", c.CloseItem())
    council.asks("Secretary", c.Correct(3, "right"))

    assert item_of(council).reservations == (("Ali (S)", "Bullret är inte utrett."),)
    assert item_of(council).notes == ("Fullmäktige tackar.",)
    assert [one.text for one in record_of(council).corrections] == ["Bea kom 11.05."]


def test_a_text_that_is_gone_is_shown_as_gone_and_hinders_nothing() -> None:
    council = a_council().debates("road").is_put(c.MakeMotion("reject", "Ali", "disposed")).is_found("yes")

    assert item_of(council).motions[0].text == "–"


def test_adjusters_are_given_by_name_and_by_id() -> None:
    council = a_council()
    council.asks("Chair", c.ChooseAdjusters(("Ali", "Bea"), DAY))

    record = record_of(council)
    assert record.adjusters == ("Ali (S)", "Bea (V)")
    assert record.adjuster_ids == ("Ali", "Bea")
