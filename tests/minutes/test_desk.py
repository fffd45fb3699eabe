"""The secretary's desk: what is derived is locked, and nothing that was written is lost."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from minutes.a_meeting import Meeting, a_closed_meeting, approved, hand_of, signed_in

from radslag.minutes import assembling, conduct
from radslag.people import read as people
from radslag.publicity.asker import Asker, Office

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    return a_closed_meeting()


@pytest.fixture
def desk(meeting: Meeting, client: Client) -> Client:
    return signed_in(meeting, meeting.secretary, client)


def address(meeting: Meeting, rest: str = "arbete/") -> str:
    return f"/mote/{meeting.id}/protokoll/{rest}"


def test_the_desk_shows_the_derived_parts_locked_and_fields_beside_them(meeting: Meeting, desk: Client) -> None:
    page = desk.get(address(meeting)).content.decode()

    assert "Kommunfullmäktige beslutar enligt förslaget: Vägen byggs." in page
    assert re.search(r'<textarea[^>]*name="summary:road"', page)
    assert "KL 5 kap. 67 § 6" in page
    assert not re.search(r'<(textarea|input)[^>]*name="decision', page)


def test_what_is_saved_is_there_when_the_page_opens_again(meeting: Meeting, desk: Client) -> None:
    answer = desk.post(address(meeting), {"summary:road": "En ny väg.", "was:summary:road": "", "key": "k1"})

    assert answer.status_code == 302
    assert "En ny väg." in desk.get(address(meeting)).content.decode()


def test_when_someone_else_has_changed_the_text_both_are_shown(meeting: Meeting, desk: Client) -> None:
    conduct.save(meeting.id, {("summary", "road"): "Deras."}, hand_of(meeting.secretary))

    answer = desk.post(address(meeting), {"summary:road": "Min.", "was:summary:road": ""})

    assert answer.status_code == 409
    assert "Deras." in answer.content.decode()
    assert "Min." in answer.content.decode()
    assert assembling.state_of(meeting.id).version == 1


def test_what_was_written_is_still_there_when_the_minutes_were_already_sent(meeting: Meeting, desk: Client) -> None:
    conduct.send(meeting.id, hand_of(meeting.secretary))

    answer = desk.post(address(meeting), {"notes:": "För sent skrivet.", "was:notes:": ""})

    assert answer.status_code == 409
    assert "För sent skrivet." in answer.content.decode()


def test_the_secretary_sends_and_takes_back(meeting: Meeting, desk: Client) -> None:
    assert desk.post(address(meeting, "arbete/skicka/"), {"key": "a"}).status_code == 302
    assert assembling.state_of(meeting.id).stage == "sent"
    assert desk.post(address(meeting, "arbete/ta-tillbaka/"), {"key": "b"}).status_code == 302
    assert assembling.state_of(meeting.id).stage == "draft"


def test_the_draft_as_pdf_is_called_a_draft(meeting: Meeting, desk: Client) -> None:
    answer = desk.get(address(meeting, "arbete/utkast.pdf"))

    assert answer.content.startswith(b"%PDF")
    assert "-PROV-utkast.pdf" in answer.headers["Content-Disposition"]


def test_a_refused_sending_names_the_section(client: Client) -> None:
    meeting = a_closed_meeting(decided=False)

    answer = signed_in(meeting, meeting.secretary, client).post(address(meeting, "arbete/skicka/"), {"key": "a"})

    assert answer.status_code == 409
    assert "Mötet är inte avslutat" in answer.content.decode()


def test_a_member_who_is_no_adjuster_is_turned_away(meeting: Meeting, client: Client) -> None:
    outsider = signed_in(meeting, meeting.outsider, client)

    assert outsider.get(address(meeting)).status_code in (403, 404)
    assert outsider.get(address(meeting, "justera/")).status_code in (403, 404)


def test_whoever_reads_a_closed_item_by_administrative_right_leaves_a_line(client: Client) -> None:
    meeting = a_closed_meeting(closed=True)
    approved(meeting)
    administrator = Asker("Adam", frozenset({Office(meeting.owner, "administrator")}))

    page = signed_in(meeting, administrator, client).get(address(meeting, "")).content.decode()

    assert "Anbud på badet" in page
    assert [line.kind for line in people.openings(meeting.owner, meeting.body, meeting.chair)] == ["item"]
