"""The words of the minutes: Swedish dates, times, paragraphs and terms. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NBSP = "\u00a0"
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

MARKS = {"sharp": "", "exercise": "ÖVNING", "test": "Prov"}
PRESIDIUM = {1: "ordförande", 2: "förste vice ordförande", 3: "andre vice ordförande"}
PURPOSES = {
    "referral": "återremiss",
    "postponement": "bordläggning",
    "main": "huvudförslaget",
    "counter": "motförslag",
    "addition": "tilläggsyrkande",
    "order": "propositionsordning",
    "urgency": "ärende utanför kungörelsen",
}
MOTIONS = {
    "approve": "bifall till förslaget",
    "reject": "avslag",
    "amend": "ändring",
    "add": "tillägg",
    "refer_back": "återremiss",
    "postpone": "bordläggning",
}
SIDES = {"yes": "ja besvarat", "no": "nej besvarat"}
CHOICES = {
    "yes": "JA",
    "no": "NEJ",
    "abstain": "AVSTÅR",
    "not_voting": "röstade inte",
    "absent": "frånvarande",
    "recused": "jäv",
}
ITEM_KINDS = {"interpellation": "Interpellation", "question": "Fråga"}
METHODS = {
    "password": "lösenord",
    "password+totp": "lösenord och engångskod",
    "password+code": "lösenord och återställningskod",
    "password+key": "lösenord och säkerhetsnyckel",
    "passkey": "passernyckel",
    "demo": "provmötets inloggning",
    "unknown": "okänt sätt",
}


def clock(at: datetime) -> str:
    """Write a time of day in Stockholm: ``19.44``."""
    return at.astimezone(STOCKHOLM).strftime("%H.%M")


def day(on: date) -> str:
    """Write a date: ``23 november 2026``."""
    return f"{on.day}{NBSP}{MONTHS[on.month - 1]} {on.year}"


def day_time(at: datetime) -> str:
    """Write date and time: ``23 november 2026 kl. 19.44``."""
    return f"{day(at.astimezone(STOCKHOLM).date())} kl.{NBSP}{clock(at)}"


def spell(first: datetime | None, last: datetime | None) -> str:
    """Write from when to when: ``18.00–20.14``; what has no end yet stands open."""
    return f"{clock(first) if first else ''}–{clock(last) if last else ''}"


def paragraphs(numbers: Iterable[int]) -> str:
    """Write paragraphs: ``§ 84–92`` or ``§ 84, 86–87``; empty for none."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"§{NBSP}{told}" if told else ""


def listed(names: Iterable[str]) -> str:
    """Write a list: ``A, B och C``."""
    *first, last = list(names) or [""]
    return f"{', '.join(first)} och {last}" if first else last


def sentence(text: str) -> str:
    """End a text with a full stop, unless it has an end."""
    bare = text.strip()
    return bare if not bare or bare[-1] in ".!?:" else f"{bare}."
