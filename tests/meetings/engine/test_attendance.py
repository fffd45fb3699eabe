"""Roll-call, substitutes in order, late members, who leads, adjusters."""

import pytest

from meetings.stage import DAY, a_committee, a_council, misplaced, refused_under
from radslag.law.rule import NeedsReason, Refused
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine.serving import next_substitute, serving, taking_part


@pytest.mark.rule("SUB-01", "SUB-02")
def test_the_roll_call_seats_substitutes_in_order_within_the_party() -> None:
    groups = {"Bea": "S", "Cia": "M", "Sub1": "M", "Sub2": "S", "Sub3": "S"}
    council = a_council(5, "Chair Vice Ali Sub1 Sub2 Sub3", groups=groups)

    assert {s.member: s.substitute for s in council.meeting.serving.values()} == {"Bea": "Sub2", "Cia": "Sub1"}
    assert {s.because for s in council.meeting.serving.values()} == {"absent"}


def test_a_seat_stays_empty_when_the_party_has_no_substitute_here() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1", groups={"Cia": "M"})

    assert serving(council.meeting) == {"Chair", "Vice", "Ali", "Bea"}
    with misplaced("Ingen ersättare i gruppen"):
        council.asks("Secretary", c.SeatSubstitute("Cia"))


@pytest.mark.rule("SUB-02")
def test_the_reason_of_the_turn_is_shown() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1 Sub2")
    council.asks("Secretary", c.RegisterLeave("Cia"))

    called = next_substitute(council.meeting, "Cia")
    assert called is not None
    assert (called.substitute, called.order, called.because) == ("Sub1", 1, "in_order")


@pytest.mark.rule("SUB-02")
def test_a_substitute_who_has_begun_to_serve_goes_before_the_order() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub2")
    council.asks("Secretary", c.RegisterArrival("Cia"), c.RegisterArrival("Sub1"), c.RegisterLeave("Bea"))

    called = next_substitute(council.meeting, "Bea")
    assert called is not None
    assert (called.substitute, called.because) == ("Sub2", "has_begun")


@pytest.mark.rule("SUB-02")
def test_a_council_cannot_call_a_substitute_out_of_turn() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1 Sub2")
    council.asks("Secretary", c.RegisterLeave("Cia"))

    with refused_under("KL 5 kap. 18 §"):
        council.asks("Secretary", c.SeatSubstitute("Cia", "Sub2"), reason="t2")


def test_a_committee_can_with_a_written_reason() -> None:
    committee = a_council(5, "Chair Vice Ali Bea Cia Sub1 Sub2", kind="committee")
    committee.asks("Secretary", c.RegisterLeave("Cia"))

    with pytest.raises(NeedsReason):
        committee.asks("Secretary", c.SeatSubstitute("Cia", "Sub2"))
    happened = committee.asks("Secretary", c.SeatSubstitute("Cia", "Sub2"), reason="t2")
    assert happened == [e.AdviceSetAside("SUB-02/is_in_turn", "t2"), e.SubstituteSeated("Sub2", "Cia", "left")]


@pytest.mark.rule("SUB-01")
def test_no_one_steps_in_for_a_member_who_serves() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1")
    with refused_under("KL 5 kap. 17 §"):
        council.asks("Secretary", c.SeatSubstitute("Cia"))


@pytest.mark.rule("SUB-03")
def test_a_member_who_comes_late_takes_over_from_the_substitute() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1")
    council.asks("Secretary", c.RegisterArrival("Cia"))

    assert serving(council.meeting) == {"Chair", "Vice", "Ali", "Bea", "Cia"}


@pytest.mark.rule("SUB-03")
def test_during_an_item_the_late_member_waits_until_it_is_over() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1")
    council.debates()
    council.asks("Secretary", c.RegisterArrival("Cia"))
    assert "Sub1" in serving(council.meeting)
    assert "Cia" not in serving(council.meeting)
    council.decides()

    assert "Sub1" not in serving(council.meeting)
    assert "Cia" in serving(council.meeting)


@pytest.mark.rule("SUB-04")
def test_a_member_who_left_and_was_replaced_does_not_serve_again_that_day() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1")
    council.asks("Secretary", c.RegisterLeave("Cia"), c.SeatSubstitute("Cia"), c.RegisterArrival("Cia"))

    assert "Sub1" in serving(council.meeting)
    assert "Cia" not in serving(council.meeting)
    with refused_under("KL 5 kap. 20 §"):
        council.asks("Secretary", c.StandDown("Sub1"))


