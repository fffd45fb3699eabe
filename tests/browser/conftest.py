"""A browser, a house, and people who sit down in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from browser.house import House, open_house
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

expect.set_options(timeout=20_000)

ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update",
    "--disable-sync", "--disable-quic", "--disable-dev-shm-usage", "--disable-default-apps",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("RADSLAG_BROWSER") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=ARGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    opened = open_house(tmp_path_factory.mktemp("house"))
    yield opened
    opened.close()


class Person:
    """One who sits at a browser of their own. What the page complains of is kept."""

    def __init__(self, house: House, role: str, context: BrowserContext) -> None:
        self.house, self.role, self.context = house, role, context
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: self._hear(said.type, said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error" or "Content Security Policy" in text:
            self.complaints.append(text)

    def sit_down(self) -> Person:
        """Sign in through the seat that the demonstration offers, by its form."""
        role = self.house.role(self.role)
        if role["user"]:
            self.page.goto(role["url"])
            self.page.get_by_role("main").get_by_role("button").first.click()
            self.page.wait_for_url(f"**{role['path']}")
        else:
            self.page.goto(self.house.room(self.role))
        return self


@pytest.fixture
def someone(browser: Browser, house: House) -> Iterator[Callable[..., Person]]:
    """Let someone sit down: ``someone("chair")``; options are those of a browser context."""
    contexts: list[BrowserContext] = []

    def sits(role: str, **options: object) -> Person:
        context = browser.new_context(locale="sv-SE", **options)  # type: ignore[arg-type]
        context.set_default_timeout(30_000)
        contexts.append(context)
        return Person(house, role, context).sit_down()

    yield sits
    for context in contexts:
        context.close()
