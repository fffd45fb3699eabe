"""Whether the house stands: ``GET /healthz``."""

from __future__ import annotations

import subprocess
import time
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from radslag.log.verify import quick_look

KEPT = 5.0
"""Seconds for which a look at the log is good."""

_looked: list[tuple[float, str]] = []


@require_safe
def healthz(_request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers and the log's guards stand, else 503."""
    database, log = _database(), _log()
    whole = database in {"sqlite", "postgresql"} and log == "whole"
    return JsonResponse(
        {"version": installed(), "commit": commit(), "database": database, "log": log},
        status=200 if whole else 503,
        headers={"Cache-Control": "no-store"},
    )


@cache
def installed() -> str:
    """Give the version that is installed, or ``unknown`` when the program runs from its source."""
    try:
        return version("radslag")
    except PackageNotFoundError:
        return "unknown"


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
    """Look at the guards and at some seals; the answer is kept for a while, since anyone may ask."""
    if not _looked or time.monotonic() - _looked[0][0] > KEPT:
        findings = "; ".join(str(finding) for finding in quick_look())
        _looked[:] = [(time.monotonic(), f"broken: {findings}" if findings else "whole")]
    return _looked[0][1]
