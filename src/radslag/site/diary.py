"""The server's own log: what happened and how long it took; never a name, a token, a query or a body."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, WrappedLogger

ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "logger",
        "domain",
        "why",
        "method",
        "route",
        "status",
        "milliseconds",
        "stream",
        "number",
        "count",
        "port",
        "where",
    }
)
"""The only fields that are written: what is not here is left out, so a name cannot slip in by a careless call."""

_LONG = re.compile(r"[A-Za-z0-9_=-]{24,}(?:[.:][A-Za-z0-9_=-]+)*")
_QUERY = re.compile(r"\?\S*")
_MAIL = re.compile(r"\S+@\S+")
_NUMBER = re.compile(r"\b(?:19|20)?\d{6}[-+]?\d{4}\b")


def scrub(text: str) -> str:
    """Take out of a sentence what may be a token, a query, a mail address or a personal identity number."""
    for pattern in (_QUERY, _MAIL, _NUMBER):
        text = pattern.sub("…", text)
    return _LONG.sub(lambda found: found[0] if _is_uuid(found[0]) else "…", text)


def reason(error: BaseException) -> str:
    """Name an error by its kind and the place it came from; its message may quote what somebody wrote."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"


def only_what_is_allowed(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keep the allowed fields and scrub their words."""
    return {key: scrub(value) if isinstance(value, str) else value for key, value in event.items() if key in ALLOWED}


class _Scrubbing(logging.Formatter):
    """The same for lines that libraries write: the sentence scrubbed, and of an error only its kind and place."""

    def format(self, record: logging.LogRecord) -> str:
        why = f" ({reason(record.exc_info[1])})" if record.exc_info and record.exc_info[1] else ""
        return f"{self.formatTime(record)} {record.levelname.lower()} {record.name}: {scrub(record.getMessage())}{why}"


def configuration() -> dict[str, Any]:
    """Give Django's logging settings."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"scrubbing": {"()": _Scrubbing}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "scrubbing"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING", "propagate": True},
            "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            "uvicorn": {"handlers": [], "level": "WARNING", "propagate": True},
            "uvicorn.error": {"handlers": [], "level": "WARNING", "propagate": True},
        },
    }


def start() -> None:
    """Set structlog up: one line of text each, on standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            only_what_is_allowed,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _is_uuid(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", text))
