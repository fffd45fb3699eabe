"""A meeting led and attended with plain forms only, as in a browser without JavaScript."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from meetings.house import MEMBERS, House, a_house
from radslag.log import read as log
from radslag.matters import read as matters
from radslag.meetings import conduct
from radslag.meetings.engine.state import Meeting as State
from radslag.meetings.models import AgendaItem, Meeting
from radslag.publicity.asker import PUBLIC

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return a_house()


class Hall:
    """The room as browsers meet it: ``does`` posts a form, ``sees`` reads a page."""

    def __init__(self, house: House, meeting: Meeting) -> None:
        self.house, self.id = house, meeting.id
        self.browsers: dict[str, Client] = {}

    def browser(self, name: str) -> Client:
        if name not in self.browsers:
            self.browsers[name] = self.house.sits(name) if name in self.house.person else Client()
        return self.browsers[name]

    def does(self, name: str, act: str, status: int = 303, **fields: object) -> str:
        answer = self.browser(name).post(f"/mote/{self.id}/gor/{act}/", fields)
        assert answer.status_code == status, answer.content.decode()
        return answer.content.decode()

    def sees(self, name: str, page: str, status: int = 200) -> str:
        answer = self.browser(name).get(f"/mote/{self.id}/{page}/")
        assert answer.status_code == status
        return answer.content.decode()

    @property
    def state(self) -> State:
        return conduct.state(str(self.id))[1]

    def opens(self) -> Hall:
        """Open, call the roll, choose adjusters, bring up the first item."""
        self.does("Anna", "open_meeting")
        self.does("Anna", "call_roll", present=[self.house.person[name] for name in MEMBERS])
        adjusters = [self.house.person["Cia"], self.house.person["Dag"]]
        on = (timezone.localdate() + timedelta(days=7)).isoformat()
        self.does("Anna", "choose_adjusters", persons=adjusters, approve_on=on)
        self.does("Anna", "open_item", item=self.state.order[0])
        return self


@pytest.fixture
def hall(house: House) -> Hall:
    return Hall(house, house.calls())


def test_a_vote_is_held_from_debate_to_decision(hall: Hall) -> None:
    hall.opens()
    hall.does("Dag", "make_motion", kind="reject")
    hall.does("Anna", "close_debate")
    hall.does("Anna", "put_proposition")
    hall.does("Anna", "find", side="yes")
    hall.does("Dag", "demand_vote")
    hall.does("Anna", "open_ballot")

    sheet = hall.sees("Dag", "delta")
    assert 'name="choice" value="no"' in sheet
    item, question = hall.state.order[0], 1
    for name, choice in zip(MEMBERS, ("yes", "yes", "yes", "no", "abstain"), strict=True):
        hall.does(name, "cast_vote", choice=choice, item=item, question=question)
    assert "Registrerad: NEJ." in hall.sees("Dag", "delta")
    assert "Registrerad" not in hall.sees("anyone", "folj")

    hall.does("Anna", "close_ballot")
    assert "Så röstade de" in hall.sees("anyone", "folj")
    hall.does("Anna", "gavel")
    hall.does("Dag", "make_reservation", item=item, text="Vägen behövs inte.")
    hall.does("Anna", "close_item")
    assert hall.state.items[item].outcome == "approved"


def test_every_form_of_a_page_carries_a_token_and_a_key_of_its_own(hall: Hall) -> None:
    hall.opens()
    page = hall.sees("Anna", "ordforande")
    forms = re.findall(r'<form method="post" action="/mote/[^"]+/gor/.*?</form>', page, re.DOTALL)
    keys = re.findall(r'name="key" value="([^"]+)"', page)

    assert forms
    assert all("csrfmiddlewaretoken" in form for form in forms)
    assert len(set(keys)) == len(keys) >= len(forms)


def test_the_same_form_sent_twice_is_one_act(hall: Hall) -> None:
    hall.opens()
    hall.does("Dag", "request_floor", key="once")
    hall.does("Dag", "request_floor", key="once")

    assert len(hall.state.items[hall.state.order[0]].queue) == 1


def test_a_refusal_says_the_section_and_keeps_what_was_written(hall: Hall) -> None:
    hall.opens()
    said = hall.does("Tor", "make_motion", status=409, kind="amend", text="Vägen asfalteras.")

    assert "Det gick inte" in said
    assert "Vägen asfalteras." in said
    assert "Tillbaka till mötet" in said


def test_what_cannot_be_understood_is_answered_in_words(hall: Hall) -> None:
    hall.opens()

    assert "finns inte" in hall.does("Anna", "dance", status=400)
    assert "heltal" in hall.does("Anna", "cast_vote", status=400, choice="yes", item="x")


def test_each_page_is_for_whom_it_is_for(hall: Hall) -> None:
    hall.opens()

    assert "Nästa lagliga steg" in hall.sees("Bo", "ordforande")
    assert "Den här sidan hör till någon annan" in hall.sees("Dag", "ordforande", status=403)
    assert "Den här sidan hör till någon annan" in hall.sees("Dag", "sekreterare", status=403)
    assert "Händelser" in hall.sees("Sara", "sekreterare")
    assert hall.browser("anyone").get(f"/mote/{hall.id}/delta/").status_code == 302
    for page in ("vagg", "talarstol", "folj"):
        hall.sees("anyone", page)


def test_nobody_acts_without_signing_in(hall: Hall) -> None:
    assert hall.browser("anyone").post(f"/mote/{hall.id}/gor/open_meeting/").status_code == 302
    assert hall.state.stage == "called"


def test_a_ticket_opens_the_stream_of_this_meeting_only(hall: Hall) -> None:
    answer = hall.browser("Dag").post(f"/mote/{hall.id}/biljett/", {"surface": "member"})

    assert answer.json()["ticket"]
    assert answer.cookies["room"]["path"] == f"/live/{hall.id}"
    assert answer.cookies["room"]["httponly"]
    assert answer.cookies["room"]["samesite"] == "Strict"


def test_an_urgent_item_is_added_at_the_meeting_with_its_words(hall: Hall) -> None:
    hall.opens()
    hall.does("Sara", "add_item", title="Vattenläckan", proposal="Läckan lagas.", kind="decision")

    assert "Vattenläckan" in hall.sees("Anna", "ordforande")
    assert "Vattenläckan" in hall.sees("anyone", "folj")
    assert not hall.state.items[hall.state.order[-1]].announced


def test_the_secretary_notes_and_corrects(hall: Hall) -> None:
    hall.opens()
    hall.does("Sara", "note", text="Brandövning kl. 18.40.")
    hall.does("Sara", "correct", number=str(hall.state.version), text="Kl. 18.45.")

    page = hall.sees("Sara", "sekreterare")
    assert "Brandövning kl. 18.40." in page
    assert "Rättad" in page


def test_a_test_meeting_says_so_on_every_page(hall: Hall) -> None:
    hall.opens()
    pages = (("Anna", "ordforande"), ("Sara", "sekreterare"), ("Dag", "delta"), ("anyone", "vagg"), ("anyone", "folj"))
    for name, page in pages:
        assert "Prov" in hall.sees(name, page)


def test_a_meeting_that_does_not_exist_is_not_found(house: House) -> None:
    assert house.sits("Anna").get(f"/mote/{UUID(int=1)}/folj/").status_code == 404
    assert house.sits("Anna").post(f"/mote/{UUID(int=1)}/gor/gavel/").status_code == 404


def test_a_second_device_follows_until_it_takes_over(hall: Hall) -> None:
    hall.opens()
    hall.does("Dag", "request_floor")
    second = hall.house.sits("Dag")

    page = second.get(f"/mote/{hall.id}/delta/").content.decode()
    assert "En annan enhet röstar för dig." in page
    assert second.post(f"/mote/{hall.id}/gor/withdraw_floor/").status_code == 409
    assert second.post(f"/mote/{hall.id}/biljett/").json()["other_device"]

    second.post("/mitt/enhet/")
    assert second.post(f"/mote/{hall.id}/gor/withdraw_floor/").status_code == 303
    assert not hall.state.items[hall.state.order[0]].queue


def test_an_urgent_item_that_is_sent_twice_is_one_item(hall: Hall) -> None:
    hall.does("Anna", "open_meeting")
    hall.does("Anna", "call_roll", present=[hall.house.person[name] for name in MEMBERS])
    for _ in range(2):
        hall.does("Anna", "add_item", title="Bron", proposal="Bron lagas.", key="once")

    assert len(hall.state.order) == 3
    assert AgendaItem.objects.filter(meeting=hall.id, title="Bron").count() == 1


def test_an_urgent_item_is_registered_as_a_matter_also_when_the_chair_brings_it_up(hall: Hall) -> None:
    hall.opens()
    hall.does("Anna", "add_item", title="Bron", proposal="Bron lagas.", kind="decision")

    item = AgendaItem.objects.get(meeting=hall.id, title="Bron")
    found = matters.matter(item.matter, PUBLIC)
    assert found is not None
    assert (found.title, found.reference) == ("Bron", item.reference)


def test_a_notice_button_that_is_pressed_twice_posts_once_and_says_no_error(house: House) -> None:
    hall = Hall(house, house.plans(days=20))
    for _ in range(2):
        hall.does("Sara", "issue_notice", key="once")

    assert conduct.state(str(hall.id))[0] == 1


def test_what_the_secretary_enters_for_the_chair_is_on_the_chairs_behalf(hall: Hall) -> None:
    hall.opens()
    hall.does("Sara", "close_debate", reason="Ordförandens skärm är trasig")

    last = list(log.entries(f"meeting/{hall.id}"))[-1]
    assert (last.envelope.by, last.envelope.on_behalf_of) == (hall.house.person["Sara"], hall.house.person["Anna"])
