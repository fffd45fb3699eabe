"""Sign-in in a real browser under our policy: a key is added and used, a code set up, a device taken over from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from browser.conftest import Person
from browser.house import House
from playwright.sync_api import Browser, BrowserContext, expect

DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
"""A browser's own key that always says yes."""


@pytest.fixture
def anyone(browser: Browser, house: House) -> Iterator[Callable[..., Person]]:
    """Give someone a browser of their own, not signed in."""
    contexts: list[BrowserContext] = []

    def made(role: str, **options: object) -> Person:
        context = browser.new_context(locale="sv-SE", **options)  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Person(house, role, context)

    yield made
    for context in contexts:
        context.close()


def with_password(someone: Person, house: House) -> None:
    role = house.role(someone.role)
    someone.page.goto(f"{house.site(someone.role)}/konto/logga-in/?next=/mitt/")
    someone.page.get_by_label("Användarnamn").fill(role["user"])
    someone.page.get_by_label("Lösenord", exact=True).fill(role["password"])
    someone.page.get_by_role("button", name="Logga in", exact=True).click()
    someone.page.wait_for_url("**/mitt/")


def test_a_key_is_added_and_signs_in_alone_with_nothing_blocked(house: House, anyone: Callable[..., Person]) -> None:
    someone = anyone("registrar")
    page, site = someone.page, house.site("registrar")
    session = someone.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    with_password(someone, house)
    page.goto(f"{site}/konto/nycklar/ny/")
    page.get_by_label("Lösenord", exact=True).fill(house.role("registrar")["password"])
    page.get_by_role("button", name="Bekräfta").click()
    page.get_by_label("Namn").fill("Min telefon")
    page.get_by_label("Logga in utan lösenord").check()
    page.get_by_role("button", name="Lägg till").click()
    page.wait_for_url("**/konto/reservkoder/")
    page.goto(f"{site}/konto/logga-ut/")
    page.get_by_role("button", name="Logga ut").click()
    page.goto(f"{site}/konto/logga-in/")
    page.get_by_role("button", name="Nyckel i telefonen eller datorn").click()
    page.wait_for_url(f"{site}/")
    page.goto(f"{site}/mitt/")
    expect(page.get_by_text("Inloggad med nyckel")).to_be_visible()
    assert someone.complaints == []


def test_a_second_browser_votes_only_after_it_said_so(house: House, anyone: Callable[..., Person]) -> None:
    first, second = anyone("member3"), anyone("member3")
    with_password(first, house)
    with_password(second, house)
    second.page.get_by_role("link", name="Rösta härifrån").click()
    second.page.get_by_role("button", name="Ta över: rösta härifrån i fortsättningen").click()
    second.page.wait_for_url("**/mitt/")
    expect(second.page.get_by_role("link", name="Rösta härifrån")).to_have_count(0)
    first.page.reload()
    expect(first.page.get_by_role("link", name="Rösta härifrån")).to_be_visible()


def test_without_script_the_password_works_and_no_key_is_offered(house: House, anyone: Callable[..., Person]) -> None:
    someone = anyone("secretary", java_script_enabled=False)
    with_password(someone, house)
    someone.page.goto(f"{house.site('secretary')}/konto/logga-in/")
    expect(someone.page.get_by_role("button", name="Nyckel i telefonen eller datorn")).to_have_count(0)
