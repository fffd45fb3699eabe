"""What each audience sees, and never sees, at each event of a meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from meetings.stage import ROAD, Scene, a_committee, a_council
from radslag.meetings import drawing
from radslag.meetings.engine import commands as c
from radslag.meetings.screens import picture, step
from radslag.meetings.screens.audience import Audience, audience_of
from radslag.meetings.screens.words import Words
from radslag.meetings.snapshot import ItemText, PersonText, Snapshot

EVERYONE: tuple[Audience, ...] = get_args(Audience)
SECRET = "Anställning av Kim Lind"


def words(scene: Scene, *, closed: bool = False) -> Words:
    """Names as shown: the id is the name, and the group the party."""
    persons = {seat.person: PersonText(seat.person, seat.group) for seat in scene.roster}
    items = {
        "road": ItemText(SECRET if closed else "Vägen", "Anställning" if closed else "Vägen", closed, proposal="Bygg."),
        "pool": ItemText("Badet", "Badet"),
    }
    return Words(Snapshot("Ekvikens kommun", "Fullmäktige", "Salen", "Sara", persons, items), mode="test")


def html(scene: Scene, audience: Audience, said: Words | None = None) -> str:
    """Everything an audience is sent, drawn."""
    told = said or words(scene)
    leads = audience == "chair"
    shown = (
        step.next_step_now(scene.meeting, told, scene.at, leads=leads) if audience in ("chair", "secretary") else None
    )
    return _draw(picture.regions(scene.meeting, told, audience, shown))


def own(scene: Scene, person: str) -> str:
    """Everything that only this person is sent, drawn."""
    return _draw(picture.personal(scene.meeting, words(scene), person))


def _draw(regions: dict[str, picture.Region]) -> str:
    return "\n".join(drawing.html_of(region, base="/mote/m/") for region in regions.values())


def with_open_ballot() -> Scene:
    """Ali has demanded a vote; it is open and nobody has voted."""
    scene = a_council().debates().is_put().is_found()
    scene.asks("Ali", c.DemandVote("Ali"))
    scene.asks("Chair", c.OpenBallot())
    return scene


def votes(scene: Scene, person: str, choice: str) -> None:
    scene.asks(person, c.CastVote(person, choice, "road", scene.question.number))  # type: ignore[arg-type]


@pytest.mark.parametrize("audience", EVERYONE)
def test_an_open_ballot_shows_nobody_how_anyone_has_voted(audience: Audience) -> None:
    """Two rooms that differ only in how Ali voted are sent the same bytes."""
    yes, no = with_open_ballot(), with_open_ballot()
    votes(yes, "Ali", "yes")
    votes(no, "Ali", "no")

    assert html(yes, audience) == html(no, audience)


def test_the_wall_shows_how_many_have_voted_while_the_ballot_is_open() -> None:
    scene = with_open_ballot()
    votes(scene, "Ali", "no")

    shown = html(scene, "wall")
    assert "av 5 har röstat" in shown
    assert shown.count('class="s-in"') == 1
    assert "s-nej" not in shown


@pytest.mark.parametrize("audience", ["public", "wall", "serving", "chair"])
def test_a_closed_ballot_shows_how_each_seat_voted(audience: Audience) -> None:
    scene = a_council().debates().is_put().is_found().votes(yes="Chair Vice Ali", no="Bea Cia")
    picture_of = html(scene, audience)

    assert ">3<" in picture_of
    assert ">2<" in picture_of


def test_a_voter_sees_the_own_choice_and_can_change_it() -> None:
    scene = with_open_ballot()
    votes(scene, "Ali", "no")

    assert "Registrerad: NEJ." in own(scene, "Ali")
    votes(scene, "Ali", "yes")
    assert "Registrerad: JA." in own(scene, "Ali")
    assert "Registrerad" not in own(scene, "Bea")


def test_nobody_outside_the_electorate_is_given_a_ballot() -> None:
    scene = with_open_ballot()

    assert "cast_vote" not in own(scene, "Sub1")
    assert "cast_vote" not in own(scene, "Stranger")


@pytest.mark.parametrize("audience", ["public", "wall", "lectern", "auditor", "outside"])
def test_a_closed_item_shows_its_public_title_and_nothing_of_what_is_said(audience: Audience) -> None:
    scene = a_council().debates()
    scene.asks("Ali", c.MakeMotion("reject", "Ali"), c.RequestFloor("Ali"))
    scene.asks("Chair", c.StartSpeaker())

    shown = html(scene, audience, words(scene, closed=True))
    assert SECRET not in shown
    assert "Bygg." not in shown
    assert "Ali" not in shown


@pytest.mark.parametrize("audience", ["chair", "secretary", "serving"])
def test_those_inside_see_what_the_closed_item_is(audience: Audience) -> None:
    scene = a_council().debates()

    assert SECRET in html(scene, audience, words(scene, closed=True))


def test_a_recused_member_of_a_committee_is_outside_and_sees_nothing_of_the_item() -> None:
    scene = a_committee().debates()
    scene.asks("Ali", c.DeclareRecusal("road", "Ali"))
    scene.asks("Chair", c.DecideRecusal("road", "Ali", True), c.RequestFloor("Chair"), c.StartSpeaker("Chair"))

    assert audience_of(scene.meeting, "Ali", "member", frozenset()) == "outside"
    assert audience_of(scene.meeting, "Ali", "chair", frozenset({"chair"})) == "outside"
    assert "Har ordet" not in html(scene, "outside")
    assert "Har ordet" in html(scene, "serving")


def test_a_recused_member_of_a_council_stays_in_the_room_without_a_vote() -> None:
    scene = a_council().debates()
    scene.asks("Ali", c.DeclareRecusal("road", "Ali"))
    scene.asks("Chair", c.DecideRecusal("road", "Ali", True))

    assert audience_of(scene.meeting, "Ali", "member", frozenset()) != "outside"


def test_a_surface_is_a_wish_and_gives_nobody_more_than_their_part() -> None:
    meeting = a_council().meeting

    assert audience_of(meeting, "Chair", "chair", frozenset()) == "chair"
    assert audience_of(meeting, "Ali", "chair", frozenset()) == "serving"
    assert audience_of(meeting, "Ali", "secretary", frozenset()) == "serving"
    assert audience_of(meeting, "Sara", "secretary", frozenset({"secretary"})) == "secretary"
    assert audience_of(meeting, "Sub1", "member", frozenset()) == "substitute"
    assert audience_of(meeting, "Stranger", "chair", frozenset()) == "public"
    assert audience_of(meeting, None, "secretary", frozenset()) == "public"
    assert audience_of(meeting, "Rut", "member", frozenset({"auditor"})) == "auditor"


def test_a_substitute_who_serves_sees_what_members_see_and_gets_a_ballot() -> None:
    scene = a_council(present="Chair Vice Ali Bea Sub1")
    assert audience_of(scene.meeting, "Sub1", "member", frozenset()) == "serving"

    scene.debates().is_put().is_found()
    scene.asks("Ali", c.DemandVote("Ali"))
    scene.asks("Chair", c.OpenBallot())
    assert "cast_vote" in own(scene, "Sub1")


def test_there_is_one_green_button_and_a_step_that_is_not_lawful_says_why() -> None:
    scene = a_council(present="Chair Vice Ali")
    scene.asks("Chair", c.ChooseAdjusters(("Ali", "Vice"), scene.meeting.sitting_day))
    assert html(scene, "chair").count("btn--go") == 1

    scene.asks("Secretary", c.RegisterLeave("Vice"))
    shown = html(scene, "chair")
    assert "btn--go" not in shown
    assert 'aria-disabled="true"' in shown
    assert "KL 5 kap. 45 §" in shown


@pytest.mark.parametrize("audience", EVERYONE)
def test_every_audience_has_a_picture_at_every_step_of_a_meeting(audience: Audience) -> None:
    scene = Scene("council", 5, (ROAD,), {})
    stages = [
        scene.is_called,
        scene.is_opened,
        lambda: scene.asks("Chair", c.CallRoll(("Chair", "Vice", "Ali", "Bea", "Sub1"))),
        scene.debates,
        lambda: scene.is_put(c.MakeMotion("reject", "Ali")),
        scene.is_found,
        lambda: scene.votes(yes="Chair Vice Sub1", no="Ali Bea"),
        lambda: scene.asks("Chair", c.Gavel()),
        lambda: scene.asks("Ali", c.MakeReservation("road", "Ali")),
        lambda: scene.asks("Chair", c.Adjourn()),
    ]

    for happens in stages:
        happens()
        assert html(scene, audience).strip()
        assert own(scene, "Ali") is not None


def test_markup_in_a_name_stays_words() -> None:
    scene = a_council().debates()
    said = words(scene)
    people = {**said.snapshot.persons, "Ali": PersonText("<script>x</script>", "A")}
    scene.asks("Ali", c.RequestFloor("Ali"))

    shown = html(scene, "public", replace(said, snapshot=replace(said.snapshot, persons=people)))
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
