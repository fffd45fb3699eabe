"""Reading a spreadsheet of a roster: CSV as Swedish Excel writes it, or XLSX. Nothing is judged here."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

LARGEST = 1_000_000
"""Bytes: a roster of 149 seats is some ten thousand."""
MOST_ROWS = 1_000
UNPACKED = 20_000_000
"""Bytes of a spreadsheet unpacked: a small file can hold a great deal of nothing."""
COLUMNS = ("roll", "namn", "parti", "ordning", "presidium")

Sheet = list[dict[str, str]]
"""Rows by heading; ``rad`` is the row's number in the file."""


class Unreadable(ValueError):
    """The file cannot be read as a roster; says why in Swedish."""


def from_file(name: str, content: bytes) -> Sheet:
    """Read an uploaded file by the end of its name. Raises :class:`Unreadable`."""
    if len(content) > LARGEST:
        raise Unreadable("Filen är större än 1 MB. En förteckning brukar vara några kB.")
    if name.lower().endswith((".xlsx", ".xlsm")):
        return _rows(_cells(content))
    return from_text(_decoded(content))


def from_text(text: str) -> Sheet:
    """Read pasted or uploaded CSV with semicolon, comma or tab. Raises :class:`Unreadable`."""
    if len(text) > LARGEST:
        raise Unreadable("Texten är längre än 1 MB. En förteckning brukar vara några kB.")
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(";\t,", key=first.count)
    try:
        return _rows(list(csv.reader(io.StringIO(text), delimiter=mark)))
    except csv.Error as problem:
        raise Unreadable(f"Filen är inte en CSV-fil: {problem}") from problem


def to_text(sheet: Iterable[dict[str, str]]) -> str:
    """Write rows as CSV with semicolons, so that a person can mend them where they stand."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=";", extrasaction="ignore", restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(sheet)
    return text.getvalue()


def _decoded(content: bytes) -> str:
    for coding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(coding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("Filen är inte en textfil. Spara den som CSV (UTF-8) eller XLSX.")


def _cells(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > UNPACKED:
                raise Unreadable("Kalkylbladet är för stort när det packas upp.")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        if not book.worksheets:
            raise Unreadable("Kalkylbladet är tomt.")
        listed = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=30, values_only=True)
        return [[_written(cell) for cell in row] for row in listed]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, OSError, ValueError) as problem:
        if isinstance(problem, Unreadable):
            raise
        raise Unreadable("Filen gick inte att läsa som kalkylblad (XLSX).") from problem


def _written(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


def _rows(listed: list[list[str]]) -> Sheet:
    headed = next((number for number, row in enumerate(listed) if any(cell.strip() for cell in row)), None)
    if headed is None:
        raise Unreadable("Filen är tom.")
    names = [cell.strip().lower() for cell in listed[headed]]
    missing = [name for name in ("namn", "roll") if name not in names]
    if missing:
        raise Unreadable(f"Första raden ska vara rubriker. Kolumnen ”{missing[0]}” saknas.")
    sheet = [
        {"rad": str(number + 1)} | {name: cell.strip() for name, cell in zip(names, row, strict=False) if name}
        for number, row in enumerate(listed)
        if number > headed and any(cell.strip() for cell in row)
    ]
    if len(sheet) > MOST_ROWS:
        raise Unreadable(f"Filen har fler än {MOST_ROWS} rader.")
    return sheet
