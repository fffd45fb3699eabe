from datetime import date

import pytest

from radslag.law.deadlines import ImpossibleDays, deadlines, in_words

MEETING, APPROVED, POSTED = date(2026, 12, 14), date(2026, 12, 22), date(2026, 12, 23)


@pytest.mark.rule("CALL-03", "CALL-04", "CALL-05", "MIN-07", "PUB-04", "PUB-06", "APP-03")
def test_every_deadline_of_a_meeting_follows_from_its_three_days() -> None:
    found = {one.name: (one.day, one.rule) for one in deadlines(meeting=MEETING, approved=APPROVED, posted=POSTED)}
    assert found == {
        "notice": (date(2026, 12, 7), "CALL-03"),
        "summons": (date(2026, 12, 7), "CALL-04"),
        "late_notice": (date(2026, 12, 11), "CALL-05"),
        "late_word": (date(2026, 12, 11), "CALL-05"),
        "approval": (date(2026, 12, 28), "MIN-07"),
        "posting": (date(2026, 12, 24), "PUB-04"),
        "appeal": (date(2027, 1, 13), "APP-03"),
        "posting_stays": (date(2027, 1, 13), "PUB-06"),
    }


@pytest.mark.rule("MIN-07", "PUB-04")
def test_what_came_too_late_is_told() -> None:
    found = {
        one.name: one.kept for one in deadlines(meeting=MEETING, approved=date(2026, 12, 29), posted=date(2027, 1, 1))
    }
    assert found["approval"] is False
    assert found["posting"] is False
    assert found["notice"] is None


@pytest.mark.parametrize(
    "days",
    [
        {"meeting": MEETING, "approved": date(2026, 12, 13)},
        {"meeting": MEETING, "posted": date(2026, 12, 13)},
        {"approved": APPROVED, "posted": date(2026, 12, 21)},
    ],
)
def test_days_that_cannot_follow_each_other_are_refused(days: dict[str, date]) -> None:
    with pytest.raises(ImpossibleDays, match="före"):
        deadlines(**days)


def test_minutes_may_be_approved_and_posted_on_the_day_of_the_meeting() -> None:
    found = {one.name: one.kept for one in deadlines(meeting=MEETING, approved=MEETING, posted=MEETING)}
    assert (found["approval"], found["posting"]) == (True, True)


@pytest.mark.rule("MIN-07", "PUB-04")
def test_the_last_day_itself_is_in_time() -> None:
    last, second = date(2026, 12, 28), date(2026, 12, 30)
    found = {one.name: one.kept for one in deadlines(meeting=MEETING, approved=last, posted=second)}
    assert (found["approval"], found["posting"]) == (True, True)


@pytest.mark.rule("PUB-06")
def test_an_outage_of_the_board_keeps_the_posting_up_longer() -> None:
    found = {one.name: one.day for one in deadlines(posted=POSTED, days_missing=2)}
    assert found["posting_stays"] == date(2027, 1, 15)


def test_a_deadline_is_a_sentence() -> None:
    approval = next(one for one in deadlines(meeting=MEETING) if one.name == "approval")
    assert in_words(approval) == "Protokollet justeras senast måndag 28 december 2026."
