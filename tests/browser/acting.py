"""What people do in the room, in words."""

from __future__ import annotations

import re

from browser.conftest import Person
from playwright.sync_api import Locator, expect


def next_step(chair: Person) -> Locator:
    return chair.page.locator('[data-region="next"]')


def sees_next(chair: Person, label: str) -> None:
    """Wait until the next lawful step has that name."""
    expect(next_step(chair)).to_contain_text(label)


def takes(chair: Person, label: str) -> None:
    """Wait for the next lawful step with that name, and take it."""
    button = next_step(chair).locator(".btn--go")
    expect(button).to_contain_text(label)
    before = _named(chair)
    button.click()
    _comes_another(chair, before)
    expect(chair.page.locator("[data-refusal]")).to_be_hidden()


def calls_the_roll(chair: Person) -> int:
    """Tick everyone and call the roll; give how many were ticked."""
    sees_next(chair, "Håll upprop")
    boxes = chair.page.locator('#roll input[name="present"]')
    expect(boxes.first).to_be_visible()
    called = boxes.count()
    for number in range(called):
        boxes.nth(number).check()
    takes(chair, "Håll upprop")
    return called


def chooses_adjusters(chair: Person, *persons: str) -> None:
    sees_next(chair, "Justerare")
    chosen = chair.page.locator('select[name="persons"]')
    for number, person in enumerate(persons):
        chosen.nth(number).select_option(person)
    next_step(chair).locator(".btn--go").click()
    expect(chosen).to_have_count(0)


def finds(chair: Person, side: str) -> None:
    expect(next_step(chair).locator(".btn--side")).to_have_count(2)
    next_step(chair).locator(".btn--side", has_text=re.compile(rf"^\s*{side}\b")).click()


def finishes_the_item(chair: Person) -> None:
    """Take every step that comes until the item is done; nobody says anything."""
    after = ("Ta upp ärendet", "Avsluta sammanträdet")
    step = next_step(chair)
    takes(chair, "Ta upp ärendet")
    while not any(word in _named(chair) for word in after):
        before = _named(chair)
        if step.locator(".btn--side").count():
            finds(chair, "JA")
        else:
            step.locator(".btn--go").click()
        _comes_another(chair, before)


NAMED = """() => [...document.querySelectorAll('[data-region="next"] :is(.btn--go, .btn--side, .small)')]
    .map(one => one.textContent.trim()).join(" | ")"""
"""What the next step is called, and what comes then: other words are another step."""


def _named(chair: Person) -> str:
    return str(chair.page.evaluate(NAMED))


def _comes_another(chair: Person, before: str) -> None:
    """Wait until the next step is another than before."""
    chair.page.wait_for_function(f"before => ({NAMED})() !== before", arg=before)


def moves(member: Person, what: str, text: str = "") -> None:
    member.page.locator("#move > summary").click()
    member.page.get_by_label(what, exact=True).check()
    if text:
        member.page.locator("#move-text").fill(text)
    member.page.get_by_role("button", name="Lämna yrkandet").click()


def votes(member: Person, word: str) -> None:
    ballot = member.page.locator("[data-ballot]")
    expect(ballot).to_be_visible()
    ballot.get_by_role("button", name=re.compile(rf"^\s*{word}\b")).click()
    expect(member.page.get_by_text(f"Registrerad: {word}")).to_be_visible()
