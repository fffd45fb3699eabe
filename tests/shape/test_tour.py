"""The tour of one vote is true: each file and function it names is there, in the order of the walk."""

import re

import pytest
from shape.tree import ROOT, text

STEP = re.compile(r"^\s+- `([^`]+)` · `([^`]+)`$", re.MULTILINE)
STEPS = STEP.findall(text(ROOT / "docs" / "tour.md"))


@pytest.mark.parametrize(("path", "name"), STEPS, ids=[f"{path}:{name}" for path, name in STEPS])
def test_what_the_tour_names_is_there(path, name):
    there = text(ROOT / path)
    if path.endswith(".py"):
        assert re.search(rf"^\s*(?:async )?(?:def|class) {re.escape(name)}\b", there, re.MULTILINE)
    else:
        assert re.search(rf"\b{re.escape(name)}\b", there)


def test_the_tour_walks_from_the_page_through_the_law_to_the_disk_and_back_to_the_page():
    walked = [path.split("/")[2] + ("/engine" if "/engine/" in path else "") for path, _ in STEPS]
    landmarks = [
        "meetings",
        "live",
        "log",
        "meetings/engine",
        "law",
        "log",
        "meetings/engine",
        "live",
        "meetings",
        "site",
    ]
    at = 0
    for landmark in landmarks:
        assert landmark in walked[at:], f"the walk does not come to {landmark} in its turn"
        at += walked[at:].index(landmark)


def test_the_tour_names_every_part_that_a_vote_passes():
    assert {path.split("/")[2] for path, _ in STEPS} >= {"meetings", "live", "log", "law", "site"}
    assert len(STEPS) > 25
