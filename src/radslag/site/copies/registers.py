"""The registers as lines of JSON, one row a line, the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

LEFT_OUT = frozenset({"sessions.session", "contenttypes.contenttype", "auth.permission"})
"""Sessions end with the machine; the other two are made anew by the migrations."""

CHUNK = 1000


class NotEmpty(Exception):
    """There are rows in the registers already."""


def tables() -> list[type[models.Model]]:
    """Give every table that is copied, those that others point at first."""
    found: list[type[models.Model]] = serializers.sort_dependencies([(app, None) for app in apps.get_app_configs()])
    return [model for model in found if model._meta.label_lower not in LEFT_OUT and not model._meta.proxy]


@contextmanager
def one_moment() -> Iterator[None]:
    """Read the registers as they are at one moment, without holding up those who write."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("COMMIT")
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def dump() -> Iterator[str]:
    """Give every row as a line."""
    for model in tables():
        for row in model._default_manager.order_by("pk").iterator(CHUNK):
            (said,) = serializers.serialize("python", [row], use_natural_foreign_keys=True)
            yield json.dumps(said, ensure_ascii=False, cls=DjangoJSONEncoder)


def load(lines: Iterable[str]) -> int:
    """Lay the rows into empty registers whose tables are there, all or nothing. Gives how many there were.

    Raises :class:`NotEmpty`.
    """
    if found := in_use():
        raise NotEmpty(", ".join(found))
    count = 0
    with transaction.atomic(), connection.constraint_checks_disabled():
        for line in lines:
            for row in serializers.deserialize("python", [json.loads(line)], handle_forward_references=False):
                row.save()
                count += 1
        connection.check_constraints()
        _count_on()
    return count


def lay_out() -> None:
    """Make the tables, where they are not there."""
    call_command("migrate", interactive=False, verbosity=0)


def in_use() -> list[str]:
    """Name the tables that hold rows. No migration enters any."""
    return [model._meta.label for model in tables() if model._default_manager.exists()]


def migrations() -> dict[str, str]:
    """Give the last migration of each app that is laid into this database."""
    if not MigrationRecorder(connection).has_table():
        return {}
    applied = MigrationRecorder(connection).applied_migrations()
    return dict(sorted(applied))


def _count_on() -> None:
    """Let each counter go on after the highest number that came with the copy."""
    for said in connection.ops.sequence_reset_sql(no_style(), tables()):
        with connection.cursor() as cursor:
            cursor.execute(said)
