"""Files are short, say what they are, and hold nothing unfinished or unsafe."""

import ast
import re

import pytest
from shape.tree import DOMAINS, ROOT, SRC, imported, name_of, own_files, python, syntax, templates, text

LONGEST = 400
PROSE = (".py", ".html", ".js", ".css")


def test_no_file_is_longer_than_four_hundred_lines():
    long = {name_of(path): n for path in own_files(*PROSE) if (n := len(text(path).splitlines())) > LONGEST}
    assert not long


def test_no_work_is_left_marked_as_unfinished():
    mark = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b|pytest\.skip|mark\.skip|xfail\(|mark\.xfail")
    here = [name_of(path) for path in own_files(*PROSE, ".sh", ".toml") if mark.search(text(path))]
    assert here == ["tests/shape/test_files.py"], "only this test names the marks"


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_a_template_trusts_nothing_and_carries_no_script_or_style(path):
    page = text(path)
    assert not re.search(r"\|\s*safe\b|autoescape", page), "unescaped output"
    assert not re.search(r"<[^>]*\sstyle\s*=", page), "a style attribute"
    assert "<style" not in page, "a style element"
    assert not re.search(r"<[a-z][^>]*\son[a-z]+\s*=", page), "an inline handler"
    for script in re.findall(r"<script\b[^>]*>", page):
        assert "src=" in script or 'type="application/json"' in script, "an inline script"
    assert not re.search(r"(?:src|href)\s*=\s*[\"']https?://[^\"']+\.(?:js|css|woff2?|png|jpe?g)", page), "from outside"


def test_nothing_marks_text_as_trusted_beyond_what_draws_pictures():
    trusting = re.compile(r"\bmark_safe\b|\|\s*safe\b|Markup\(f[\"']")
    assert not [name_of(path) for path in python() if trusting.search(text(path))]


@pytest.mark.parametrize("domain", [name for name in DOMAINS if name not in {"law", "site"}])
def test_the_first_line_of_a_domains_readme_says_event_sourced_or_plain(domain):
    opening = " ".join(text(SRC / domain / "README.md").splitlines()[:4])
    assert re.search(r"event-sourced|plain|pure", opening, re.IGNORECASE)


def test_no_module_is_named_after_nothing():
    homeless = {"utils", "util", "helpers", "helper", "common", "service", "services", "manager", "managers", "misc"}
    assert not [name_of(p) for p in python() if homeless & {p.stem, *p.relative_to(SRC).parts[:-1]}]


def test_every_match_over_events_or_commands_is_closed():
    unclosed = [
        name_of(path)
        for path in python()
        if "engine" in path.parts and re.search(r"^\s+match (event|command)\b", text(path), re.MULTILINE)
        if "assert_never" not in text(path)
    ]
    assert not unclosed


def test_what_every_module_says_first_is_what_one_finds_in_it():
    assert not [name_of(path) for path in python() if text(path).strip() and not ast.get_docstring(syntax(path))]


def test_nothing_names_a_package_index_or_a_machine():
    index = r"--(?:extra-)?index-url|--find-links|registry\.npmjs|pypi\.org|pythonhosted"
    named = re.compile(rf"{index}|/work/|/root/")
    files = own_files(*PROSE, ".toml", ".lock", ".md", ".txt", "Makefile", "scripts/setup", ".ci/run")
    assert not [name_of(path) for path in files if path.name != "test_files.py" and named.search(text(path))]


def test_every_dependency_says_why_it_is_there():
    inside = text(ROOT / "pyproject.toml").split("\ndependencies = [", 1)[1].split("[tool.", 1)[0]
    silent = [line for line in inside.splitlines() if line.strip().startswith('"') and "#" not in line]
    assert not silent


def test_nothing_prints_or_logs_a_password_a_ticket_or_a_name():
    telling = re.compile(r"\b(?:log|logger|logging)\.\w+\(.*\b(?:password|ticket|token|cookie|secret)\b")
    assert not [name_of(path) for path in python() for line in text(path).splitlines() if telling.search(line)]


def test_only_the_demonstration_and_the_tests_know_a_password():
    written = re.compile(r"password\s*=\s*[\"'][^\"']{3,}")
    where = {name_of(path) for path in python() if written.search(text(path))}
    assert all("demo" in name for name in where), where


def test_the_crowd_knows_the_house_only_from_outside():
    assert not [name_of(p) for p in python(SRC / "crowd") for n in imported(p) if n.startswith("django")]
