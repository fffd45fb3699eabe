"""The import contracts hold, and each is broken once on purpose in a copy, and seen to fail."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from shape.tree import DOMAINS, ROOT, SRC

BREACHES = {
    "order": ("law/rule.py", "import radslag.log.entry"),
    "pure": ("law/rule.py", "import os"),
    "engines": ("minutes/engine/__init__.py", "import radslag.meetings.engine.events"),
    "private-meetings-engine": ("minutes/__init__.py", "import radslag.meetings.engine.events"),
    "private-minutes-engine": ("cooperation/__init__.py", "import radslag.minutes.engine"),
    "pen-write": ("log/read.py", "import radslag.log.write"),
    "pen-clerk": ("site/tick.py", "import radslag.log.clerk"),
    "acyclic": ("law/rule.py", "import radslag.law.kommunallagen.k05_jav"),
    "crowd": ("crowd/__init__.py", "import radslag.law.rule"),
}
"""The contract, and a line that breaks it in the file where it is put."""


def contracts():
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["tool"]["importlinter"]["contracts"]


def lint(folder: Path, *only: str):
    """Run the linter there and give its exit code and what it said."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    for name in only:
        command += ["--contract", name]
    ran = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
    )
    return ran.returncode, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path in SRC.rglob("*.py"):
        to = folder / path.relative_to(ROOT)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to)
    return folder


def test_all_contracts_hold(copy):
    code, said = lint(copy)
    assert code == 0, said


@pytest.mark.parametrize("contract", [one["id"] for one in contracts()])
def test_a_contract_that_is_broken_is_seen(copy, contract):
    if contract.startswith("tables-"):
        where, line = "site/tick.py", f"import radslag.{contract.removeprefix('tables-')}.models"
    else:
        where, line = BREACHES[contract]
    path = copy / "src" / "radslag" / where
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        code, said = lint(copy, contract)
    finally:
        path.write_text(before, encoding="utf-8")
    assert code == 1, said
    assert "BROKEN" in said


def test_every_domains_tables_and_every_engine_have_a_contract():
    guarded = {module for one in contracts() for module in one.get("protected_modules", ())}
    tables = {f"radslag.{name}.models" for name in DOMAINS if (SRC / name / "models.py").exists()}
    engines = {f"radslag.{name}.engine" for name in DOMAINS if (SRC / name / "engine").is_dir()}
    assert tables | engines | {"radslag.log.write", "radslag.log.clerk"} <= guarded
