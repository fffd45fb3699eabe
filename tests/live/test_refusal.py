"""What is said to whoever is refused on the raw path."""

from __future__ import annotations

import json

from radslag.live.refusal import answer_to


def test_a_page_whose_device_does_not_vote_is_told_so_and_how_to_take_over():
    status, body = answer_to(PermissionError("only follows"), "sv")

    assert status == 403
    assert json.loads(body)["says"] == "En annan enhet röstar för dig."
    assert json.loads(body)["instead"] == "Ta över på den här enheten."
