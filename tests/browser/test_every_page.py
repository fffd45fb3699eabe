"""Every page: no barrier that axe finds, no complaint in the console, no sideways scroll at 320 pixels."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import quick
from browser.conftest import Person
from browser.house import open_house
from browser.routes import ROUTES, Known, address

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}}
DESK = {"width": 1366, "height": 768}
PHONE = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """A house where a meeting has been held, with a vote, to minutes on the board."""
    house = open_house(tmp_path_factory.mktemp("held"))
    held = quick.whole(house)
    yield house, _known(house, held)
    house.close()


def _known(house, held) -> Known:
    meeting, owner = house.meeting, _owner(house, held)
    minutes = held.chair.page(f"/mote/{meeting}/protokoll/")
    posting = re.search(r"/anslag/([0-9a-f-]{36})/", held.chair.page("/anslagstavla/9991/"))
    matter = re.search(r"/arende/([0-9a-f-]{36})/", held.chair.page(f"/arenden/?myndighet={owner}"))
    paragraph = re.search(r"/protokoll/(\d+)/omrostning/", minutes)
    body = next(one["id"] for one in house.told["bodies"] if one["key"] == "ekviken-kf")
    assert posting
    assert matter
    assert paragraph
    return Known(
        meeting, owner, body, house.role("member1")["person"], matter[1], posting[1], int(paragraph[1])
    )  # fmt: skip


def _owner(house, held) -> str:
    from radslag.bodies import demo

    return str(demo.organisation_id("ekviken"))


@pytest.fixture(scope="module")
def seated(browser, held):
    """People who have sat down, one for each role that visits."""
    house, _ = held
    people: dict[str, Person] = {}

    def sit(role: str) -> Person:
        if role not in people:
            context = browser.new_context(locale="sv-SE", viewport=DESK, reduced_motion="reduce")
            people[role] = Person(house, role, context).sit_down()
        return people[role]

    yield sit
    for person in people.values():
        person.context.close()


VISITS = [
    pytest.param(name, number, id=f"{name}-{visit.role}")
    for name, entry in ROUTES.items()
    if not isinstance(entry, str)
    for number, visit in enumerate(entry)
]


@pytest.mark.parametrize(("name", "number"), VISITS)
def test_a_page_is_without_barriers(name: str, number: int, held, seated):
    house, known = held
    visit: Any = ROUTES[name][number]
    person = seated(visit.role)
    person.complaints.clear()
    answer = person.page.goto(house.site(visit.role) + address(name, visit, known))
    assert answer
    assert answer.status == 200, answer.status
    person.page.wait_for_load_state("load")

    found = Axe().run(person.page, options=RULES)
    assert not [(one["id"], [node["html"][:200] for node in one["nodes"]][:4]) for one in found.response["violations"]]

    person.page.set_viewport_size(PHONE)
    wide = person.page.evaluate("document.documentElement.scrollWidth")
    person.page.set_viewport_size(DESK)
    assert wide <= PHONE["width"] or visit.where(known).get("page") == "vagg", f"{wide} pixels wide"
    assert not person.complaints


def test_how_many_pages_were_visited(capsys):
    pages = {name for name, entry in ROUTES.items() if not isinstance(entry, str)}
    with capsys.disabled():
        print(f"\naxe: {len(VISITS)} visits to {len(pages)} routes of {len(ROUTES)}; the others are no pages")
    assert len(pages) > 40
