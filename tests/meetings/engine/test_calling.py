"""Notice, late list, summons, opening."""

from datetime import date, timedelta

import pytest

from meetings.stage import DAY, POOL, ROAD, Scene, a_council, misplaced, refused_under
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e

MONDAY_A_WEEK_BEFORE = date(2026, 12, 7)
FRIDAY_BEFORE = date(2026, 12, 11)


def a_plan(kind: str = "council") -> Scene:
    return Scene(kind, 5, (ROAD,), {})


def the_notice(posted_on: date, kind: str = "council", place: str = "Stora salen") -> c.IssueNotice:
    return c.IssueNotice("p1", posted_on, DAY, kind, place, (ROAD,))


@pytest.mark.rule("CALL-03", "CONV-04")
def test_the_notice_goes_up_at_the_latest_the_same_weekday_of_the_week_before() -> None:
    with refused_under("KL 5 kap. 13 §") as said:
        a_plan().asks("Secretary", the_notice(MONDAY_A_WEEK_BEFORE + timedelta(days=1)))
    assert "måndag 7 december 2026" in said[0].says

    assert a_plan().asks("Secretary", the_notice(MONDAY_A_WEEK_BEFORE))


@pytest.mark.rule("CALL-03")
def test_a_notice_without_a_place_is_refused() -> None:
    with refused_under("KL 5 kap. 13 §"):
        a_plan().asks("Secretary", the_notice(MONDAY_A_WEEK_BEFORE, place=" "))


def test_a_committee_may_be_called_with_shorter_notice() -> None:
    assert a_plan("committee").asks("Secretary", the_notice(DAY - timedelta(days=3), "committee"))


@pytest.mark.rule("CALL-05", "CONV-05")
def test_an_urgent_item_goes_up_at_the_latest_the_working_day_before() -> None:
    council = a_plan().is_called()
    with refused_under("KL 5 kap. 14 §"):
        council.asks("Secretary", c.IssueLateNotice("p2", FRIDAY_BEFORE + timedelta(days=1), (POOL,)))
    council.asks("Secretary", c.IssueLateNotice("p2", FRIDAY_BEFORE, (POOL,)))

    assert council.meeting.items["pool"].announced


@pytest.mark.rule("CALL-04")
def test_the_summons_goes_out_a_week_before() -> None:
    council = a_plan()
    council.asks("Secretary", the_notice(MONDAY_A_WEEK_BEFORE))
    with refused_under("KL 5 kap. 15 §"):
        council.asks("Secretary", c.Summon(("Ali",), MONDAY_A_WEEK_BEFORE + timedelta(days=1)))


@pytest.mark.rule("CALL-05")
def test_word_of_an_urgent_item_reaches_those_summoned_by_the_working_day_before() -> None:
    council = a_plan().is_called()

    assert council.asks("Secretary", c.Summon(("Ali", "Sub1"), FRIDAY_BEFORE))


@pytest.mark.rule("CALL-04")
def test_a_council_cannot_open_until_every_member_and_substitute_is_summoned() -> None:
    council = a_plan()
    council.asks("Secretary", the_notice(MONDAY_A_WEEK_BEFORE))
    everyone = tuple(seat.person for seat in council.roster)
    council.asks("Secretary", c.Summon(everyone[:-1], MONDAY_A_WEEK_BEFORE))

    with refused_under("KL 5 kap. 15 §") as said:
        council.is_opened()
    assert said[0].says == "1 ledamöter och ersättare är inte kallade."
    council.asks("Secretary", c.Summon(everyone[-1:], MONDAY_A_WEEK_BEFORE))
    council.is_opened()


@pytest.mark.rule("CONV-01")
@pytest.mark.parametrize(("day", "ruleset"), [(date(2026, 6, 15), "KL-2018"), (date(2026, 7, 1), "KL-2026-07")])
def test_the_rule_set_is_that_of_the_sitting_day(day: date, ruleset: str) -> None:
    council = a_plan()
    early = day - timedelta(days=8)
    council.asks("Secretary", c.IssueNotice("p1", early, day, "council", "Stora salen", (ROAD,)))
    council.asks("Secretary", c.Summon(tuple(seat.person for seat in council.roster), early))
    council.asks("Chair", c.OpenMeeting(day, 5, council.roster, "t1", 1))

    assert council.meeting.ruleset == ruleset


def test_the_chair_or_a_vice_chair_opens_and_presides() -> None:
    council = a_plan().is_called()
    opening = c.OpenMeeting(DAY, 5, council.roster, "t1", 87)
    with misplaced("öppnas av ordföranden"):
        council.asks("Ali", opening)
    council.asks("Vice", opening)

    assert council.meeting.presiding == "Vice"
    assert "Vice" in council.meeting.present


def test_when_the_chair_answers_the_roll_the_chair_leads() -> None:
    council = a_plan().is_called()
    council.asks("Vice", c.OpenMeeting(DAY, 5, council.roster, "t1", 87))
    council.asks("Vice", c.CallRoll(("Chair", "Vice", "Ali")))

    assert council.meeting.presiding == "Chair"


def test_paragraphs_count_on_from_the_first_number() -> None:
    council = a_plan().is_called()
    council.asks("Chair", c.OpenMeeting(DAY, 5, council.roster, "t1", 87))
    council.asks("Chair", c.CallRoll(("Chair", "Vice", "Ali")), c.OpenItem("road"))

    assert council.item.paragraph == 87


def test_nothing_can_be_opened_that_was_not_called() -> None:
    with misplaced("inte kungjort"):
        a_plan().is_opened()


def test_an_item_is_struck_with_a_reason_before_it_comes_up() -> None:
    council = a_council()
    council.asks("Secretary", c.StrikeItem("pool", "t2"))
    council.debates("road").decides()

    assert council.asks("Chair", c.CloseMeeting()) == [e.MeetingClosed()]


def test_a_meeting_closes_only_when_every_item_is_handled() -> None:
    council = a_council()
    with misplaced("Alla ärenden är inte behandlade"):
        council.asks("Chair", c.CloseMeeting())


def test_a_new_day_is_judged_by_its_own_rules_and_called_anew() -> None:
    council = a_council()
    council.asks("Chair", c.Adjourn())
    with misplaced("ajournerat"):
        council.debates()
    council.asks("Chair", c.Resume(DAY + timedelta(days=1)))

    assert not council.meeting.roll_called
    assert council.meeting.sitting_day == DAY + timedelta(days=1)


def test_a_pause_the_same_day_needs_no_new_roll_call() -> None:
    council = a_council()
    council.asks("Chair", c.Adjourn(), c.Resume(DAY))

    assert council.meeting.roll_called
