import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law.kommunallagen import k04_fortroendevalda, k05_ersattare
from radslag.law.kommunallagen.k05_ersattare import Substitute, Turn, next_substitute

BLUE = [Substitute("eva", "blue", 1), Substitute("dag", "blue", 2), Substitute("siv", "blue", 3)]
ALL = [*BLUE, Substitute("ulf", "green", 1)]
HERE = {"eva", "dag", "siv", "ulf"}


@pytest.mark.rule("SUB-01")
def test_a_substitute_serves_only_for_a_member_who_is_hindered_and_not_replaced() -> None:
    assert k05_ersattare.a_substitute_can_be_seated(member_hindered=True)
    assert not k05_ersattare.a_substitute_can_be_seated(member_hindered=False)
    assert not k05_ersattare.a_substitute_can_be_seated(member_hindered=True, already_replaced=True)


@pytest.mark.rule("SUB-02")
def test_the_first_in_the_groups_order_who_is_here_is_in_turn() -> None:
    assert next_substitute(group="blue", substitutes=ALL, present=HERE) == Turn("eva", 1, "in_order")
    assert next_substitute(group="blue", substitutes=ALL, present={"siv", "ulf"}) == Turn("siv", 3, "in_order")
    assert next_substitute(group="red", substitutes=ALL, present=HERE) is None


@pytest.mark.rule("SUB-02")
def test_one_who_has_begun_to_serve_goes_before_the_order() -> None:
    turn = next_substitute(group="blue", substitutes=ALL, present=HERE, has_served=("siv",))
    assert turn == Turn("siv", 3, "has_begun")


@pytest.mark.rule("SUB-02", "SUB-04")
def test_those_who_serve_are_recused_or_have_left_for_the_day_are_passed_over() -> None:
    turn = next_substitute(
        group="blue", substitutes=ALL, present=HERE, serving={"eva"}, locked_out={"dag"}, has_served=("eva", "dag")
    )
    assert turn == Turn("siv", 3, "in_order")
    assert next_substitute(group="green", substitutes=ALL, present=HERE, recused={"ulf"}) is None


@pytest.mark.rule("SUB-02")
def test_another_than_the_one_in_turn_is_not_in_turn() -> None:
    assert k05_ersattare.is_in_turn(chosen="eva", in_turn="eva")
    assert not k05_ersattare.is_in_turn(chosen="dag", in_turn="eva")
    assert not k05_ersattare.is_in_turn(chosen="dag", in_turn=None)


@pytest.mark.rule("SUB-02")
def test_neither_recusal_nor_the_members_arrival_ends_a_substitutes_service_for_the_day() -> None:
    assert k05_ersattare.a_substitute_may_resume(stopped_because="recused")
    assert k05_ersattare.a_substitute_may_resume(stopped_because="member_arrived")
    assert not k05_ersattare.a_substitute_may_resume(stopped_because="left")


@pytest.mark.rule("SUB-03")
def test_a_member_who_comes_late_may_serve_though_replaced() -> None:
    assert k05_ersattare.a_late_member_may_serve(has_arrived=True)
    assert not k05_ersattare.a_late_member_may_serve(has_arrived=False)
    assert not k05_ersattare.a_late_member_may_serve(has_arrived=True, locked_out=True)


@pytest.mark.rule("SUB-04")
def test_one_who_broke_off_for_another_reason_than_recusal_does_not_serve_again_that_day() -> None:
    assert k05_ersattare.may_serve_again_today(broke_off=False)
    assert k05_ersattare.may_serve_again_today(broke_off=True, because_recused=True)
    assert not k05_ersattare.may_serve_again_today(broke_off=True)


@pytest.mark.rule("CONV-07")
def test_a_serving_substitute_has_the_rights_of_a_member() -> None:
    assert k04_fortroendevalda.has_the_rights_of_a_member(role="member", serving=True)
    assert k04_fortroendevalda.has_the_rights_of_a_member(role="substitute", serving=True)
    assert not k04_fortroendevalda.has_the_rights_of_a_member(role="substitute", serving=False)


@pytest.mark.rule("SUB-02")
@given(
    orders=st.permutations(range(6)),
    present=st.sets(st.integers(0, 5)),
    begun=st.lists(st.integers(0, 5), unique=True),
    busy=st.sets(st.integers(0, 5)),
)
def test_the_turn_never_depends_on_the_order_of_the_list_and_never_passes_one_who_has_begun(
    orders: list[int], present: set[int], begun: list[int], busy: set[int]
) -> None:
    substitutes = [Substitute(str(order), "blue", order) for order in orders]
    facts = {
        "group": "blue",
        "present": {str(one) for one in present},
        "has_served": tuple(str(one) for one in begun),
        "serving": {str(one) for one in busy},
    }
    turn = next_substitute(substitutes=substitutes, **facts)
    assert turn == next_substitute(substitutes=substitutes[::-1], **facts)
    free = present - busy
    first_begun = next((one for one in begun if one in free), None)
    expected = first_begun if first_begun is not None else min(free, default=None)
    assert (turn and int(turn.person)) == expected
