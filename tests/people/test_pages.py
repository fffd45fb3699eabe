"""The pages of sign-in and of what is one's own, walked by an ordinary browser without JavaScript."""

from __future__ import annotations

import json
import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.contrib.auth import get_user
from django.test import Client, override_settings

from people.cast import Cast, a_cast
from radslag.people import demo, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return a_cast()


def signed_in(user: str) -> Client:
    client = Client()
    answer = client.post("/konto/logga-in/", {"login": user, "password": f"lösenord-{user}"})
    assert answer.status_code == 302, answer.content.decode()
    return client


def confirmed(user: str) -> Client:
    """Sign in and confirm once more, as what changes sign-in asks for."""
    client = signed_in(user)
    assert client.post("/konto/bekrafta/", {"password": f"lösenord-{user}"}).status_code == 302
    return client


def test_a_member_signs_in_with_a_password_and_sees_the_own_page(cast: Cast) -> None:
    client = signed_in("anna")
    page = client.get("/mitt/").content.decode()
    assert "Anna Ek" in page
    assert "Ordförande" in page
    assert "lösenord" in page


def test_a_wrong_password_says_so_in_the_title_and_beside_the_form(cast: Cast) -> None:
    page = Client().post("/konto/logga-in/", {"login": "anna", "password": "fel"}).content.decode()
    assert "<title>Fel:" in page
    assert 'role="alert"' in page


def test_what_changes_sign_in_asks_to_confirm_first(cast: Cast) -> None:
    answer = signed_in("ali").get("/konto/nycklar/ny/")
    assert answer.headers["Location"] == "/konto/bekrafta/?next=%2Fkonto%2Fnycklar%2Fny%2F"


def test_nobody_can_sign_up(cast: Cast) -> None:
    assert Client().get("/konto/nytt/").status_code == 404


def test_no_page_of_sign_in_carries_script_or_style_of_its_own(cast: Cast) -> None:
    client = confirmed("anna")
    for path in ("/konto/losenord/", "/konto/tvasteg/", "/konto/nycklar/", "/konto/nycklar/ny/", "/konto/tvasteg/app/",
                 "/konto/logga-ut/", "/konto/bekrafta/", "/mitt/", "/mitt/enhet/"):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = answer.content.decode()
        assert not re.search(r"<script(?![^>]* src=)|<style| style=|\son[a-z]+=", page), path
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_a_code_from_an_app_can_be_set_up_used_and_is_recorded(cast: Cast) -> None:
    client = confirmed("ali")
    page = client.get("/konto/tvasteg/app/").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7]+)</code>', page).group(1)  # type: ignore[union-attr]
    assert client.post("/konto/tvasteg/app/", {"code": code_for(secret)}).status_code == 302
    codes = client.get("/konto/reservkoder/").content.decode()
    spare = re.findall(r"<li><code>(\w+)</code></li>", codes)
    assert len(spare) == 10

    fresh = Client()
    first = fresh.post("/konto/logga-in/", {"login": "ali", "password": "lösenord-ali"})
    assert first.headers["Location"] == "/konto/tvasteg/kod/"
    assert get_user(fresh).is_anonymous
    assert "Andra steget" in fresh.get("/konto/tvasteg/kod/").content.decode()
    assert fresh.post("/konto/tvasteg/kod/", {"code": "000000"}).status_code == 200
    assert fresh.post("/konto/tvasteg/kod/", {"code": spare[0]}).status_code == 302
    assert "lösenord och reservkod" in fresh.get("/mitt/").content.decode()


def test_every_page_of_two_steps_opens_when_a_code_is_set_up(cast: Cast) -> None:
    client = confirmed("ali")
    page = client.get("/konto/tvasteg/app/").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7]+)</code>', page).group(1)  # type: ignore[union-attr]
    client.post("/konto/tvasteg/app/", {"code": code_for(secret)})
    for path in ("tvasteg/", "tvasteg/app/ta-bort/", "tvasteg/bekrafta/", "reservkoder/nya/", "reservkoder/fil/"):
        assert client.get(f"/konto/{path}").status_code == 200, path


def test_a_changed_password_keeps_the_session_and_the_old_one_ends(cast: Cast) -> None:
    client = signed_in("anna")
    new = "en helt ny ramsa 7"
    given = {"oldpassword": "lösenord-anna", "password1": new, "password2": new}
    assert client.post("/konto/losenord/", given).status_code == 302
    assert client.get("/mitt/").status_code == 200
    assert Client().post("/konto/logga-in/", {"login": "anna", "password": "lösenord-anna"}).status_code == 200


