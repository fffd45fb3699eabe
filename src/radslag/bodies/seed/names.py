"""The names of agencies as they should be read: the source has capitals, cut ends and slips of the pen. Pure."""

from __future__ import annotations

import re

CORRECTED = {
    "Svergies ambassad Santigao": "Sveriges ambassad Santiago",
    "Svergies delegation NATO Bryssel": "Sveriges delegation Nato Bryssel",
    "Svergies generalkonsulat Mumbai": "Sveriges generalkonsulat Mumbai",
    "HYRES OCH ARRENDENÄMNEN I MALMÖ": "Hyres- och arrendenämnden i Malmö",
    "ILO-KOMMITTÉN": "ILO-kommittén",
    "SVERIGES RIKSBANK": "Sveriges riksbank",
    "SVEA HOVRÄTT O MARK O MILJÖ OCH PATENT": "Svea hovrätt",
    "HOVRÄTTEN FÖR VÄSTRA SVERIGE": "Hovrätten för Västra Sverige",
}

_COMMON = frozenset({"tingsrätt", "hovrätt", "hovrätten", "för", "i", "och", "över", "domstolen", "arrendenämnden"})
_CUT = re.compile(r" OCH (MIGRATIONS|PATENT|MARK).*$")

ALSO = {
    "202100-5984": "MSB; Myndigheten för samhällsskydd och beredskap (till och med 2025)",
    "202100-5026": "ESV; Ekonomistyrningsverket (till och med 2025)",
}
"""Names that people still type."""


def readable(name: str) -> tuple[str, str]:
    """Give the name to show and, when it differs from the source, a note that says so."""
    shown = CORRECTED.get(name)
    if shown is None and name.isupper():
        whole = _CUT.sub("", name).replace("HYRES OCH", "HYRES- OCH").lower().split()
        first, *rest = whole
        shown = " ".join([first.capitalize(), *(w if w in _COMMON else w.capitalize() for w in rest)])
    if shown is None:
        shown = re.sub(r"\s+", " ", name).replace("Sveriges Ambassad", "Sveriges ambassad")
    return shown, "" if shown.casefold() == name.casefold() else f"I källan: {name}"
