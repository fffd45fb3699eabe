"""Filling the seats of a body from a file: who may, what changes, what stays, and the line in the log."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from radslag.bodies import conduct, demo, models, read, sheet
from radslag.bodies.roster_check import check
from radslag.log import read as log
from radslag.people import conduct as people
from radslag.people.models import Account
from radslag.publicity.asker import PUBLIC, Asker, Office

BOARD = demo.body_id("asbo-ks")
OWNER = demo.organisation_id("asbo")
ADDRESS = f"/organ/{BOARD}/forteckning/"
SECRETARY = Asker("s", frozenset({Office(str(OWNER), "secretary", str(BOARD))}))
NEW = "roll;namn;parti;ordning;presidium\nledamot;Nora Ny;S;1;ordförande\nersättare;Olle Ny;S;1;\n"


@pytest.fixture
def secretary(sweden):
    person = people.add_person("Sanna Skog")
    people.add_account(person, "sanna", "x")
    people.grant_office(person, OWNER, "secretary", body=BOARD, starts_on=date(2020, 1, 1))
    sweden.force_login(Account.objects.get(username="sanna"))
    return sweden


def lines(text: str):
    return check(sheet.from_text(text), seats=7, parties=["S", "M", "C", "SD", "KD", "V"]).lines


def file(text: str, name: str = "f.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def today() -> date:
    return timezone.localdate()


def fill(text: str, *, on: date, by: Asker = SECRETARY):
    return conduct.fill(BOARD, lines(text), on=on, by=by, at=timezone.now())


def test_a_stranger_may_not_even_see_the_form(sweden):
    assert sweden.get(ADDRESS).status_code == 403
    assert sweden.post(ADDRESS, {"on": today(), "rows": NEW, "confirm": "1"}).status_code == 403
    assert "Läs in förteckning" not in sweden.get(f"/organ/{BOARD}/").content.decode()


def test_the_secretary_of_another_body_may_not_fill_this_one(sweden):
    other = Asker("o", frozenset({Office(str(OWNER), "secretary", str(demo.body_id("asbo-kf")))}))

    with pytest.raises(conduct.NotAllowed):
        fill(NEW, on=today(), by=other)


def test_a_file_is_shown_before_anything_happens(secretary):
    before = models.Appointment.objects.count()

    text = secretary.post(ADDRESS, {"on": today(), "file": file(NEW)}).content.decode()

    assert "Nora Ny" in text
    assert "Inget är inläst än." in text
    assert 'name="confirm"' in text
    assert models.Appointment.objects.count() == before


def test_a_file_with_errors_is_shown_row_by_row_and_cannot_be_confirmed(secretary):
    wrong = NEW + "ledamot;;XYZ;1;\n"

    answer = secretary.post(ADDRESS, {"on": today(), "rows": wrong, "confirm": "1"})
    text = answer.content.decode()

    assert answer.status_code == 422
    assert "<title>Fel:" in text
    for said in ("Namn saknas.", "Partiet ”XYZ” är okänt.", "Samma ordning som rad 2.", "ledamot;;XYZ;1;"):
        assert said in text
    assert 'name="confirm"' not in text
    assert not models.Appointment.objects.filter(body=BOARD, valid_from=today()).exists()


def test_an_unreadable_file_says_why(secretary):
    answer = secretary.post(ADDRESS, {"on": today(), "file": file("not a sheet", "f.xlsx")})

    assert answer.status_code == 400
    assert "Filen gick inte att läsa som kalkylblad" in answer.content.decode()


def test_a_confirmed_roster_takes_the_seats_from_that_day_and_leaves_a_line(secretary):
    before = read.roster(BOARD, today() - timedelta(days=1), PUBLIC)

    answer = secretary.post(ADDRESS, {"on": today(), "rows": NEW, "confirm": "1"})

    assert answer.headers["Location"] == f"/organ/{BOARD}/"
    after = read.roster(BOARD, today(), PUBLIC)
    assert [(seat.name, seat.party, seat.presidium) for seat in after.seats] == [
        ("Nora Ny", "S", 1),
        ("Olle Ny", "S", 0),
    ]
    assert read.roster(BOARD, today() - timedelta(days=1), PUBLIC) == before
    *_, line = log.entries(f"admin/{OWNER}")
    assert line.kind == "bodies.seats_filled/1"
    assert line.facts | {"body": str(BOARD), "taken": 2, "new_persons": 2} == line.facts
    assert "Nora" not in str(line.facts)


def test_the_same_roster_again_changes_nothing(sweden):
    fill(NEW, on=today())

    again = fill(NEW, on=today())

    assert (again.taken, again.left, again.kept, again.new_persons) == (0, 0, 2, 0)


def test_a_seat_that_is_unchanged_keeps_its_first_day(sweden):
    fill(NEW, on=date(2026, 11, 1))
    fill(NEW + "ledamot;Per Ny;M;2;\n", on=date(2026, 12, 1))

    first = {seat.person for seat in read.roster(BOARD, date(2026, 11, 2), PUBLIC).seats}
    kept = models.Appointment.objects.filter(body=BOARD, person__in=first, valid_from=date(2026, 11, 1))
    assert kept.count() == 2
    assert not kept.filter(valid_to__lt=date(2026, 12, 1)).exists()


def test_seats_that_are_given_from_a_later_day_stand(sweden):
    fill(NEW, on=date(2026, 11, 1))

    assert len(read.roster(BOARD, date(2027, 1, 1), PUBLIC).members) == 7
    assert len(read.roster(BOARD, date(2026, 12, 31), PUBLIC).members) == 1


def test_a_person_known_from_another_body_of_the_authority_is_the_same_person(sweden):
    known = read.roster(demo.body_id("asbo-kf"), today(), PUBLIC).members[0]

    done = fill(f"roll;namn;parti\nledamot;{known.name};{known.party}\n", on=today())

    assert done.new_persons == 0
    assert read.roster(BOARD, today(), PUBLIC).members[0].person == known.person


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_template_holds_the_seats_of_today_and_can_be_read_in_as_it_is(secretary, form):
    content = secretary.get(f"{ADDRESS}mall.{form}").content

    rows = sheet.from_file(f"f.{form}", content)
    checked = check(rows, seats=7, parties=["S", "M", "C", "SD", "KD", "V"])
    assert checked.whole, checked
    assert len(checked.lines) == len(read.roster(BOARD, today(), PUBLIC).seats)


def test_there_is_no_template_of_another_form(secretary):
    assert secretary.get(f"{ADDRESS}mall.exe").status_code == 404
