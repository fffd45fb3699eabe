"""The catalogue of interface strings: gathers every Swedish sentence that is shown, and keeps the English beside it."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from radslag.law import chapters

PACKAGE = Path(__file__).resolve().parent.parent
ENGLISH = PACKAGE / "site" / "locale" / "en" / "LC_MESSAGES" / "django.po"

TEMPLATES = {
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "extensions": "jinja2.ext.i18n,jinja2.ext.do",
    "newstyle_gettext": "true",
    "silent": "false",
}
ONE, MANY, IN_CONTEXT = None, (1, 2), ((1, "c"), 2)
KEYWORDS = {
    "_": ONE, "gettext": ONE, "gettext_lazy": ONE, "gettext_noop": ONE,
    "ngettext": MANY, "ngettext_lazy": MANY, "pgettext": IN_CONTEXT, "pgettext_lazy": IN_CONTEXT,
}  # fmt: skip

RAISED = {"Misplaced"}
"""Calls in the pure layers whose sentences are translated where they are shown."""
WORDED = (
    "meetings/engine/next_step.py", "meetings/engine/protocol.py", "meetings/planning.py", "noticeboard/kinds.py",
    "minutes/checklist.py", "matters/origins.py",
)  # fmt: skip
"""Modules that hold Swedish labels, translated where they are shown: each string that begins with a capital."""
WORDS = (
    ("people/views/mine.py", "METHOD_WORDS"),
    ("minutes/words.py", "METHODS"),
    ("minutes/words.py", "CHOICES"),
    ("minutes/words.py", "PRESIDIUM"),
    ("minutes/assembling.py", "ROLES"),
)
"""Tables of words that may begin with a small letter: the values of the dictionary."""
HOLDING = frozenset({*WORDED, *(file for file, _ in WORDS)})
LISTED = (
    ("bodies/seed/body_kinds.csv", ("name",)),
    ("cooperation/systems.csv", ("name", "does", "part")),
)
"""Tables that come with the program, and their columns that are shown."""

Found = tuple[str | tuple[str, str], str | None, str, int]
"""A sentence (or singular and plural), its context, and the file and line where it stands."""


def gathered() -> Iterator[Found]:
    """Give every sentence of the interface: from the templates, the code, the pure layers and the law."""
    for path in sorted(PACKAGE.rglob("templates/**/*.html")):
        for line, sentence, _comments, context in _marked("jinja2", path, TEMPLATES):
            yield sentence, context, _file(path), line
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "gettext" in text:
            for line, sentence, _comments, context in _marked("python", path, {}):
                yield sentence, context, _file(path), line
        if _file(path) in HOLDING or any(f"{name}(" in text for name in RAISED):
            for line, sentence in _unmarked(ast.parse(text), _file(path)):
                yield sentence, None, _file(path), line
    for file, columns in LISTED:
        with (PACKAGE / file).open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                yield from ((row[column], None, file, 1) for column in columns if row[column])
    for sentence in chapters.sentences():
        yield sentence, None, "law/chapters.py", 1


def renewed(before: Catalog) -> Catalog:
    """Give the catalogue with what is shown now: known translations are kept, what is shown no more is gone."""
    made = Catalog(locale="en", project="Rådslag", version="1", charset="utf-8", fuzzy=False)
    made.header_comment = "# The interface in English. The msgids are the Swedish words themselves."
    made.creation_date = before.creation_date
    for sentence, context, file, line in gathered():
        made.add(sentence, locations=[(file, line)], context=context)
    for message in made:
        known = before.get(message.id, message.context) if message.id else None
        if known is not None:
            message.string = known.string
    return made


def kept() -> Catalog:
    """Read the English catalogue as it is kept."""
    if not ENGLISH.exists():
        return Catalog(locale="en")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def compile_() -> None:
    """Compile it for the running program."""
    with ENGLISH.with_suffix(".mo").open("wb") as file:
        write_mo(file, kept())


def _marked(method: str, path: Path, options: dict[str, str]) -> list[Any]:
    return list(extract_from_file(method, path, KEYWORDS, (), options))


def _file(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _unmarked(tree: ast.Module, file: str) -> Iterator[tuple[int, str]]:
    documented = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in RAISED:
                yield from ((one.lineno, said) for one in args for said in _said(one))
            case ast.Constant(value=str(said)) if file in WORDED and id(node) not in documented:
                if said[:1].isupper() and len(said) > 2 and not said.startswith("KL ") and not said[-1:].isspace():
                    yield node.lineno, said
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict(values=values))
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.Dict(values=values))
            ) if (file, name) in WORDS:
                yield from ((one.lineno, said) for one in values for said in _said(one))


def _said(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def main() -> None:
    """Write the catalogue anew, and say what lacks a translation."""
    made = renewed(kept())
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, made, width=120, include_lineno=False, sort_by_file=True)
    lacking = [message.id for message in made if message.id and not all(_strings(message.string))]
    compile_()
    print(f"{len(made)} sentences, {len(lacking)} without a translation")
    for sentence in lacking:
        print(f"  {sentence}")


def _strings(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ("",))


if __name__ == "__main__":
    main()
