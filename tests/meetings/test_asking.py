"""What is sent is read strictly, the same for JSON and for forms."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from radslag.meetings.asking import ACTS, Unclear, read_act
from radslag.meetings.engine import commands as c

TODAY = date(2026, 11, 24)


def asked(act: str, **fields: object) -> object:
    return read_act(act, fields, me="ali", today=TODAY).command


def test_every_command_of_the_engine_can_be_asked_for() -> None:
    made_whole = {"issue_notice", "issue_late_notice", "summon", "open_meeting", "add_item"}
    reached = {act.make.__name__ for act in ACTS.values() if not isinstance(act.make, str)}
    reached |= {"".join(word.title() for word in name.split("_")) for name in made_whole}

    assert reached == {command.__name__ for command in get_args(c.Command)}


def test_a_vote_is_ones_own_when_nobody_is_named() -> None:
    assert asked("cast_vote", choice="yes", item="road", question=1) == c.CastVote("ali", "yes", "road", 1)


def test_a_form_sends_words_where_json_sends_numbers_and_both_are_read() -> None:
    assert asked("cast_vote", choice="no", item="road", question="2") == c.CastVote("ali", "no", "road", 2)
    assert asked("call_roll", present=["ali", "bea"]) == c.CallRoll(("ali", "bea"))
    assert asked("call_roll", present="ali") == c.CallRoll(("ali",))
    assert asked("decide_recusal", item="road", person="bea", recused="false") == c.DecideRecusal("road", "bea", False)


def test_words_become_a_text_and_the_command_holds_its_id_only() -> None:
    read = read_act("make_motion", {"kind": "amend", "text": "  Två nya lekplatser.\r\n"}, me="ali", today=TODAY)

    assert [text.body for text in read.texts] == ["Två nya lekplatser."]
    assert read.command == c.MakeMotion("amend", "ali", read.texts[0].id)


def test_a_written_reason_goes_with_any_act() -> None:
    read = read_act("gavel", {"reason": "Frågan är brådskande."}, me="chair", today=TODAY)

    assert read.command == c.Gavel()
    assert read.reason == read.texts[0].id


def test_an_act_for_another_says_on_whose_behalf_it_is() -> None:
    vote = {"voter": "bea", "choice": "yes", "item": "road", "question": 1, "reason": "Trasig telefon"}

    assert read_act("cast_vote", vote, me="secretary", today=TODAY).on_behalf_of == "bea"
    assert read_act("request_floor", {}, me="ali", today=TODAY).on_behalf_of is None


@pytest.mark.parametrize(
    ("act", "fields", "says"),
    [
        ("vote", {}, "finns inte"),
        ("gavel", {"force": "yes"}, "hör inte till"),
        ("cast_vote", {"choice": "maybe", "item": "road", "question": 1}, "Välj något av"),
        ("cast_vote", {"choice": "yes", "item": "road", "question": True}, "heltal"),
        ("cast_vote", {"choice": "yes", "item": "road"}, "heltal"),
        ("open_item", {"item": "<b>"}, "Ange vem eller vad"),
        ("open_item", {"item": ["road"]}, "Ange vem eller vad"),
        ("choose_adjusters", {"persons": ["ali", "ali"], "approve_on": "2026-12-01"}, "två gånger"),
        ("choose_adjusters", {"persons": ["ali"], "approve_on": "1 december"}, "datum"),
        ("note", {"text": "   "}, "Skriv en text"),
        ("note", {"text": "x" * 6001}, "längre än"),
        ("note", {"text": 7}, "kan inte läsas"),
        ("add_item", {"title": ""}, "högst 300"),
        ("decide_recusal", {"item": "a", "person": "b", "recused": "maybe"}, "ja eller nej"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_words(act: str, fields: dict[str, object], says: str) -> None:
    with pytest.raises(Unclear, match=says):
        read_act(act, fields, me="ali", today=TODAY)
