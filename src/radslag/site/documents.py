"""The documents that are generated, and whether the others say what is so."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from radslag.law import rulebook_page

TREE = Path(__file__).resolve().parents[3]
FIELDS = TREE / "docs" / "dataskydd" / "fields.csv"

COLUMNS = ("field", "purpose", "ground", "retention", "seen_by")


def generated() -> dict[Path, str]:
    """Give each generated document and what should stand in it."""
    return {
        TREE / "docs" / "law.md": rulebook_page.markdown(),
        TREE / "docs" / "dataskydd" / "README.md": data_protection(),
    }


def untruths(targets: set[str], commands: set[str]) -> list[str]:
    """Say what is not so in the documents, given the targets of make and the commands of ``radslag``."""
    said = [f"{_name(path)}: not as generated" for path, page in generated().items() if _differs(path, page)]
    for path in documents():
        text = path.read_text(encoding="utf-8")
        said += [f"{_name(path)}: leads nowhere: {link}" for link in _links(text) if not _leads(path, link)]
        said += [f"{_name(path)}: no such target: make {word}" for word in _said(text, "make") if word not in targets]
        told = (word for word in _said(text, "radslag") if word not in commands)
        said += [f"{_name(path)}: no such command: radslag {word}" for word in told]
    return said


def documents() -> list[Path]:
    """Give our own documents."""
    return sorted([*TREE.glob("*.md"), *(TREE / "docs").rglob("*.md")])


def targets() -> set[str]:
    """Give what the Makefile offers."""
    return set(re.findall(r"^([a-z][a-z-]*):", (TREE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def personal_rows() -> Iterator[dict[str, str]]:
    """Give the declared fields, as written in ``docs/dataskydd/fields.csv``."""
    with FIELDS.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def data_protection() -> str:
    """Write the table of personal data: field, purpose, legal ground, retention and who sees it."""
    rows = list(personal_rows())
    personal = [row for row in rows if row["purpose"] != "-"]
    other = [row["field"] for row in rows if row["purpose"] == "-"]
    lines = [
        "# Personuppgifter",
        "",
        "Skapad ur `fields.csv` av `radslag docs`. Ett test säger till när ett fält i databasen saknar sin rad.",
        "Den myndighet som äger raden är personuppgiftsansvarig (dataskyddsförordningen artikel 4.7).",
        "",
        "| Uppgift | Ändamål | Rättslig grund | Bevaras eller gallras | Vem ser den |",
        "|---|---|---|---|---|",
        *("| " + " | ".join([f"`{row['field']}`", *(row[name] for name in COLUMNS[1:])]) + " |" for row in personal),
        "",
        "## Inte personuppgifter",
        "",
        "Dessa fält bär inga uppgifter om personer: " + ", ".join(f"`{name}`" for name in other) + ".",
        "",
    ]
    return "\n".join(lines)


def _differs(path: Path, page: str) -> bool:
    return not path.exists() or path.read_text(encoding="utf-8") != page


def _links(text: str) -> list[str]:
    return [link for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text) if "://" not in link and "mailto:" not in link]


def _leads(path: Path, link: str) -> bool:
    return (path.parent / link).exists()


def _said(text: str, program: str) -> set[str]:
    """Find what is said of a program in code: in fences at the start of a line, and between backticks."""
    fenced = "\n".join(re.findall(r"```\w*\n(.*?)```", text, re.DOTALL))
    at_start = re.findall(rf"^\s*(?:\.venv/bin/)?{program} ([a-z][a-z-]*)", fenced, re.MULTILINE)
    quoted = re.findall(
        rf"`(?:\.venv/bin/)?{program} ([a-z][a-z-]*)[^`]*`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    )
    return set(at_start) | set(quoted)


def _name(path: Path) -> str:
    return path.relative_to(TREE).as_posix()
