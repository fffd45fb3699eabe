"""The English catalogue: every string that a person can be shown, gathered from pages, code and the law."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from radslag.law import chapters

PACKAGE = Path(__file__).resolve().parent.parent
FILE = PACKAGE / "site" / "locale" / "en" / "LC_MESSAGES" / "django.po"

METHODS = [("**/templates/**.html", "jinja2"), ("**.py", "python")]
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "ngettext": (1, 2)}
SPOKEN = frozenset({"Misplaced", "Step", "No", "Refusal"})
"""What is called with sentences that are translated when they are shown."""
SENTENCE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+[ .!?a-zåäö].*", re.DOTALL)

Message = str | tuple[str, str]


def messages() -> list[Message]:
    """Give every message once: a string, or a singular with its plural."""
    found: dict[Message, None] = {}
    options = {"jinja2": {"extensions": "jinja2.ext.do,jinja2.ext.i18n", "newstyle_gettext": "true"}}
    by_pattern = {pattern: options.get(method, {}) for pattern, method in METHODS}
    extracted = extract_from_dir(PACKAGE, METHODS, by_pattern, KEYWORDS)
    for _file, _line, message, _comments, _context in extracted:
        found[message if isinstance(message, str) else (message[0], message[1])] = None
    for sentence in (*chapters.sentences(), *_spoken()):
        found[sentence] = None
    return [message for message in found if message]


def _spoken() -> Iterator[str]:
    """Find sentences that the pure code holds as plain strings: refusals, names of steps, ``says`` and ``instead``."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        pure = "engine" in path.parts
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPOKEN:
                yield from _strings([*node.args, *(keyword.value for keyword in node.keywords)])
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                named = {target.id for target in targets if isinstance(target, ast.Name)}
                if named & {"says", "instead"} or (pure and isinstance(node.value, ast.Dict)):
                    yield from _strings([node.value])


def _strings(nodes: list[ast.expr]) -> Iterator[str]:
    constants = (part.value for node in nodes for part in ast.walk(node) if isinstance(part, ast.Constant))
    for said in constants:
        if isinstance(said, str) and SENTENCE.fullmatch(said) and not said.startswith(("KL ", "Lag ")):
            yield said


def read() -> Catalog:
    """Read the catalogue as it stands."""
    with FILE.open("rb") as file:
        return read_po(file, locale="en", domain="django")


def missing() -> list[Message]:
    """Give the messages that have no translation."""
    known = read()
    return [message for message in messages() if not _is_translated(known, message)]


def _is_translated(known: Catalog, message: Message) -> bool:
    there = known.get(message if isinstance(message, str) else message[0])
    if there is None:
        return False
    return all(there.string) if isinstance(there.string, tuple) else bool(there.string)


def update() -> int:
    """Write the catalogue anew: what is translated is kept, what is new comes in empty; answer how many are empty."""
    known = read() if FILE.exists() else Catalog(locale="en", domain="django")
    made = Catalog(locale="en", domain="django", project="Rådslag", version="1", charset="utf-8", fuzzy=False)
    for message in sorted(messages(), key=str):
        key = message if isinstance(message, str) else message[0]
        kept = known.get(key)
        made.add(message, kept.string if kept else None)
    made.header_comment = "# English for the interface of Rådslag. The msgids are the Swedish words themselves."
    FILE.parent.mkdir(parents=True, exist_ok=True)
    with FILE.open("wb") as file:
        write_po(file, made, width=0, sort_output=False, omit_header=False)
    compile_()
    return len(missing())


def compile_() -> None:
    """Compile it for the running program."""
    with FILE.with_suffix(".mo").open("wb") as file:
        write_mo(file, read())


if __name__ == "__main__":
    sys.stdout.write(f"{update()} messages lack a translation\n")
