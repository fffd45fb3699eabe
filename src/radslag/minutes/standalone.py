"""The minutes as one HTML file that needs nothing beside it: for the archive and for the export."""

from __future__ import annotations

from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from radslag.minutes import typeset, words
from radslag.minutes.assembling import Shown

SHEETS = ("css/tokens.css", "css/base.css", "css/components.css", "css/surfaces.css", "css/minutes.css")


def page(shown: Shown) -> str:
    """Give the page with its styles inside. No script, no font, no address outside."""
    context = {
        "shown": shown, "minutes": shown.contents, "facts": typeset.facts(shown.contents), "alone": True,
        "choice_words": words.CHOICES, "method_words": words.METHODS,
    }  # fmt: skip
    # Put in here and not in the template: pages carry no styles of their own, only this file does.
    with translation.override("sv"):  # The minutes are kept in Swedish, whoever fetches them.
        made = render_to_string("minutes/file.html", context)
    return made.replace("</head>", f"<style>{_styles()}</style></head>", 1)


def _styles() -> str:
    """Join our own style sheets; the typefaces stay out, since a file has nowhere to fetch them from."""
    found = (finders.find(name) for name in SHEETS)
    texts = (Path(path).read_text(encoding="utf-8") for path in found if path)
    return "\n".join(line for text in texts for line in text.splitlines() if "@font-face" not in line)
