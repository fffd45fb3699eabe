"""One council meeting, whole: from the opening to minutes on the noticeboard, in the browsers of seven people."""

from __future__ import annotations

import re

import pytest
from browser import acting
from browser.house import radslag
from playwright.sync_api import expect


@pytest.fixture
def people(someone):
    roles = ("chair", "secretary", "member1", "member2", "member3", "wall", "public")
    return {role: someone(role) for role in roles}


def test_a_meeting_from_opening_to_posted_minutes(house, people):
    chair, secretary, wall, public = (people[role] for role in ("chair", "secretary", "wall", "public"))
    members = [people[f"member{number}"] for number in (1, 2, 3)]
    person = {role["role"]: role["person"] for role in house.told["roles"]}

    # The opening and the roll-call.
    acting.takes(chair, "Öppna sammanträdet")
    for member in members:
        member.page.get_by_role("button", name="Jag är här").click()
        expect(member.page.get_by_role("button", name="Jag är här")).to_have_count(0)
    assert acting.calls_the_roll(chair) >= 49
    acting.chooses_adjusters(chair, person["member1"], person["member2"])

    # The first item, without debate.
    acting.finishes_the_item(chair)

    # The second: a speaker, a motion to refer back that is tried first, and a vote that a member demands.
    acting.takes(chair, "Ta upp ärendet")
    members[0].page.get_by_role("button", name="Begär ordet").click()
    acting.takes(chair, "Ge ordet till nästa talare")
    expect(members[0].page.get_by_text("Du har ordet")).to_be_visible()
    expect(wall.page.get_by_role("main")).to_contain_text("Har ordet")
    chair.page.get_by_role("button", name="Avsluta anförande").click()
    acting.moves(members[1], "Återremiss", "att kostnaderna redovisas")
    for screen in (public, wall, secretary, members[2]):
        expect(screen.page.locator("body")).to_contain_text("att kostnaderna redovisas")
    acting.takes(chair, "Avsluta överläggningen")
    acting.takes(chair, "Ställ proposition på återremiss")
    acting.finds(chair, "JA")
    members[2].page.get_by_role("button", name="Begär omröstning").click()
    acting.takes(chair, "Öppna omröstningen")
    acting.votes(members[0], "NEJ")
    acting.votes(members[0], "JA")
    acting.votes(members[1], "NEJ")
    acting.votes(members[2], "AVSTÅR")
    acting.votes(chair, "JA")
    for screen in (public, wall):
        expect(screen.page.locator("body")).to_contain_text("4 av")
        expect(screen.page.locator("body")).not_to_contain_text("Registrerad")
    acting.takes(chair, "Stäng omröstningen")
    expect(wall.page.locator("output.t-ja")).to_have_text("2")
    expect(wall.page.locator("output.t-nej")).to_have_text("1")
    acting.takes(chair, "Klubba beslutet")
    acting.takes(chair, "Ställ proposition")
    acting.finds(chair, "JA")
    acting.takes(chair, "Klubba beslutet")
    acting.takes(chair, "Gå vidare")

    # The rest, and the close.
    while "Ta upp ärendet" in acting.next_step(chair).locator(".btn--go").inner_text():
        acting.finishes_the_item(chair)
    acting.takes(chair, "Avsluta sammanträdet")
    for screen in (public, wall, *members):
        expect(screen.page.locator("body")).to_contain_text("Mötet är avslutat")

    # The minutes: sent by the secretary, approved by chair and adjusters, stamped and posted.
    minutes = f"/mote/{house.meeting}/protokoll/"
    secretary.page.goto(house.site("secretary") + minutes + "arbete/")
    expect(secretary.page.get_by_role("main")).to_contain_text("att kostnaderna redovisas")
    secretary.page.locator('form[action$="/skicka/"] button').click()
    for approver in (chair, *members[:2]):
        approver.page.goto(house.site(approver.role) + minutes + "justera/")
        approver.page.get_by_label("Jag har läst protokollet").check()
        approver.page.get_by_role("button", name="Justera protokollet").click()
        expect(approver.page.get_by_role("button", name="Justera protokollet")).to_have_count(0)
    secretary.page.goto(house.site("secretary") + minutes + "arbete/")
    expect(secretary.page.get_by_role("main")).to_contain_text("Justerat och anslaget")
    public.page.goto(house.site("public") + minutes)
    expect(public.page.get_by_role("main")).to_contain_text("att kostnaderna redovisas")
    public.page.goto(house.site("public") + "/anslagstavla/")
    public.page.get_by_role("main").get_by_role("link", name=re.compile("Ekviken")).first.click()
    expect(public.page.get_by_role("main")).to_contain_text("Justerat protokoll")

    assert not {role: one.complaints for role, one in people.items() if one.complaints}
    assert radslag(house.home, "verify")
