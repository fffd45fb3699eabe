"""Screens that follow: whole pictures, for those who may see them, as long as they are welcome."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from contextlib import ExitStack

import pytest

from live.server import Stream


def test_a_screen_gets_every_region_at_once_and_then_what_changes(server, meeting):
    ali, bea = server.guest(meeting), server.guest(meeting, person="Bea")
    with ali.following() as screen:
        assert screen.until(count="<b>0</b>", mine="") == {"count": "<b>0</b>", "mine": ""}
        bea.act(choice="yes")
        assert screen.frame() == ("regions", {"number": 1, "regions": {"count": "<b>1</b>"}})
        ali.act(choice="no")
        assert screen.until(count="<b>2</b>", mine="no")


def test_nobody_sees_more_than_their_audience(server, meeting):
    server.guest(meeting).act(choice="yes")
    chair = server.guest(meeting, person="chair")
    with chair.following("chair") as theirs, server.guest(meeting, person="Bea").following("chair") as hers:
        assert "votes" in theirs.until(count="<b>1</b>", votes="(('Ali', 'yes'),)")
        assert "votes" not in hers.until(count="<b>1</b>")
        chair.act("close")
        hers.until(votes="(('Ali', 'yes'),)")


def test_a_shared_surface_shows_nothing_personal(server, meeting):
    ali = server.guest(meeting)
    ali.act(choice="yes")
    with ali.following("wall") as wall:
        assert wall.until(count="<b>1</b>") == {"count": "<b>1</b>"}


def test_who_moves_to_another_audience_is_wiped_before_anything_new_is_shown(server, meeting):
    chair = server.guest(meeting, person="chair")
    with chair.following("chair") as screen:
        screen.until(count="<b>0</b>", votes="()", mine="")
        chair.act("leave")
        name, wiped = screen.frame()
        assert (name, wiped["regions"]) == ("regions", {"count": "", "votes": ""})
        assert screen.frame()[1]["regions"] == {"mine": ""}
        assert screen.frame()[1]["regions"] == {"door": "Du har lämnat salen."}


def test_anyone_follows_as_the_public_without_a_cookie_and_as_nothing_else(server, meeting):
    with Stream(server.port, meeting, "public", "") as screen:
        assert screen.status == 200
        assert screen.headers["content-type"].startswith("text/event-stream")
        assert "access-control-allow-origin" not in screen.headers
        screen.until(count="<b>0</b>")
    for surface in ("member", "chair", "wall"):
        with Stream(server.port, meeting, surface, "") as screen:
            assert screen.status == 401


def test_a_forged_cookie_opens_no_stream(server, meeting):
    with Stream(server.port, meeting, "member", "forged") as screen:
        assert screen.status == 401


def test_the_cookie_of_one_meeting_does_not_open_another(server, meeting):
    ali = server.guest(meeting)
    with Stream(server.port, server.ask("meeting"), "member", ali.ticket) as screen:
        assert screen.status == 403


@pytest.mark.parametrize("how", ["sign out", "delete session", "take over"])
def test_the_stream_of_who_has_left_is_closed_within_a_second(server, meeting, how):
    ali = server.guest(meeting, device=f"device {how}")
    with ali.following() as screen:
        screen.until(count="<b>0</b>", mine="")
        began = time.monotonic()
        server.ask(how, session=ali.session, person="Ali", device=f"device {how}")
        assert screen.frame() == ("closed", {})
        assert screen.frame() == ("end", None)
        assert time.monotonic() - began < 1.0
    with ali.following() as again:
        assert again.status == 401


def test_a_screen_that_reads_nothing_holds_up_nobody(server, meeting):
    chair = server.guest(meeting, person="chair")
    with ExitStack() as open_streams:
        for _ in range(5):
            open_streams.enter_context(chair.following("chair"))
        with server.guest(meeting, person="Bea").following() as screen:
            for n in range(20):
                server.guest(meeting, person=f"person {n}").act(choice="yes " * 500)
            began = time.monotonic()
            screen.until(count="<b>20</b>")
            assert time.monotonic() - began < 1.0


def test_the_server_says_that_it_is_well(server):
    with urllib.request.urlopen(f"http://localhost:{server.port}/healthz") as answer:
        said = json.load(answer)
    assert said["log"] == "whole"
    assert set(said) == {"version", "commit", "database", "log"}


def test_pages_of_django_are_served_beside_the_live_path(server):
    with pytest.raises(urllib.error.HTTPError) as none:
        urllib.request.urlopen(f"http://localhost:{server.port}/no-such-page")
    assert none.value.code == 404
    none.value.close()
