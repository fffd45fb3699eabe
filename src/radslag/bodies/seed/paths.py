"""SVG paths made short: the same outline in steps of a tenth, each from the point before. Pure."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"([MLlZz])(?:(-?[\d.]+) ?(-?[\d.]+))?")


def short(path: str) -> str:
    """Rewrite a path of ``M``, ``L`` and ``Z`` in relative steps; nothing is lost at one decimal, a short one stays."""
    written: list[str] = []
    x = y = 0
    for act, across, down in _TOKEN.findall(path):
        if act in "Zz":
            written.append("z")
            continue
        to_x, to_y = round(float(across) * 10), round(float(down) * 10)
        if act == "l":
            to_x, to_y = x + to_x, y + to_y
        if act == "M":
            written.append(f"M{_tenths(to_x)} {_tenths(to_y)}")
        elif (to_x, to_y) != (x, y):
            written.append(f"l{_tenths(to_x - x)} {_tenths(to_y - y)}")
        x, y = to_x, to_y
    return "".join(written).replace(" -", "-")


def _tenths(number: int) -> str:
    sign, (whole, part) = "-" if number < 0 else "", divmod(abs(number), 10)
    return f"{sign}{whole or ''}.{part}" if part else f"{sign}{whole}"


def box(paths: list[str], *, margin: float = 4) -> str:
    """Give the view box that holds these short paths, for a map of a part of the country."""
    xs: list[float] = []
    ys: list[float] = []
    for path in paths:
        x = y = 0.0
        for act, across, down in re.findall(r"([Ml])(-?[\d.]+)[ ]?(-?[\d.]+)", path):
            x, y = (float(across), float(down)) if act == "M" else (x + float(across), y + float(down))
            xs.append(x)
            ys.append(y)
    left, top = min(xs) - margin, min(ys) - margin
    return f"{left:.1f} {top:.1f} {max(xs) - left + margin:.1f} {max(ys) - top + margin:.1f}"
