"""The open vote by name."""

import pytest

from meetings.stage import Scene, a_council, misplaced, refused_under
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine import terms as t


def a_ballot(present: str = "Chair Vice Ali Bea Cia") -> Scene:
    council = a_council(5, present)
    council.debates().is_put()
    council.asks("Ali", c.DemandVote("Ali"))
    council.asks("Chair", c.OpenBallot())
    return council


def vote(choice: t.Choice, voter: str, question: int = 1) -> c.CastVote:
    return c.CastVote(voter, choice, "road", question)


def closed(council: Scene) -> e.BallotClosed:
    [event] = council.asks("Chair", c.CloseBallot())
    assert isinstance(event, e.BallotClosed)
    return event


@pytest.mark.rule("VOTE-04", "VOTE-15")
def test_those_who_serve_vote_and_the_chair_is_called_last() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1")
    council.debates().is_put()
    council.asks("Ali", c.DemandVote("Ali"))

    assert council.asks("Chair", c.OpenBallot()) == [e.BallotOpened("road", 1, ("Vice", "Ali", "Bea", "Sub1", "Chair"))]


@pytest.mark.rule("VOTE-05")
def test_more_yes_than_no_carries_it() -> None:
    council = a_ballot()
    for choice, voter in [("yes", "Ali"), ("yes", "Bea"), ("no", "Cia")]:
        council.asks(voter, vote(choice, voter))  # type: ignore[arg-type]

    event = closed(council)
    assert (event.yes, event.no, event.abstain, event.not_voting, event.outcome) == (2, 1, 0, 2, "yes")
    council.asks("Chair", c.Gavel())
    assert council.question.how == "vote"


@pytest.mark.rule("VOTE-08")
def test_a_vote_can_be_changed_until_the_ballot_closes_and_counts_once() -> None:
    council = a_ballot()
    council.asks("Ali", vote("yes", "Ali"), vote("no", "Ali"))

    event = closed(council)
    assert (event.yes, event.no) == (0, 1)
    with misplaced("stängd"):
        council.asks("Bea", vote("yes", "Bea"))


@pytest.mark.rule("VOTE-09")
def test_to_abstain_is_not_to_be_absent() -> None:
    council = a_ballot()
    council.asks("Ali", vote("abstain", "Ali"))

    event = closed(council)
    assert (event.abstain, event.not_voting, event.present) == (1, 4, 5)
    council.asks("Chair", c.GiveCastingVote("no"), c.Gavel())
    assert council.question.took_part == {"Ali", "Chair"}


@pytest.mark.rule("VOTE-06", "VOTE-09")
def test_on_a_tie_the_one_who_presides_must_give_the_casting_vote() -> None:
    council = a_ballot("Chair Vice Ali Bea")
    council.asks("Ali", vote("yes", "Ali"))
    council.asks("Bea", vote("no", "Bea"))
    assert closed(council).outcome is None
    with refused_under("KL 4 kap. 25 §"):
        council.asks("Chair", c.Gavel())
    council.asks("Chair", c.GiveCastingVote("no"), c.Gavel())

    assert (council.question.settled, council.question.how) == ("no", "casting_vote")
    assert council.question.casting_vote == ("Chair", "no")


@pytest.mark.rule("VOTE-06")
def test_without_a_tie_there_is_no_casting_vote() -> None:
    council = a_ballot()
    council.asks("Ali", vote("yes", "Ali"))
    closed(council)

    with refused_under("KL 5 kap. 56 §"):
        council.asks("Chair", c.GiveCastingVote("no"))


@pytest.mark.rule("VOTE-08")
def test_nobody_votes_for_another_but_the_secretary_with_a_reason() -> None:
    council = a_ballot()
    with misplaced("för dig själv"):
        council.asks("Bea", vote("yes", "Ali"))
    with misplaced("åt någon annan"):
        council.asks("Secretary", vote("yes", "Ali"))
    council.asks("Secretary", vote("yes", "Ali"), reason="t4")


@pytest.mark.rule("VOTE-08", "CONV-07")
def test_a_substitute_who_does_not_serve_has_no_vote() -> None:
    council = a_ballot("Chair Vice Ali Bea Cia Sub1")
    with refused_under("KL 4 kap. 24 §"):
        council.asks("Sub1", vote("yes", "Sub1"))


def test_a_member_who_comes_while_the_ballot_is_open_votes_in_the_next() -> None:
    council = a_ballot("Chair Vice Ali Bea")
    council.asks("Cia", c.RegisterArrival("Cia"))
    with misplaced("kom sedan omröstningen öppnats"):
        council.asks("Cia", vote("yes", "Cia"))


def test_a_vote_that_arrives_late_at_another_question_is_not_counted() -> None:
    council = a_ballot()
    with misplaced("en fråga som inte är uppe"):
        council.asks("Ali", vote("yes", "Ali", question=2))


def test_who_has_declined_may_only_be_noted_as_abstaining() -> None:
    council = a_ballot()
    council.asks("Cia", c.DeclineToDecide("Cia"))
    with misplaced("inte deltar i beslutet"):
        council.asks("Cia", vote("yes", "Cia"))
    council.asks("Cia", vote("abstain", "Cia"))


def test_no_ballot_is_opened_that_nobody_has_demanded() -> None:
    council = a_council()
    council.debates().is_put()
    with misplaced("Ingen har begärt"):
        council.asks("Chair", c.OpenBallot())


def test_a_vote_that_went_wrong_is_mended_by_a_new_ballot_with_a_reason() -> None:
    council = a_ballot()
    council.asks("Ali", vote("yes", "Ali"))
    closed(council)
    with misplaced("stängd"):
        council.asks("Chair", c.OpenBallot())
    council.asks("Chair", c.OpenBallot(), reason="t3")

    assert closed(council).yes == 0


@pytest.mark.rule("VOTE-04", "DIST-15")
@pytest.mark.parametrize("kind", ["election", "employment"])
def test_a_secret_vote_is_never_electronic(kind: t.ItemKind) -> None:
    council = a_council(items=(t.ListedItem("post", "m5", kind),))
    council.debates("post").is_put().asks("Ali", c.DemandVote("Ali"))
    with refused_under("KL 5 kap. 54 §") as said:
        council.asks("Chair", c.OpenBallot())
    assert "papper" in said[0].instead

    council.asks("Ali", c.WithdrawDemand("Ali"))
    council.is_found().asks("Chair", c.Gavel())
    assert council.meeting.items["post"].outcome == "approved"


def test_who_has_voted_cannot_decline_afterwards() -> None:
    council = a_ballot()
    council.asks("Cia", vote("yes", "Cia"))
    with misplaced("redan röstat"):
        council.asks("Cia", c.DeclineToDecide("Cia"))


@pytest.mark.rule("JAV-01")
def test_when_one_who_voted_turns_out_to_be_recused_the_vote_is_held_anew() -> None:
    council = a_ballot()
    council.asks("Ali", vote("yes", "Ali"))
    council.asks("Cia", vote("yes", "Cia"))
    closed(council)
    council.asks("Cia", c.DeclareRecusal("road", "Cia"))
    council.asks("Chair", c.DecideRecusal("road", "Cia", recused=True))
    with misplaced("En jävig har röstat"):
        council.asks("Chair", c.Gavel())
    council.asks("Chair", c.OpenBallot(), reason="t3")
    council.asks("Ali", vote("yes", "Ali"))
    closed(council)
    council.asks("Chair", c.Gavel())

    assert council.question.took_part == {"Ali"}
