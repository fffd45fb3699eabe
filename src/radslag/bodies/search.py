"""How names are folded, so that å, ä, ö, case and hyphens do not stand between a person and a municipality. Pure."""

from __future__ import annotations

import re
import unicodedata

_APART = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Fold to lower-case letters and digits without marks: ``Östra Göinge`` → ``ostra goinge``."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ø", "o").replace("æ", "ae"))
    return _APART.sub(" ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def words(*names: str) -> str:
    """Fold many names to the text that is searched: each word has a space before it, so a prefix can be found."""
    return "".join(f" {fold(name)} |" for name in names if name)


def rank(asked: str, searched: str) -> int:
    """Say how near a row is: 0 the whole name, 1 the beginning of a name, 2 the beginning of a word."""
    if f" {asked} |" in searched:
        return 0
    return 1 if any(name.lstrip().startswith(asked) for name in searched.split("|")) else 2
