"""A whole meeting and its minutes through the real journal: draft, approval, stamp, board, and tampering found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from minutes.a_meeting import Meeting, a_closed_meeting, a_correction_in, approved, hand_of

from radslag.law.rule import Refused
from radslag.log.verify import verify
from radslag.minutes import assembling, conduct, papers, read, stamp, words
from radslag.minutes.engine.misplaced import Misplaced
from radslag.noticeboard import read as noticeboard
from radslag.publicity import conduct as marks
from radslag.publicity.asker import PUBLIC
from radslag.publicity.rules import Mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return a_closed_meeting()


def test_the_last_approval_stamps_and_posts(meeting: Meeting) -> None:
    approved(meeting)

    state = assembling.state_of(meeting.id)
    assert state.stage == "posted"
    row = noticeboard.posting(state.posting, PUBLIC)
    assert row is not None
    assert row.held_at
    assert row.title.startswith("Prov: Justerat protokoll")
    found = read.paper(meeting.id, PUBLIC)
    assert found is not None
    assert "PROV" in found[0]
    assert stamp.is_whole(found[1], papers.keys())


def test_prose_is_kept_beside_the_record_and_every_version_stays(meeting: Meeting) -> None:
    key = ("summary", "road")
    conduct.save(meeting.id, {key: "Första."}, hand_of(meeting.secretary))
    conduct.save(meeting.id, {key: "Andra."}, hand_of(meeting.secretary))
    conduct.save(meeting.id, {key: "Andra."}, hand_of(meeting.secretary))

    shown = read.minutes(meeting.id, meeting.secretary)
    assert shown is not None
    assert shown.contents.paragraphs[0].summary == "Andra."
    assert shown.state.version == 2


def test_the_public_sees_nothing_of_a_draft(meeting: Meeting) -> None:
    assert read.minutes(meeting.id, PUBLIC) is None
    assert read.minutes(meeting.id, meeting.outsider) is None
    assert read.minutes(meeting.id, meeting.ali) is not None


def test_only_those_who_work_on_the_minutes_come_through_the_door(meeting: Meeting) -> None:
    with pytest.raises(PermissionError):
        conduct.save(meeting.id, {("notes", None): "Hej."}, hand_of(meeting.outsider))
    with pytest.raises(Misplaced):
        conduct.save(meeting.id, {("notes", None): "Hej."}, hand_of(meeting.ali))


def test_a_meeting_whose_item_has_no_decision_gets_no_approval() -> None:
    meeting = a_closed_meeting(decided=False)

    with pytest.raises((Refused, Misplaced)):
        conduct.send(meeting.id, hand_of(meeting.secretary))


def test_a_closed_item_stands_with_its_public_title_only_in_the_public_edition() -> None:
    meeting = a_closed_meeting(closed=True)
    approved(meeting)

    public, whole = read.minutes(meeting.id, PUBLIC), read.minutes(meeting.id, meeting.secretary)
    assert public is not None
    assert whole is not None
    assert [p.title for p in public.contents.paragraphs] == ["Ny väg", "Upphandling"]
    assert [p.title for p in whole.contents.paragraphs] == ["Ny väg", "Anbud på badet"]
    assert not public.contents.paragraphs[1].proposal
    assert read.paper(meeting.id, PUBLIC) != read.paper(meeting.id, meeting.secretary)


def test_a_file_that_was_stamped_before_an_item_was_closed_is_not_given_to_the_public() -> None:
    meeting = a_closed_meeting(closed=True)
    approved(meeting)
    assert read.paper(meeting.id, PUBLIC) is not None
    shown = read.minutes(meeting.id, PUBLIC)
    assert shown is not None

    marks.classify(
        shown.record.items[0].matter, owner=meeting.owner, mark=Mark.SECRET, by=None, at=timezone.now(),
        public_title="Gata", section="OSL 39 kap. 1 §",
    )  # fmt: skip

    assert read.paper(meeting.id, PUBLIC) is None
    assert read.paper(meeting.id, meeting.secretary) is not None


def test_the_seals_on_paper_hold_against_the_journal(meeting: Meeting) -> None:
    approved(meeting)

    mine = [anchor for anchor in read.anchors() if meeting.id in anchor.stream]
    assert {anchor.where.split()[0] for anchor in mine} == {f"minutes/{meeting.id},", "protokollets"}
    assert verify(mine, f"meeting/{meeting.id}") == []
    assert not [line for line in read.broken_papers() if meeting.id in line]


def test_a_changed_paper_is_found_and_gives_no_anchor(meeting: Meeting) -> None:
    approved(meeting)
    state = assembling.state_of(meeting.id)
    path = papers._path(meeting.id, state.pdf)
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"/Title", b"/Titel", 1))

    assert [line for line in read.broken_papers() if meeting.id in line]
    assert len([anchor for anchor in read.anchors() if meeting.id in anchor.stream]) == 1
    path.write_bytes(whole)


def test_approving_twice_with_the_same_key_is_one_approval(meeting: Meeting) -> None:
    conduct.send(meeting.id, hand_of(meeting.secretary))
    content = assembling.state_of(meeting.id).content
    hand = hand_of(meeting.ali)
    conduct.approve(meeting.id, content, "passkey", None, hand)
    conduct.approve(meeting.id, content, "passkey", None, hand)

    assert len(assembling.state_of(meeting.id).approvals) == 1


@pytest.mark.parametrize("path", ["", "1/", "1/omrostning/1/", "protokoll.json", "protokoll.pdf"])
def test_approved_minutes_are_open_to_anyone(meeting: Meeting, path: str, client: Client) -> None:
    approved(meeting)

    assert client.get(f"/mote/{meeting.id}/protokoll/{path}").status_code == 200


@pytest.mark.parametrize("path", ["arbete/", "justera/", "arbete/utkast.pdf"])
def test_the_desk_is_closed_to_the_public(meeting: Meeting, path: str, client: Client) -> None:
    assert client.get(f"/mote/{meeting.id}/protokoll/{path}").status_code in (302, 403)


def test_the_page_before_approval_says_when_it_comes(meeting: Meeting, client: Client) -> None:
    answer = client.get(f"/mote/{meeting.id}/protokoll/")

    assert "inte justerat än" in answer.content.decode()
    assert "Ny väg" not in answer.content.decode()


def test_an_outage_of_the_board_moves_the_last_day_for_appeal(meeting: Meeting) -> None:
    three_days_ago = timezone.now() - timedelta(days=3)
    conduct.send(meeting.id, hand_of(meeting.secretary))
    content = assembling.state_of(meeting.id).content
    for asker in (meeting.chair, meeting.ali, meeting.bea):
        conduct.approve(meeting.id, content, "passkey", None, replace(hand_of(asker), at=three_days_ago))

    shown = read.minutes(meeting.id, PUBLIC)
    assert shown is not None
    assert shown.state.appeal_ends is not None
    assert shown.appeal_ends is not None
    assert shown.appeal_ends > shown.state.appeal_ends, "nobody has seen the posting since it went up"


def test_an_approval_holds_though_the_file_could_not_be_made(meeting: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*_: object) -> str:
        raise OSError("no space left")

    with monkeypatch.context() as broken:
        broken.setattr(papers, "keep", full_disk)
        approved(meeting)
    assert assembling.state_of(meeting.id).stage == "approved"

    conduct.publish(meeting.id, at=timezone.now())
    assert assembling.state_of(meeting.id).stage == "posted"


def test_a_correction_after_sending_does_not_slip_into_what_is_approved(meeting: Meeting) -> None:
    conduct.send(meeting.id, hand_of(meeting.secretary))
    a_correction_in(meeting)
    sent = read.minutes(meeting.id, meeting.ali)
    assert sent is not None
    assert sent.behind
    assert not sent.record.corrections

    conduct.withdraw(meeting.id, hand_of(meeting.secretary))
    draft = read.minutes(meeting.id, meeting.secretary)
    assert draft is not None
    assert [one.text for one in draft.record.corrections] == ["Bea kom 11.05."]


def test_what_was_approved_and_can_no_longer_be_told_so_is_not_stamped(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setitem(words.PURPOSES, "main", "huvudfrågan")
        conduct.send(meeting.id, hand_of(meeting.secretary))
    content = assembling.state_of(meeting.id).content
    for asker in (meeting.chair, meeting.ali, meeting.bea):
        conduct.approve(meeting.id, content, "passkey", None, hand_of(asker))
    assert assembling.state_of(meeting.id).stage == "approved"

    conduct.withdraw(meeting.id, hand_of(meeting.secretary))
    approved(meeting)
    assert assembling.state_of(meeting.id).stage == "posted"


def test_two_who_publish_at_the_same_time_stamp_and_post_once(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = papers.keep

    def and_another_comes_first(name: str, content: bytes) -> str:
        monkeypatch.setattr(papers, "keep", kept)
        conduct.publish(meeting.id, at=timezone.now())
        return kept(name, content)

    monkeypatch.setattr(papers, "keep", and_another_comes_first)
    approved(meeting)

    state = assembling.state_of(meeting.id)
    assert state.stage == "posted"
    assert len(noticeboard.postings_about(meeting.id, PUBLIC)) == 1
