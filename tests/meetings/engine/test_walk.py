"""The whole way of a council meeting, and that its journal says the same as its picture."""

from meetings.stage import DAY, Scene, a_council
from radslag.meetings.engine import commands as c


def test_a_meeting_goes_from_notice_to_close() -> None:
    council = a_council()
    council.asks("Chair", c.ChooseAdjusters(("Ali", "Bea"), DAY))
    council.debates("road").decides("yes").debates("pool").decides("no")
    council.asks("Chair", c.CloseMeeting())

    meeting = council.meeting
    assert meeting.stage == "closed"
    assert [meeting.items[key].outcome for key in meeting.order] == ["approved", "rejected"]
    assert [meeting.items[key].paragraph for key in meeting.order] == [1, 2]
    assert meeting == council.read_again()


def test_a_meeting_is_judged_by_the_rules_of_the_day_it_sits() -> None:
    council: Scene = a_council()
    assert council.meeting.ruleset == "KL-2026-07"
