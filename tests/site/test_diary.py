"""The server's own log tells what and never who."""

import logging

from radslag.site import diary

TICKET = "eyJzZXNzaW9uIjoiYWJjIn0:1tXyZ9-abcdefghijklmnopqrstuvwxyz0123456789"


def test_a_query_string_is_not_written():
    assert "hemligt" not in diary.scrub("GET /sok/?q=hemligt HTTP/1.1")


def test_a_ticket_a_mail_address_and_an_identity_number_are_not_written():
    said = diary.scrub(f"{TICKET} anna@example.se 19121212-1212 121212-1212")
    assert "abc" not in said
    assert "anna" not in said
    assert "1212" not in said


def test_the_permanent_id_of_a_stream_is_written():
    stream = "meeting/3f1f9a9e-0f0e-4c3b-9a77-1d2c3b4a5f60"
    assert diary.scrub(stream) == stream


def test_only_allowed_fields_are_written():
    line = diary.only_what_is_allowed(None, "", {"event": "x", "name": "Anna Ek", "domain": "noticeboard"})
    assert line == {"event": "x", "domain": "noticeboard"}


def test_an_error_is_named_by_kind_and_place_and_not_by_what_it_quotes():
    try:
        raise ValueError("Anna Ek, 19121212-1212")
    except ValueError as error:
        said = diary.reason(error)
    assert said.startswith("ValueError at ")
    assert "Anna" not in said


def test_a_librarys_line_is_scrubbed_and_its_traceback_left_out():
    try:
        raise KeyError("Anna Ek")
    except KeyError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "f", 1, "GET /a?token=%s", ("abc",), (KeyError, error, error.__traceback__)
        )
    form = diary.configuration()["formatters"]["scrubbing"]["()"]()
    said = form.format(record)
    assert "abc" not in said
    assert "Anna" not in said
    assert "KeyError" in said
