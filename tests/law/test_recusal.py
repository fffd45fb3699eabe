import pytest

from radslag.law.kommunallagen import k05_jav, k06_styrelse_och_namnder
from radslag.law.rule import Refused, require


@pytest.mark.rule("JAV-01")
def test_in_a_council_the_recused_does_not_take_part_but_may_stay_in_the_room() -> None:
    assert k05_jav.may_take_part(recused=False)
    with pytest.raises(Refused) as refused:
        require(k05_jav.may_take_part, recused=True)
    assert refused.value.section == "KL 5 kap. 47 §"
    assert "vara kvar" in refused.value.instead


@pytest.mark.rule("JAV-06")
def test_in_a_committee_the_recused_leaves_the_room() -> None:
    assert k06_styrelse_och_namnder.may_be_present(recused=False)
    with pytest.raises(Refused) as refused:
        require(k06_styrelse_och_namnder.may_be_present, recused=True)
    assert refused.value.section == "KL 6 kap. 30 §"
    assert "Lämna rummet" in refused.value.instead


@pytest.mark.rule("JAV-07")
def test_a_disclosed_recusal_is_decided_before_the_item_goes_on() -> None:
    assert k05_jav.disclosed_recusals_are_settled(undecided=0)
    assert not k05_jav.disclosed_recusals_are_settled(undecided=1)


@pytest.mark.rule("JAV-08")
def test_one_decides_on_ones_own_recusal_only_when_it_cannot_be_decided_otherwise() -> None:
    asked = k05_jav.may_decide_on_own_recusal
    assert asked(quorate_without=False, someone_can_be_called=False)
    assert not asked(quorate_without=True, someone_can_be_called=False)
    assert not asked(quorate_without=False, someone_can_be_called=True)
