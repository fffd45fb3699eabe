"""The documents say what is so, and every field that may hold personal data has its line."""

import pkgutil

from django.apps import apps
from shape.tree import models

from radslag.site import commands, documents

THIRD_PARTY = {
    "account.EmailAddress", "mfa.Authenticator", "sessions.Session",
}  # fmt: skip
"""Tables of libraries that hold personal data."""

PLAIN_TYPES = {"AutoField", "BigAutoField", "BooleanField"}


def declared():
    rows = list(documents.personal_rows())
    names = [row["field"] for row in rows]
    assert len(names) == len(set(names)), "a field is declared twice"
    return {row["field"]: row for row in rows}


def covered(label, field, rows):
    return f"{label}.{field}" in rows or f"{label}.*" in rows


def test_the_documents_say_what_is_so():
    known = {found.name for found in pkgutil.iter_modules(commands.__path__)}
    assert not documents.untruths(documents.targets(), known)


def test_every_field_is_declared_as_personal_data_or_not():
    rows = declared()
    undeclared = [
        f"{model._meta.label}.{field.name}"
        for model in models()
        for field in model._meta.concrete_fields
        if field.get_internal_type() not in PLAIN_TYPES
        if not covered(model._meta.label, field.name, rows)
    ]
    assert not undeclared


def test_the_libraries_tables_with_personal_data_are_declared():
    rows = declared()
    assert not [label for label in THIRD_PARTY if f"{label}.*" not in rows]


def test_every_declared_field_exists():
    gone = []
    for name in declared():
        app, model, field = name.split(".")
        if app == "log":
            continue
        known = apps.get_model(app, model)._meta
        if field != "*":
            gone += [] if field in {f.name for f in known.get_fields()} else [name]
    assert not gone


def test_every_personal_field_says_purpose_ground_retention_and_who_sees_it():
    silent = [
        name
        for name, row in declared().items()
        if row["purpose"] != "-" and not all(row[column].strip() for column in documents.COLUMNS)
    ]
    assert not silent
