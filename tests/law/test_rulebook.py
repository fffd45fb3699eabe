import re
from pathlib import Path

import pytest

from law.gathering import gathered, written
from radslag.law import chapters, rulebook
from radslag.law.force import force_of
from radslag.law.rule import NeedsReason, Refused, Rule, advise, require, rule
from radslag.law.rulebook_page import markdown, table

HERE = Path(__file__).parent
RULES = chapters.rules()
LINES = {line.id: line for line in rulebook.lines()}


def words(name: str) -> list[str]:
    return (HERE / name).read_text(encoding="utf-8").split()


def test_every_id_of_the_rule_book_stands_there_exactly_once() -> None:
    assert [line.id for line in rulebook.lines()].count("QUO-01") == 1
    assert sorted(line.id for line in rulebook.lines()) == sorted(words("rule_ids.txt"))


@pytest.mark.parametrize("key", sorted(RULES))
def test_a_built_rule_agrees_with_its_line_in_the_book(key: str) -> None:
    one, line = RULES[key], LINES[RULES[key].id]
    if one.section == line.section:
        assert (one.mark, one.force) == (line.mark, line.force)
        assert (one.in_force.first, one.in_force.last) == (line.first, line.last)
    assert one.force == line.force


@pytest.mark.parametrize("line", rulebook.lines(), ids=lambda line: line.id)
def test_a_line_is_built_and_tested_or_says_why_not(line: rulebook.Line) -> None:
    assert line.text.endswith(".")
    if line.built:
        assert line.tests, f"no test names {line.id}"
        assert "Kommer med" not in line.note
    else:
        assert line.note


def sections(citation: str) -> set[str]:
    """Give the sections of ”KL 5 kap. 12 § och 6 kap. 23 §”, ”KL 5 kap. 29–32 §§” or ”KL 5:16 …” as ``5:12``."""
    if not citation.startswith("KL "):
        return set()
    found = set(re.findall(r"^KL (\d+:\d+)", citation))
    for chapter, numbers in re.findall(r"(\d+) kap\. ([\d ,–och]+?) ?§", citation):
        for part in re.split(r",| och ", numbers):
            first, _, last = part.strip().partition("–")
            found |= {f"{chapter}:{number}" for number in range(int(first), int(last or first) + 1)}
    return found


@pytest.mark.parametrize(
    "citation", sorted({line.section for line in rulebook.lines()} | {one.section for one in RULES.values()})
)
def test_a_cited_section_of_kommunallagen_exists(citation: str) -> None:
    cited = sections(citation)
    assert bool(cited) == citation.startswith("KL ")
    assert cited <= set(words("kl_sections.txt"))


def test_a_made_up_section_would_be_found() -> None:
    assert not sections("KL 4 kap. 99 §") <= set(words("kl_sections.txt"))


@pytest.mark.parametrize("key", sorted(RULES))
def test_a_rule_has_a_sentence_a_way_out_and_a_docstring(key: str) -> None:
    one = RULES[key]
    assert one.says.endswith(".")
    assert one.instead.endswith(".")
    assert one.holds.__doc__
    assert one.function.startswith("radslag.law.")


def test_every_sentence_can_be_gathered_for_translation() -> None:
    said = chapters.sentences()
    assert len(said) == len(set(said))
    assert all(one.says in said and one.instead in said for one in RULES.values())


def test_every_rule_that_a_test_names_is_in_the_book() -> None:
    assert set(gathered()) <= set(LINES)


def test_the_gathered_tests_are_those_of_today() -> None:
    held = HERE.parents[1] / "src" / "radslag" / "law" / "tested.json"
    assert held.read_text(encoding="utf-8") == written(), "run: python tests/law/gathering.py"


def test_the_page_of_the_law_is_true() -> None:
    page = HERE.parents[1] / "docs" / "law.md"
    assert page.read_text(encoding="utf-8") == markdown(), "run: radslag law --markdown > docs/law.md"


def test_the_table_for_the_terminal_has_a_line_for_each_id() -> None:
    assert len(table().splitlines()) == len(LINES) + 1


@pytest.mark.rule("CONV-08")
def test_a_rule_is_hard_on_a_seen_statute_and_the_journals_facts_or_when_an_issue_names_it() -> None:
    assert force_of(mark="S", journal_facts_only=True) == "hard"
    assert force_of(mark="S", journal_facts_only=False) == "advice"
    assert force_of(mark="I", journal_facts_only=True) == "advice"
    assert force_of(mark="I", journal_facts_only=False, named_by_an_issue=True) == "hard"


@pytest.fixture
def tall(monkeypatch: pytest.MonkeyPatch) -> Rule[...]:
    monkeypatch.setattr("radslag.law.rule.RULES", {})

    @rule("X-1", "X 1 §", says="{height} är för lågt.", instead="Väx till {needed}.", shown=lambda **_: {"needed": 10})
    def is_tall(*, height: int) -> bool:
        """Is it tall?"""
        return height >= 10

    return is_tall


def test_a_refusal_carries_section_facts_and_the_way_out_in_any_language(tall: Rule[...]) -> None:
    require(tall, height=10)
    with pytest.raises(Refused) as refused:
        require(tall, height=3)
    assert (refused.value.says, refused.value.instead, refused.value.section) == (
        "3 är för lågt.",
        "Väx till 10.",
        "X 1 §",
    )
    english = {"{height} är för lågt.": "{height} is too low.", "Väx till {needed}.": "Grow to {needed}."}
    assert refused.value.worded(english.__getitem__) == ("3 is too low.", "Grow to 10.")


def test_an_advice_can_be_set_aside_with_a_reason_only(tall: Rule[...]) -> None:
    assert advise(tall, None, height=10) is False
    assert advise(tall, "mätningen var fel", height=3) is True
    with pytest.raises(NeedsReason):
        advise(tall, "", height=3)
