"""Whole pictures, never differences: whoever missed ten versions gets one frame with what changed since."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from radslag.live.pace import Pace
from radslag.live.picture import Picture

REGIONS = st.dictionaries(st.sampled_from(["head", "now", "queue", "ballot"]), st.text(max_size=3))


def read(frame: bytes) -> dict[str, str]:
    """Read the regions of a frame."""
    return json.loads(frame.partition(b"data: ")[2])["regions"] if frame else {}


def test_only_what_changed_is_sent_and_the_same_bytes_to_all_who_saw_the_same():
    picture = Picture()
    assert picture.redraw(1, {"head": "a", "now": "b"})
    assert not picture.redraw(2, {"head": "a", "now": "b"})
    assert picture.redraw(3, {"head": "a", "now": "c"})
    assert read(picture.since(1)) == {"now": "c"}
    assert picture.since(1) is picture.since(1)
    assert picture.since(2) == b""
    assert read(picture.since(0)) == {"head": "a", "now": "c"}


def test_a_region_that_is_gone_is_emptied():
    picture = Picture()
    picture.redraw(1, {"head": "a", "votes": "secret"})
    picture.redraw(2, {"head": "a"})
    assert read(picture.since(1)) == {"votes": ""}
    assert read(picture.wipe()) == {"head": "", "votes": ""}


@given(st.lists(REGIONS, max_size=8), st.sets(st.integers(0, 8)))
def test_a_screen_that_looks_now_and_then_ends_with_the_same_picture_as_one_that_saw_everything(drawings, looks):
    picture, every, some, seen_every, seen_some = Picture(), {}, {}, 0, 0
    for number, regions in enumerate(drawings):
        picture.redraw(number, regions)
        every |= read(picture.since(seen_every))
        seen_every = picture.version
        if number in looks:
            some |= read(picture.since(seen_some))
            seen_some = picture.version
    some |= read(picture.since(seen_some))
    shown = {name: html for name, html in some.items() if html}
    assert shown == {name: html for name, html in every.items() if html}
    assert shown == {name: html for name, html in (drawings[-1] if drawings else {}).items() if html}


def test_a_bucket_fills_again(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr("radslag.live.pace.time.monotonic", lambda: clock[0])
    pace = Pace(per_second=2, burst=3)
    assert [pace.lets("Ali") for _ in range(4)] == [True, True, True, False]
    assert pace.lets("Bea")
    clock[0] += 0.5
    assert [pace.lets("Ali") for _ in range(2)] == [True, False]
