"""The rule book as a document (``docs/law.md``) and as a table for the terminal."""

from __future__ import annotations

from radslag.law.rulebook import Line, lines

MARKS = {
    "S": "lagtexten är sedd",
    "K": "utskottets eller utredningens text är sedd, inte lagtexten",
    "G": "vägledning är sedd",
    "C": "rättsfall är sett",
    "M": "ur minnet",
    "I": "vår slutsats",
}
FORCES = {"hard": "hård", "advice": "råd"}


def markdown() -> str:
    """Write the rule book: what is built (section → sentence → function → tests), then what is not and why."""
    book = lines()
    built, later = [line for line in book if line.built], [line for line in book if not line.built]
    marks = ", ".join(f"**{mark}** {words}" for mark, words in MARKS.items())
    parts = [
        "# Lagen som kod",
        "",
        f"Skrivs av `radslag law --markdown`. Ett test håller sidan sann. {len(built)} av {len(book)} regler byggda.",
        "",
        "En *hård* regel stoppar det olagliga. Ett *råd* kan ordföranden gå förbi med ett skriftligt skäl,",
        "se [beslut 0004](decisions/0004-hard-and-advice.md).",
        "",
        f"Bevismärke: {marks}.",
        "",
        "## Byggt",
    ]
    for line in built:
        parts += ["", f"### {line.id}", "", *_built(line)]
    parts += [
        "",
        "## Inte byggt, och varför",
        "",
        "| id | paragraf | regel | märke | kraft | skäl |",
        "|---|---|---|---|---|---|",
    ]
    parts += [
        f"| {line.id} | {line.section} | {line.text} | {line.mark} | {FORCES[line.force]} | {line.note} |"
        for line in later
    ]
    return "\n".join(parts) + "\n"


def _built(line: Line) -> list[str]:
    window = f"från {line.first}" if line.first else "utan datum"
    window += f" till {line.last}" if line.last else ""
    return [
        f"**{line.section}** · {FORCES[line.force]} · {line.mark} · {window}",
        "",
        f"{line.text}" + (f" *{line.note}*" if line.note else ""),
        "",
        *[f"- `{function}`" for function in line.functions],
        *[f"- test: `{test}`" for test in line.tests],
    ]


def table() -> str:
    """Write one line for each id, for the terminal."""
    rows = [
        f"{line.id:8} {'byggd' if line.built else 'senare':7} {FORCES[line.force]:5} {line.mark}  "
        f"{line.section}: {line.text}"
        for line in lines()
    ]
    built = sum(line.built for line in lines())
    return "\n".join([*rows, f"{built} av {len(rows)} regler är byggda."])
