"""The file of a copy: a tar with a manifest that gives the SHA-256 of everything in it."""

from __future__ import annotations

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings

from radslag.log import copying
from radslag.log.journal import Journal
from radslag.log.opening import journal
from radslag.site.copies import registers

FORMAT = "radslag.backup/1"
REGISTERS, JOURNAL, MANIFEST = "registers.jsonl", "journal.jsonl", "manifest.json"
FILES, KEYS = "files", "keys"
SECRET = "secret.key"  # noqa: S105 - the name of a file
PUBLIC_ENDING = ".cert.pem"


class Unreadable(Exception):
    """The file is no copy of ours, or it has been changed. The message says what is wrong with it."""


def make(target: Path, *, at: datetime, version: str, with_keys: bool) -> dict[str, Any]:
    """Write the copy and give its manifest. The server may run: each part is read as it is at one moment.

    The registers are read first and the files last, so that everything a register or a file's entry points at is
    there. The file is readable by its owner only.
    """
    with tempfile.TemporaryDirectory(prefix="radslag-backup-", dir=target.parent) as made:
        folder = Path(made)
        with registers.one_moment():
            rows = _write(folder / REGISTERS, registers.dump())
            laid = registers.migrations()
        with journal().steady() as reading:
            lines = _write(folder / JOURNAL, (json.dumps(one, ensure_ascii=False) for one in copying.dump(reading)))
        parts = {REGISTERS: folder / REGISTERS, JOURNAL: folder / JOURNAL, **_files(with_keys)}
        manifest = {
            "format": FORMAT, "made_at": at.isoformat(), "version": version, "migrations": laid, "rows": rows,
            "lines": lines, "keys": with_keys,
            "files": {name: {"sha256": sha256(path), "bytes": path.stat().st_size} for name, path in parts.items()},
        }  # fmt: skip
        (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2), encoding="utf-8")
        half = folder / "copy.tar.gz"
        with tarfile.open(half, "w:gz", compresslevel=5) as tar:
            tar.add(folder / MANIFEST, MANIFEST)
            for name, path in parts.items():
                tar.add(path, name)
        half.chmod(0o600)
        half.replace(target)
    return manifest


def unpack(source: Path, folder: Path) -> dict[str, Any]:
    """Unpack a copy into an empty folder and give its manifest. Raises :class:`Unreadable` for what does not fit."""
    try:
        with tarfile.open(source, "r:gz") as tar:
            for member in tar:
                _take_out(tar, member, folder)
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, EOFError, tarfile.TarError, json.JSONDecodeError, UnicodeDecodeError) as fault:
        raise Unreadable(f"{source.name} is no backup of this program: {fault}") from fault
    if manifest.get("format") != FORMAT:
        raise Unreadable(f"{source.name} has the format {manifest.get('format')}, this program reads {FORMAT}")
    for name, said in manifest["files"].items():
        path = folder / name
        if not path.is_file() or sha256(path) != said["sha256"]:
            raise Unreadable(f"{name} in {source.name} is missing or changed")
    return manifest


def _take_out(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """Take one file out, into the folder and nowhere else; anything but a plain file is refused."""
    if member.isdir():
        return
    # Debian 12's Python has no extraction filter, so this says itself what may come out.
    path = (folder / member.name).resolve()
    content = tar.extractfile(member) if member.isreg() and path.is_relative_to(folder.resolve()) else None
    if content is None:
        raise tarfile.TarError(f"{member.name} does not belong in a backup")
    path.parent.mkdir(parents=True, exist_ok=True)
    with content, path.open("wb") as written:
        shutil.copyfileobj(content, written)


def lay_in(folder: Path, manifest: dict[str, Any], book: Journal) -> None:
    """Lay the unpacked copy into this installation. Raises ``NotEmpty`` of the registers or of the journal."""
    with (folder / REGISTERS).open(encoding="utf-8") as rows:
        registers.load(rows)
    with (folder / JOURNAL).open(encoding="utf-8") as lines:
        copying.load((json.loads(line) for line in lines), book)
    for name in manifest["files"]:
        top, *rest = PurePosixPath(name).parts
        if top == FILES:
            _put(folder / name, Path(settings.MEDIA_ROOT).joinpath(*rest))
        elif top in (KEYS, SECRET):
            _put(folder / name, Path(settings.HOME) / name, mode=0o600)


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(with_keys: bool) -> dict[str, Path]:
    """Give the files by their name in the copy. Certificates are public and always come along; keys only if asked."""
    home, media = Path(settings.HOME), Path(settings.MEDIA_ROOT)
    found = {f"{FILES}/{path.relative_to(media).as_posix()}": path for path in _all(media)}
    for path in _all(home / KEYS):
        if with_keys or path.name.endswith(PUBLIC_ENDING):
            found[f"{KEYS}/{path.relative_to(home / KEYS).as_posix()}"] = path
    if with_keys and (home / SECRET).exists():
        found[SECRET] = home / SECRET
    return found


def _all(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.endswith(".part"))


def _put(source: Path, target: Path, mode: int = 0o640) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    target.write_bytes(source.read_bytes())
    target.chmod(mode)


def _write(path: Path, lines: Iterable[str]) -> int:
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(line + "\n")
            count += 1
    return count