def test_the_administrator_makes_an_account_and_grants_an_office(cast: Cast) -> None:
    client = signed_in("adam")
    base = f"/konton/{cast.owner}/"
    assert "Anna Ek" in client.get(base).content.decode()
    made = client.post(f"{base}nytt/", {"name": "Nils Ny", "user": "nils"}).content.decode()
    password = re.search(r"<dd><code>([a-z0-9-]{19})</code></dd>", made).group(1)  # type: ignore[union-attr]
    person = re.search(base + r"([0-9a-f-]{36})/", made).group(1)  # type: ignore[union-attr]
    given = {"role": "registrar", "body": "", "starts_on": "2026-11-01"}
    assert client.post(f"{base}{person}/", given).status_code == 302
    assert "Registrator" in client.get(f"{base}{person}/").content.decode()
    assert Client().post("/konto/logga-in/", {"login": "nils", "password": password}).status_code == 302
    client.post(f"{base}{person}/oppet/", {"active": "0"})
    closed = Client().post("/konto/logga-in/", {"login": "nils", "password": password}, follow=True)
    assert "stängt" in closed.content.decode()


def test_a_member_office_without_a_body_is_sent_back(cast: Cast) -> None:
    client = signed_in("adam")
    answer = client.post(
        f"/konton/{cast.owner}/{cast.people['Dag Holm']}/", {"role": "member", "body": "", "starts_on": "2026-11-01"}
    )
    assert answer.status_code == 400
    assert "Välj vilket organ" in answer.content.decode()


@pytest.mark.parametrize("user", ["anna", "sara", "ali", "rut", "rolf"])
def test_the_pages_of_accounts_are_closed_to_everyone_else(cast: Cast, user: str) -> None:
    client = signed_in(user)
    assert client.get(f"/konton/{cast.owner}/").status_code == 403
    assert client.get(f"/konton/{cast.owner}/{cast.people['Ali Berg']}/").status_code == 403
    assert client.post(f"/konton/{cast.owner}/{cast.people['Ali Berg']}/losenord/").status_code == 403


def test_the_public_is_sent_to_sign_in(cast: Cast) -> None:
    answer = Client().get(f"/konton/{cast.owner}/")
    assert answer.headers["Location"].startswith("/konto/logga-in/?next=")


def test_the_chair_sees_the_lines_of_the_own_body_and_a_member_does_not(cast: Cast) -> None:
    path = f"/konton/{cast.owner}/oppnat/{cast.committee}/"
    assert signed_in("anna").get(path).status_code == 200
    assert signed_in("ali").get(path).status_code == 403
    assert signed_in("anna").get(f"/konton/{cast.owner}/oppnat/{cast.council}/").status_code == 403


def test_a_look_that_is_chosen_is_kept_and_no_other_is_taken(cast: Cast) -> None:
    client = signed_in("anna")
    client.post("/mitt/utseende/", {"theme": "sal"})
    assert 'data-theme="sal"' in client.get("/mitt/").content.decode()
    client.post("/mitt/utseende/", {"theme": '"><script>'})
    assert "data-theme" not in client.get("/mitt/").content.decode()


def test_a_return_address_elsewhere_is_not_followed(cast: Cast) -> None:
    answer = signed_in("anna").post("/mitt/utseende/", {"theme": "", "next": "https://annat.example/"})
    assert answer.headers["Location"] == "/mitt/"


@override_settings(DEMO=False)
def test_the_seats_of_the_demonstration_do_not_exist_otherwise(cast: Cast) -> None:
    assert Client().get("/demo/").status_code == 404
    assert Client().post("/demo/in/ordforande/").status_code == 404


@override_settings(DEMO=True)
def test_a_visitor_takes_a_seat_with_one_press_and_the_record_says_how(cast: Cast) -> None:
    lines = demo.seed_demo_accounts({"chair": cast.people["Anna Ek"]}, owner=cast.owner)
    (settings.HOME / "demo.json").write_text(json.dumps({"roles": lines}), encoding="utf-8")
    try:
        assert "ordforande.localhost:8000" in Client().get("/demo/").content.decode()
        elsewhere = Client().get("/demo/in/ordforande/", headers={"host": "localhost:8000"})
        assert elsewhere.headers["Location"] == "http://ordforande.localhost:8000/demo/in/ordforande/"
        there = Client(headers={"host": "ordforande.localhost:8000"})
        assert "Anna Ek" in there.get("/demo/in/ordforande/").content.decode()
        assert get_user(there).is_anonymous
        there.post("/demo/in/ordforande/")
        assert "provets knapp" in there.get("/mitt/").content.decode()
        assert there.cookies["sessionid"]["domain"] == ""
    finally:
        (settings.HOME / "demo.json").unlink()


def test_seeding_twice_gives_the_same_seats(cast: Cast) -> None:
    chair = {"chair": cast.people["Anna Ek"]}
    assert demo.seed_demo_accounts(chair, owner=cast.owner) == demo.seed_demo_accounts(chair, owner=cast.owner)


def test_the_method_and_time_of_signing_in_follow_the_session(cast: Cast) -> None:
    client = signed_in("anna")
    request = client.get("/mitt/").wsgi_request
    method, at = read.sign_in_method(request)
    assert method == "password"
    assert at is not None
