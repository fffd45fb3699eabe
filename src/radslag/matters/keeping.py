"""The files of documents: kept once under the state folder by their SHA-256, checked each time they are read."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

LIMIT = 50 * 1024 * 1024
"""The largest document taken, in bytes."""

TYPES: dict[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
}
"""What may be kept, by the ending of its file name."""

STARTS: dict[str, bytes] = {
    "pdf": b"%PDF-", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "odt": b"PK\x03\x04", "ods": b"PK\x03\x04",
    "png": b"\x89PNG", "jpg": b"\xff\xd8\xff",
}  # fmt: skip
"""How the content of each begins: a file that says it is something else is not taken."""


MODE_WORDS = {"sharp": "", "test": " PROV", "exercise": " ÖVNING"}


class NotTaken(ValueError):
    """The file is too large, of a kind that is not kept, or not what its name says; ``why`` says which, in a word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Spoiled(OSError):
    """The kept file is not what was once received."""


def ending(name: str) -> str:
    """Give the ending of a file name that is kept. Raises :class:`NotTaken` (``kind``)."""
    found = name.rpartition(".")[2].lower().replace("jpeg", "jpg")
    if found not in TYPES:
        raise NotTaken("kind")
    return found


def keep(content: BinaryIO, name: str) -> tuple[str, int]:
    """Keep a file; answer its SHA-256 and size. Raises :class:`NotTaken` (``kind``, ``size``, ``empty``, ``start``)."""
    kind = ending(name)
    data = content.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise NotTaken("size")
    if not data:
        raise NotTaken("empty")
    if not data.startswith(STARTS.get(kind, b"")):
        raise NotTaken("start")
    digest = hashlib.sha256(data).hexdigest()
    path = _path(digest)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, data)
    return digest, len(data)


def fetch(digest: str) -> bytes:
    """Give a kept file. Raises :class:`Spoiled` when it is gone or has changed."""
    try:
        data = _path(digest).read_bytes()
    except FileNotFoundError as gone:
        raise Spoiled(digest) from gone
    if hashlib.sha256(data).hexdigest() != digest:
        raise Spoiled(digest)
    return data


def file_name(reference: str, title: str, mode: str, kind: str) -> str:
    """Name a document's file so that it says what it is wherever it ends up: ``KS 2026-00318 Skrivelse PROV.pdf``."""
    words = re.sub(r"[^\w .,()-]", "-", f"{reference} {title}").strip()
    return f"{words[:120]}{MODE_WORDS[mode]}.{kind}"


def _path(digest: str) -> Path:
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest


def _write(path: Path, data: bytes) -> None:
    """Write beside and move into place, flushed to disk: half a file never carries a whole file's name."""
    beside = path.with_suffix(".part")
    with beside.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    beside.rename(path)
