"""The way of the minutes from draft to board, judged by the law."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from radslag.law.rule import Refused
from radslag.minutes import journal
from radslag.minutes.engine import commands as c
from radslag.minutes.engine import events as e
from radslag.minutes.engine.decide import decide
from radslag.minutes.engine.misplaced import Misplaced
from radslag.minutes.engine.parts import ItemParts
from radslag.minutes.engine.state import Minutes, evolve

THAT_EVENING = datetime(2026, 12, 14, 20, 0, tzinfo=UTC)
WHOLE = ItemParts("road", 1, 1, 1, 0, 1, 49, 0)
SEND = c.SendForApproval(
    number=312, seal="ab" * 32, content="cd" * 32, closed_on=date(2026, 12, 14), presiding="Chair",
    served=frozenset({"Chair", "Ali"}), shown_as_serving=frozenset({"Chair", "Ali"}), handled=frozenset({"road"}),
    items=(WHOLE,), put=frozenset(), shown_as_put=frozenset(),
    approvers=(e.Approver("Chair", "chair"), e.Approver("Ali", "adjuster"), e.Approver("Bea", "adjuster")),
)  # fmt: skip


class Draft:
    """Minutes on their way: who asks what, and what came of it."""

    def __init__(self) -> None:
        self.minutes, self.at = Minutes(), THAT_EVENING
        self.written: list[tuple[str, dict[str, object]]] = []

    def asks(self, person: str, *commands: c.Command) -> Draft:
        offices = {"Secretary": "secretary", "installation": "installation"}
        actor = c.Actor(person, offices.get(person, "approver"))  # type: ignore[arg-type]
        for command in commands:
            for event in decide(self.minutes, command, actor, self.at):
                self.written.append(journal.write_down(event))
                self.minutes = evolve(self.minutes, event, self.minutes.version + 1, self.at)
        return self

    def on(self, day: date) -> Draft:
        self.at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        return self

    def everyone_approves(self) -> Draft:
        for person in ("Chair", "Ali", "Bea"):
            self.asks(person, approval())
        return self

    def is_stamped(self) -> Draft:
        return self.asks("installation", c.Stamp("ef" * 32, None, "01" * 32))


def approval(content: str = SEND.content) -> c.Approve:
    return c.Approve(content, "password+totp", THAT_EVENING)


@contextmanager
def refused_under(section: str) -> Iterator[None]:
    with pytest.raises(Refused) as refusal:
        yield
    assert refusal.value.section == section
    assert refusal.value.says
    assert refusal.value.instead


def test_the_minutes_go_from_draft_to_board() -> None:
    draft = Draft().asks("Secretary", c.SaveDraft((c.Passage("notes", None, "t1"),)), SEND)
    draft.on(date(2026, 12, 22)).everyone_approves().is_stamped()
    draft.on(date(2026, 12, 23)).asks("installation", c.Post("p1", date(2026, 12, 23), "webbplatsen"))

    assert draft.minutes.stage == "posted"
    assert draft.minutes.appeal_ends == date(2027, 1, 13)


def test_the_journal_says_the_same_as_the_picture() -> None:
    draft = Draft().asks("Secretary", c.SaveDraft((c.Passage("summary", "road", "t1"),)), SEND)
    draft.everyone_approves().is_stamped()

    again = Minutes()
    for kind, facts in draft.written:
        again = evolve(again, journal.read_back(kind, facts), again.version + 1, draft.at)
    assert again == draft.minutes


@pytest.mark.rule("MIN-05")
@pytest.mark.parametrize("part", ["motions", "propositions", "votes", "decisions", "took_part", "reservations"])
def test_an_item_without_one_of_the_six_parts_is_not_sent(part: str) -> None:
    with refused_under("KL 5 kap. 67 §"):
        Draft().asks("Secretary", replace(SEND, items=(replace(WHOLE, **{part: None}),)))


@pytest.mark.rule("MIN-05")
def test_none_is_enough_for_a_part() -> None:
    nothing = ItemParts("road", 1, 0, 0, 0, 1, 0, 0)

    assert Draft().asks("Secretary", replace(SEND, items=(nothing,))).minutes.stage == "sent"


@pytest.mark.rule("MIN-04")
def test_someone_who_served_and_is_not_shown_stops_the_minutes() -> None:
    with refused_under("KL 5 kap. 66 §"):
        Draft().asks("Secretary", replace(SEND, shown_as_serving=frozenset({"Chair"})))


@pytest.mark.rule("MIN-06")
def test_a_question_that_was_put_and_is_not_shown_stops_the_minutes() -> None:
    with refused_under("KL 5 kap. 68 §"):
        Draft().asks("Secretary", replace(SEND, put=frozenset({"pool"})))


@pytest.mark.rule("MIN-07")
def test_the_last_day_to_approve_is_the_fourteenth_day() -> None:
    assert Draft().asks("Secretary", SEND).minutes.last_day == date(2026, 12, 28)


@pytest.mark.rule("MIN-07")
def test_a_late_approval_is_taken_and_is_seen_to_be_late() -> None:
    draft = Draft().asks("Secretary", SEND).on(date(2026, 12, 29)).everyone_approves()

    assert draft.minutes.stage == "approved"
    assert all(approval.late for approval in draft.minutes.approvals)


@pytest.mark.rule("PUB-04")
@pytest.mark.parametrize(("day", "late"), [(date(2026, 12, 24), False), (date(2026, 12, 25), True)])
def test_posting_after_the_second_day_is_seen_to_be_late(day: date, late: bool) -> None:
    draft = Draft().asks("Secretary", SEND).on(date(2026, 12, 22)).everyone_approves().is_stamped()
    draft.on(day).asks("installation", c.Post("p1", day, "webbplatsen"))

    assert draft.written[-1][1]["late"] is late


@pytest.mark.rule("PUB-05")
def test_a_posting_that_does_not_say_where_the_minutes_are_is_refused() -> None:
    draft = Draft().asks("Secretary", SEND).everyone_approves().is_stamped()

    with refused_under("KL 8 kap. 12 §"):
        draft.asks("installation", c.Post("p1", date(2026, 12, 14), " "))


@pytest.mark.rule("APP-03")
def test_an_appeal_time_that_ends_on_a_holiday_ends_the_next_working_day() -> None:
    draft = Draft().asks("Secretary", SEND).everyone_approves().is_stamped()
    draft.on(date(2026, 12, 16)).asks("installation", c.Post("p1", date(2026, 12, 16), "webbplatsen"))

    assert draft.minutes.appeal_ends == date(2027, 1, 7)


@pytest.mark.parametrize("person", ["Cia", "Secretary"])
def test_only_chair_and_chosen_adjusters_approve(person: str) -> None:
    draft = Draft().asks("Secretary", SEND)

    with pytest.raises(Misplaced):
        draft.asks(person, approval())


def test_nobody_approves_twice() -> None:
    draft = Draft().asks("Secretary", SEND).asks("Ali", approval())

    with pytest.raises(Misplaced):
        draft.asks("Ali", approval())


def test_nobody_approves_what_they_have_not_read() -> None:
    draft = Draft().asks("Secretary", SEND)

    with pytest.raises(Misplaced):
        draft.asks("Ali", approval("another"))


def test_the_prose_is_locked_while_the_minutes_are_with_those_who_approve() -> None:
    draft = Draft().asks("Secretary", SEND)

    with pytest.raises(Misplaced):
        draft.asks("Secretary", c.SaveDraft((c.Passage("notes", None, "t2"),)))


def test_minutes_that_are_taken_back_start_the_approval_anew() -> None:
    draft = Draft().asks("Secretary", SEND).asks("Ali", approval()).asks("Secretary", c.Withdraw(), SEND)

    assert draft.minutes.round == 2
    assert len(draft.minutes.waiting_for) == 3


def test_minutes_that_are_sent_back_say_why_until_they_are_sent_again() -> None:
    draft = Draft().asks("Secretary", SEND).asks("Bea", c.Reject("t9"))

    assert draft.minutes.stage == "draft"
    assert draft.minutes.rejected is not None
    assert draft.minutes.rejected.text == "t9"
    assert draft.asks("Secretary", SEND).minutes.rejected is None


def test_a_remark_on_the_draft_stays_with_it() -> None:
    draft = Draft().asks("Ali", c.AskCorrection("road", "t3"))

    assert [asked.text for asked in draft.minutes.asked] == ["t3"]


def test_a_meeting_that_is_not_closed_has_no_minutes_to_approve() -> None:
    with pytest.raises(Misplaced):
        Draft().asks("Secretary", replace(SEND, closed_on=None))


def test_minutes_without_adjusters_are_not_sent() -> None:
    with pytest.raises(Misplaced):
        Draft().asks("Secretary", replace(SEND, approvers=(e.Approver("Chair", "chair"),)))


@pytest.mark.parametrize(
    "command", [c.Withdraw(), c.SaveDraft((c.Passage("notes", None, "t"),)), c.AskCorrection(None, "t")]
)
def test_stamped_minutes_are_never_changed(command: c.Command) -> None:
    draft = Draft().asks("Secretary", SEND).everyone_approves().is_stamped()

    with pytest.raises(Misplaced):
        draft.asks("Secretary", command)


def test_nothing_is_stamped_or_posted_before_everyone_has_approved() -> None:
    draft = Draft().asks("Secretary", SEND).asks("Ali", approval())

    with pytest.raises(Misplaced):
        draft.is_stamped()
    with pytest.raises(Misplaced):
        draft.asks("installation", c.Post("p1", date(2026, 12, 14), "webbplatsen"))


def test_the_time_of_an_approval_is_when_it_happened() -> None:
    draft = Draft().asks("Secretary", SEND)
    draft.at += timedelta(hours=3)

    assert draft.asks("Ali", approval()).minutes.approvals[0].at == THAT_EVENING + timedelta(hours=3)
