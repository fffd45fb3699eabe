"""From the close of the debate to the gavel: which question comes, the pause, who took part, reservation."""

import pytest

from meetings.stage import Scene, a_committee, a_council, misplaced, refused_under
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import terms as t


def asked(scene: Scene) -> tuple[str, str, str]:
    return scene.question.purpose, scene.question.yes, scene.question.no


@pytest.mark.rule("VOTE-01")
def test_without_motions_the_proposal_in_the_papers_is_asked_yes_or_no() -> None:
    council = a_council()
    council.debates().is_put()

    assert asked(council) == ("main", "approve", "reject")


@pytest.mark.rule("VOTE-11")
def test_two_proposals_are_put_against_each_other() -> None:
    council = a_council()
    council.debates().is_put(c.MakeMotion("amend", "Ali", "t9"))
    assert asked(council) == ("main", "approve", "A")
    council.is_found("no").asks("Chair", c.Gavel())

    assert (council.item.outcome, council.item.winner) == ("amended", "A")


@pytest.mark.rule("VOTE-11")
def test_of_three_proposals_the_counter_proposal_is_found_first() -> None:
    council = a_council()
    council.debates().is_put(c.MakeMotion("reject", "Ali"), c.MakeMotion("amend", "Bea", "t9"))
    assert asked(council) == ("counter", "B", "A")
    council.is_found("no").asks("Chair", c.Gavel(), c.PutProposition())
    assert asked(council) == ("main", "approve", "A")
    council.is_found("yes").asks("Chair", c.Gavel())

    assert council.item.outcome == "approved"


def test_additions_are_asked_one_by_one_after_the_main_question() -> None:
    council = a_council()
    council.debates().is_put(c.MakeMotion("add", "Ali", "t8"), c.MakeMotion("add", "Bea", "t9"))
    council.is_found("yes").asks("Chair", c.Gavel(), c.PutProposition())
    assert asked(council) == ("addition", "A", "reject")
    council.is_found("no").asks("Chair", c.Gavel(), c.PutProposition())
    assert asked(council) == ("addition", "B", "reject")
    council.is_found("yes").asks("Chair", c.Gavel())

    assert council.item.outcome == "amended"


@pytest.mark.rule("VOTE-01")
def test_a_question_has_two_answers() -> None:
    council = a_council()
    council.debates().asks("Chair", c.CloseDebate())
    with refused_under("KL 5 kap. 53 §"):
        council.asks("Chair", c.PutProposition("main", "approve", "approve"))


@pytest.mark.rule("VOTE-02", "VOTE-03")
def test_the_gavel_waits_out_the_pause_in_which_a_vote_can_be_demanded() -> None:
    council = a_council()
    council.debates().is_put().asks("Chair", c.Find("yes"))
    council.waits(1)
    with refused_under("KL 5 kap. 53 och 54 §§") as said:
        council.asks("Chair", c.Gavel())
    assert said[0].instead == "Klubban kan falla om 3 sekunder."

    council.waits(3).asks("Chair", c.Gavel())


@pytest.mark.rule("VOTE-03")
def test_any_one_who_serves_can_demand_a_vote_and_then_the_gavel_cannot_fall() -> None:
    council = a_council()
    council.debates().is_put().is_found()
    council.asks("Cia", c.DemandVote("Cia"))

    with refused_under("KL 5 kap. 53 §"):
        council.asks("Chair", c.Gavel())


def test_whoever_demanded_a_vote_may_take_it_back_before_it_is_opened() -> None:
    council = a_council()
    council.debates().is_put().is_found()
    council.asks("Cia", c.DemandVote("Cia"), c.WithdrawDemand("Cia"))

    council.asks("Chair", c.Gavel())


@pytest.mark.rule("VOTE-03")
def test_after_the_gavel_it_is_too_late_to_demand_a_vote() -> None:
    council = a_council()
    council.debates().is_put().is_found().asks("Chair", c.Gavel())

    with refused_under("KL 5 kap. 54 §"):
        council.asks("Cia", c.DemandVote("Cia"))


@pytest.mark.rule("VOTE-03")
def test_a_substitute_who_does_not_serve_cannot_demand_a_vote() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1")
    council.debates().is_put()

    with refused_under("KL 5 kap. 54 §"):
        council.asks("Sub1", c.DemandVote("Sub1"))


