"""What whoever leads sees: the next lawful step as the page offers it, with the fields of its form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

NEXT = re.compile(r'data-region="next"[^>]*>(.*?)</main>|data-region="next"[^>]*>(.*)', re.DOTALL)
FORM = re.compile(r'<form[^>]*action="[^"]*/gor/(\w+)/"[^>]*>(.*?)</form>', re.DOTALL)
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
BOX = re.compile(r'<input type="checkbox" name="present" value="([^"]+)"([^>]*)>')
OPTION = re.compile(r'<option value="([^"]+)"')
OURS = frozenset({"csrfmiddlewaretoken", "key", "page"})


@dataclass(frozen=True)
class Offer:
    """A step that the page offers; ``act`` is empty when it offers none, ``blocked`` when it may not be taken now."""

    act: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    blocked: bool = False


@dataclass(frozen=True)
class Desk:
    """The chair's page, read."""

    step: Offer
    speaking: bool
    closed: bool
    members: int
    answered: tuple[str, ...]
    may_adjust: tuple[str, ...]
    approve_on: str
    recusals: tuple[Offer, ...]


def read_desk(page: str) -> Desk:
    """Read the chair's page, whole."""
    found = NEXT.search(page)
    part = (found[1] or found[2] or "") if found else ""
    forms = [(act, _fields(inside)) for act, inside in FORM.findall(page)]
    boxes = BOX.findall(page)
    adjusters = next((inside for act, inside in FORM.findall(part) if act == "choose_adjusters"), "")
    day = re.search(r'name="approve_on" value="([^"]*)"', adjusters)
    return Desk(
        step=_step(part),
        speaking=any(act == "stop_speaker" for act, _ in forms),
        closed="/protokoll/" in page and not FORM.search(part),
        members=sum("data-member" in more for _, more in boxes),
        answered=tuple(person for person, more in boxes if "checked" in more),
        may_adjust=tuple(dict.fromkeys(OPTION.findall(adjusters))),
        approve_on=day[1] if day else "",
        recusals=tuple(Offer(act, fields) for act, fields in forms if act == "decide_recusal"),
    )


def _step(part: str) -> Offer:
    if 'form="roll"' in part:
        return Offer("call_roll")
    if 'aria-disabled="true"' in part:
        return Offer("blocked", blocked=True)
    for act, inside in FORM.findall(part):
        if act not in ("undo", "adjourn"):
            return Offer(act, _fields(inside))
    return Offer()


def _fields(inside: str) -> dict[str, object]:
    return {name: unescape(value) for name, value in HIDDEN.findall(inside) if name not in OURS}
