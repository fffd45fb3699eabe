"""Attacks on the raw path: each is refused, or answered once."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
import uuid
from dataclasses import replace

import pytest
from browser.house import House
from browser.quick import Quick, visitor

from radslag.crowd.visitor import Visitor


@pytest.fixture(scope="module")
def debate(house):
    """A meeting where an item is up, and a member who may ask for the floor."""
    quick = Quick(house)
    items = quick.open()
    quick.act(quick.chair, "open_item", item=items[0])
    return quick


def send(house: House, *, visitor: Visitor | None = None, body: bytes | None = None, **headers: str) -> int:
    """Send an act with just these headers; give the status."""
    request = urllib.request.Request(
        f"{house.url}/live/{house.meeting}/act",
        data=json.dumps({"act": "request_floor"}).encode() if body is None else body,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )
    opener = visitor._browser if visitor else urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as no:
        return no.code
    except OSError:
        return 0


def whole(house: House, one: Visitor, **changed: str) -> dict[str, str]:
    """Give the headers of an honest act, with what is changed."""
    honest = {
        "Origin": house.url,
        "Content_Type": "application/json",
        "Room_Ticket": one.ticket(house.meeting),
        "Idempotency_Key": str(uuid.uuid4()),
    }
    return {name: value for name, value in {**honest, **changed}.items() if value}


def entries(house: House) -> int:
    """How many lines the meeting's journal has: an act that was refused leaves none."""
    import apsw

    with apsw.Connection(str(house.home / "journal.sqlite3"), flags=apsw.SQLITE_OPEN_READONLY) as journal:
        asked = journal.execute("SELECT count(*) FROM log_entry WHERE stream = ?", (f"meeting/{house.meeting}",))
        return int(next(iter(asked))[0])


def test_an_honest_act_is_done(house, debate):
    member = debate.members[0]
    before = entries(house)
    assert send(house, visitor=member, **whole(house, member)) == 200
    assert entries(house) > before


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Room_Ticket": ""}, 401),
        ({"Room_Ticket": "forged.ticket:abc"}, 401),
        ({"Origin": "http://elsewhere.example"}, 403),
        ({"Origin": ""}, 403),
        ({"Origin": "null"}, 403),
        ({"Idempotency_Key": ""}, 400),
    ],
    ids=["no ticket", "forged ticket", "foreign origin", "no origin", "origin null", "no key"],
)
def test_an_act_that_lacks_something_is_refused(house, debate, changed, status):
    member = debate.members[1]
    before = entries(house)
    assert send(house, visitor=member, **whole(house, member, **changed)) == status
    assert entries(house) == before


def test_a_ticket_whose_signature_is_changed_by_one_letter_is_refused(house, debate):
    member = debate.members[1]
    ticket = member.ticket(house.meeting)
    changed = ticket[:-1] + ("A" if ticket[-1] != "A" else "B")
    assert send(house, visitor=member, **whole(house, member, Room_Ticket=changed)) == 401


def test_a_ticket_alone_without_the_browsers_cookie_is_refused(house, debate):
    assert send(house, visitor=None, **whole(house, debate.members[1])) in {401, 403}


def test_another_persons_ticket_is_refused(house, debate):
    one, other = debate.members[1], debate.members[2]
    stolen = whole(house, one, Room_Ticket=other.ticket(house.meeting))
    assert send(house, visitor=one, **stolen) in {401, 403}


def test_a_ticket_of_another_meeting_is_refused(house, debate):
    member = debate.members[1]
    request = whole(house, member)
    other = house.told["meetings"][1]["id"]
    answer = replace(house, told={**house.told, "meetings": [{"id": other}]})
    assert send(answer, visitor=member, **request) in {401, 403}


def test_an_expired_ticket_is_refused(house, debate):
    from radslag.live import ticket

    box = ticket._box((house.home / "secret.key").read_text(encoding="utf-8").strip())
    member = debate.members[1]
    fields = json.loads(box.decrypt(member.ticket(house.meeting)))
    assert fields[3] == house.meeting
    old = box.encrypt(json.dumps([*fields[:-1], time.time() - 1]).encode()).decode()
    assert send(house, visitor=member, **whole(house, member, Room_Ticket=old)) == 401


def test_a_megabyte_is_refused_unread(house, debate):
    member = debate.members[1]
    before = entries(house)
    big = json.dumps({"act": "note", "text": "x" * 1_000_000}).encode()
    assert send(house, visitor=member, body=big, **whole(house, member)) in {413, 0}
    assert entries(house) == before
    assert send(house, visitor=member, body=b'{"act": "not', **whole(house, member)) == 400


def test_a_replayed_key_is_answered_again_and_done_once(house, debate):
    member = debate.members[2]
    headers = whole(house, member)
    assert send(house, visitor=member, **headers) == 200
    after = entries(house)
    assert send(house, visitor=member, **headers) == 200
    assert entries(house) == after


def test_a_device_that_was_taken_over_cannot_act(house, debate):
    role = house.role("substitute")
    first = visitor(house, "substitute")
    headers = whole(house, first)
    assert send(house, visitor=first, body=b'{"act": "register_leave"}', **headers) == 200
    second = Visitor(house.url, role["user"], role["password"])
    second.sign_in()
    mine = second.page("/mitt/")
    from radslag.crowd.visitor import _token

    devices = second._post("/mitt/enhet/", {"next": "/mitt/", **_token(mine)})
    assert devices
    status = send(house, visitor=first, body=b'{"act": "register_arrival"}', **whole(house, first))
    assert status in {401, 403}


def test_streams_of_a_signed_out_person_close_within_a_second_and_tickets_die(house, debate):
    leaving = visitor(house, "substitute")
    headers = whole(house, leaving)
    request = urllib.request.Request(f"{house.url}/live/{house.meeting}/stream?surface=member")
    stream = leaving._browser.open(request, timeout=20)
    assert stream.readline()
    from radslag.crowd.visitor import _token

    leaving._post("/konto/logga-ut/", _token(leaving.page("/konto/logga-ut/")))
    began = time.monotonic()
    while stream.readline():
        assert time.monotonic() - began < 5
    assert time.monotonic() - began < 1.0
    stream.close()
    assert send(house, visitor=leaving, **headers) in {401, 403}
