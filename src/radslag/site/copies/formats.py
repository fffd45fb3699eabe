"""What lies in an export, told in the export itself."""
# ruff: noqa: E501 - a row of a table is a line

README = """# Export: {name}, {day}

Everything in open formats (UTF-8). Times are ISO 8601 with offset, days ISO 8601. Ids are permanent: `/id/<id>` at the
installation. What the one who exported may not see is not here; where something is left out, it says so.

| File | What | Format |
|---|---|---|
| `organisation.json` | the authority | JSON |
| `bodies.csv`, `seats.csv` | bodies, and who holds their seats on the day of the export | CSV, comma, heading |
| `matters.csv`, `documents.csv`, `documents/` | the register of matters, the documents that may be opened | CSV, the files as they came |
| `postings.csv` | the noticeboard, also what has been taken down | CSV |
| `meetings.csv` | the meetings | CSV |
| `meetings/<id>/record.json` | the meeting read from its journal: presence, motions, questions, votes by name, decisions | JSON |
| `meetings/<id>/journal.jsonl` | the journal itself, one entry a line, with its seal | JSON Lines |
| `meetings/<id>/texts.jsonl` | the words that the entries name by id | JSON Lines |
| `meetings/<id>/minutes-journal.jsonl` | the way of the minutes: drafts, approvals, stamp, posting | JSON Lines |
| `meetings/<id>/minutes.json`, `.html`, `protokoll-….pdf` | the approved minutes; the PDF bears the electronic stamp | JSON, HTML, PDF/A-2a |
| `manifest.json` | SHA-256 of every file | JSON |

**Seals.** The seal of an entry is SHA-256 over `[seal before, stream, number, kind, facts, by, on_behalf_of, device,
recorded_at, happened_at, key]` as JSON without spaces, keys sorted, UTF-8; the first seal builds on the stream's birth
`["", name, owner, mode, kind, born_at]`. An entry of a closed item stands with number and seal only (`withheld`).

**Mode.** `sharp` is real, `exercise` and `test` are not; they are never mixed in one stream.
"""
