"""The register of matters: numbers without a gap, titles by role, documents kept and handed out."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.conf import settings
from django.db import close_old_connections, connections, transaction
from django.test import Client
from people.cast import IN_ALL, IN_COMMITTEE, Cast, a_cast
from people.test_pages import signed_in

from radslag.log import read as journal
from radslag.matters import conduct, keeping, read
from radslag.matters.models import Document, Matter, Series
from radslag.matters.numbering import next_number
from radslag.matters.origins import Origin
from radslag.people import read as people
from radslag.publicity.asker import PUBLIC
from radslag.publicity.conduct import SectionMissing
from radslag.publicity.rules import Mark, Sight

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
PDF = b"%PDF-1.7 a small one"


@pytest.fixture
def cast(db: None) -> Cast:
    return a_cast()


def a_matter(cast: Cast, title: str = "Gångbro över ån", **more: Any) -> str:
    given = {"prefix": "KS", "origin": Origin.COMMITTEE, "mode": "test", "prepared_by": cast.committee} | more
    return conduct.register(
        owner=cast.owner, title=title, opened_on=date(2026, 11, 24), by=cast.asks("Rut Lind"), at=NOON, **given
    )  # fmt: skip


def a_secret_matter(cast: Cast) -> str:
    return a_matter(cast, "Vård av NN", mark=Mark.SECRET, section="OSL 26 kap. 1 §", public_title="Ärende om enskild")


def a_document(cast: Cast, matter: str, **more: Any) -> str:
    given = {"title": "Tjänsteskrivelse", "name": "skrivelse.pdf", "content": io.BytesIO(PDF)} | more
    return conduct.add_document(matter, received_on=date(2026, 11, 24), by=cast.asks("Rut Lind"), at=NOON, **given)


def test_reference_numbers_follow_each_other_in_each_series(cast: Cast) -> None:
    ids = [a_matter(cast), a_matter(cast), a_matter(cast, prefix="KF")]
    references = [row.reference for made in ids if (row := read.matter(made, PUBLIC))]
    assert references == ["KS 2026/00001", "KS 2026/00002", "KF 2026/00001"]


def test_a_registration_that_fails_leaves_no_gap(cast: Cast) -> None:
    a_matter(cast)
    with pytest.raises(SectionMissing):
        a_matter(cast, mark=Mark.SECRET)
    row = read.matter(a_matter(cast), PUBLIC)
    assert row is not None
    assert row.reference == "KS 2026/00002"


@pytest.mark.django_db(transaction=True)
def test_those_who_register_at_the_same_time_get_numbers_in_a_row() -> None:
    owner = "0c9f7d1e-7d0b-4a57-9d5e-0d5f0a3b7a11"

    def take(_: int) -> int:
        close_old_connections()
        try:
            with transaction.atomic():
                return next_number(owner, "KS", 2026)[1]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(take, range(24))) == list(range(1, 25))
    assert Series.objects.get(owner=owner).last == 24


@pytest.mark.parametrize("who", [*IN_COMMITTEE, *IN_ALL])
def test_a_secret_matter_is_seen_in_full_by_those_who_work_with_it(cast: Cast, who: str) -> None:
    row = read.matter(a_secret_matter(cast), cast.asks(who))
    assert row is not None
    assert (row.title, row.sight) == ("Vård av NN", Sight.FULL)


def test_others_see_its_public_title_and_no_documents(cast: Cast) -> None:
    secret = a_secret_matter(cast)
    a_document(cast, secret)
    for asking in (PUBLIC, cast.asks("Dag Holm")):
        row = read.matter(secret, asking)
        assert row is not None
        assert (row.title, row.sight, row.documents) == ("Ärende om enskild", Sight.PUBLIC, ())
        assert read.titles([secret], asking) == {secret: "Ärende om enskild"}


def test_a_hidden_title_cannot_be_found_by_searching(cast: Cast) -> None:
    secret = a_secret_matter(cast)
    assert read.register(PUBLIC, asked="vård av") == []
    assert [row.id for row in read.register(PUBLIC, asked="enskild")] == [secret]
    assert [row.id for row in read.register(cast.asks("Ali Berg"), asked="vård av")] == [secret]


def test_a_body_that_is_handed_the_matter_sees_it_from_then_on(cast: Cast) -> None:
    secret = a_secret_matter(cast)
    conduct.hand_over(secret, cast.council, since=date(2026, 11, 24))
    row = read.matter(secret, cast.asks("Dag Holm"))
    assert row is not None
    assert row.title == "Vård av NN"


def test_a_closed_deliberation_hides_neither_title_nor_papers(cast: Cast) -> None:
    matter = a_matter(cast, mark=Mark.CLOSED)
    paper = a_document(cast, matter)
    row = read.matter(matter, PUBLIC)
    assert row is not None
    assert row.title == "Gångbro över ån"
    assert [one.id for one in row.documents] == [paper]


@pytest.mark.parametrize("who", ["Anna Ek", "Ali Berg", "Dag Holm", "Adam Strand", "Rolf Mo"])
def test_nobody_but_registrar_and_secretary_changes_the_register(cast: Cast, who: str) -> None:
    with pytest.raises(conduct.NotAllowed):
        conduct.register(
            owner=cast.owner, prefix="KS", title="x", origin=Origin.COMMITTEE, opened_on=date(2026, 1, 1), mode="test",
            by=cast.asks(who), at=NOON, prepared_by=cast.committee,
        )  # fmt: skip


def test_a_secretary_registers_for_the_own_body_only(cast: Cast) -> None:
    asking = cast.asks("Sara Sten")
    assert read.may_register(cast.owner, asking, cast.committee)
    assert not read.may_register(cast.owner, asking, cast.council)
    assert not read.may_register(cast.owner, asking)


def test_a_document_is_kept_by_its_digest_and_given_back_whole(cast: Cast) -> None:
    paper = read.paper(a_document(cast, a_matter(cast)), PUBLIC)
    assert paper is not None
    assert paper.content == PDF
    assert paper.name == "KS 2026-00001 Tjänsteskrivelse PROV.pdf"


def test_a_file_that_was_changed_on_disk_is_not_handed_out(cast: Cast) -> None:
    document = a_document(cast, a_matter(cast), content=io.BytesIO(b"%PDF- spoiled soon"))
    digest = Document.objects.get(pk=document).sha256
    (settings.MEDIA_ROOT / digest[:2] / digest).write_bytes(b"%PDF- something else")
    with pytest.raises(keeping.Spoiled):
        read.paper(document, PUBLIC)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("x.exe", b"MZ", "kind"), ("x.html", b"<p>", "kind"), ("x.pdf", b"", "empty"), ("x.pdf", b"<script>", "start"),
        ("x.pdf", b"%PDF-" + b"0" * keeping.LIMIT, "size"),
    ],
)  # fmt: skip
def test_what_is_not_a_document_is_not_taken(cast: Cast, name: str, content: bytes, why: str) -> None:
    with pytest.raises(keeping.NotTaken) as no:
        a_document(cast, a_matter(cast), name=name, content=io.BytesIO(content))
    assert no.value.why == why


def test_a_secret_document_in_an_open_matter_shows_its_title_but_does_not_open(cast: Cast) -> None:
    matter = a_matter(cast)
    paper = a_document(
        cast, matter, title="Läkarintyg", mark=Mark.SECRET, section="OSL 25 kap. 1 §", public_title="Intyg"
    )
    row = read.matter(matter, PUBLIC)
    assert row is not None
    assert [(one.title, one.opens) for one in row.documents] == [("Intyg", False)]
    assert read.paper(paper, PUBLIC) is None
    assert read.paper(paper, cast.asks("Sara Sten")) is not None


def test_an_administrator_who_opens_a_secret_document_leaves_a_line(cast: Cast) -> None:
    paper = a_document(cast, a_secret_matter(cast))
    assert conduct.open_document(paper, cast.asks("Adam Strand"), NOON) is not None
    lines = people.openings(cast.owner, cast.committee, cast.asks("Anna Ek"))
    assert [(line.name, line.kind, line.thing) for line in lines] == [("Adam Strand", "document", paper)]


def test_the_log_holds_ids_and_numbers_and_no_title(cast: Cast) -> None:
    a_document(cast, a_secret_matter(cast))
    kinds = {entry.kind for entry in journal.entries(f"admin/{cast.owner}")}
    assert {"matters.registered/1", "matters.document_added/1"} <= kinds
    assert "NN" not in str([entry.facts for entry in journal.entries(f"admin/{cast.owner}")])


def test_the_pages_show_a_secret_matter_by_role(cast: Cast) -> None:
    secret = a_secret_matter(cast)
    for path in ("/arenden/", f"/arende/{secret}/"):
        page = Client().get(path).content.decode()
        assert "Ärende om enskild" in page
        assert "Vård av NN" not in page
    assert "Vård av NN" in signed_in("ali").get(f"/arende/{secret}/").content.decode()


def test_a_registrar_registers_changes_and_adds_a_document_by_the_pages(cast: Cast) -> None:
    client = signed_in("rut")
    given = {"title": "Ny park", "series": "KS", "origin": "incoming", "opened_on": "2026-11-24", "mark": "open"}
    made = client.post(f"/arenden/nytt/{cast.owner}/", given)
    assert made.status_code == 302, made.content.decode()
    address = made.headers["Location"]
    assert "KS 2026/00001" in client.get(address).content.decode()
    upload = io.BytesIO(PDF)
    upload.name = "park.pdf"
    added = client.post(
        f"{address}handling/", {"title": "Ritning", "content": upload, "received_on": "2026-11-24", "mark": "open"}
    )
    assert added.status_code == 302, added.content.decode()
    paper = Document.objects.get()
    got = Client().get(f"/handling/{paper.pk}/")
    assert got.content == PDF
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Content-Disposition"].startswith("attachment; filename")
    assert "sandbox" in got.headers["Content-Security-Policy"]
    changed = client.post(f"{address}andra/", {"title": "Ny park vid ån", "status": "closed", "mark": "open"})
    assert changed.status_code == 302, changed.content.decode()
    page = Client().get(address).content.decode()
    assert "Ny park vid ån" in page
    assert "Avslutat" in page


def test_a_secret_matter_without_section_is_sent_back_with_the_reason(cast: Cast) -> None:
    given = {"title": "x", "series": "KS", "origin": "incoming", "opened_on": "2026-11-24", "mark": "secret"}
    answer = signed_in("rut").post(f"/arenden/nytt/{cast.owner}/", given)
    assert answer.status_code == 400
    assert "OSL 5 kap. 5 §" in answer.content.decode()
    assert not Matter.objects.exists()


@pytest.mark.parametrize("user", ["anna", "ali", "adam", "rolf"])
def test_the_forms_are_closed_to_other_roles(cast: Cast, user: str) -> None:
    matter, client = a_matter(cast), signed_in(user)
    assert client.get(f"/arenden/nytt/{cast.owner}/").status_code == 403
    assert client.get(f"/arende/{matter}/andra/").status_code == 403
    assert client.post(f"/arende/{matter}/handling/").status_code == 403


def test_an_empty_register_says_when_it_fills(db: None) -> None:
    assert "Inga ärenden är registrerade" in Client().get("/arenden/").content.decode()
