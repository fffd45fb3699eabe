"""With the English cookie, pages are English: no Swedish sentence of the interface is left in them."""

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils import translation

from meetings.test_room_pages import hall, house  # noqa: F401 - fixtures
from radslag.site import catalogue

pytestmark = pytest.mark.django_db
NAMES = {"Fullmäktige"}
"""Names of bodies, which are not translated."""
VOID = {"meta", "link", "input", "br", "img", "hr", "use", "rect", "path", "circle"}


class Page(HTMLParser):
    """Gathers the texts of a page that are not marked as Swedish."""

    def __init__(self):
        super().__init__()
        self.open, self.texts, self.language = [], [], None

    def handle_starttag(self, tag, attrs):
        lang = dict(attrs).get("lang")
        if tag == "html":
            self.language = lang
        if tag not in VOID:
            self.open.append((tag, lang == "sv" if lang else bool(self.open and self.open[-1][1])))

    def handle_startendtag(self, tag, attrs):
        """An element that is closed at once opens nothing."""

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not (self.open and self.open[-1][1]):
            self.texts.append(" ".join(data.split()))


@pytest.fixture(scope="module")
def swedish():
    """The sentences that read otherwise in English, compiled for the program to speak."""
    catalogue.compile_()
    told = {message.id: message.string for message in catalogue.kept() if isinstance(message.id, str) and message.id}
    return {sentence for sentence, english in told.items() if sentence != english} - NAMES


def read(browser, address):
    browser.cookies["django_language"] = "en"
    answer = browser.get(address)
    assert answer.status_code == 200
    page = Page()
    page.feed(answer.content.decode())
    assert page.language == "en"
    return page.texts


@pytest.mark.parametrize("address", ["/moten/", "/konto/logga-in/", "/samverkan/", "/tillganglighet/", "/om/"])
def test_an_open_page_is_english(address, swedish):
    assert not swedish & set(read(Client(), address))


@pytest.mark.parametrize(
    ("name", "page"),
    [("Anna", "ordforande"), ("Dag", "delta"), ("Sara", "sekreterare"), ("", "folj"), ("", "vagg"), ("", "")],
)
def test_a_page_of_the_meeting_is_english(name, page, hall, swedish):  # noqa: F811 - the fixture
    hall.browser("Anna").cookies["django_language"] = "en"
    hall.opens()
    texts = read(hall.browser(name), f"/mote/{hall.id}/{page}/".replace("//", "/"))
    assert sorted(swedish & set(texts)) == []
    assert translation.get_language() == "sv"
