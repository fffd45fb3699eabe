"""Pictures made into HTML: each region is drawn once for an audience and kept until its picture is another."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime
from functools import lru_cache
from threading import Lock
from typing import Any, cast

from django.template import engines
from django.utils import translation
from markupsafe import Markup

from radslag.meetings import conduct, wording
from radslag.meetings.screens import picture, step
from radslag.meetings.screens.audience import Audience
from radslag.meetings.screens.hall import Hall
from radslag.meetings.screens.picture import Region

KEPT = 4000
"""How many drawn regions stay in memory."""

_drawn: OrderedDict[tuple[str, str, str, str], tuple[object, str]] = OrderedDict()
_guard = Lock()


def draw(meeting: str, audience: str, language: str = "sv") -> tuple[int, dict[str, str]]:
    """Draw every region of an audience's screen; give the event number it is true for, and the HTML by region."""
    number, state = conduct.state(meeting)
    happened = wording.happened_in(meeting, state) if audience == "secretary" else ()
    words = wording.words_of(meeting, state)
    leads = audience == "chair"
    shows_step = audience in ("chair", "secretary")
    next_step = step.next_step_now(state, words, datetime.now(UTC), leads=leads) if shows_step else None
    regions = picture.regions(state, words, cast("Audience", audience), next_step, happened)
    return number, {name: _html(meeting, audience, name, region, language) for name, region in regions.items()}


def draw_personal(meeting: str, person: str, language: str = "sv") -> dict[str, str]:
    """Draw the regions that only this person may see."""
    _, state = conduct.state(meeting)
    words = wording.words_of(meeting, state)
    regions = picture.personal(state, words, person)
    return {name: _html(meeting, f"person/{person}", name, region, language) for name, region in regions.items()}


def html_of(region: Region, *, base: str, language: str = "sv") -> str:
    """Draw a region; ``base`` is the address that its forms are sent under."""
    with translation.override(language):
        return str(
            _template(region.template).render(
                view=region.view, base=base, hall_svg=lambda hall: _hall_svg(hall, language)
            )
        )


def _html(meeting: str, whose: str, name: str, region: Region, language: str) -> str:
    """Give the region as it was drawn if its picture is the same, else draw it."""
    key = (meeting, whose, name, language)
    kept = _drawn.get(key)
    if kept is not None and kept[0] == region:
        return kept[1]
    made = html_of(region, base=f"/mote/{meeting}/", language=language)
    with _guard:
        _drawn[key] = (region, made)
        _drawn.move_to_end(key)
        while len(_drawn) > KEPT:
            _drawn.popitem(last=False)
    return made


@lru_cache(maxsize=64)
def _hall_svg(hall: Hall, language: str) -> Markup:
    """Draw the half circle once for every audience that sees the same one."""
    with translation.override(language):
        return Markup(_template("hall").render(view=hall))  # noqa: S704 - escaped in its own template


def _template(name: str) -> Any:
    return engines["jinja2"].env.get_template(f"meetings/regions/{name}.html")  # type: ignore[attr-defined]
