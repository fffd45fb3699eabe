"""Who may see what: every role against every mark."""

from __future__ import annotations

import pytest

from radslag.publicity.asker import PUBLIC, Asker, Office
from radslag.publicity.rules import (
    HIDDEN_TITLE,
    PROTECTED_NAME,
    Mark,
    Publicity,
    Sight,
    name_for,
    opened_by_right,
    title_for,
    what_may_be_seen,
)

TOWN, NEIGHBOUR = "town", "neighbour"
SOCIAL, COUNCIL = "social committee", "council"


def holder(role: str, *, body: str | None = SOCIAL, owner: str = TOWN) -> Asker:
    return Asker(f"{role} of {body} in {owner}", frozenset({Office(owner, role, body)}))  # type: ignore[arg-type]


def thing(mark: Mark, **more: object) -> Publicity:
    given = {"public_title": "Ärende om enskild", "section": "OSL 26 kap. 1 §"} | more
    return Publicity("1", TOWN, "Vård av NN", frozenset({SOCIAL}), mark=mark, **given)  # type: ignore[arg-type]


INSIDE = [
    holder("chair"),
    holder("secretary"),
    holder("member"),
    holder("substitute"),
    holder("official"),
    holder("registrar", body=None),
    holder("auditor", body=None),
    holder("administrator", body=None),
]
OUTSIDE = [
    PUBLIC,
    Asker("someone"),
    holder("member", body=COUNCIL),
    holder("official", body=None),
    holder("chair", body=COUNCIL),
    holder("secretary", owner=NEIGHBOUR),
    holder("registrar", body=None, owner=NEIGHBOUR),
    holder("administrator", body=None, owner=NEIGHBOUR),
]


@pytest.mark.parametrize("asker", INSIDE + OUTSIDE, ids=lambda asker: asker.person or "public")
def test_an_open_thing_is_seen_in_full_by_anyone(asker: Asker) -> None:
    assert what_may_be_seen(thing(Mark.OPEN), asker) is Sight.FULL


@pytest.mark.parametrize("asker", INSIDE, ids=lambda asker: asker.person)
def test_a_secret_thing_is_seen_by_those_whose_office_works_with_it(asker: Asker) -> None:
    assert title_for(thing(Mark.SECRET), asker) == "Vård av NN"


@pytest.mark.parametrize("asker", OUTSIDE, ids=lambda asker: asker.person or "public")
def test_others_see_only_its_public_title(asker: Asker) -> None:
    assert title_for(thing(Mark.SECRET), asker) == "Ärende om enskild"


def test_a_secret_thing_without_a_public_title_never_shows_the_full_one() -> None:
    assert title_for(thing(Mark.SECRET, public_title=""), PUBLIC) == HIDDEN_TITLE


def test_a_thing_that_is_not_listed_is_nothing_to_others() -> None:
    assert title_for(thing(Mark.SECRET, listed=False), PUBLIC) is None


def test_who_is_recused_sees_no_more_of_a_secret_thing_than_the_public() -> None:
    assert title_for(thing(Mark.SECRET), holder("member"), recused=True) == "Ärende om enskild"


def test_a_closed_deliberation_leaves_the_title_open_to_all() -> None:
    closed = thing(Mark.CLOSED, public_title="")
    assert title_for(closed, PUBLIC) == "Vård av NN"
    assert what_may_be_seen(closed, PUBLIC) is Sight.PUBLIC


def test_a_closed_thing_keeps_its_title_even_if_marked_unlisted() -> None:
    assert what_may_be_seen(thing(Mark.CLOSED, listed=False), PUBLIC) is Sight.PUBLIC


def test_an_administrator_without_office_in_the_body_opens_by_right() -> None:
    assert opened_by_right(thing(Mark.SECRET), holder("administrator", body=None))
    assert not opened_by_right(thing(Mark.OPEN), holder("administrator", body=None))


def test_an_administrator_who_is_also_a_member_opens_by_office() -> None:
    both = Asker("both", holder("administrator", body=None).offices | holder("member").offices)
    assert not opened_by_right(thing(Mark.SECRET), both)


def test_a_protected_name_is_shown_only_within_the_persons_own_bodies() -> None:
    def shown(asker: Asker) -> str:
        return name_for("Kim Lind", protected=True, bodies=frozenset({SOCIAL}), asker=asker, self_id="kim")

    assert shown(holder("member")) == "Kim Lind"
    assert shown(Asker("kim")) == "Kim Lind"
    assert shown(holder("member", body=COUNCIL)) == PROTECTED_NAME
    assert shown(holder("administrator", body=None)) == PROTECTED_NAME
    assert shown(PUBLIC) == PROTECTED_NAME


def test_a_name_that_is_not_protected_is_shown_to_anyone() -> None:
    assert name_for("Anna Ek", protected=False, bodies=frozenset(), asker=PUBLIC) == "Anna Ek"