def test_only_whoever_leads_lets_the_gavel_fall() -> None:
    council = a_council()
    council.debates().is_put().is_found()
    with misplaced("den som leder"):
        council.asks("Vice", c.Gavel())
    with misplaced("åt någon annan"):
        council.asks("Secretary", c.Gavel())
    council.asks("Secretary", c.Gavel(), reason="t7")


@pytest.mark.rule("VOTE-09")
def test_who_declines_before_the_decision_did_not_take_part_in_it() -> None:
    council = a_council()
    council.debates().is_put()
    council.asks("Cia", c.DeclineToDecide("Cia"))
    council.is_found().asks("Chair", c.Gavel())

    assert council.question.took_part == {"Chair", "Vice", "Ali", "Bea"}
    assert council.question.declined == {"Cia"}
    with misplaced("avgjort"):
        council.asks("Bea", c.DeclineToDecide("Bea"))


@pytest.mark.rule("VOTE-10")
def test_in_a_committee_nobody_declines_to_decide_an_exercise_of_authority() -> None:
    permit = t.ListedItem("permit", "m4", "decision", exercise_of_authority=True)
    committee = a_council(kind="committee", items=(permit,))
    committee.debates("permit").is_put()

    with refused_under("KL 4 kap. 26 §"):
        committee.asks("Cia", c.DeclineToDecide("Cia"))


@pytest.mark.rule("MIN-01")
def test_only_one_who_took_part_can_make_a_reservation_and_only_before_the_close() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1")
    council.debates("road").decides().debates("pool").decides()
    with refused_under("KL 4 kap. 27 §"):
        council.asks("Sub1", c.MakeReservation("road", "Sub1"))
    council.asks("Ali", c.MakeReservation("road", "Ali", "t5"))
    council.asks("Chair", c.CloseMeeting())

    assert council.meeting.items["road"].reservations == ("Ali",)
    with refused_under("KL 4 kap. 27 §") as said:
        council.asks("Bea", c.MakeReservation("road", "Bea"))
    assert said[0].says == "Reservationen kom efter att mötet avslutats."


