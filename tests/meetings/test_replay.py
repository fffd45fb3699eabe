"""Real minutes run through the engine give what was decided, and what was decided is never looked at."""

import copy
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from radslag.meetings.replay import shared_form
from radslag.meetings.replay.case import Case, NotUnderstood, written
from radslag.meetings.replay.comparing import agree, compare
from radslag.meetings.replay.facts import build, trimmed
from radslag.meetings.replay.reading import read
from radslag.site.commands import replay

CASES = Path(__file__).parents[1] / "cases"
PATHS = sorted(CASES.glob("*.json"))


def reckoned(name: str) -> dict[str, Any]:
    """What the engine reckons of a case, by path."""
    return {one["path"]: one["computed"] for one in compare(read(CASES / f"{name}.json"))["comparisons"]}


def test_the_facts_of_sixteen_real_cases_are_here() -> None:
    assert len(PATHS) == 16


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_the_engine_reckons_is_what_was_decided(path: Path) -> None:
    for one in compare(read(path))["comparisons"]:
        assert one["same"], one


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_outcome_is_compared_or_said_not_to_be(path: Path) -> None:
    case = read(path)
    result = compare(case)
    told = [one["path"] for one in (*result["comparisons"], *result["not_computed"])]

    assert sorted(told) == sorted(case.recorded)
    assert all(one["why"] for one in result["not_computed"])


@pytest.mark.rule("VOTE-06", "JAV-01", "SUB-01", "VOTE-09")
def test_a_tie_in_the_board_of_gothenburg_is_broken_by_the_casting_vote() -> None:
    found = reckoned("gbg-ks-2024-11-20-p956")

    assert found["handelser[7].beslut"] == "Y1 med ordförandens utslagsröst"
    assert (found["handelser[7].resultat.ja"], found["handelser[7].resultat.nej"]) == (6, 6)
    assert found["forvantat.ej_rostberattigad"] == ["MP1"]
    assert found["forvantat.ersattare_for_javig_finns"] is True


@pytest.mark.rule("JAV-06", "VOTE-17", "MIN-01")
def test_the_vice_chair_leads_the_roll_call_while_the_chair_is_recused() -> None:
    found = reckoned("gbg-ks-2024-03-06-p206")

    assert found["forvantat.ordforande"] == "VORDF"
    assert found["forvantat.rostande"] == 13
    assert found["utfall.vinnare"] == "Y1"
    assert found["forvantat.reservation_antecknas"] is True


@pytest.mark.rule("ITEM-11", "CONV-03")
def test_a_minority_refers_a_matter_back_once_and_the_next_time_needs_a_majority() -> None:
    found = reckoned("gbg-kf-2023-09-07-p10-kedja")

    assert found["forvantat.minoritetstroskel_vid_81"] == 27
    assert found["handelser[5].beslut"] == "återremiss (minoritet)"
    assert found["handelser[11].beslut"] == "avgörs idag"
    assert found["forvantat.omrostning2_minoritet_racker"] is False


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@pytest.mark.parametrize("noise", ["zzz", 99999, True, [], None])
def test_scrambling_every_outcome_changes_nothing_that_is_reckoned(path: Path, noise: object) -> None:
    case = read(path)
    scrambled = msgspec.structs.replace(case, recorded=dict.fromkeys(case.recorded, noise))

    assert computed(scrambled) == computed(case)


def computed(case: Case) -> bytes:
    return json.dumps([(c["path"], c["computed"]) for c in compare(case)["comparisons"]]).encode()


A_SHARED_CASE: dict[str, Any] = {
    "schema": "kommunmote-case/1",
    "id": "ekviken",
    "titel": "Y2 vinner",
    "organ": {"typ": "kommunfullmäktige", "antal_platser": 5},
    "datum": "2026-12-14",
    "kalla": {"url": "https://example.org"},
    "deltagare": [
        {"id": name, "etikett": "Ledamot", "parti": "A", "tjanstgor": "ledamot", "ordforande": name == "C1"}
        for name in ("C1", "A1", "A2", "A3")
    ],
    "narvarande": 4,
    "handelser": [
        {"typ": "yrkande", "nr": "Y1", "parti": ["A"], "innehall": "bifall"},
        {"typ": "yrkande", "nr": "Y2", "parti": ["A"], "innehall": "ändring"},
        {"typ": "proposition", "stalld_pa": ["Y1", "Y2"], "ordforanden_finner": "Y1"},
        {
            "typ": "omröstning", "nr": 1, "slag": "huvudvotering", "ja_betyder": "Y1", "nej_betyder": "Y2",
            "krav": "enkel majoritet", "ordforanden_fann": None, "utslagsrost": "C1",
            "resultat": {"ja": 2, "nej": 2, "avstår": 0}, "beslut": "Y2 med ordförandens utslagsröst",
            "roster": {"C1": "nej", "A1": "nej", "A2": "ja", "A3": "ja"},
        },
    ],
    "utfall": {"vinnare": "Y2"},
    "forvantat": {"lika": True, "narvarande": 4},
}  # fmt: skip


