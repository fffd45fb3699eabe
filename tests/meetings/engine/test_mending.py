"""Undo within ten seconds, and corrections."""

import pytest

from meetings.stage import ROAD, Scene, a_council, bare, misplaced
from radslag.meetings.engine import commands as c


def a_debate() -> Scene:
    council = a_council(5, "Chair Vice Ali Bea Sub1")
    council.waits(60).debates()
    council.asks("Ali", c.RequestFloor("Ali"))
    council.asks("Bea", c.RequestFloor("Bea"))
    return council.waits(60)


CAN_BE_UNDONE = [
    ("Chair", c.StartSpeaker()),
    ("Cia", c.RegisterArrival("Cia")),
    ("Secretary", c.RegisterLeave("Ali")),
    ("Chair", c.RegisterLeave("Chair")),
    ("Secretary", c.RegisterLeave("Sub1")),
    ("Ali", c.WithdrawFloor("Ali")),
    ("Vice", c.RequestFloor("Vice")),
]


@pytest.mark.parametrize(("person", "command"), CAN_BE_UNDONE)
def test_an_act_undone_leaves_the_meeting_as_it_was(person: str, command: c.Command) -> None:
    council = a_debate()
    before = council.meeting
    council.asks(person, command)
    assert bare(council.meeting) != bare(before)
    council.waits(9).asks(person, c.Undo())

    assert bare(council.meeting) == bare(before)
    assert council.meeting == council.read_again()


def test_an_item_opened_by_mistake_goes_back_to_the_list() -> None:
    council = a_council()
    before = council.meeting
    council.debates("pool").asks("Chair", c.Undo())

    assert bare(council.meeting) == bare(before)


def test_after_ten_seconds_it_takes_a_correction() -> None:
    council = a_debate()
    council.asks("Chair", c.StartSpeaker())
    with misplaced("mer än tio sekunder"):
        council.waits(11).asks("Chair", c.Undo())


def test_only_whoever_did_it_takes_it_back() -> None:
    council = a_debate()
    council.asks("Chair", c.StartSpeaker())
    with misplaced("Bara den som gjorde det"):
        council.asks("Secretary", c.Undo(council.meeting.version))


def test_what_others_do_meanwhile_stays() -> None:
    council = a_debate()
    council.asks("Chair", c.StartSpeaker())
    council.asks("Vice", c.RequestFloor("Vice"))
    council.asks("Chair", c.Undo())

    assert council.meeting.speaker is None
    assert [waiting.person for waiting in council.item.queue] == ["Ali", "Bea", "Vice"]


def test_what_another_has_built_on_stays_too() -> None:
    council = a_council()
    council.debates()
    council.asks("Ali", c.RequestFloor("Ali"))
    with misplaced("bygger på det"):
        council.asks("Chair", c.Undo())


def test_a_ballot_is_taken_back_only_before_the_first_vote() -> None:
    council = a_council()
    council.debates().is_put().asks("Ali", c.DemandVote("Ali"))
    before = council.meeting
    council.asks("Chair", c.OpenBallot(), c.Undo())
    assert bare(council.meeting) == bare(before)
    council.asks("Chair", c.OpenBallot())
    council.asks("Ali", c.CastVote("Ali", "yes", "road", 1))

    with misplaced("bygger på det"):
        council.asks("Chair", c.Undo())


def test_the_gavel_is_never_undone() -> None:
    council = a_council()
    council.debates().is_put().is_found().waits(11).asks("Chair", c.Gavel())
    with misplaced("Det går inte att ångra"):
        council.asks("Chair", c.Undo(council.meeting.version))
    with misplaced(""):
        council.asks("Chair", c.Undo())


def test_nor_is_the_close_of_a_ballot() -> None:
    council = a_council()
    council.debates().is_put().votes(yes="Ali")
    with misplaced("Det går inte att ångra"):
        council.asks("Chair", c.Undo(council.meeting.version))


def test_a_correction_says_which_entry_and_what_is_right() -> None:
    council = a_council()
    council.debates().decides()
    council.asks("Secretary", c.Correct(5, "t6"))

    assert council.meeting.corrected == (5,)
    with misplaced("ingen sådan"):
        council.asks("Secretary", c.Correct(999, "t6"))


def test_the_opening_is_not_undone() -> None:
    council = Scene("council", 5, (ROAD,), {}).is_called().is_opened()
    with misplaced("Det går inte att ångra"):
        council.asks("Chair", c.Undo())
