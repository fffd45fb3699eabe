"""Gathers which test holds which rule to be true, from ``@pytest.mark.rule("QUO-01")`` in the tests of the law.

Run as a program it writes the answer where the rule book reads it:
``python tests/law/gathering.py`` and then ``radslag law --markdown > docs/law.md``.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

HERE = Path(__file__).parent
TESTED = HERE.parents[1] / "src" / "radslag" / "law" / "tested.json"


def gathered() -> dict[str, list[str]]:
    """Give for each id of a rule the tests that name it, as ``tests/law/test_quorum.py::test_…``."""
    found: dict[str, list[str]] = {}
    for file in sorted(HERE.glob("test_*.py")):
        for function in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(function, ast.FunctionDef):
                for one in _ids(function):
                    found.setdefault(one, []).append(f"tests/law/{file.name}::{function.name}")
    return dict(sorted(found.items()))


def written() -> str:
    """Give the file's whole text."""
    return json.dumps(gathered(), ensure_ascii=False, indent=1) + "\n"


def _ids(function: ast.FunctionDef) -> list[str]:
    ids: list[str] = []
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.rule":
            ids += [ast.literal_eval(word) for word in mark.args]
    return ids


if __name__ == "__main__":
    TESTED.write_text(written(), encoding="utf-8")
