"""What was shown at the opening: names, parties and roles, titles and proposals, kept as one text (INVARIANTS 6).

``OpenMeeting.roster_text`` is the id of a text whose body is a snapshot in JSON. Screens, minutes and evidence
read names and titles here, never in today's tables. An item that was added at the meeting has its own text: its id
is the item's id and its body an ``ItemText`` in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class PersonText:
    """A person as shown that day. ``party`` is what stands in brackets after the name: ``S``."""

    name: str
    party: str = ""
    role: str = "member"
    """member, substitute, secretary, official"""
    party_name: str = ""

    @property
    def shown(self) -> str:
        """Name and party: ``Anna Ek (S)``."""
        return f"{self.name} ({self.party})" if self.party else self.name


@dataclass(frozen=True)
class ItemText:
    """An item as it stood in the notice. ``closed`` marks secrecy: the public sees ``public_title`` only."""

    title: str
    public_title: str
    closed: bool = False
    reference: str = ""
    """Dnr of the matter."""
    kind: str = "decision"
    summary: str = ""
    proposal: str = ""

    def title_for(self, *, inside: bool) -> str:
        """Give the title that this audience may see."""
        return self.title if inside or not self.closed else self.public_title


@dataclass(frozen=True)
class Snapshot:
    organisation: str = ""
    body: str = ""
    place: str = ""
    secretary: str = ""
    persons: Mapping[str, PersonText] = field(default_factory=dict)
    items: Mapping[str, ItemText] = field(default_factory=dict)

    def name(self, person: str | None) -> str:
        """Give the name and party as shown that day, or nothing for nobody."""
        if not person:
            return ""
        found = self.persons.get(person)
        return found.shown if found else "–"

    def item(self, item: str) -> ItemText:
        """Give the texts of an item; an item added later has none here."""
        return self.items.get(item, ItemText("", ""))


def item_to_text(item: ItemText) -> str:
    """Write one item as the body of a text."""
    return json.dumps(asdict(item), ensure_ascii=False, sort_keys=True)


def item_from_text(body: str) -> ItemText:
    """Read one item back."""
    return ItemText(**json.loads(body))


def to_text(snapshot: Snapshot) -> str:
    """Write the snapshot as the body of a text."""
    return json.dumps(asdict(snapshot), ensure_ascii=False, sort_keys=True)


def from_text(body: str) -> Snapshot:
    """Read the body of a text back. Raises ``ValueError`` when it is not a snapshot."""
    said = json.loads(body)
    return Snapshot(
        organisation=said["organisation"],
        body=said["body"],
        place=said["place"],
        secretary=said["secretary"],
        persons={key: PersonText(**one) for key, one in said["persons"].items()},
        items={key: ItemText(**one) for key, one in said["items"].items()},
    )
