"""The Jinja2 environment that all pages share: translation, addresses, Swedish dates and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def environment(**options: Any) -> Environment:
    """Make the environment. Undefined names are errors: a page never shows a hole."""
    options.setdefault("undefined", StrictUndefined)
    made = Environment(  # noqa: S701 (Django hands autoescape=True over)
        **{**options, "extensions": ["jinja2.ext.i18n", "jinja2.ext.do"], "trim_blocks": True, "lstrip_blocks": True}
    )
    made.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals.update(static=staticfiles_storage.url, url=_url, icon=icon, worded=worded, demo=settings.DEMO)
    made.filters.update(day=day, day_time=day_time, clock=clock, thousands=thousands, iso=iso)
    return made


def page(request: HttpRequest) -> dict[str, Any]:
    """Give every page its language, its theme and where it is."""
    return {
        "language": translation.get_language() or "sv",
        "theme": request.COOKIES.get("theme") if request.COOKIES.get("theme") in ("sal", "kontrast") else "",
        "path": request.path,
        "person": getattr(request.user, "person", None) if hasattr(request, "user") else None,
    }


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args or None, kwargs=kwargs or None)


def worded(sentence: str | None, facts: Iterable[tuple[str, object]] = ()) -> str:
    """Say a Swedish sentence of the layers that know no language in the reader's, with its facts filled in."""
    said = translation.gettext(sentence) if sentence else ""
    given = dict(facts)
    return said.format(**given) if given else said


def icon(name: str, *, small: bool = False) -> Markup:
    """Give an icon of the sprite; the word beside it is its name."""
    size = " ic--s" if small else ""
    return Markup('<svg class="ic{}" aria-hidden="true" focusable="false"><use href="{}#i-{}"/></svg>').format(
        size, staticfiles_storage.url("icons.svg"), name
    )


def day(value: date | datetime | None, form: str = "d MMMM y") -> str:
    """Write a date as people say it: ``23 november 2026``."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(STOCKHOLM).date()
    return format_date(value, form, locale=translation.get_language() or "sv")


def clock(value: datetime | None, form: str | None = None) -> str:
    """Write a time of day in Stockholm: ``19.44``, in English ``19:44``."""
    form = form or ("HH.mm" if _swedish() else "HH:mm")
    return "" if value is None else format_datetime(value, form, tzinfo=STOCKHOLM, locale="sv")


def day_time(value: datetime | None) -> str:
    """Write date and time: ``23 november 2026 kl. 19.44``."""
    return "" if value is None else f"{day(value)}{' kl. ' if _swedish() else ', '}{clock(value)}"


def _swedish() -> bool:
    return (translation.get_language() or "sv") == "sv"


def thousands(value: float | None) -> str:
    """Write a number with no-break spaces between thousands."""
    if value is None:
        return ""
    return f"{value:,}".replace(",", "\u00a0").replace(".", ",") if _swedish() else f"{value:,}"


def iso(value: date | datetime | None) -> str:
    """Write a date or time for machines."""
    return "" if value is None else value.isoformat()
