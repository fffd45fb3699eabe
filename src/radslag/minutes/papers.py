"""Where the stamped files lie: one folder a meeting under the files of the installation, never written twice."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from pathlib import Path
from typing import Literal

from django.conf import settings

from radslag.minutes.contents import Contents

Edition = Literal["full", "public"]
"""``public`` leaves out what is closed; there is one only when something is."""

KEYS = "keys"


def name_of(minutes: Contents, ending: str) -> str:
    """Name a file: body, day, and the mark of a meeting that is not sharp: ``protokoll-…-2026-11-23-PROV.pdf``."""
    plain = unicodedata.normalize("NFKD", minutes.body).encode("ascii", "ignore").decode().lower()
    body = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    mark = {"ÖVNING": "-OVNING", "Prov": "-PROV"}.get(minutes.mark, "")
    draft = "-utkast" if minutes.draft else ""
    return f"protokoll-{body}-{minutes.day.isoformat()}{mark}{draft}.{ending}"


def sha256(content: bytes) -> str:
    """Give the SHA-256 of a file, in hex."""
    return hashlib.sha256(content).hexdigest()


def keep(meeting: str, content: bytes) -> str:
    """Keep a stamped file under its SHA-256 and give that. A file with the same content is left as it is."""
    digest = sha256(content)
    path = _path(meeting, digest)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        half = path.with_suffix(".part")
        with half.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    return digest


def find(meeting: str, digest: str) -> bytes | None:
    """Give the file, or None when it is gone."""
    path = _path(meeting, digest)
    return path.read_bytes() if path.exists() else None


def all_of(meeting: str) -> list[bytes]:
    """Give every stamped file of a meeting."""
    folder = _path(meeting, "x").parent
    return [path.read_bytes() for path in sorted(folder.glob("*.pdf"))]


def meetings() -> list[str]:
    """Give the meetings that have a stamped file, also one whose journal is gone."""
    folder = Path(settings.MEDIA_ROOT) / "minutes"
    return sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.exists() else []


def keys() -> Path:
    """Give the folder of the installation's key."""
    return Path(settings.HOME) / KEYS


def _path(meeting: str, digest: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "minutes" / meeting / f"{digest}.pdf"
