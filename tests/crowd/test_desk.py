"""What whoever leads sees on the chair's page."""

import json

from radslag.crowd.desk import read_desk
from radslag.crowd.house import House

NEXT = '<main></main><div class="next" data-region="next">{}<form action="/mote/m/gor/undo/"></form></div>'
OPEN = (
    '<form method="post" action="/mote/m/gor/open_item/"><input type="hidden" name="key" value="k">'
    '<input type="hidden" name="item" value="i1"><button>Ta upp</button></form>'
)


def test_the_step_is_read_with_its_fields_and_without_the_keys_of_the_form():
    step = read_desk(NEXT.format(OPEN)).step
    assert (step.act, dict(step.fields), step.blocked) == ("open_item", {"item": "i1"}, False)


def test_undoing_is_never_the_next_step():
    assert read_desk(NEXT.format("")).step.act == ""


def test_a_step_that_is_not_lawful_now_is_waited_for():
    assert read_desk(NEXT.format('<button aria-disabled="true">Klubba</button>')).step.blocked


def test_the_roll_is_called_with_those_who_have_answered():
    boxes = (
        '<input type="checkbox" name="present" value="a" data-member checked>'
        '<input type="checkbox" name="present" value="b" data-member>'
    )
    desk = read_desk(boxes + NEXT.format('<button form="roll">Upprop</button>'))
    assert (desk.step.act, desk.answered, desk.members) == ("call_roll", ("a",), 2)


def test_a_seat_that_a_human_has_taken_is_left_alone(tmp_path):
    path = tmp_path / "demo-house.json"
    path.write_text(json.dumps({"pace": 0, "chair": "visitor", "taken": {"ledamot1": "2026-11-24"}}), encoding="utf-8")
    house = House(path, 3.0)
    assert house.speed() == 0
    assert not house.leads()
    assert house.taken("ordforande")
    assert house.taken("ledamot1")
    assert not house.taken("ledamot2")


def test_without_a_choice_the_crowd_leads_at_the_speed_it_was_given(tmp_path):
    house = House(tmp_path / "demo-house.json", 3.0)
    assert house.leads()
    assert house.speed() == 3.0
