"""What cannot be added later, one by one (the numbers are those of the invariants)."""

import ast
import re
from dataclasses import fields
from typing import get_args, get_type_hints
from uuid import uuid4

import pytest
from django.urls import resolve
from shape.tree import SRC, functions, imported, models, name_of, python, text, words_of_the_tests

from radslag.bodies import proposals
from radslag.law import chapters, rulesets
from radslag.log.entry import Entry, Envelope, Stream
from radslag.log.sqlite import SqliteJournal
from radslag.meetings.engine import commands, events, undoing
from radslag.meetings.screens import audience

CHOICES = {"sharp", "exercise", "test"}


def test_1_everything_published_has_a_permanent_address():
    assert resolve(f"/id/{uuid4()}").func
    assert resolve("/id/202100-4284").func
    keyed = [
        m
        for m in models()
        if m.__name__ in {"Organisation", "Body", "Matter", "Document", "Posting", "Meeting", "Person"}
    ]
    assert len(keyed) == 7
    assert all(model._meta.pk.get_internal_type() == "UUIDField" for model in keyed)


def test_4_a_stream_has_its_mode_from_birth_and_a_row_that_is_born_of_one_has_it_too():
    assert set(get_args(get_type_hints(Stream)["mode"])) == CHOICES
    with pytest.raises(AttributeError):
        Stream("a", "b", "test", "meeting", None).mode = "sharp"  # type: ignore[misc, arg-type]
    marked = {model.__name__ for model in models() if "mode" in {field.name for field in model._meta.concrete_fields}}
    assert {"Meeting", "Matter", "Posting"} <= marked


def test_5_every_entry_is_in_an_envelope_with_all_that_belongs_there():
    wanted = {"by", "on_behalf_of", "device", "recorded_at", "happened_at", "key"}
    assert {field.name for field in fields(Envelope)} == wanted
    assert get_type_hints(Entry)["envelope"] is Envelope


EVENTS = get_args(events.Event)
COMMANDS = get_args(commands.Command)
PROSE = {"name", "title", "body", "words", "summary", "wording", "prose", "comment"}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_6_an_event_holds_ids_choices_and_numbers_and_never_prose_or_names(event):
    assert not PROSE & {field.name for field in fields(event)}
    assert event.__dataclass_params__.frozen


@pytest.mark.parametrize("act", [*EVENTS, *COMMANDS], ids=lambda act: act.__name__)
def test_every_event_and_command_appears_in_a_test(act):
    permanent = re.sub(r"(?<!^)(?=[A-Z])", "_", act.__name__).lower()
    found = re.search(rf"(?<![A-Za-z_]){act.__name__}\b|(?<![A-Za-z_]){permanent}\b", words_of_the_tests())
    assert found, f"neither {act.__name__} nor {permanent}"


@pytest.mark.parametrize("rule", sorted(chapters.RULES))
def test_every_rule_appears_in_a_test(rule):
    named = chapters.RULES[rule].holds.__name__
    found = re.search(rf"\b{named}\b|\b{re.escape(rule)}\b", words_of_the_tests())
    assert found, named


def test_7_the_log_refuses_change_and_the_guards_are_looked_for_at_every_start(tmp_path):
    import apsw

    journal = SqliteJournal(tmp_path / "journal.sqlite3")
    assert not journal.missing_guards()
    journal.close()
    bare = apsw.Connection(str(tmp_path / "journal.sqlite3"))
    name = next(iter(bare.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")))[0]
    bare.execute(f'DROP TRIGGER "{name}"')
    bare.close()
    with pytest.raises(Exception, match=name):
        SqliteJournal(tmp_path / "journal.sqlite3")


def test_8_publicity_is_below_every_domain_that_shows_something():
    reads = [SRC / domain / "read.py" for domain in ("matters", "meetings")]
    assert all(any(name.startswith("radslag.publicity") for name in imported(path)) for path in reads)


def test_9_who_sees_what_is_a_pure_question():
    named = {
        "chair",
        "secretary",
        "serving",
        "substitute",
        "official",
        "auditor",
        "outside",
        "public",
        "wall",
        "lectern",
    }
    assert named <= set(get_args(audience.Audience))


def test_10_a_day_has_its_rules_and_what_is_unverified_says_so():
    assert [one.name for one in rulesets.RULESETS] == ["KL-2018", "KL-2026-07"]
    assert "SFS-nummer ej verifierat" in text(SRC / "law" / "rulesets.py")


def test_11_a_hard_rule_has_been_seen_in_the_statute_or_is_named():
    soft = {"hard", "advice"}
    assert {rule.force for rule in chapters.RULES.values()} <= soft
    guessed = [key for key, rule in chapters.RULES.items() if rule.force == "hard" and rule.mark in {"M", "I"}]
    assert not guessed


def test_12_what_is_never_undone_is_named_nowhere_among_what_is():
    assert undoing.REGRET.total_seconds() == 10
    never = {"Gavel", "CloseBallot", "CloseMeeting", "GiveCastingVote", "CastVote"}
    allowed = text(SRC / "meetings" / "engine" / "undoing.py")
    listed = {name for name in never if re.search(rf"\bc\.{name}\b", allowed)}
    assert not listed


def test_13_only_the_log_opens_the_journal_file():
    users = {path.relative_to(SRC).parts[0] for path in python() if "apsw" in {n.split(".")[0] for n in imported(path)}}
    assert users <= {"log", "site"}


def test_14_what_is_only_proposed_carries_its_badge():
    assert "förslag, {self.source} — frivilligt" in text(SRC / "bodies" / "proposals.py")
    assert proposals.__doc__


def test_15_no_secret_electronic_vote_can_be_asked_for():
    kinds = {field.name for act in COMMANDS for field in fields(act)}
    assert "secret" not in kinds
    assert not [act.__name__ for act in COMMANDS if "Secret" in act.__name__]


def test_only_views_and_commands_read_the_clock_for_an_act():
    asks = [
        name_of(path)
        for path in python()
        if "engine" in path.parts or path.parent.name == "screens"
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow"} and isinstance(node.value, ast.Name)
        if node.value.id in {"datetime", "timezone"}
    ]
    assert not asks
    assert list(functions(SRC / "site" / "tick.py"))
