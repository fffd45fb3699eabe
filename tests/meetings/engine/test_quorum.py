"""More than half must take part: asked when an item comes up, before each decision, after each leave."""

import pytest

from meetings.stage import a_committee, a_council, refused_under
from radslag.meetings.engine import commands as c


@pytest.mark.rule("QUO-01")
def test_a_council_of_five_needs_three() -> None:
    with refused_under("KL 5 kap. 45 §") as said:
        a_council(5, "Chair Ali").debates()
    assert said[0].says == "2 av 5 är närvarande, 3 behövs."

    a_council(5, "Chair Ali Bea").debates()


@pytest.mark.rule("QUO-01", "QUO-05")
def test_a_decision_is_not_gavelled_when_too_many_have_left() -> None:
    council = a_council(5, "Chair Ali Bea")
    council.debates().is_put().is_found()
    council.asks("Bea", c.RegisterLeave("Bea"))

    with refused_under("KL 5 kap. 45 §"):
        council.asks("Chair", c.Gavel())
    council.asks("Bea", c.RegisterArrival("Bea"))
    council.asks("Chair", c.Gavel())


@pytest.mark.rule("QUO-01")
def test_no_ballot_is_opened_without_quorum() -> None:
    council = a_council(5, "Chair Ali Bea")
    council.debates().is_put().asks("Ali", c.DemandVote("Ali"))
    council.asks("Bea", c.RegisterLeave("Bea"))

    with refused_under("KL 5 kap. 45 §"):
        council.asks("Chair", c.OpenBallot())


@pytest.mark.rule("QUO-03")
def test_a_recused_member_does_not_break_the_quorum_of_a_council() -> None:
    council = a_council(5, "Chair Ali Bea")
    council.debates()
    council.asks("Bea", c.DeclareRecusal("road", "Bea"))
    council.asks("Chair", c.DecideRecusal("road", "Bea", recused=True))

    council.decides()


@pytest.mark.rule("QUO-04")
def test_but_it_does_break_the_quorum_of_a_committee() -> None:
    committee = a_committee(5, "Chair Ali Bea")
    committee.debates()
    committee.asks("Bea", c.DeclareRecusal("road", "Bea"))
    committee.asks("Chair", c.DecideRecusal("road", "Bea", recused=True), c.CloseDebate())

    with refused_under("KL 6 kap. 27 §") as said:
        committee.asks("Chair", c.PutProposition())
    assert said[0].says == "2 av 5 är närvarande, 3 behövs."


@pytest.mark.rule("CONV-07")
def test_a_serving_substitute_counts_and_one_who_only_listens_does_not() -> None:
    a_council(5, "Chair Ali Sub1").debates()
    with refused_under("KL 5 kap. 45 §"):
        a_council(5, "Chair Ali Sub1", groups={"Sub1": "M"}).debates()