def test_a_case_in_the_shared_form_is_read_and_run() -> None:
    result = compare(shared_form.case_of(A_SHARED_CASE))
    paths = {one["path"]: one["same"] for one in result["comparisons"]}

    assert result["ruleset"] == "KL-2026-07"
    assert paths["handelser[3].utslagsrost"]
    assert paths["utfall.vinnare"]
    assert all(paths.values())


def scrambled(value: Any, noise: object) -> Any:
    """Put noise in place of every leaf."""
    if isinstance(value, dict):
        return {key: scrambled(one, noise) for key, one in value.items()}
    return noise


@pytest.mark.parametrize("noise", ["Y1", 7, False, None, ["x"]])
def test_in_the_shared_form_too_no_outcome_is_looked_at(noise: object) -> None:
    raw = copy.deepcopy(A_SHARED_CASE)
    raw["narvarande"] = noise
    raw["titel"] = str(noise)
    for field in ("utfall", "forvantat"):
        raw[field] = scrambled(raw[field], noise)
    for field in ("krav", "beslut", "utslagsrost", "resultat", "ordforanden_fann"):
        raw["handelser"][3][field] = scrambled(raw["handelser"][3][field], noise)
    raw["handelser"][2]["ordforanden_finner"] = noise

    assert computed(shared_form.case_of(raw)) == computed(shared_form.case_of(A_SHARED_CASE))


def test_a_vote_that_was_written_down_differently_is_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = read(CASES / "hoor-kf-2025-06-11-p68.json")
    path = tmp_path / "odd.json"
    path.write_bytes(written(msgspec.structs.replace(case, recorded=case.recorded | {"utfall.vinnare": "Y1"})))
    args = replay.argparse.Namespace(files=[path], json=True)

    assert replay.run(args) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["different"] == 1
    assert said["compared"] == len(said["cases"][0]["comparisons"])


def test_the_command_gives_0_when_all_is_the_same_and_2_for_what_is_no_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert replay.run(replay.argparse.Namespace(files=[CASES], json=False)) == 0
    assert "0 different" in capsys.readouterr().out
    odd = tmp_path / "odd.json"
    for content in ("{}", "[]", "not json", '{"schema": "kommunmote-case/1"}'):
        odd.write_text(content)
        assert replay.run(replay.argparse.Namespace(files=[odd], json=True)) == 2


def test_facts_are_written_in_our_own_form_without_sentences(tmp_path: Path) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    long = copy.deepcopy(A_SHARED_CASE)
    long["forvantat"]["regel"] = "ord " * 16
    (source / "a.json").write_text(json.dumps(long))

    assert build(source, target) == 1
    case = read(target / "a.json")
    assert "forvantat.regel" not in case.recorded
    assert case == trimmed(shared_form.case_of(long))


def test_what_is_not_a_case_says_so(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"form": "radslag-case/1", "id": 3}')
    with pytest.raises(NotUnderstood, match=r"x\.json"):
        read(path)


def test_a_source_may_say_more_of_what_is_required_and_nothing_else() -> None:
    assert agree("handelser[1].krav", "enkel majoritet", "enkel majoritet (minoritetsrätten förbrukad)")
    assert agree("utfall.forsta", "återremiss genom minoritet", "återremiss till kommunstyrelsen genom minoritet")
    assert not agree("handelser[1].beslut", "Y1", "Y1 med ordförandens utslagsröst")
    assert not agree("forvantat.lika", True, 1)


JUNK: tuple[Any, ...] = (None, 7, -1, "x", [], {}, True, [None], {"a": 1}, "2026-13-40", 10**12)


def every_place(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inside for place in every_place(one, (*path, key)))]


def ran_or_said_why(file: Path) -> bool:
    try:
        return set(compare(read(file))) == {"id", "ruleset", "comparisons", "not_computed"}
    except NotUnderstood as no:
        return bool(str(no))


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_a_wrong_value_anywhere_is_run_or_answered_with_a_sentence(junk: Any, tmp_path: Path) -> None:
    for place in every_place(A_SHARED_CASE)[1:]:
        odd = copy.deepcopy(A_SHARED_CASE)
        owner: Any = odd
        for key in place[:-1]:
            owner = owner[key]
        owner[place[-1]] = junk
        file = tmp_path / "odd.json"
        file.write_text(json.dumps(odd))
        assert ran_or_said_why(file)