class TestPostponementAndReferralBack:
    """Tried before the merits, with a third of those present behind it, once per matter."""

    @pytest.mark.rule("ITEM-11")
    def test_referral_is_asked_before_the_merits(self) -> None:
        council = a_council()
        council.debates().is_put(c.MakeMotion("reject", "Bea"), c.MakeMotion("refer_back", "Ali"))
        assert asked(council) == ("referral", "decide_today", "refer_back")
        council.is_found("yes").asks("Chair", c.Gavel(), c.PutProposition())

        assert asked(council) == ("main", "approve", "A")

    @pytest.mark.rule("ITEM-11")
    def test_the_merits_cannot_be_put_first(self) -> None:
        council = a_council()
        council.debates().asks("Ali", c.MakeMotion("refer_back", "Ali"))
        council.asks("Chair", c.CloseDebate())

        with refused_under("KL 5 kap. 50 §"):
            council.asks("Chair", c.PutProposition("main", "approve", "reject"))

    @pytest.mark.rule("ITEM-11", "CONV-03")
    def test_a_third_of_those_present_is_enough(self) -> None:
        council = a_council()
        council.debates().is_put(c.MakeMotion("refer_back", "Ali"))
        council.votes(yes="Chair Vice Cia", no="Ali Bea")
        council.asks("Chair", c.Gavel())

        assert (council.item.outcome, council.item.by_minority) == ("referred_back", True)
        assert council.question.how == "minority"

    @pytest.mark.rule("ITEM-11")
    def test_less_than_a_third_is_not(self) -> None:
        council = a_council(5)
        council.debates().is_put(c.MakeMotion("postpone", "Ali"))
        council.votes(yes="Chair Vice Cia Bea", no="Ali")
        council.asks("Chair", c.Gavel())

        assert council.item.outcome is None

    @pytest.mark.rule("ITEM-11")
    def test_only_once_per_matter_then_a_majority_is_needed(self) -> None:
        council = a_council(items=(t.ListedItem("road", "m1", "decision", minority_used=True),))
        council.debates().is_put(c.MakeMotion("refer_back", "Ali"))
        council.votes(yes="Chair Vice Cia", no="Ali Bea")
        council.asks("Chair", c.Gavel())

        assert council.item.outcome is None

    @pytest.mark.rule("ITEM-11")
    def test_a_committee_has_no_minority_right(self) -> None:
        committee = a_committee()
        committee.debates().is_put(c.MakeMotion("postpone", "Ali"))
        committee.votes(yes="Chair Vice Cia", no="Ali Bea")
        committee.asks("Chair", c.Gavel())

        assert committee.item.outcome is None

    @pytest.mark.rule("ITEM-11")
    def test_in_an_election_a_majority_is_needed(self) -> None:
        council = a_council(items=(t.ListedItem("post", "m5", "election"),))
        council.debates("post").is_put(c.MakeMotion("postpone", "Ali"))
        council.asks("Bea", c.DemandVote("Bea"))
        with refused_under("KL 5 kap. 54 §"):
            council.asks("Chair", c.OpenBallot())

    @pytest.mark.rule("ITEM-11")
    def test_when_a_third_stands_behind_it_the_chair_cannot_find_against_it(self) -> None:
        council = a_council()
        council.debates()
        council.asks("Ali", c.MakeMotion("refer_back", "Ali"))
        council.asks("Bea", c.SupportMotion("A", "Bea"))
        council.is_put()
        with misplaced("Minst en tredjedel"):
            council.asks("Chair", c.Find("yes"))
        council.is_found("no").asks("Chair", c.Gavel())

        assert (council.item.outcome, council.item.by_minority) == ("referred_back", True)

    def test_no_one_votes_away_the_rest_of_the_agenda(self) -> None:
        council = a_council()
        council.debates().is_put(c.MakeMotion("postpone", "Ali")).is_found("no")
        council.asks("Chair", c.Gavel(), c.CloseItem())

        assert council.meeting.items["road"].outcome == "postponed"
        assert council.meeting.items["pool"].stage == "listed"


class TestAnItemThatWasNotAnnounced:
    """It may be decided if it is urgent and all who are present agree to take it up."""

    def an_unannounced_item(self) -> Scene:
        council = a_council()
        council.asks("Chair", c.AddItem(t.ListedItem("flood", "m6", "decision")))
        council.debates("flood").is_put()
        return council

    @pytest.mark.rule("CALL-06")
    def test_first_it_is_asked_whether_to_take_it_up(self) -> None:
        council = self.an_unannounced_item()
        assert asked(council) == ("urgency", "take_up", "decline")
        with refused_under("KL 5 kap. 52 §"):
            council.asks("Chair", c.Find("yes"))

    @pytest.mark.rule("CALL-06", "VOTE-13")
    def test_all_who_are_present_say_yes_and_it_is_taken_up(self) -> None:
        council = self.an_unannounced_item().votes(yes="Chair Vice Ali Bea Cia")
        council.asks("Chair", c.Gavel(), c.PutProposition())

        assert asked(council) == ("main", "approve", "reject")

    @pytest.mark.rule("CALL-06", "VOTE-13")
    def test_one_who_abstains_stops_it(self) -> None:
        council = self.an_unannounced_item().votes(yes="Chair Vice Ali Bea", abstain="Cia")
        council.asks("Chair", c.Gavel())

        assert council.item.outcome == "not_taken_up"

    @pytest.mark.rule("CALL-06")
    def test_the_merits_cannot_be_put_before(self) -> None:
        council = a_council()
        council.asks("Chair", c.AddItem(t.ListedItem("flood", "m6", "decision")))
        council.debates("flood").asks("Chair", c.CloseDebate())

        with refused_under("KL 5 kap. 52 §"):
            council.asks("Chair", c.PutProposition("main", "approve", "reject"))

    @pytest.mark.rule("ITEM-02")
    def test_a_committee_takes_up_what_it_likes(self) -> None:
        committee = a_committee()
        committee.asks("Chair", c.AddItem(t.ListedItem("flood", "m6", "decision")))
        committee.debates("flood").is_put()

        assert asked(committee) == ("main", "approve", "reject")
