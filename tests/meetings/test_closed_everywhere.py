"""What is closed is closed everywhere: after a late mark, to one who was found recused, and in what is left over."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from meetings.house import House, a_house
from meetings.stage import a_committee
from meetings.test_screens import html, own, words
from radslag.matters import conduct as matters
from radslag.matters import read as registered
from radslag.matters.origins import Origin
from radslag.meetings import conduct, drawing, planning, read, recording, wording
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.models import Meeting
from radslag.people import read as who
from radslag.publicity.asker import PUBLIC, Asker, Office
from radslag.publicity.rules import Mark


@pytest.fixture
def house() -> House:
    return a_house()


def marks(house: House, meeting: Meeting) -> None:
    """The register marks the matter of the first item after it was put on the agenda."""
    item = planning.items(meeting)[0]
    matters.change(
        item.matter, by=who.asker_for(house.person["Sara"]), at=timezone.now(), title=item.title,
        prepared_by=house.body, status="open", mark=Mark.SECRET, public_title="Personalärende",
        section="OSL 39 kap. 1 §",
    )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_a_matter_that_is_marked_late_is_closed_on_the_page_and_on_every_screen(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wording, "MARKS_FRESH", 0.0)
    meeting = house.calls()
    conduct.ask(str(meeting.id), "open_meeting", {}, conduct.Asking(house.person["Anna"], "o", timezone.now()))
    assert "Vägen" in str(drawing.draw(str(meeting.id), "public"))

    marks(house, meeting)

    for shown in (
        Client().get(f"/mote/{meeting.id}/").content.decode(),
        Client().get(f"/mote/{meeting.id}/folj/").content.decode(),
        str(drawing.draw(str(meeting.id), "wall")),
        str(drawing.draw(str(meeting.id), "outside")),
        str(recording.record(meeting.id, PUBLIC)),
    ):
        assert "Vägen" not in shown
    assert "Personalärende" in Client().get(f"/mote/{meeting.id}/folj/").content.decode()
    assert "Vägen" in house.sits("Sara").get(f"/mote/{meeting.id}/").content.decode()


def test_one_whom_the_chair_found_recused_is_recused_though_nothing_was_declared() -> None:
    found = recording.persons_recused([(None, e.RecusalDecided("road", "Ali", True))])  # type: ignore[list-item]

    assert found == {"road": frozenset({"Ali"})}


def test_the_outcome_of_a_closed_item_is_not_on_the_agenda_of_those_outside() -> None:
    scene = a_committee().debates().decides()
    told = words(scene, closed=True)

    assert "Bifall" in html(scene, "serving", told)
    for audience in ("public", "outside", "auditor"):
        assert "Bifall" not in html(scene, audience, told)  # type: ignore[arg-type]


def test_one_who_is_recused_while_the_ballot_is_open_has_no_ballot_any_more() -> None:
    scene = a_committee().debates().is_put().is_found()
    scene.asks("Ali", c.DemandVote("Ali"))
    scene.asks("Chair", c.OpenBallot())
    scene.happens(e.RecusalDecided("road", "Ali", True))

    assert "cast_vote" in own(scene, "Bea")
    assert "cast_vote" not in own(scene, "Ali")


@pytest.mark.django_db(transaction=True)
def test_a_closed_matter_of_another_body_is_not_opened_by_putting_it_on_ones_own_agenda(house: House) -> None:
    meeting, other = house.plans(), a_house()
    registrar = Asker(str(uuid4()), frozenset({Office(str(house.owner), "registrar")}))
    secret = matters.register(
        owner=house.owner, prefix="SN", title="Vården av ett barn", origin=Origin.COMMITTEE, mode="test", by=registrar,
        at=timezone.now(), opened_on=timezone.localdate(), prepared_by=other.body, mark=Mark.SECRET,
        public_title="Individärende", section="OSL 26 kap. 1 §",
    )  # fmt: skip

    asked = {"matter": secret, "kind": "decision", "proposal": "Bifall."}
    answer = house.sits("Sara").post(f"/mote/{meeting.id}/planera/nytt/", asked)

    assert answer.status_code == 403
    assert "Ärendet har sekretess" in answer.content.decode()
    asking = who.asker_for(house.person["Sara"])
    seen = registered.matter(secret, asking)
    assert seen is not None
    assert seen.title == "Individärende"


@pytest.mark.django_db(transaction=True)
def test_a_meeting_whose_mode_was_changed_in_the_register_is_found(house: House) -> None:
    meeting = house.calls()
    assert not [line for line in read.strayed(PUBLIC) if str(meeting.id) in line]

    Meeting.objects.filter(pk=meeting.pk).update(mode="sharp")

    assert [line for line in read.strayed(PUBLIC) if str(meeting.id) in line]
