"""The minutes on paper: PDF/A and PDF/UA in form, stamped by the installation, and the seal in print."""

from __future__ import annotations

import stat
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from minutes.a_record import a_record, at
from pyhanko.pdf_utils.reader import PdfFileReader

from radslag.minutes import contents, stamp, typeset


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home") / "keys"
    stamp.make_key(folder, "Ekvikens kommun")
    return folder


@pytest.fixture(scope="module")
def plain() -> bytes:
    approval = contents.ApprovalShown("Maria Sand (S)", "ordförande", "totp", at(20), at(20, 1))
    return typeset.pdf(contents.contents(a_record(), {}, [approval], draft=False), dated=at(20))


@pytest.fixture(scope="module")
def paper(plain: bytes, keys: Path) -> bytes:
    return stamp.stamped(plain, keys, place="Ekviken")


def root_of(pdf: bytes) -> Any:
    return PdfFileReader(BytesIO(pdf)).trailer_view["/Root"]


def test_the_same_minutes_give_the_same_bytes(plain: bytes) -> None:
    approval = contents.ApprovalShown("Maria Sand (S)", "ordförande", "totp", at(20), at(20, 1))
    again = typeset.pdf(contents.contents(a_record(), {}, [approval], draft=False), dated=at(20))

    assert again == plain


def test_the_file_says_that_it_is_pdf_a_2a_and_pdf_ua_1(paper: bytes) -> None:
    said = root_of(paper)["/Metadata"].data.decode()

    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in said
    assert "<pdfuaid:part>1</pdfuaid:part>" in said


def test_the_file_is_tagged_and_in_swedish_and_shows_its_title(paper: bytes) -> None:
    root = root_of(paper)

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "sv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/StructTreeRoot"]["/K"]


def test_every_page_that_bears_the_stamp_field_keeps_the_order_of_the_tags(paper: bytes) -> None:
    page = root_of(paper)["/Pages"]["/Kids"][0]
    while "/Kids" in page:
        page = page["/Kids"][0]
    field = page["/Annots"][0]

    assert page["/Tabs"] == "/S"
    assert field["/TU"] == "Elektronisk stämpel"
    assert int(field["/F"]) & 4, "the print flag that PDF/A asks for"
    assert not int(field["/F"]) & 2, "PDF/A allows no hidden fields"
    assert [int(edge) for edge in field["/Rect"]] == [0, 0, 0, 0]


def test_the_key_is_made_once_and_only_its_owner_may_read_it(keys: Path) -> None:
    before = stamp.fingerprint(keys)
    stamp.make_key(keys, "Någon annan")

    assert stamp.fingerprint(keys) == before
    assert stat.S_IMODE((keys / "stamp.key.pem").stat().st_mode) == 0o600


def test_the_stamp_is_whole_and_ours(paper: bytes, keys: Path) -> None:
    seen = stamp.check(paper, keys)

    assert seen.whole
    assert seen.ours
    assert seen.fingerprint == stamp.fingerprint(keys)


def test_one_changed_byte_is_seen(paper: bytes, keys: Path) -> None:
    where = paper.index(b"/Title")
    forged = paper[:where] + b"/Titel" + paper[where + 6 :]

    assert not stamp.check(forged, keys).whole


def test_something_added_after_the_stamp_is_seen(paper: bytes, keys: Path) -> None:
    assert not stamp.check(paper + b"\n% mer\n", keys).whole


def test_a_stamp_by_another_key_is_not_ours(plain: bytes, keys: Path, tmp_path: Path) -> None:
    stamp.make_key(tmp_path, "Någon annan")

    seen = stamp.check(stamp.stamped(plain, tmp_path, place="Annorstädes"), keys)

    assert not seen.ours


def test_a_file_without_a_stamp_says_so(plain: bytes, keys: Path) -> None:
    with pytest.raises(stamp.NotStamped):
        stamp.check(plain, keys)


def test_the_paper_names_the_entry_of_the_journal_it_stands_on(paper: bytes) -> None:
    record = a_record()

    assert stamp.sealed_in(paper) == (record.stream, record.sealed_number, record.seal)
