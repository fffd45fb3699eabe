from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radslag.law import chapters, rulesets
from radslag.law.kommunallagen import k05_distans


@pytest.mark.rule("CONV-01")
@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2018, 1, 1), "KL-2018"),
        (date(2026, 6, 30), "KL-2018"),
        (date(2026, 7, 1), "KL-2026-07"),
        (date(2026, 11, 24), "KL-2026-07"),
    ],
)
def test_the_rules_are_those_of_the_sitting_day(day: date, name: str) -> None:
    assert rulesets.ruleset_on(day) == name


@pytest.mark.rule("CONV-01")
def test_no_meeting_is_judged_from_before_the_act() -> None:
    with pytest.raises(rulesets.NoRuleset, match="2018"):
        rulesets.ruleset_on(date(2017, 12, 31))


@pytest.mark.rule("DIST-08")
def test_the_vice_chair_of_a_council_is_refused_at_a_distance_from_july_2026() -> None:
    asked = k05_distans.may_be_remote_in_the_council
    assert asked.in_force.covers(date(2026, 8, 31))
    assert not asked(in_presidium=True)
    assert asked(in_presidium=False)


@pytest.mark.rule("DIST-02")
def test_the_same_person_may_be_remote_in_a_committee_if_the_extent_is_decided() -> None:
    assert k05_distans.the_council_has_set_the_extent(extent_decided=True)
    assert not k05_distans.the_council_has_set_the_extent(extent_decided=False)


@pytest.mark.rule("DIST-01", "DIST-03", "DIST-08")
def test_in_june_2026_the_presidium_may_be_remote_but_all_must_see_and_hear_each_other() -> None:
    june = rulesets.rules_on(date(2026, 6, 15))
    assert k05_distans.may_be_remote_in_the_council not in june.values()
    assert k05_distans.all_see_and_hear_each_other in june.values()
    assert k05_distans.all_see_and_hear_each_other not in rulesets.rules_on(date(2026, 7, 1)).values()
    assert not k05_distans.all_see_and_hear_each_other(see=True, hear=True, on_equal_terms=False)
    assert k05_distans.the_council_allows_remote(decided=True, clause_in_standing_orders=True)
    assert not k05_distans.the_council_allows_remote(decided=True, clause_in_standing_orders=False)


@pytest.mark.rule("CONV-01")
def test_the_new_wording_is_cited_as_unverified_until_the_number_is_entered() -> None:
    rule = k05_distans.may_be_remote_in_the_council
    assert rulesets.cite(rule) == "KL 5:16 i lydelse enligt prop. 2025/26:164, SFS-nummer ej verifierat"
    assert rulesets.cite(rule, "2026:1") == "KL 5:16 i lydelse enligt SFS 2026:1 (prop. 2025/26:164)"
    assert rulesets.cite(k05_distans.the_council_allows_remote, "2026:1") == "KL 5 kap. 16 och 72 §§"


@pytest.mark.rule("CONV-01")
@given(day=st.dates(date(2026, 7, 1), date(2060, 1, 1)))
def test_every_rule_from_july_2026_is_cited_with_its_bill(day: date) -> None:
    for rule in rulesets.rules_on(day).values():
        if rule.in_force.first == rulesets.NEW_REMOTE_RULES:
            assert "prop. 2025/26:164" in rule.section
    assert chapters.rules()
