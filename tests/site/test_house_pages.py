"""The front page, the house's own pages, the choice of language and look, and the pages for what did not go."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from radslag.site import errors


def test_the_front_page_has_two_doors_a_map_and_a_search_box(sweden):
    text = sweden.get("/").content.decode()

    assert 'href="/moten/"' in text
    assert 'href="/samverkan/"' in text
    assert text.count('class="outer" href="/lan/') == 21
    assert text.count('<a href="/kommun/') >= 290
    assert 'action="/sok/"' in text
    assert 'href="/kommuner/"' in text


def test_only_the_counties_of_the_map_are_reached_by_keyboard(sweden):
    assert sweden.get("/").content.decode().count('tabindex="-1"') == 290


def test_the_front_page_is_not_sent_again_when_nothing_changed(sweden):
    first = sweden.get("/")

    assert sweden.get("/", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_the_front_page_stands_before_anything_is_loaded(db, client):
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("address", ["/om/", "/om/lagen/", "/tillganglighet/"])
def test_the_houses_own_pages_answer(db, client, address):
    assert client.get(address).status_code == 200


def test_the_language_is_kept_and_leads_back(db, client):
    answer = client.post("/sprak/", {"language": "en", "next": "/om/"})

    assert answer.headers["Location"] == "/om/"
    assert answer.cookies["django_language"].value == "en"
    assert 'lang="en"' in client.get("/om/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_nobody_is_led_elsewhere(db, client, elsewhere):
    for address in ("/sprak/", "/utseende/"):
        assert client.post(address, {"language": "en", "theme": "sal", "next": elsewhere}).headers["Location"] == "/"


def test_an_unknown_language_changes_nothing(db, client):
    assert "django_language" not in client.post("/sprak/", {"language": "xx"}).cookies


def test_the_look_is_kept_until_the_light_one_is_chosen(db, client):
    client.post("/utseende/", {"theme": "kontrast"})
    assert 'data-theme="kontrast"' in client.get("/om/").content.decode()

    client.post("/utseende/", {"theme": ""})
    assert "data-theme" not in client.get("/om/").content.decode()


def test_a_look_of_ones_own_making_is_ignored(db, client):
    client.cookies["theme"] = "made-up"
    assert "data-theme" not in client.get("/om/").content.decode()


@pytest.mark.parametrize("address", ["/sprak/", "/utseende/"])
def test_a_choice_is_not_made_by_following_a_link(db, client, address):
    assert client.get(address).status_code == 405


def test_what_is_not_there_is_said_in_our_look_with_a_way_on(db, client):
    answer = client.get("/finns/inte/")

    assert answer.status_code == 404
    assert "Sidan finns inte" in answer.content.decode()
    assert 'action="/sok/"' in answer.content.decode()


@pytest.mark.parametrize(
    ("view", "code", "says"),
    [
        (errors.bad_request, 400, "Det gick inte att förstå"),
        (errors.forbidden, 403, "Du får inte se den här sidan"),
        (errors.not_found, 404, "Sidan finns inte"),
        (errors.stale_form, 403, "Formuläret var för gammalt"),
    ],
)
def test_each_error_has_its_page(db, view, code, says):
    answer = view(RequestFactory().get("/x/"), Http404())

    assert answer.status_code == code
    assert says in answer.content.decode()


def test_the_page_for_our_own_fault_stands_on_nothing():
    answer = errors.broken(RequestFactory().get("/x/"))

    assert answer.status_code == 500
    assert "Något gick fel hos oss" in answer.content.decode()


def test_the_page_of_the_law_says_that_nobody_has_checked_and_that_the_number_is_missing(db, client):
    text = client.get("/om/lagen/").content.decode()

    assert "Ingen har antecknat" in text
    assert "SFS-nummer ej verifierat" in text


def test_the_page_of_the_law_says_up_to_which_day_it_was_checked_and_by_whom(db, client, settings):
    settings.LAW_SFS, settings.LAW_CHECKED_ON, settings.LAW_CHECKED_BY = "2026:1", "2026-11-20", "Lagansvarig Prov"
    text = client.get("/om/lagen/").content.decode()

    assert "till och med 2026-11-20" in text
    assert "Lagansvarig Prov" in text
    assert "enligt SFS 2026:1" in text
