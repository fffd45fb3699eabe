"""The doors open: seats, sign-in, the front page."""

from playwright.sync_api import expect


def test_the_front_page_has_two_doors(someone, house):
    anyone = someone("public")
    anyone.page.goto(house.url)
    expect(anyone.page.get_by_role("main").get_by_role("link", name="Möten").first).to_be_visible()
    expect(anyone.page.get_by_role("main").get_by_role("link", name="Samverkan").first).to_be_visible()
    assert not anyone.complaints


def test_every_role_of_the_demonstration_finds_its_screen(someone, house):
    for role in house.told["roles"]:
        person = someone(role["role"])
        expect(person.page.get_by_role("main")).to_be_visible()
        assert not person.complaints, (role["role"], person.complaints)
