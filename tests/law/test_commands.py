import json

import pytest

from radslag.site.commands import main


def test_the_law_as_json_lists_every_id_exactly_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "--json"]) == 0
    book = json.loads(capsys.readouterr().out)
    ids = [line["id"] for line in book]
    assert len(ids) == len(set(ids)) == 181
    quorum = next(line for line in book if line["id"] == "QUO-01")
    assert quorum["section"] == "KL 5 kap. 45 §"
    assert (quorum["mark"], quorum["force"], quorum["from"], quorum["to"]) == ("S", "hard", "2018-01-01", None)
    assert quorum["function"] == "radslag.law.kommunallagen.k05_beslut.is_quorate"
    assert any("test_more_than_half_must_be_present" in name for name in quorum["tests"])
    assert all(line["function"] or line["note"] for line in book)


def test_the_law_as_a_table_says_how_much_is_built(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law"]) == 0
    assert "av 181 regler är byggda." in capsys.readouterr().out


def test_the_dates_of_a_meeting_hold(capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--meeting", "2026-12-14", "--approved", "2026-12-22", "--posted", "2026-12-16", "--json"]
    assert main(["dates", *days]) == 2
    assert "före justeringen" in capsys.readouterr().err
    days[5] = "2026-12-23"
    assert main(["dates", *days]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ruleset"] == "KL-2026-07"
    assert {one["name"]: one["date"] for one in answer["deadlines"]}["appeal"] == "2027-01-13"
    assert all(one["rule"] and one["section"] for one in answer["deadlines"])


def test_late_approval_gives_exit_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dates", "--meeting", "2026-12-14", "--approved", "2026-12-29"]) == 1
    assert "för sent" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (["--meeting", "2026-02-30"], "är ingen dag för sammanträdet"),
        (["--approved", "22/12"], "är ingen dag för justeringen"),
        (["--posted", "20261223"], "är ingen dag för tillkännagivandet"),
        (["--meeting", "2017-12-31"], "utanför de år"),
        ([], "Ange minst en dag"),
    ],
)
def test_a_bad_date_gives_exit_2_and_a_sentence(
    written: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["dates", *written]) == 2
    assert says in capsys.readouterr().err
