"""The tree as the shape tests see it: our own files, their syntax, our own models."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "radslag"
TESTS = ROOT / "tests"
LAYERS = (
    "site", "openness", "situation", "deliberation", "cooperation", "minutes", "meetings", "noticeboard", "matters",
    "bodies", "people", "live", "log", "publicity", "law",
)  # fmt: skip
DOMAINS = tuple(name for name in LAYERS if (SRC / name).is_dir())


@cache
def own_files(*endings: str) -> tuple[Path, ...]:
    """Give the files that people write: not migrations, not vendored files, not what git ignores."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    aside = ("/migrations/", "/vendor/")
    paths = (ROOT / line for line in listed if line.endswith(endings) and not any(part in line for part in aside))
    return tuple(sorted(path for path in paths if path.exists()))


@cache
def python(folder: Path = SRC) -> tuple[Path, ...]:
    """Give our own Python files, migrations aside."""
    return tuple(path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(text(path), filename=str(path))


def name_of(path: Path) -> str:
    """Say where a file lies, from the root."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give the public functions of a module, those at its outermost level."""
    for node in syntax(path).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node


@cache
def imported(path: Path) -> frozenset[str]:
    """Give the full names of all modules and names that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def models() -> list[type[Model]]:
    """Give our own models."""
    return [model for model in apps.get_models() if model.__module__.startswith("radslag.")]


def templates() -> list[Path]:
    return sorted(SRC.rglob("*.html"))


def classes(path: Path) -> list[str]:
    """Give the public classes of a module."""
    return [node.name for node in syntax(path).body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


@cache
def words_of_the_tests() -> str:
    """Give everything the tests and their samples say, those of the shape aside: what it does not name is untested."""
    told = [path for ending in ("*.py", "*.json", "*.jsonl", "*.txt") for path in TESTS.rglob(ending)]
    return "\n".join(text(path) for path in told if "shape" not in path.parts)
