import pytest

from radslag.law.standing_orders import StandingOrders, UnlawfulStandingOrder, parameters


@pytest.mark.rule("SO-01", "SO-02", "SO-03", "SO-04", "SO-05", "SO-06", "SO-07", "SO-11", "SO-12", "SO-16")
def test_a_body_that_has_entered_nothing_has_the_usual_values() -> None:
    usual = StandingOrders()
    assert usual.roll_call_when_resumed
    assert usual.adjusters == 2
    assert usual.order_may_change
    assert (usual.speech_minutes, usual.reply_minutes) == (None, 2)
    assert usual.late_motion_needs_all
    assert usual.decline_before_decision
    assert usual.chair_votes_last
    assert usual.e_voting_clause is None
    assert usual.reservation_reasons_before_approval
    assert usual.approval_clause is None
    assert usual.committee_notice_days == 7


@pytest.mark.rule("SO-07", "VOTE-03")
@pytest.mark.parametrize("seconds", [3, 4, 5])
def test_the_pause_before_the_gavel_is_three_to_five_seconds(seconds: int) -> None:
    assert StandingOrders(acclamation_pause=seconds).acclamation_pause == seconds
    for wrong in (2, 6):
        with pytest.raises(UnlawfulStandingOrder, match="tre till fem"):
            StandingOrders(acclamation_pause=wrong)


@pytest.mark.rule("SO-02", "SO-04")
@pytest.mark.parametrize("wrong", [{"adjusters": 0}, {"speech_minutes": 0}, {"reply_minutes": 0}, {"replies_each": -1}])
def test_a_value_that_cannot_be_followed_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(UnlawfulStandingOrder):
        StandingOrders(**wrong)


@pytest.mark.rule("SO-02", "SO-04", "SO-16")
def test_the_least_value_that_can_be_followed_is_allowed() -> None:
    least = StandingOrders(adjusters=1, speech_minutes=1, reply_minutes=1, replies_each=0, committee_notice_days=0)
    assert (least.adjusters, least.speech_minutes, least.replies_each) == (1, 1, 0)


def test_each_parameter_is_shown_with_a_label_and_the_rule_it_comes_from() -> None:
    shown = {one.name: one for one in parameters()}
    assert shown["adjusters"].label == "Antal justerare"
    assert shown["adjusters"].usual == 2
    assert all(one.label and one.rule for one in shown.values())
