"""What the domain of persons is told about authorities and bodies, which lie above it."""

from __future__ import annotations

from radslag.bodies import read
from radslag.log.entry import Mode
from radslag.publicity.asker import PUBLIC


class Known:
    """Names by id; an id nobody knows is shown as its beginning."""

    def owner_name(self, owner: str) -> str:
        """Give an authority's name."""
        found = read.organisation(owner, PUBLIC)
        return found.name if found else owner[:8]

    def body_name(self, body: str) -> str:
        """Give a body's name."""
        found = read.body(body, PUBLIC)
        return found.name if found else body[:8]

    def bodies_of(self, owner: str) -> list[tuple[str, str]]:
        """Give an authority's bodies: id and name."""
        return [(str(body.id), body.name) for body in read.bodies_of(owner, PUBLIC)]

    def mode_of(self, owner: str) -> Mode:
        """A fictional authority's business is a test; any other's is sharp."""
        found = read.organisation(owner, PUBLIC)
        return "test" if found and found.fictional else "sharp"
