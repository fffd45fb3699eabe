"""Owner, asker, no keys across domains, one door in (INVARIANTS 2, 3; ARCHITECTURE 5)."""

import ast
import re

import pytest
from django.db.models import ForeignKey, ManyToManyField, OneToOneField
from shape.tree import DOMAINS, SRC, functions, imported, models, name_of, python, syntax, text

OWNERLESS = {
    "people.Person": "a person belongs to no authority; the offices do",
    "people.Device": "a person's own",
    "bodies.Organisation": "is itself an owner",
    "bodies.Figure": "a published fact about an organisation",
    "bodies.Capacity": "an organisation's permanent codes",
    "bodies.Belonging": "a published fact about two organisations",
    "bodies.CouncilSeats": "a published result of an election",
    "bodies.Source": "where a fact of the seed was read",
    "bodies.Area": "a piece of the country",
    "bodies.BodyKind": "a kind that the law knows",
    "bodies.Party": "a party is nobody's row",
    "bodies.MandatePeriod": "the mandate periods of the country",
}
"""Rows that no authority owns, each with the reason."""

ASKS_NOBODY = {
    "people.read.asker_of": "makes the asker",
    "people.read.asker_for": "makes the asker",
    "people.read.person_of": "says who asks",
    "people.read.device_of": "reads the request's own cookie",
    "people.read.sign_in_method": "says how the asker signed in",
    "publicity.read.publicity_of": "hands the marking to the domain that owns the thing; its read asks for the person",
    "publicity.read.closed_since": "tells the domain that owns the things which were closed after it wrote them down",
    "publicity.read.marked": "hands the markings to the domain that owns the things; its read asks for the person",
    "matters.read.publicity_of": "hands the marking to the rules of publicity, with the asker beside it",
    "people.read.active_device": "asked by the live path about its own ticket",
    "bodies.read.kinds": "the kinds that the law knows",
    "bodies.read.valid_on": "a condition, not an answer",
}
"""Reads without an asker, each with the reason. ``log.read`` is below every domain: a domain's own read asks for it."""

READING = [name for name in DOMAINS if (SRC / name / "read.py").exists() and name != "log"]


def test_no_foreign_key_crosses_between_domains():
    crossing = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | OneToOneField | ManyToManyField)
        and field.related_model._meta.app_label != model._meta.app_label
        and field.name not in {"groups", "user_permissions"}
    ]
    assert not crossing


def test_no_foreign_key_hides_in_a_string():
    key = re.compile(r"(?:ForeignKey|OneToOneField|ManyToManyField)\(\s*[\"'](\w+)\.\w+[\"']")
    hidden = [
        f"{name_of(path)}: {found}"
        for path in python()
        for found in key.findall(text(path))
        if f"/{found}/" not in f"/{name_of(path)}/"
    ]
    assert not hidden


def owned(model, seen=()):
    """Say whether a row has an owner of its own, or belongs to a row of its domain that has one."""
    if model in seen:
        return False
    names = {field.name for field in model._meta.concrete_fields}
    if names & {"owner", "owner_id"}:
        return True
    above = [f.related_model for f in model._meta.concrete_fields if isinstance(f, ForeignKey | OneToOneField)]
    return any(owned(one, (*seen, model)) for one in above)


def test_every_row_has_an_owner():
    assert not {model._meta.label for model in models() if not owned(model)} - set(OWNERLESS)


def test_every_exception_from_the_owner_is_still_needed():
    assert not {model._meta.label for model in models() if owned(model)} & set(OWNERLESS)


@pytest.mark.parametrize("domain", READING)
def test_every_read_takes_the_asking_person(domain):
    deaf = {
        f"{domain}.read.{function.name}"
        for function in functions(SRC / domain / "read.py")
        if "asking" not in {a.arg for a in (*function.args.args, *function.args.kwonlyargs, *function.args.posonlyargs)}
    }
    assert not deaf - set(ASKS_NOBODY)


def test_a_view_makes_at_most_one_conduct_call():
    twice = []
    for path in python():
        if path.stem != "views" and "views" not in path.parts:
            continue
        for function in functions(path):
            calls = [
                node
                for node in ast.walk(function)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "conduct"
            ]
            twice += [f"{name_of(path)}: {function.name}"] if len(calls) > 1 else []
    assert not twice


def is_pure(path):
    parts = path.relative_to(SRC).parts
    return parts[0] == "law" or "engine" in parts or "screens" in {*parts, path.stem} or parts == ("log", "entry.py")


def opens_a_file(path):
    calls = (node.func for node in ast.walk(syntax(path)) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == "open" for called in calls)


@pytest.mark.parametrize("path", [path for path in python() if is_pure(path)], ids=name_of)
def test_the_pure_read_neither_clock_nor_chance_nor_disk_even_by_a_late_import(path):
    impure = {"django", "asyncio", "os", "random", "secrets", "time", "uuid", "sqlite3", "apsw", "psycopg", "socket"}
    assert not {name for name in imported(path) if name.split(".")[0] in impure}
    assert not re.search(r"\b(?:datetime|date|time)\.(?:now|today|utcnow)\(", text(path)), "reads the clock"
    assert not opens_a_file(path)


def test_bookkeeping_never_asks_the_law():
    asks = [
        name_of(path)
        for path in python()
        if "engine" in path.parts and ("evolve" in path.parts or path.stem == "evolve")
        if any(name.startswith("radslag.law") for name in imported(path))
    ]
    assert not asks


def test_the_standard_librarys_sqlite_is_opened_nowhere():
    assert not [name_of(path) for path in python() if "sqlite3" in {n.split(".")[0] for n in imported(path)}]


def test_the_law_counts_in_whole_numbers():
    divides = [
        f"{name_of(path)}:{node.lineno}"
        for path in python(SRC / "law")
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    ]
    assert not divides
