"""The meeting with JavaScript off, and by keyboard alone."""

from __future__ import annotations

import pytest
from browser import acting
from browser.conftest import Person
from browser.house import open_house
from browser.quick import Quick
from playwright.sync_api import Page, expect


@pytest.fixture(scope="module")
def quick(house):
    return Quick(house)


def presses(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).first.click()


def test_the_whole_of_an_item_with_javascript_off(house, someone):
    chair = someone("chair", java_script_enabled=False)
    members = [someone(f"member{number}", java_script_enabled=False) for number in (1, 2, 3)]
    step = chair.page.locator('[data-region="next"]')

    def takes(label: str) -> None:
        chair.page.goto(chair.page.url)
        expect(step.locator(".btn--go")).to_contain_text(label)
        step.locator(".btn--go").click()
        expect(chair.page.get_by_text("Registrerat.")).to_be_visible()

    takes("Öppna sammanträdet")
    for member in members:
        member.page.goto(member.page.url)
        presses(member.page, "Jag är här")
    chair.page.goto(chair.page.url)
    boxes = chair.page.locator('#roll input[name="present"]')
    for number in range(boxes.count()):
        boxes.nth(number).check()
    step.locator(".btn--go").click()
    chosen = chair.page.locator('select[name="persons"]')
    chosen.nth(0).select_option(house.role("member1")["person"])
    chosen.nth(1).select_option(house.role("member2")["person"])
    step.locator(".btn--go").click()
    takes("Ta upp ärendet")
    takes("Avsluta ärendet")  # The first item is formal: nothing is decided in it.
    takes("Ta upp ärendet")
    members[0].page.goto(members[0].page.url)
    presses(members[0].page, "Begär ordet")
    takes("Ge ordet till nästa talare")
    presses(chair.page, "Avsluta anförande")
    takes("Avsluta överläggningen")
    takes("Ställ proposition")
    step.locator(".btn--side").first.click()
    members[1].page.goto(members[1].page.url)
    presses(members[1].page, "Begär omröstning")
    takes("Öppna omröstningen")
    for member, choice in zip(members, ("yes", "no", "yes"), strict=True):
        member.page.goto(member.page.url)
        member.page.locator(f'button[name="choice"][value="{choice}"]').click()
        expect(member.page.get_by_text("Registrerad:")).to_be_visible()
    takes("Stäng omröstningen")
    takes("Klubba beslutet")
    takes("Gå vidare")
    public = someone("public", java_script_enabled=False)
    public.page.goto(house.room("public"))
    expect(public.page.locator(".pubag")).to_contain_text("Bifall")


MARKED = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  return at === document.body || style.outlineStyle !== "none" || style.boxShadow !== "none";
}"""
"""Whether what has the focus shows it."""


def test_the_meeting_opens_by_keyboard_alone_and_the_focus_is_always_seen(browser, tmp_path_factory):
    house = open_house(tmp_path_factory.mktemp("keys"))
    context = browser.new_context(locale="sv-SE", reduced_motion="reduce")
    try:
        chair = Person(house, "chair", context)
        chair.page.goto(house.role("chair")["url"])
        _tab_to(chair.page, "button")
        chair.page.keyboard.press("Enter")
        chair.page.wait_for_url(f"**{house.role('chair')['path']}")
        chair.page.keyboard.press("Tab")
        assert chair.page.evaluate("document.activeElement.className") == "skip"
        acting.sees_next(chair, "Öppna sammanträdet")
        _tab_to(chair.page, ".btn--go")
        chair.page.keyboard.press("Enter")
        acting.sees_next(chair, "Håll upprop")
        _tab_to(chair.page, 'input[name="present"]')
        for _ in range(30):
            chair.page.keyboard.press("Space")
            chair.page.keyboard.press("Tab")
        _tab_to(chair.page, ".btn--go")
        chair.page.keyboard.press("Enter")
        acting.sees_next(chair, "Utse justerare")
        assert not chair.complaints
    finally:
        context.close()
        house.close()


def _tab_to(page: Page, place: str) -> None:
    """Press Tab until what is sought has the focus; every stop on the way must show that it has it."""
    for _ in range(200):
        page.keyboard.press("Tab")
        assert page.evaluate(MARKED), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return
    raise AssertionError(f"nothing leads to {place}")
