"""The tables of the journal as they are laid out, and the guards that stand on them."""

from __future__ import annotations

from importlib.resources import files


def statements(database: str) -> list[str]:
    """Give the statements that lay out the journal on ``sqlite`` or ``postgres``, in order."""
    text = files("radslag.log").joinpath(f"tables_{database}.sql").read_text(encoding="utf-8")
    said = "\n".join(line for line in [*text.splitlines(), ""] if not line.startswith("--"))
    return [statement.strip() for statement in said.split("\n;\n") if statement.strip()]


def guards(database: str) -> dict[str, str]:
    """Give each trigger and each function by name: a trigger as its statement, a function as its body."""
    found = {}
    for said in statements(database):
        words = said.split()
        if words[1] == "TRIGGER":
            found[words[2]] = said
        elif words[1] == "FUNCTION":
            found[words[2].partition("(")[0]] = said.split("$$")[1]
    return found
