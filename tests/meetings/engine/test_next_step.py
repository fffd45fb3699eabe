"""The chair always sees the one next lawful step, and what stands in its way."""

from meetings.stage import DAY, ROAD, Scene, a_council
from radslag.law.rule import Refused
from radslag.meetings.engine import commands as c
from radslag.meetings.engine.next_step import Step, next_step


def step(scene: Scene) -> Step:
    found = next_step(scene.meeting, scene.at)
    assert found is not None
    return found


def test_the_steps_lead_from_notice_to_close() -> None:
    walk: list[str] = []
    council = Scene("council", 5, (ROAD,), {})
    walk.append(step(council).act)
    council.is_called()
    walk.append(step(council).act)
    council.is_opened()
    walk.append(step(council).act)
    council.asks("Chair", c.CallRoll(("Chair", "Ali", "Bea")))
    walk.append(step(council).act)
    council.asks("Chair", c.ChooseAdjusters(("Ali",), DAY))
    while (now := next_step(council.meeting, council.at)) is not None:
        walk.append(now.act)
        council.asks("Chair", now.command or c.Find("yes"))
        council.waits(5)

    assert walk == [
        "issue_notice", "open_meeting", "call_roll", "choose_adjusters", "open_item", "close_debate",
        "put_proposition", "find", "gavel", "close_item", "close_meeting",
    ]  # fmt: skip


def test_without_quorum_the_step_is_shown_with_the_section_that_blocks_it() -> None:
    council = a_council(5, "Chair Ali Bea")
    council.asks("Chair", c.ChooseAdjusters(("Ali",), DAY))
    council.asks("Bea", c.RegisterLeave("Bea"))

    blocked = step(council).blocked
    assert isinstance(blocked, Refused)
    assert blocked.section == "KL 5 kap. 45 §"
    assert blocked.says == "2 av 5 är närvarande, 3 behövs."


def test_the_gavel_shows_how_many_seconds_remain_of_the_pause() -> None:
    council = a_council()
    council.debates().is_put()
    council.asks("Chair", c.Find("yes"))
    council.waits(1.5)

    assert step(council).act == "gavel"
    assert step(council).waits == 3
    assert step(council).blocked is not None
    council.waits(3)
    assert step(council).waits == 0
    assert step(council).blocked is None
