"""The locks of the raw path, seen from outside."""

from __future__ import annotations

import socket
import time

import pytest


def test_a_vote_is_answered_and_a_second_one_is_refused_with_its_section(server, meeting):
    ali = server.guest(meeting)
    assert ali.act(choice="yes") == (200, {"number": 1, "again": False})
    status, said = ali.act(choice="no")
    assert (status, said["section"]) == (409, "KL 4 kap. 0 §")
    assert said["says"] == "Ali har redan röstat."
    assert said["instead"]


def test_a_vote_that_is_sent_again_is_one_vote(server, meeting):
    ali = server.guest(meeting)
    answers = [ali.act(choice="yes", key="once") for _ in range(3)]
    assert [said["again"] for _, said in answers] == [False, True, True]
    assert server.ask("state", stream=f"meeting/{meeting}") == [1, [["Ali", "yes"]]]


def test_a_key_that_comes_back_with_another_vote_is_refused(server, meeting):
    ali = server.guest(meeting)
    ali.act(choice="yes", key="once")
    status, said = ali.act(choice="no", key="once")
    assert status == 409
    assert "nyckel" in said["says"]


def test_no_ticket_lets_nobody_in(server, meeting):
    ali = server.guest(meeting)
    ali.headers = {"Room-Ticket": ""}
    assert ali.act(choice="yes")[0] == 401
    ali.headers = {"Cookie": ""}
    assert ali.act(choice="yes")[0] == 401


def test_a_forged_ticket_lets_nobody_in(server, meeting):
    ali = server.guest(meeting)
    ali.ticket = ali.cookie = ali.ticket[:-3] + ("abc" if ali.ticket[-3:] != "abc" else "cba")
    assert ali.act(choice="yes")[0] == 401


def test_a_ticket_is_good_for_ten_minutes(server, meeting):
    assert server.guest(meeting, age="599").act(choice="yes")[0] == 200
    assert server.guest(meeting, person="Bea", age="601").act(choice="yes")[0] == 401


def test_a_ticket_of_another_meeting_is_refused(server, meeting):
    ali = server.guest(server.ask("meeting"))
    ali.meeting = meeting
    assert ali.act(choice="yes")[0] == 403


def test_a_ticket_carried_to_another_device_is_refused(server, meeting):
    ali = server.guest(meeting)
    thief = server.guest(meeting, person="Bea", device="d2")
    thief.cookie, thief.ticket = thief.ticket, ali.ticket
    assert thief.act(choice="yes")[0] == 403


def test_a_device_that_was_taken_over_votes_no_more(server, meeting):
    old = server.guest(meeting, person="Cia", device="old")
    time.sleep(0.01)
    server.ask("take over", person="Cia", device="old")
    new = server.guest(meeting, person="Cia", device="new")
    assert old.act(choice="yes")[0] == 401
    assert new.act(choice="yes")[0] == 200


def test_after_sign_out_the_ticket_is_worth_nothing(server, meeting):
    ali = server.guest(meeting)
    server.ask("sign out", session=ali.session)
    assert ali.act(choice="yes")[0] == 401


def test_a_session_that_ended_elsewhere_is_found_out_within_a_second(server, meeting):
    ali = server.guest(meeting)
    assert ali.act(choice="yes")[0] == 200
    server.ask("delete session", session=ali.session)
    time.sleep(1.05)
    assert ali.act(choice="yes")[0] == 401


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:1"])
def test_another_site_is_refused(server, meeting, origin):
    ali = server.guest(meeting)
    ali.origin = origin
    assert ali.act(choice="yes")[0] == 403


def test_without_origin_no_act_is_done(server, meeting):
    ali = server.guest(meeting)
    ali.headers = {"Origin": ""}
    assert ali.act(choice="yes")[0] == 403


def test_nobody_is_told_what_another_site_might_do(server, meeting):
    ali = server.guest(meeting)
    ali.headers = {"Access-Control-Request-Method": "POST"}
    assert ali.act(method="OPTIONS")[0] == 403


def test_another_host_name_is_refused(server, meeting):
    ali = server.guest(meeting)
    ali.headers = {"Host": "evil.example", "Origin": "http://evil.example"}
    assert ali.act(choice="yes")[0] == 403


def test_a_megabyte_is_refused_before_it_is_read(server, meeting):
    ali = server.guest(meeting)
    with socket.create_connection(("localhost", server.port), timeout=5) as line:
        head = (
            f"POST /live/{meeting}/act HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
            f"Origin: http://localhost:{server.port}\r\nRoom-Ticket: {ali.ticket}\r\nCookie: room={ali.ticket}\r\n"
            "Idempotency-Key: k\r\nContent-Length: 1048576\r\n\r\n"
        )
        line.sendall(head.encode() + b"x" * 1000)
        assert line.recv(4096).startswith(b"HTTP/1.1 413")


def test_a_body_that_grows_past_eight_kilobytes_without_saying_so_is_refused(server, meeting):
    ali = server.guest(meeting)
    with socket.create_connection(("localhost", server.port), timeout=5) as line:
        head = (
            f"POST /live/{meeting}/act HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
            f"Origin: http://localhost:{server.port}\r\nRoom-Ticket: {ali.ticket}\r\nCookie: room={ali.ticket}\r\n"
            "Idempotency-Key: k\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        line.sendall(head.encode() + b"2400\r\n" + b"x" * 0x2400 + b"\r\n")
        assert line.recv(4096).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"choice": "yes"}', b'{"act": "dance"}', b'{"act": "vote"}'])
def test_what_cannot_be_understood_is_refused(server, meeting, body):
    assert server.guest(meeting).post(body)[0] == 400


@pytest.mark.parametrize("key", ["", "x" * 101])
def test_an_act_needs_a_key(server, meeting, key):
    ali = server.guest(meeting)
    ali.headers = {"Idempotency-Key": key}
    assert ali.act(choice="yes")[0] == 400


def test_who_sends_too_much_has_to_wait(server, meeting):
    ali, bea = server.guest(meeting), server.guest(meeting, person="Bea")
    statuses = {ali.act(choice="yes", key="once")[0] for _ in range(80)}
    assert statuses == {200, 429}
    assert bea.act(choice="yes")[0] == 200


def test_who_is_not_signed_in_follows_and_does_not_act(server, meeting):
    nobody = server.guest(meeting, person=None)
    assert nobody.act(choice="yes")[0] == 403


def test_a_meeting_that_does_not_exist_is_not_found(server):
    ali = server.guest("00000000-0000-0000-0000-000000000000")
    assert ali.act(choice="yes")[0] == 404


def test_a_refusal_can_be_read_in_english(server, meeting):
    ali = server.guest(meeting)
    ali.headers = {"Idempotency-Key": "", "Cookie": f"room={ali.ticket}; django_language=en"}
    assert set(ali.act(choice="yes")[1]) == {"says", "instead"}


def test_nesting_without_end_is_not_understood_and_is_not_our_fault(server, meeting):
    ali = server.guest(meeting)
    body = b'{"act":' + b"[" * 4000 + b"]" * 4000 + b"}"
    status, said = ali.post(body)
    assert (status, said["says"]) == (400, "Begäran går inte att förstå.")


def test_a_ticket_does_not_tell_which_session_it_is_of(server, meeting):
    import base64

    ali = server.guest(meeting)
    assert b"Ali" not in base64.urlsafe_b64decode(ali.ticket + "==")
