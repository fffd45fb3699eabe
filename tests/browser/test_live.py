"""Screens that follow: eight tabs of one visitor, a line that drops, and a hidden tab."""

from __future__ import annotations

import pytest
from browser.quick import Quick
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def quick(house):
    return Quick(house)


def test_eight_live_tabs_of_one_visitor_all_change(house, quick, someone):
    visitor = someone("public")
    tabs = [visitor.page, *(visitor.context.new_page() for _ in range(7))]
    for tab in tabs:
        tab.goto(house.room("public"))
        expect(tab.get_by_text("Mötet är inte öppnat.")).to_be_visible()
    items = quick.open()
    quick.debate(items[0])
    for tab in tabs:
        # A tab that is hidden has closed its line; shown again it draws the picture anew.
        tab.bring_to_front()
        expect(tab.get_by_text("Avslag").first).to_be_visible()
        expect(tab.get_by_text("Mötet är inte öppnat.")).to_have_count(0)
    assert not visitor.complaints


def test_a_screen_whose_line_drops_says_so_and_comes_back(house, quick, someone):
    member = someone("substitute")
    stale = member.page.locator("[data-stale]")
    expect(stale).to_be_hidden()
    member.page.wait_for_function("document.querySelector('live-room').source?.source")
    member.page.evaluate("document.querySelector('live-room').source.say('lost', false)")
    expect(stale).to_be_visible()
    quick.act(quick.members[0], "withdraw_floor")
    expect(stale).to_be_hidden()


def test_when_the_tab_that_follows_is_closed_another_takes_over(house, quick, someone):
    visitor = someone("public")
    other = visitor.context.new_page()
    other.goto(house.room("public"))
    expect(other.get_by_text("Avslag").first).to_be_visible()
    visitor.page.close()
    quick.act(quick.members[1], "make_motion", kind="refer_back", text="att frågan utreds på nytt")
    expect(other.get_by_text("att frågan utreds på nytt").first).to_be_visible()
    quick.act(quick.members[1], "withdraw_motion", label="B")


def test_the_vote_is_secret_to_the_public_until_it_is_closed(house, quick, someone):
    item, question = quick.ballot()
    public, wall = someone("public"), someone("wall")
    quick.act(quick.members[0], "cast_vote", item=item, question=question, choice="yes")
    for screen in (public, wall):
        expect(screen.page.locator("body")).to_contain_text("1 av")
        assert quick.house.role("member1")["person"] not in screen.page.content()
    quick.decide((item, question))
    expect(public.page.locator(".pubag li").first).to_contain_text("Bifall")
