"""What may be seen by whom: one decision for pages, feeds, search, PDF, mail and exports. Pure.

Sources: TF 2 kap. (public documents), OSL 5 kap. 2 § (the register), OSL 8 kap. (secrecy against others),
KL 5 kap. 42 § and 6 kap. 25 § (closed doors).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from radslag.publicity.asker import Asker, Role

HIDDEN_TITLE = "Ärende med sekretess"
"""What is shown when a secret thing has no public title of its own."""

PROTECTED_NAME = "Namn skyddat"
"""What is shown in place of a protected identity."""


class Mark(Enum):
    """How a thing is marked. A mark is a warning to look; whether secrecy holds is tried anew at each request."""

    OPEN = "open"
    SECRET = "secret"  # noqa: S105 - the word of a mark
    CLOSED = "closed"
    """Only the deliberation is closed: the title and the decision are open (KL 5 kap. 42 §)."""


class Sight(Enum):
    """What an asker may see of a thing."""

    FULL = "full"
    PUBLIC = "public"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Publicity:
    """What is known of a thing's publicity. ``listed`` is False for a thing whose very existence is not shown."""

    id: str
    owner: str
    full_title: str
    bodies: frozenset[str] = frozenset()
    """The bodies that work with it; none of them means the whole authority's register."""
    public_title: str = ""
    mark: Mark = Mark.OPEN
    section: str = ""
    """The section that the secrecy rests on, as it is cited: ``OSL 26 kap. 1 §``."""
    listed: bool = True


IN_THE_BODY: tuple[Role, ...] = ("chair", "secretary", "member", "substitute", "official")
"""The roles that see a secret thing of their own body by office."""

IN_THE_AUTHORITY: tuple[Role, ...] = ("registrar", "auditor")
"""The roles that see it by office wherever in the authority they hold it (OSL 5 kap. 1 §, KL 12 kap. 9 §)."""


def what_may_be_seen(thing: Publicity, asker: Asker, *, recused: bool = False) -> Sight:
    """Say what the asker may see; ``recused`` is True when the asker has declared a conflict of interest in it."""
    match thing.mark:
        case Mark.OPEN:
            return Sight.FULL
        case Mark.SECRET | Mark.CLOSED:
            if not recused and (sees_by_office(thing, asker) or sees_by_right(thing, asker)):
                return Sight.FULL
            return Sight.PUBLIC if thing.listed or thing.mark is Mark.CLOSED else Sight.NOTHING
        case _:
            assert_never(thing.mark)


def sees_by_office(thing: Publicity, asker: Asker) -> bool:
    """Say whether the asker's office is one that works with the thing: in one of its bodies, or with all registers."""
    return any(
        office.owner == thing.owner
        and (
            (office.role in IN_THE_BODY and office.body in thing.bodies)
            or (office.role in IN_THE_AUTHORITY and (office.body is None or office.body in thing.bodies))
        )
        for office in asker.offices
    )


def sees_by_right(thing: Publicity, asker: Asker) -> bool:
    """Say whether the asker is the authority's administrator: may open, but each opening is noted."""
    return asker.holds("administrator", owner=thing.owner)


def opened_by_right(thing: Publicity, asker: Asker) -> bool:
    """Say whether opening this leaves a line: it is not open, and the asker sees it only as administrator."""
    return thing.mark is not Mark.OPEN and sees_by_right(thing, asker) and not sees_by_office(thing, asker)


def title_for(thing: Publicity, asker: Asker, *, recused: bool = False) -> str | None:
    """Give the title this asker is shown, or None when the thing is not shown at all."""
    match what_may_be_seen(thing, asker, recused=recused):
        case Sight.FULL:
            return thing.full_title
        case Sight.PUBLIC:
            return public_title(thing)
        case Sight.NOTHING:
            return None
        case never:
            assert_never(never)


def public_title(thing: Publicity) -> str:
    """Give the title for anyone: the full one unless the thing is secret."""
    if thing.public_title:
        return thing.public_title
    return HIDDEN_TITLE if thing.mark is Mark.SECRET else thing.full_title


def name_for(name: str, *, protected: bool, bodies: frozenset[str], asker: Asker, self_id: str = "") -> str:
    """Give the name this asker is shown: a protected identity only within the person's own bodies."""
    if not protected or (self_id and asker.person == self_id):
        return name
    shared = any(office.body in bodies for office in asker.offices if office.body is not None)
    return name if shared else PROTECTED_NAME
