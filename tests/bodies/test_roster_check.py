"""Judging a roster before anyone takes a seat: files in, errors by row out, nothing lost."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from radslag.bodies import sheet
from radslag.bodies.roster_check import check

PARTIES = ("S", "M", "C", "SD")
GOOD = "roll;namn;parti;ordning;presidium\nledamot;Anna Ek;S;1;ordförande\nersättare;Bo Lind;M;1;\n"


def judged(text: str, *, seats: int = 3):
    return check(sheet.from_text(text), seats=seats, parties=PARTIES)


def errors_of(row: str, *, seats: int = 3) -> tuple[str, ...]:
    """What is wrong with one row, beside a good member on row 2."""
    text = f"roll;namn;parti;ordning;presidium\nledamot;Anna Ek;S;1;ordförande\n{row}\n"
    return judged(text, seats=seats).lines[1].errors


def test_a_good_roster_has_no_errors():
    checked = judged(GOOD)

    assert checked.whole
    assert [(line.role, line.name, line.party, line.order, line.presidium) for line in checked.lines] == [
        ("member", "Anna Ek", "S", 1, 1),
        ("substitute", "Bo Lind", "M", 1, 0),
    ]


@pytest.mark.parametrize(
    ("row", "error"),
    [
        ("ledamot;;S;2;", "Namn saknas."),
        ("ledare;Cia Mo;S;2;", "Roll ska vara ledamot eller ersättare."),
        ("ledamot;Cia Mo;XYZ;2;", "Partiet ”XYZ” är okänt. Lämna tomt för den som saknar parti."),
        ("ledamot;Cia Mo;S;två;", "Ordning ska vara ett helt tal från 1."),
        ("ledamot;Cia Mo;S;0;", "Ordning ska vara ett helt tal från 1."),
        ("ledamot;Cia Mo;S;-1;", "Ordning ska vara ett helt tal från 1."),
        ("ledamot;Cia Mo;S;1;", "Samma ordning som rad 2."),
        ("ledamot;Anna  ek;S;2;", "Samma person står på rad 2."),
        ("ledamot;Cia Mo;S;2;ordförande", "Flera är ordförande."),
        ("ersättare;Cia Mo;S;1;2:e vice ordförande", "En ersättare kan inte sitta i presidiet."),
        (
            "ledamot;Cia Mo;S;2;kassör",
            "Presidium ska vara ordförande, 1:e vice ordförande, 2:e vice ordförande eller tomt.",
        ),
        ("ledamot;=HYPERLINK(1);S;2;", "Namnet har tecken som inte hör till ett namn."),
        (f"ledamot;{'A' * 201};S;2;", "Namnet är längre än 200 tecken."),
    ],
)
def test_each_fault_is_told_on_its_row(row, error):
    assert error in errors_of(row)


def test_two_persons_with_one_name_in_different_parties_are_two_persons():
    assert errors_of("ledamot;Anna Ek;M;2;") == ()


def test_substitutes_are_ordered_within_their_party():
    assert judged(GOOD + "ersättare;Cia Mo;S;1;\n").whole
    assert "Samma ordning som rad 3." in judged(GOOD + "ersättare;Cia Mo;M;1;\n").lines[2].errors


def test_more_members_than_seats_is_an_error_of_the_whole_and_fewer_is_told():
    text = "roll;namn\nledamot;A Ek\nledamot;B Ek\n"

    assert judged(text, seats=1).errors == ("2 ledamöter, men organet har 1 plats.",)
    assert "1 av 3 platser blir tomma." in judged(text, seats=3).advice[0]


def test_an_order_left_out_is_that_of_the_file():
    checked = judged("roll;namn\nledamot;A Ek\nledamot;B Ek\nersättare;C Ek\n")

    assert [line.order for line in checked.lines] == [1, 2, 1]


def test_every_row_is_kept_with_its_number_whatever_is_wrong_with_it():
    checked = judged("roll;namn\n;\nx;\nledamot;A Ek\n\nledamot;\n")

    assert [line.number for line in checked.lines] == [3, 4, 6]


def test_rows_go_out_as_text_and_come_in_again_unchanged():
    rows = sheet.from_text(GOOD)

    assert sheet.from_text(sheet.to_text(rows)) == rows


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_swedish_and_other_separators_are_read(mark):
    assert judged(GOOD.replace(";", mark)).whole


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252"])
def test_what_excel_saves_is_read(coding):
    rows = sheet.from_file("f.csv", GOOD.encode(coding))

    assert rows[1]["roll"] == "ersättare"


def packed(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_a_spreadsheet_is_read_with_numbers_as_numbers():
    rows = sheet.from_file("f.xlsx", packed([["Roll", "Namn", "Parti", "Ordning"], ["ledamot", "Anna Ek", "S", 1.0]]))

    assert rows == [{"rad": "2", "roll": "ledamot", "namn": "Anna Ek", "parti": "S", "ordning": "1"}]


def zipped(size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * size)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("f.csv", b"", "tom"),
        ("f.csv", b"\n \n", "tom"),
        ("f.csv", b"a;b\n1;2\n", "Kolumnen ”namn” saknas"),
        ("f.csv", b"x" * 1_000_001, "större än 1 MB"),
        ("f.csv", b"roll;namn\n" + b"ledamot;A\n" * 1001, "fler än 1000 rader"),
        ("f.xlsx", b"no spreadsheet", "kalkylblad"),
        ("f.xlsx", zipped(10), "kalkylblad"),
        ("f.xlsx", zipped(20_000_001), "för stort"),
        ("f.xlsx", packed([]), "tom"),
        ("f.csv", b"\x81\x8d\x8f", "textfil"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name, content, says):
    with pytest.raises(sheet.Unreadable, match=says):
        sheet.from_file(name, content)
