"""Everything of one authority in open formats, as the asker may see it: closed items stay closed."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from radslag.bodies import read as bodies
from radslag.bodies.rows import OrganisationRow
from radslag.log import read as log
from radslag.log.entry import Entry
from radslag.log.texts import DIGESTS
from radslag.matters import read as matters
from radslag.meetings import read as meetings
from radslag.minutes import as_data, standalone
from radslag.minutes import read as minutes
from radslag.noticeboard import read as noticeboard
from radslag.publicity.asker import Asker
from radslag.site.copies.archive import sha256
from radslag.site.copies.formats import README

SAID_ALOUD = {
    "meeting.motion_made/1": "text",
    "meeting.reservation_made/1": "text",
    "meeting.noted/1": "text",
    "meeting.corrected/1": "text",
    "meeting.advice_set_aside/1": "reason",
    "meeting.item_struck/1": "reason",
    "meeting.meeting_adjourned/1": "until",
}
"""Which texts of a meeting belong to what was said and noted. All others (delivery, reasons for leaving) stay out."""
ROSTER = "meeting.roster_fixed/1"

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def everything(owner: OrganisationRow, folder: Path, asking: Asker, *, on: date) -> dict[str, Any]:
    """Write the files and give the manifest. ``folder`` must be empty or not there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text(README.format(name=owner.legal_name, day=on.isoformat()), encoding="utf-8")
    _json(folder / "organisation.json", owner)
    own = bodies.bodies_of(owner.id, asking)
    _csv(folder / "bodies.csv", [{"id": b.id, "kind": b.kind, "name": b.name, "seats": b.seats} for b in own])
    seats = [{"body": body.id, **_plain(seat)} for body in own for seat in bodies.roster(body.id, on, asking).seats]
    _csv(folder / "seats.csv", seats)
    _matters(owner, folder, asking)
    posted = [*noticeboard.board(owner.id, asking), *noticeboard.taken_down(owner.id, asking, limit=100_000)]
    _csv(folder / "postings.csv", [_plain(row) for row in posted])
    held = meetings.meetings(asking, organisation=owner.id, limit=100_000)
    _csv(
        folder / "meetings.csv",
        [{**_plain(row, leave=("items", "body")), "body": row.body.id, "body_name": row.body.name} for row in held],
    )
    for row in held:
        _meeting(row.id, folder / "meetings" / row.id, asking)
    manifest = {
        "format": "radslag.export/1",
        "organisation": str(owner.id),
        "made_on": on.isoformat(),
        "files": {
            path.relative_to(folder).as_posix(): sha256(path) for path in sorted(folder.rglob("*")) if path.is_file()
        },
    }
    _json(folder / "manifest.json", manifest)
    return manifest


def _matters(owner: OrganisationRow, folder: Path, asking: Asker) -> None:
    rows = matters.register(asking, owner=str(owner.id), most=100_000)
    _csv(folder / "matters.csv", [_plain(row, leave=("documents", "publicity")) for row in rows])
    listed = [(row, paper) for row in rows for paper in row.documents]
    _csv(folder / "documents.csv", [{"matter": row.id, **_plain(paper)} for row, paper in listed])
    for _, paper in listed:
        found = matters.paper(paper.id, asking) if paper.opens else None
        if found is not None:
            path = folder / "documents" / paper.id / Path(found.name).name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found.content)


def _meeting(meeting: str, folder: Path, asking: Asker) -> None:
    record = meetings.record(meeting, asking)
    if record is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    _json(folder / "record.json", record)
    hidden = frozenset(item.item for item in record.items if item.hidden)
    entries = list(log.entries(record.stream))
    _lines(folder / "journal.jsonl", (_entry(one, hidden) for one in entries))
    _lines(folder / "texts.jsonl", _texts(entries, hidden))
    _lines(folder / "minutes-journal.jsonl", (_entry(one, hidden) for one in log.entries(f"minutes/{meeting}")))
    _minutes(meeting, folder, asking)


def _minutes(meeting: str, folder: Path, asking: Asker) -> None:
    shown = minutes.minutes(meeting, asking)
    if shown is None or not shown.approved:
        return
    (folder / "minutes.json").write_bytes(as_data.encoded(shown.contents, shown.record))
    (folder / "minutes.html").write_text(standalone.page(shown), encoding="utf-8")
    paper = minutes.paper(meeting, asking)
    if paper is not None:
        (folder / paper[0]).write_bytes(paper[1])


def _entry(entry: Entry, hidden: frozenset[str]) -> dict[str, Any]:
    """Give an entry as it is in the journal; of a closed item only that there is one, so that the chain can be seen."""
    if entry.facts.get("item") in hidden:
        return {"stream": entry.stream, "number": entry.number, "seal": entry.seal, "withheld": "closed item"}
    said: dict[str, Any] = msgspec.to_builtins(entry)
    return said


def _texts(entries: list[Entry], hidden: frozenset[str]) -> Iterable[dict[str, Any]]:
    """Give the words that were said aloud or noted. The snapshot comes along only when nothing in it is closed."""
    shown: dict[str, str | None] = {}
    for entry in entries:
        name = "text" if entry.kind == ROSTER else SAID_ALOUD.get(entry.kind)
        closed = bool(hidden) if entry.kind == ROSTER else entry.facts.get("item") in hidden
        for text in entry.facts.get(DIGESTS, ()):
            spoken = name is not None and entry.facts.get(name) == text
            shown[text] = None if spoken and not closed else "closed item" if closed else "not part of the record"
    words = log.texts([text for text, why in shown.items() if why is None])
    for text, why in shown.items():
        if why is None:
            yield {"id": text, "body": words[text]} if text in words else {"id": text, "withheld": "disposed of"}
        else:
            yield {"id": text, "withheld": why}


def _plain(row: object, leave: tuple[str, ...] = ()) -> dict[str, object]:
    """Give a row's fields as text and numbers; lists are joined with a bar."""
    found = {field.name: getattr(row, field.name) for field in fields(row) if field.name not in leave}  # type: ignore[arg-type]
    return {name: _cell(value) for name, value in found.items()}


def _cell(value: object) -> object:
    if isinstance(value, tuple | list | frozenset):
        return "|".join(str(one) for one in value)
    told = getattr(value, "value", value)
    if isinstance(told, str) and told.startswith(FORMULA):
        return f"'{told}"  # A spreadsheet would reckon it; the apostrophe makes it words.
    return told.isoformat() if hasattr(told, "isoformat") else told


def _csv(path: Path, rows: list[Mapping[str, object]] | list[dict[str, object]]) -> None:
    """Write rows: UTF-8, comma, a heading with the names. Without rows the file is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        if rows:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def _json(path: Path, said: object) -> None:
    if isinstance(said, OrganisationRow):
        said = asdict(said)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(said), indent=2) + b"\n")


def _lines(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
