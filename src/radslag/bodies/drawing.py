"""The map of Sweden as a ready fragment: drawn once per process and language, since boundaries seldom move."""

from __future__ import annotations

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import translation
from markupsafe import Markup

from radslag.bodies import read
from radslag.publicity.asker import Asker

_KEPT_SECONDS = 3600


def sweden(asking: Asker) -> Markup:
    """Draw the country: counties that the keyboard reaches, municipalities under the pointer."""
    key = f"bodies.sweden.{translation.get_language()}"
    kept: str | None = cache.get(key)
    if kept is None:
        counties, municipalities = read.areas("county", asking), read.areas("municipality", asking)
        drawn = {"counties": counties, "municipalities": municipalities}
        kept = render_to_string("bodies/sweden.html", drawn, using="jinja2")
        if counties:
            cache.set(key, kept, _KEPT_SECONDS)
    return Markup(kept)  # noqa: S704 - our own template, escaped when it was rendered
