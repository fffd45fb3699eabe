"""Permanent ids lead to their pages, and betray nothing hidden."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client
from people.cast import a_cast

from radslag.matters import conduct
from radslag.matters.origins import Origin
from radslag.noticeboard import conduct as board
from radslag.noticeboard.kinds import Kind

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)


@pytest.mark.django_db
def test_a_matter_a_document_and_a_posting_are_found_by_their_ids() -> None:
    cast = a_cast()
    by = cast.asks("Rut Lind")
    matter = conduct.register(
        owner=cast.owner, prefix="KS", title="Park", origin=Origin.INCOMING, opened_on=date(2026, 11, 24), mode="test",
        by=by, at=NOON,
    )  # fmt: skip
    paper = conduct.add_document(
        matter,
        title="Ritning",
        name="a.pdf",
        content=io.BytesIO(b"%PDF-1"),
        received_on=date(2026, 11, 24),
        by=by,
        at=NOON,
    )
    posting = board.post(
        owner=cast.owner, kind=Kind.COUNCIL_NOTICE, title="Sammanträde", mode="test", at=NOON, by=None,
        stands_until=date(2026, 12, 14),
    )  # fmt: skip
    led = {one: Client().get(f"/id/{one}").headers["Location"] for one in (matter, paper, posting)}
    assert led == {matter: f"/arende/{matter}/", paper: f"/arende/{matter}/", posting: f"/anslag/{posting}/"}


@pytest.mark.django_db
def test_an_id_that_nothing_has_is_not_found() -> None:
    assert Client().get(f"/id/{uuid4()}").status_code == 404
