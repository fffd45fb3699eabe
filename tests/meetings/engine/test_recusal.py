"""Jäv: declared, decided, and what it does to the room, the seat and the chair."""

import pytest

from meetings.stage import Scene, a_committee, a_council, misplaced, refused_under
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine.serving import is_outside, serving, taking_part


def recuse(scene: Scene, person: str) -> list[e.Event]:
    scene.asks(person, c.DeclareRecusal("road", person))
    return scene.asks("Chair", c.DecideRecusal("road", person, recused=True))


@pytest.mark.rule("JAV-01")
def test_in_a_council_the_recused_stays_in_the_room_but_takes_no_part() -> None:
    council = a_council()
    council.debates()
    recuse(council, "Cia")

    assert not is_outside(council.meeting, "Cia")
    assert "Cia" not in taking_part(council.meeting)
    with refused_under("KL 5 kap. 47 §"):
        council.asks("Cia", c.RequestFloor("Cia"))


@pytest.mark.rule("JAV-06")
def test_in_a_committee_the_recused_leaves_the_room_until_the_item_is_over() -> None:
    committee = a_committee()
    committee.debates()
    recuse(committee, "Cia")
    assert is_outside(committee.meeting, "Cia")
    committee.decides()

    assert not is_outside(committee.meeting, "Cia")
    assert "Cia" in serving(committee.meeting)


def test_a_substitute_serves_for_the_recused_and_stands_down_when_the_item_is_over() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1")
    council.debates()
    happened = recuse(council, "Cia")
    assert e.SubstituteSeated("Sub1", "Cia", "recused") in happened
    assert "Sub1" in taking_part(council.meeting)
    council.decides()

    assert "Sub1" not in serving(council.meeting)
    assert "Cia" in serving(council.meeting)


@pytest.mark.rule("SUB-02")
def test_a_recused_substitute_resumes_after_the_item() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1 Sub2")
    council.debates()
    recuse(council, "Sub1")
    assert taking_part(council.meeting) == {"Chair", "Vice", "Ali", "Bea", "Sub2"}
    council.decides()

    assert serving(council.meeting) == {"Chair", "Vice", "Ali", "Bea", "Sub1"}


def test_the_vice_chair_leads_while_the_chair_is_recused() -> None:
    council = a_council()
    council.debates()
    recuse(council, "Chair")
    assert council.meeting.presiding == "Vice"
    with misplaced("den som leder"):
        council.asks("Chair", c.CloseDebate())
    council.asks("Vice", c.CloseDebate(), c.PutProposition(), c.Find("yes"))
    council.waits(5).asks("Vice", c.Gavel(), c.CloseItem())

    assert council.meeting.presiding == "Chair"


@pytest.mark.rule("JAV-07")
def test_a_declared_recusal_is_decided_before_the_debate_is_closed() -> None:
    council = a_council()
    council.debates().asks("Cia", c.DeclareRecusal("road", "Cia"))

    with refused_under("KL 6 kap. 30 §"):
        council.asks("Chair", c.CloseDebate())
    council.asks("Chair", c.DecideRecusal("road", "Cia", recused=False), c.CloseDebate())
    assert "Cia" in taking_part(council.meeting)


@pytest.mark.rule("JAV-01", "VOTE-08")
def test_the_recused_has_no_vote() -> None:
    council = a_council()
    council.debates()
    recuse(council, "Cia")
    council.is_put().asks("Ali", c.DemandVote("Ali"))
    council.asks("Chair", c.OpenBallot())

    with refused_under("KL 4 kap. 24 §"):
        council.asks("Cia", c.CastVote("Cia", "yes", "road", 1))


@pytest.mark.rule("JAV-06")
def test_in_a_committee_the_recused_does_not_speak() -> None:
    committee = a_committee()
    committee.debates()
    recuse(committee, "Cia")
    with refused_under("KL 6 kap. 30 §"):
        committee.asks("Cia", c.RequestFloor("Cia"))


@pytest.mark.rule("JAV-08")
def test_the_chair_does_not_clear_themselves_of_recusal() -> None:
    council = a_council()
    council.debates().asks("Chair", c.DeclareRecusal("road", "Chair"))
    with refused_under("KL 6 kap. 30 §"):
        council.asks("Chair", c.DecideRecusal("road", "Chair", recused=False))
    council.asks("Chair", c.HandOverChair("Vice"))
    council.asks("Vice", c.DecideRecusal("road", "Chair", recused=False), c.HandOverChair("Chair"))
