"""The floor list and the motions."""

import pytest

from meetings.stage import Scene, a_council, misplaced, refused_under
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine import terms as t


def a_debate() -> Scene:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1")
    council.debates()
    return council


def speaking(council: Scene) -> str | None:
    council.asks("Chair", c.StartSpeaker())
    return council.meeting.speaker


def test_the_floor_is_given_in_the_order_it_was_asked_for() -> None:
    council = a_debate()
    for person in ("Cia", "Ali", "Bea"):
        council.asks(person, c.RequestFloor(person))

    assert [speaking(council), speaking(council), speaking(council)] == ["Cia", "Ali", "Bea"]


def test_a_point_of_order_goes_first_and_a_reply_before_the_next_speech() -> None:
    council = a_debate()
    council.asks("Ali", c.RequestFloor("Ali"))
    council.asks("Bea", c.RequestFloor("Bea", "reply"))
    council.asks("Cia", c.RequestFloor("Cia", "order"))

    assert [speaking(council), speaking(council), speaking(council)] == ["Cia", "Bea", "Ali"]


def test_when_the_next_begins_the_one_before_has_stopped() -> None:
    council = a_debate()
    council.asks("Ali", c.RequestFloor("Ali"))
    council.asks("Bea", c.RequestFloor("Bea"))
    speaking(council)

    assert council.asks("Chair", c.StartSpeaker()) == [
        e.SpeakerStopped("road", "Ali"),
        e.SpeakerStarted("road", "Bea", "speech"),
    ]


def test_a_member_asks_only_once_at_a_time_and_may_withdraw() -> None:
    council = a_debate()
    council.asks("Ali", c.RequestFloor("Ali"))
    with misplaced("redan på talarlistan"):
        council.asks("Ali", c.RequestFloor("Ali"))
    council.asks("Ali", c.WithdrawFloor("Ali"))

    assert council.item.queue == ()


def test_a_substitute_who_does_not_serve_cannot_ask_for_the_floor() -> None:
    with misplaced("Bara den som tjänstgör"):
        a_debate().asks("Sub1", c.RequestFloor("Sub1"))


def test_nobody_asks_in_another_ones_name_but_the_chair_and_the_secretary_who_heard_it() -> None:
    council = a_debate()
    with misplaced("bara göra detta för dig själv"):
        council.asks("Ali", c.RequestFloor("Bea"))
    council.asks("Secretary", c.RequestFloor("Bea"))


def test_motions_get_letters_and_supporters_and_may_be_withdrawn() -> None:
    council = a_debate()
    council.asks("Ali", c.MakeMotion("reject", "Ali"))
    council.asks("Bea", c.MakeMotion("amend", "Bea", "t9"), c.SupportMotion("A", "Bea"))
    council.asks("Ali", c.WithdrawMotion("A"))

    assert [(m.label, m.by, m.supporters, m.withdrawn) for m in council.item.motions] == [
        ("A", "Ali", ("Bea",), True),
        ("B", "Bea", (), False),
    ]


def test_only_the_mover_withdraws_a_motion() -> None:
    council = a_debate()
    council.asks("Ali", c.MakeMotion("reject", "Ali"))
    with misplaced("bara göra detta för dig själv"):
        council.asks("Bea", c.WithdrawMotion("A"))


def test_an_amendment_needs_its_wording() -> None:
    with misplaced("saknar ordalydelse"):
        a_debate().asks("Ali", c.MakeMotion("amend", "Ali"))


def test_no_motion_is_made_when_the_debate_is_closed() -> None:
    council = a_debate()
    council.asks("Chair", c.CloseDebate())
    with misplaced("Överläggningen är avslutad"):
        council.asks("Ali", c.MakeMotion("reject", "Ali"))
    council.asks("Chair", c.ReopenDebate())
    council.asks("Ali", c.MakeMotion("reject", "Ali"))


@pytest.mark.rule("VOTE-01")
def test_no_proposition_is_put_while_the_debate_goes_on() -> None:
    with refused_under("KL 5 kap. 53 §"):
        a_debate().asks("Chair", c.PutProposition())


def test_an_item_of_information_is_closed_without_a_decision() -> None:
    council = a_council(items=(t.ListedItem("news", "m3", "information"),))
    council.debates("news").asks("Chair", c.CloseItem())

    assert council.meeting.items["news"].outcome == "noted"
