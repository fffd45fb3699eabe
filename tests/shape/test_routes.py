"""Every route is in the browser's list: a page that is visited, or the reason why it is no page."""

from browser.routes import ROUTES, names


def test_every_route_has_an_entry():
    assert not names() - set(ROUTES)


def test_every_entry_is_a_route():
    assert not set(ROUTES) - names()
