"""Before the meeting: agenda, notice in time, summons to each, and what is shown to whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from meetings.house import MEMBERS, SUBSTITUTES, House, a_house
from radslag.law.rule import Refused
from radslag.matters import read as matters
from radslag.meetings import calling, conduct, planning, read
from radslag.meetings.engine.state import Item
from radslag.meetings.engine.state import Meeting as State
from radslag.meetings.models import AgendaItem, Meeting, SummonsDelivery
from radslag.noticeboard import read as board
from radslag.publicity.asker import PUBLIC

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return a_house()


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in planning.items(meeting)]


def test_the_secretary_plans_a_meeting_and_lays_its_agenda(house: House) -> None:
    sara = house.sits("Sara")
    day = timezone.localdate() + timedelta(days=20)
    asked = {"body": house.body, "day": day, "time": "18:00", "place": "Salen", "mode": "test", "first_paragraph": 1}
    answer = sara.post("/moten/ny/", asked)
    assert answer.status_code == 302, answer.content.decode()
    made = Meeting.objects.get()

    sara.post(f"/mote/{made.id}/planera/nytt/", {"title": "Vägen", "kind": "decision", "proposal": "Vägen byggs."})
    sara.post(f"/mote/{made.id}/planera/nytt/", {"title": "Badet", "kind": "decision"})
    assert titles(made) == ["Vägen", "Badet"]
    second = AgendaItem.objects.get(title="Badet")
    sara.post(f"/mote/{made.id}/planera/{second.id}/upp/")
    assert titles(made) == ["Badet", "Vägen"]
    sara.post(f"/mote/{made.id}/planera/{second.id}/text/", {"kind": "decision", "proposal": "Badet stängs."})
    second.refresh_from_db()
    assert second.proposal == "Badet stängs."
    sara.post(f"/mote/{made.id}/planera/{second.id}/bort/")
    assert titles(made) == ["Vägen"]


def test_a_fictional_authority_holds_tests_only(house: House) -> None:
    assert house.plans(mode="sharp").mode == "test"


def test_the_notice_is_posted_and_each_is_called_with_a_delivery_record(house: House) -> None:
    meeting, sara = house.plans(days=10), house.sits("Sara")
    page = f"/mote/{meeting.id}/planera/"
    assert "Ska vara uppe senast" in sara.get(page).content.decode()

    sara.post(f"/mote/{meeting.id}/gor/issue_notice/", {"page": "planera"})
    sara.post(f"/mote/{meeting.id}/gor/summon/", {"page": "planera"})

    posted = board.postings_about(meeting.id, PUBLIC)
    assert [one.mode for one in posted] == ["test"]
    assert "Vägen" in posted[0].text
    called = len(MEMBERS) + len(SUBSTITUTES)
    assert SummonsDelivery.objects.filter(meeting=meeting, channel="page").count() == called
    assert len(mail.outbox) == called
    assert all(one.subject.startswith("Prov: ") for one in mail.outbox)
    assert conduct.state(str(meeting.id))[1].summoned == frozenset(
        house.person[name] for name in (*MEMBERS, *SUBSTITUTES)
    )
    assert "7 ledamöter och ersättare är kallade" in sara.get(page).content.decode()


def test_a_notice_that_is_too_late_is_refused_before_it_reaches_the_board(house: House) -> None:
    meeting, sara = house.plans(days=6), house.sits("Sara")
    assert "För sent för ett vanligt sammanträde" in sara.get(f"/mote/{meeting.id}/planera/").content.decode()

    answer = sara.post(f"/mote/{meeting.id}/gor/issue_notice/", {"page": "planera"})

    assert answer.status_code == 409
    assert "KL 5 kap. 13 §" in answer.content.decode()
    assert not board.postings_about(meeting.id, PUBLIC)


def test_a_summons_that_is_too_late_reaches_nobody(house: House) -> None:
    meeting, sara = house.plans(days=8), house.sits("Sara")
    sara.post(f"/mote/{meeting.id}/gor/issue_notice/")
    late = timezone.now() + timedelta(days=2)

    with pytest.raises(Refused, match=r"KL 5 kap\. 15 §"):
        conduct.ask(str(meeting.id), "summon", {}, conduct.Asking(house.person["Sara"], "k", late))

    assert not SummonsDelivery.objects.exists()
    assert not mail.outbox


def test_an_agenda_that_is_out_is_changed_by_a_supplementary_list_only(house: House) -> None:
    meeting, sara = house.plans(days=10), house.sits("Sara")
    sara.post(f"/mote/{meeting.id}/gor/issue_notice/")
    first = planning.items(meeting)[0]

    sara.post(f"/mote/{meeting.id}/planera/{first.id}/bort/")
    assert titles(meeting) == ["Vägen", "Badet"]
    sara.post(f"/mote/{meeting.id}/planera/nytt/", {"title": "Läckan", "kind": "decision"})
    sara.post(f"/mote/{meeting.id}/gor/issue_late_notice/", {"page": "planera"})

    posted = board.postings_about(meeting.id, PUBLIC)
    assert [one.title.startswith("Tilläggslista") for one in posted] == [False, True]
    assert len(conduct.state(str(meeting.id))[1].order) == 3


def test_only_who_prepares_the_bodys_meetings_may_plan(house: House) -> None:
    meeting = house.plans(days=10)

    assert house.sits("Dag").get(f"/mote/{meeting.id}/planera/").status_code == 403
    assert house.sits("Dag").post(f"/mote/{meeting.id}/gor/issue_notice/").status_code == 409
    assert Client().get(f"/mote/{meeting.id}/planera/").status_code in (302, 403)
    assert not board.postings_about(meeting.id, PUBLIC)


def test_an_agenda_is_seen_by_the_public_when_it_is_announced(house: House) -> None:
    meeting = house.plans(days=10)
    assert "Vägen" not in Client().get(f"/mote/{meeting.id}/").content.decode()

    house.sits("Sara").post(f"/mote/{meeting.id}/gor/issue_notice/")

    assert "Vägen" in Client().get(f"/mote/{meeting.id}/").content.decode()


def test_meetings_are_listed_by_time_and_body(house: House) -> None:
    today, later = house.calls(), house.plans(days=30)
    Client().get("/moten/")
    assert [row.id for row in read.meetings(PUBLIC, body=house.body, when="upcoming")] == [str(today.id), str(later.id)]
    conduct.ask(str(today.id), "open_meeting", {}, conduct.Asking(house.person["Anna"], "o", timezone.now()))

    assert [row.id for row in read.now(PUBLIC)] == [str(today.id)]
    assert [row.id for row in read.meetings(PUBLIC, organisation=house.owner, when="upcoming")] == [str(later.id)]


def test_a_summoned_person_who_opens_the_page_leaves_a_mark(house: House) -> None:
    meeting = house.calls()
    house.sits("Dag").get(f"/mote/{meeting.id}/")

    opened = SummonsDelivery.objects.filter(meeting=meeting, channel="page", opened_at__isnull=False)
    assert [str(one.person) for one in opened] == [house.person["Dag"]]


def test_the_calendar_entry_carries_the_mode_in_title_and_file_name(house: House) -> None:
    answer = Client().get(f"/mote/{house.calls().id}/kalender.ics")

    assert "Prov: Ekviken" in answer.content.decode()
    assert 'filename="prov-' in answer["Content-Disposition"]


def test_a_matter_that_a_minority_has_sent_back_comes_next_time_with_that_right_used(house: House) -> None:
    row = planning.items(house.plans(days=10))[0]
    item = Item(str(row.id), str(row.matter), "decision", announced=True, by_minority=True)
    planning.remember_minorities(State(items={item.item: item}))

    matter = matters.matter(row.matter, PUBLIC)
    assert matter is not None
    again = planning.add_item(house.plans(days=40), matter, kind="decision", proposal="")
    assert calling.listed([again])[0].minority_used
