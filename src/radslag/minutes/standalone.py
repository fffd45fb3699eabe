"""The minutes as one HTML file that needs nothing beside it: for the archive and for the export."""

from __future__ import annotations

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from markupsafe import Markup

from radslag.minutes import typeset, words
from radslag.minutes.assembling import Shown

SHEETS = ("css/tokens.css", "css/base.css", "css/components.css", "css/surfaces.css", "css/minutes.css")


def page(shown: Shown) -> str:
    """Give the page with its styles inside. No script, no font, no address outside."""
    context = {
        "shown": shown, "minutes": shown.contents, "facts": typeset.facts(shown.contents), "styles": _styles(),
        "choice_words": words.CHOICES, "method_words": words.METHODS,
    }  # fmt: skip
    return render_to_string("minutes/file.html", context)


def _styles() -> Markup:
    """Join our own style sheets; the typefaces stay out, since a file has nowhere to fetch them from."""
    found = (finders.find(name) for name in SHEETS)
    texts = (open(path, encoding="utf-8").read() for path in found if path)  # noqa: SIM115, PTH123
    return Markup("\n").join(Markup(text) for text in texts)  # noqa: S704 - our own files, not what anyone wrote