@pytest.mark.rule("SUB-04")
def test_but_serves_the_next_day() -> None:
    council = a_council(5, "Chair Vice Ali Bea Cia Sub1")
    council.asks("Secretary", c.RegisterLeave("Cia"), c.SeatSubstitute("Cia"), c.RegisterArrival("Cia"))
    council.asks("Chair", c.Adjourn(), c.Resume(DAY.replace(day=15)))
    council.asks("Chair", c.CallRoll(("Chair", "Vice", "Ali", "Bea", "Cia", "Sub1")))

    assert "Cia" in serving(council.meeting)
    assert "Sub1" not in serving(council.meeting)


def test_whoever_was_only_out_a_while_and_not_replaced_may_come_back() -> None:
    council = a_council()
    council.asks("Cia", c.RegisterLeave("Cia"), c.RegisterArrival("Cia"))

    assert "Cia" in serving(council.meeting)


def test_when_a_substitute_leaves_the_seat_is_empty_until_another_is_called() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1 Sub2")
    council.asks("Secretary", c.RegisterLeave("Sub1"))
    assert len(taking_part(council.meeting)) == 4
    happened = council.asks("Secretary", c.SeatSubstitute("Cia"))

    assert happened == [e.SubstituteStoodDown("Sub1", "Cia", "left"), e.SubstituteSeated("Sub2", "Cia", "absent")]


def test_a_substitute_who_comes_back_before_that_goes_on_serving() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1 Sub2")
    council.asks("Secretary", c.RegisterLeave("Sub1"), c.RegisterArrival("Sub1"))

    assert "Sub1" in serving(council.meeting)


@pytest.mark.rule("SUB-02", "SUB-04")
def test_a_substitute_who_broke_off_is_not_called_again_that_day() -> None:
    council = a_council(5, "Chair Vice Ali Bea Sub1 Sub2")
    council.asks("Secretary", c.RegisterLeave("Sub1"), c.SeatSubstitute("Cia"), c.RegisterArrival("Sub1"))
    council.asks("Secretary", c.RegisterLeave("Bea"))
    with misplaced("Ingen ersättare"):
        council.asks("Secretary", c.SeatSubstitute("Bea"))
    with refused_under("KL 5 kap. 18 §"):
        council.asks("Secretary", c.SeatSubstitute("Bea", "Sub1"))


@pytest.mark.rule("DIST-01", "DIST-02", "DIST-08")
def test_nobody_is_present_at_a_distance_while_nothing_says_that_it_is_allowed() -> None:
    for person, section in (("Vice", "5:16"), ("Ali", "5 kap. 16")):
        council = a_council(5, "Chair Bea Cia")
        with pytest.raises(Refused) as no:
            council.asks("Secretary", c.RegisterArrival(person, "remote"))
        assert section in no.value.section
    with refused_under("KL 6 kap. 24 §"):
        a_committee(5, "Chair Bea Cia").asks("Secretary", c.RegisterArrival("Ali", "remote"))


@pytest.mark.rule("MIN-07")
def test_the_day_of_approval_is_within_fourteen_days() -> None:
    council = a_council()
    with refused_under("KL 5 kap. 69 §"):
        council.asks("Chair", c.ChooseAdjusters(("Ali",), DAY.replace(day=29)))
    council.asks("Chair", c.ChooseAdjusters(("Ali",), DAY.replace(day=28)))


def test_when_the_chair_leaves_the_vice_chair_leads() -> None:
    council = a_council()
    council.asks("Chair", c.RegisterLeave("Chair"))

    assert council.meeting.presiding == "Vice"


def test_the_last_of_the_presidium_hands_over_before_leaving() -> None:
    council = a_council(5, "Chair Ali Bea Cia")
    with misplaced("Ingen annan ur presidiet"):
        council.asks("Chair", c.RegisterLeave("Chair"))
    council.asks("Chair", c.HandOverChair("Ali"), c.RegisterLeave("Chair"))

    assert council.meeting.presiding == "Ali"


def test_adjusters_are_chosen_among_those_who_serve_but_not_the_chair() -> None:
    council = a_council()
    with misplaced("utöver den som leder"):
        council.asks("Chair", c.ChooseAdjusters(("Chair", "Ali"), DAY))
    council.asks("Chair", c.ChooseAdjusters(("Ali", "Bea"), DAY))

    assert council.meeting.adjusters == ("Ali", "Bea")


def test_presence_is_kept_to_the_second() -> None:
    council = a_council()
    council.waits(60).asks("Cia", c.RegisterLeave("Cia"))
    council.waits(60).asks("Cia", c.RegisterArrival("Cia"))

    spells = [spell for spell in council.meeting.spells if spell.person == "Cia"]
    assert [(spell.until - spell.since).seconds if spell.until else None for spell in spells] == [60, None]


def test_a_stranger_cannot_be_present_as_a_member() -> None:
    with misplaced("varken ledamot eller ersättare"):
        a_committee().asks("Secretary", c.RegisterArrival("Stranger"))
