"""What a real council does and a drawing board forgets, played by hand (KL 5:18–20, 5:50–56)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from radslag.meetings.engine import commands as c
from radslag.meetings.engine import terms as t
from radslag.meetings.engine.questions import next_question
from tests.meetings.stage import DAY, a_council, misplaced, refused_under

NINE = "Chair Vice Ali Bea Cia Dan Eva Fia Gus"
REFER = c.MakeMotion("refer_back", "Ali", "t-why")


def test_a_vote_given_before_leaving_counts_and_its_giver_counts_as_present() -> None:
    """Three of ten who voted are no third of ten, though one of the three has gone."""
    council = a_council(11, f"{NINE} Hed").debates().is_put(REFER)
    council.asks("Bea", c.DemandVote("Bea"))
    council.asks("Chair", c.OpenBallot())
    for voter in ("Ali", "Bea", "Cia"):
        council.asks(voter, c.CastVote(voter, "no", "road", 1))
    for voter in ("Chair", "Vice", "Dan", "Eva", "Fia", "Gus", "Hed"):
        council.asks(voter, c.CastVote(voter, "yes", "road", 1))
    council.asks("Cia", c.RegisterLeave("Cia"))
    council.asks("Chair", c.CloseBallot())
    ballot = council.question.ballot
    assert ballot
    assert (ballot.present, ballot.outcome, ballot.by_minority) == (10, "yes", False)


def test_who_leaves_during_the_vote_without_voting_is_not_present_at_it() -> None:
    council = a_council(11, f"{NINE} Hed").debates().is_put(REFER)
    council.asks("Bea", c.DemandVote("Bea"))
    council.asks("Chair", c.OpenBallot())
    council.asks("Hed", c.RegisterLeave("Hed"))
    for voter in ("Ali", "Bea", "Cia"):
        council.asks(voter, c.CastVote(voter, "no", "road", 1))
    for voter in ("Chair", "Vice", "Dan", "Eva"):
        council.asks(voter, c.CastVote(voter, "yes", "road", 1))
    council.asks("Chair", c.CloseBallot())
    ballot = council.question.ballot
    assert ballot
    assert (ballot.present, ballot.outcome, ballot.by_minority) == (9, "no", True)


def test_who_has_left_the_room_cannot_vote_from_the_corridor() -> None:
    council = a_council().debates().is_put()
    council.asks("Ali", c.DemandVote("Ali"))
    council.asks("Chair", c.OpenBallot())
    council.asks("Bea", c.RegisterLeave("Bea"))
    with refused_under("KL 4 kap. 24 §"):
        council.asks("Bea", c.CastVote("Bea", "yes", "road", 1))
    council.asks("Bea", c.RegisterArrival("Bea"), c.CastVote("Bea", "yes", "road", 1))


def test_who_has_left_cannot_demand_a_vote_in_the_pause() -> None:
    council = a_council().debates().is_put()
    council.asks("Chair", c.Find("yes"))
    council.asks("Bea", c.RegisterLeave("Bea"))
    with refused_under("KL 5 kap. 54 §"):
        council.asks("Bea", c.DemandVote("Bea"))


def test_a_referral_that_more_than_half_ask_for_leaves_the_minority_its_right() -> None:
    council = a_council().debates()
    council.asks("Ali", REFER)
    council.asks("Bea", c.SupportMotion("A", "Bea"))
    council.asks("Cia", c.SupportMotion("A", "Cia"))
    council.is_put().is_found("no")
    council.asks("Chair", c.Gavel())
    assert (council.item.outcome, council.item.minority_used) == ("referred_back", False)


def test_a_referral_that_a_third_ask_for_uses_up_the_right() -> None:
    council = a_council().debates()
    council.asks("Ali", REFER)
    council.asks("Bea", c.SupportMotion("A", "Bea"))
    council.is_put().is_found("no")
    council.asks("Chair", c.Gavel())
    assert (council.item.outcome, council.item.minority_used) == ("referred_back", True)


def test_a_new_motion_to_refer_back_when_debate_reopens_is_tried_as_well() -> None:
    council = a_council().debates().is_put(REFER).votes(yes="Chair Vice Bea Cia", no="Ali")
    council.asks("Chair", c.Gavel(), c.ReopenDebate())
    council.asks("Bea", c.MakeMotion("refer_back", "Bea", "t-other"))
    council.asks("Chair", c.CloseDebate())
    coming = next_question(council.item, must_be_announced=True)
    assert coming
    assert coming.purpose == "referral"


def test_two_motions_to_refer_back_are_one_question() -> None:
    council = a_council().debates().is_put(REFER, c.MakeMotion("refer_back", "Bea", "t-2"))
    council.votes(yes="Chair Vice Cia Bea", no="Ali")
    council.asks("Chair", c.Gavel())
    coming = next_question(council.item, must_be_announced=True)
    assert coming
    assert coming.purpose == "main"


def test_the_merits_are_never_put_against_a_referral() -> None:
    council = a_council().debates()
    council.asks("Chair", c.CloseDebate())
    with misplaced("Sakfrågan"):
        council.asks("Chair", c.PutProposition("main", "approve", "refer_back"))


def test_a_proposal_that_has_fallen_is_not_put_again() -> None:
    council = a_council().debates()
    for who in ("Ali", "Bea"):
        council.asks(who, c.MakeMotion("amend", who, f"t-{who}"))
    council.asks("Cia", c.MakeMotion("reject", "Cia"))
    council.asks("Chair", c.CloseDebate(), c.PutProposition("counter", "A", "B"))
    council.is_found("yes").asks("Chair", c.Gavel())
    with misplaced("har redan fallit"):
        council.asks("Chair", c.PutProposition("main", "approve", "B"))


@pytest.mark.parametrize("kind", ["decision", "election"])
def test_an_unannounced_item_is_taken_up_when_all_who_are_here_say_yes(kind: t.ItemKind) -> None:
    council = a_council()
    council.asks("Chair", c.AddItem(t.ListedItem("late", "m9", kind)))
    council.debates("late").is_put()
    council.asks("Chair", c.OpenBallot())
    for voter in ["Chair", "Vice", "Ali", "Bea", "Cia"]:
        council.asks(voter, c.CastVote(voter, "yes", "late", 1))
    council.asks("Chair", c.CloseBallot(), c.Gavel())
    assert council.question.settled == "yes"
    assert council.item.outcome is None


def test_who_comes_while_it_is_asked_has_not_agreed() -> None:
    council = a_council(5, "Chair Vice Ali Bea")
    council.asks("Chair", c.AddItem(t.ListedItem("late", "m9", "decision")))
    council.debates("late").is_put()
    council.asks("Chair", c.OpenBallot())
    council.asks("Cia", c.RegisterArrival("Cia"))
    for voter in ("Chair", "Vice", "Ali", "Bea"):
        council.asks(voter, c.CastVote(voter, "yes", "late", 1))
    council.asks("Chair", c.CloseBallot(), c.Gavel())
    assert council.item.outcome == "not_taken_up"


def test_the_chair_may_find_that_an_unannounced_item_is_not_taken_up() -> None:
    council = a_council()
    council.asks("Chair", c.AddItem(t.ListedItem("late", "m9", "decision")))
    council.debates("late").is_put()
    with refused_under("KL 5 kap. 52 §"):
        council.asks("Chair", c.Find("yes"))
    council.is_found("no").asks("Chair", c.Gavel())
    assert council.item.outcome == "not_taken_up"


def test_the_chair_who_settles_a_tie_took_part_and_may_make_a_reservation() -> None:
    council = a_council().debates().is_put().votes(yes="Vice Ali", no="Bea Cia")
    council.asks("Chair", c.GiveCastingVote("yes"), c.Gavel())
    assert "Chair" in council.question.took_part


def test_an_election_goes_by_acclamation() -> None:
    council = a_council(items=(t.ListedItem("road", "m1", "election"),)).debates().decides()
    assert council.item.outcome == "approved"


def test_a_formal_item_is_closed_without_a_decision() -> None:
    council = a_council(items=(t.ListedItem("road", "m1", "formal"),)).debates()
    council.asks("Chair", c.CloseItem())
    assert council.item.outcome == "noted"


def test_nobody_takes_a_seat_over_while_a_vote_is_open() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1").debates().is_put()
    council.asks("Ali", c.DemandVote("Ali"))
    council.asks("Cia", c.RegisterArrival("Cia"))
    council.asks("Chair", c.OpenBallot())
    with misplaced("öppen"):
        council.asks("Chair", c.StandDown("Sub1"))


def test_the_substitute_of_the_recused_stays_until_the_item_is_over() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1").debates()
    council.asks("Ali", c.DeclareRecusal("road", "Ali"))
    council.asks("Chair", c.DecideRecusal("road", "Ali", True))
    assert "Sub1" in council.meeting.serving
    with refused_under("KL 5 kap. 47 §"):
        council.asks("Chair", c.StandDown("Sub1"))
    council.decides()
    assert "Sub1" not in council.meeting.serving


def test_a_meeting_goes_on_after_midnight_with_the_locks_of_the_new_day() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1")
    council.asks("Cia", c.RegisterLeave("Cia"))
    council.asks("Chair", c.SeatSubstitute("Cia"))
    assert "Cia" in council.meeting.locked_out
    council.asks("Chair", c.Adjourn())
    with misplaced("redan har varit"):
        council.asks("Chair", c.Resume(DAY - timedelta(days=1)))
    council.asks("Chair", c.Resume(DAY + timedelta(days=1)))
    council.asks("Chair", c.CallRoll(("Chair", "Vice", "Ali", "Bea", "Cia")))
    assert "Cia" not in council.meeting.locked_out
    assert council.meeting.ruleset == "KL-2026-07"


def test_a_roll_call_in_the_middle_of_an_item_lets_nobody_take_over_in_it() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1").debates()
    council.asks("Chair", c.CallRoll(("Chair", "Vice", "Ali", "Bea", "Cia", "Sub1")))
    assert "Sub1" in council.meeting.serving
    council.decides()
    assert "Sub1" not in council.meeting.serving


def test_a_vote_held_anew_needs_a_new_casting_vote() -> None:
    council = a_council().debates().is_put().votes(yes="Vice Ali", no="Bea Cia")
    council.asks("Chair", c.GiveCastingVote("yes"))
    council.asks("Chair", c.OpenBallot(), reason="t-again")
    for voter, choice in (("Ali", "yes"), ("Bea", "no")):
        council.asks(voter, c.CastVote(voter, choice, "road", 1))  # type: ignore[arg-type]
    council.asks("Chair", c.CloseBallot())
    with refused_under("KL 4 kap. 25 §"):
        council.asks("Chair", c.Gavel())
    council.asks("Chair", c.GiveCastingVote("no"), c.Gavel())
    assert council.question.settled == "no"
