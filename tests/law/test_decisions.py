import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law.kommunallagen import k04_fortroendevalda, k05_beslut, k06_styrelse_och_namnder
from radslag.law.rule import Refused, require

VOTES = st.integers(0, 151)
KINDS = st.sampled_from(["decision", "formal", "information", "election", "employment"])


@pytest.mark.rule("ITEM-11")
def test_fourteen_of_41_can_refer_back_once_and_the_next_time_a_majority_is_needed() -> None:
    assert k05_beslut.minority_can_refer_back(asking=14, present=41, minority_used=False)
    assert not k05_beslut.minority_can_refer_back(asking=13, present=41, minority_used=False)
    assert not k05_beslut.minority_can_refer_back(asking=14, present=41, minority_used=True)


@pytest.mark.rule("ITEM-11")
def test_no_minority_can_postpone_an_election_or_anything_in_a_committee() -> None:
    assert not k05_beslut.minority_can_refer_back(asking=41, present=41, minority_used=False, election=True)
    assert not k06_styrelse_och_namnder.postponement_is_carried(yes=5, no=5)
    assert k06_styrelse_och_namnder.postponement_is_carried(yes=6, no=5)


@pytest.mark.rule("ITEM-11")
def test_referral_is_tried_before_the_merits() -> None:
    assert k05_beslut.referral_is_tried_first(untried=0)
    assert not k05_beslut.referral_is_tried_first(untried=1)


@pytest.mark.rule("ITEM-11")
@given(asking=VOTES, present=VOTES.filter(bool))
def test_the_refusal_shows_a_number_that_would_have_been_enough(asking: int, present: int) -> None:
    try:
        require(k05_beslut.minority_can_refer_back, asking=asking, present=present, minority_used=False)
    except Refused as refused:
        needed = int(str(refused.facts["needed"]))
        assert asking < needed
        assert k05_beslut.minority_can_refer_back(asking=needed, present=present, minority_used=False)


@pytest.mark.rule("VOTE-01")
def test_a_proposition_waits_for_the_debate_and_has_two_answers() -> None:
    assert k05_beslut.a_proposition_can_be_put(debate_closed=True)
    assert not k05_beslut.a_proposition_can_be_put(debate_closed=False)
    assert k05_beslut.can_be_answered_yes_or_no(answers=2)
    assert not k05_beslut.can_be_answered_yes_or_no(answers=3)


@pytest.mark.rule("VOTE-02")
def test_the_gavel_does_not_fall_when_a_vote_is_asked_for() -> None:
    assert k05_beslut.the_gavel_can_confirm(vote_demanded=False)
    assert not k05_beslut.the_gavel_can_confirm(vote_demanded=True)


@pytest.mark.rule("VOTE-03")
def test_one_who_serves_can_demand_a_vote_until_the_gavel_falls() -> None:
    asked = k05_beslut.a_vote_can_be_demanded
    assert asked(serving=True, gavelled=False)
    assert not asked(serving=True, gavelled=True)
    assert not asked(serving=False, gavelled=False)
    assert not asked(serving=True, gavelled=False, recused=True)


@pytest.mark.rule("VOTE-03")
def test_the_gavel_waits_until_the_pause_is_over() -> None:
    assert k05_beslut.the_pause_is_over(seconds=4.0, pause=4)
    with pytest.raises(Refused) as refused:
        require(k05_beslut.the_pause_is_over, seconds=2.1, pause=4)
    assert refused.value.instead == "Klubban kan falla om 2 sekunder."


@pytest.mark.rule("VOTE-04")
@given(kind=KINDS)
def test_a_vote_is_secret_in_elections_and_employments_and_open_in_all_else(kind: str) -> None:
    secret = kind in {"election", "employment"}
    assert k05_beslut.the_vote_may_be_secret(kind=kind) is secret
    assert k05_beslut.the_vote_may_be_open(kind=kind) is not secret


@pytest.mark.rule("VOTE-05", "VOTE-06", "VOTE-07")
@given(yes=VOTES, no=VOTES, kind=KINDS)
def test_every_vote_is_settled_in_exactly_one_way(yes: int, no: int, kind: str) -> None:
    ways = [
        k05_beslut.is_carried(yes=yes, no=no),
        k05_beslut.is_carried(yes=no, no=yes),
        k05_beslut.the_chair_has_the_casting_vote(yes=yes, no=no, kind=kind),
        k05_beslut.the_lot_decides(yes=yes, no=no, kind=kind),
    ]
    assert ways.count(True) == 1


@pytest.mark.rule("VOTE-06", "VOTE-07")
def test_a_tie_is_the_chairs_in_a_decision_and_the_lots_in_an_election() -> None:
    assert k05_beslut.the_chair_has_the_casting_vote(yes=24, no=24, kind="decision")
    assert not k05_beslut.the_lot_decides(yes=24, no=24, kind="decision")
    assert k05_beslut.the_lot_decides(yes=24, no=24, kind="election")
    assert not k05_beslut.the_chair_has_the_casting_vote(yes=25, no=24, kind="decision")


@pytest.mark.rule("VOTE-08")
def test_only_one_who_serves_and_is_here_votes_once_and_for_themselves() -> None:
    assert k04_fortroendevalda.may_vote(serving=True, present=True)
    assert not k04_fortroendevalda.may_vote(serving=False, present=True)
    assert not k04_fortroendevalda.may_vote(serving=True, present=False)
    assert not k04_fortroendevalda.may_vote(serving=True, present=True, recused=True)
    assert not k04_fortroendevalda.may_vote(serving=True, present=True, own_vote=False)
    assert k04_fortroendevalda.each_has_one_vote(votes=1)
    assert not k04_fortroendevalda.each_has_one_vote(votes=2)


@pytest.mark.rule("VOTE-09")
def test_anyone_may_abstain_but_the_chair_votes_when_the_matter_needs_it() -> None:
    assert k04_fortroendevalda.may_abstain(presiding=False, needed_to_settle=True)
    assert k04_fortroendevalda.may_abstain(presiding=True)
    assert not k04_fortroendevalda.may_abstain(presiding=True, needed_to_settle=True)


@pytest.mark.rule("VOTE-10")
def test_in_a_committee_no_one_stays_out_of_deciding_an_exercise_of_authority() -> None:
    assert not k04_fortroendevalda.may_decline_to_decide(committee=True, exercise_of_authority=True)
    assert k04_fortroendevalda.may_decline_to_decide(committee=False, exercise_of_authority=True)
    assert k04_fortroendevalda.may_decline_to_decide(committee=True, exercise_of_authority=False)


@pytest.mark.rule("VOTE-15")
def test_the_list_of_an_open_vote_shows_everyone_who_could_vote() -> None:
    voters = frozenset({"a", "b", "c"})
    assert k05_beslut.every_vote_is_accounted_for(electorate=voters, accounted=voters)
    assert not k05_beslut.every_vote_is_accounted_for(electorate=voters, accounted=voters | {"d"})
    with pytest.raises(Refused, match="67 §") as refused:
        require(k05_beslut.every_vote_is_accounted_for, electorate=voters, accounted=frozenset({"a"}))
    assert refused.value.says == "2 av dem som fick rösta saknas i röstlistan."
