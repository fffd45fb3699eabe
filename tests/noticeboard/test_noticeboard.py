"""The noticeboard: what may stand there, how long, and the proof that it stood."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from people.cast import Cast, a_cast
from people.test_pages import signed_in

from radslag.bodies.models import Organisation
from radslag.law.kommunallagen.k08_anslagstavla import stays_up_until
from radslag.law.rule import Refused
from radslag.log import read as journal
from radslag.noticeboard import conduct, due, read, uptime
from radslag.noticeboard.kinds import SECTIONS, STARTS_APPEAL, WORDS, Kind
from radslag.noticeboard.uptime import Run
from radslag.publicity.asker import PUBLIC

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


@pytest.fixture
def cast(db: None) -> Cast:
    made = a_cast()
    Organisation.objects.create(
        pk=made.owner, kind="municipality", name="Ekviken", legal_name="Ekvikens kommun", fictional=True
    )
    return made


def minutes_of(cast: Cast, at: datetime = NOON, **more: Any) -> str:
    given = {"kind": Kind.APPROVED_MINUTES, "title": "Justerat protokoll 2026-11-23", "held_at": "Kommunhuset"} | more
    return conduct.post(
        owner=cast.owner, mode="test", at=at, by=None, body=cast.council, meeting_on=date(2026, 11, 23),
        approved_on=date(2026, 11, 24), **given,
    )  # fmt: skip


def beats(first: datetime, last: datetime) -> None:
    while first <= last:
        due.due(first)
        first += MINUTE


def run(since: datetime, until: datetime) -> Run:
    return Run(since, until)


def test_every_kind_has_a_word_and_a_section_that_lets_it_stand_there() -> None:
    assert set(WORDS) == set(SECTIONS) == set(Kind)
    assert all(section.startswith("KL 8 kap.") for section in SECTIONS.values())
    assert set(Kind) >= STARTS_APPEAL


def test_beats_a_minute_apart_leave_no_gap() -> None:
    runs = [run(NOON, NOON + 2 * MINUTE), run(NOON + 4 * MINUTE, NOON + 10 * MINUTE)]
    assert uptime.gaps(runs, NOON, NOON + 11 * MINUTE) == []


def test_a_stretch_without_beats_is_a_gap_from_the_last_one() -> None:
    runs = [run(NOON, NOON + 2 * MINUTE), run(NOON + 30 * MINUTE, NOON + 31 * MINUTE)]
    assert uptime.gaps(runs, NOON, NOON + 32 * MINUTE) == [run(NOON + 2 * MINUTE, NOON + 30 * MINUTE)]


def test_a_board_that_never_said_anything_was_a_gap_all_along() -> None:
    assert uptime.gaps([], NOON, NOON + DAY) == [run(NOON, NOON + DAY)]


def test_a_gap_over_midnight_in_stockholm_touches_both_days() -> None:
    gap = run(datetime(2026, 11, 24, 22, 58, tzinfo=UTC), datetime(2026, 11, 24, 23, 5, tzinfo=UTC))
    assert uptime.days_missed([gap]) == {date(2026, 11, 24), date(2026, 11, 25)}


@pytest.mark.rule("PUB-06", "APP-03")
def test_each_day_missed_moves_the_end_of_the_appeal_time_by_a_day() -> None:
    posted = date(2026, 11, 24)

    def stays(lost: int) -> date:
        return stays_up_until(posted_on=posted, days_missing=lost)

    assert uptime.last_day(posted, [], stays) == date(2026, 12, 15)
    assert uptime.last_day(posted, [date(2026, 12, 1)], stays) == date(2026, 12, 16)
    assert uptime.last_day(posted, [date(2026, 12, 15), date(2026, 12, 16)], stays) == date(2026, 12, 17)
    assert uptime.last_day(posted, [date(2026, 12, 20)], stays) == date(2026, 12, 15)


@pytest.mark.rule("PUB-06")
def test_it_may_not_be_taken_down_before_the_appeal_time_has_ended(cast: Cast) -> None:
    posting = minutes_of(cast)
    beats(NOON, NOON + 3 * MINUTE)
    with pytest.raises(Refused) as no:
        conduct.take_down(posting, by=None, at=NOON + 3 * MINUTE)
    assert no.value.section == "KL 8 kap. 12 §"
    assert "2026-12-15" in no.value.says


def whole_time(posting: str, last: datetime) -> None:
    """Let the board have said each minute that the posting stood, without asking it thirty thousand times."""
    from radslag.noticeboard.models import Shown

    Shown.objects.filter(posting=posting).update(until=last)


@pytest.mark.rule("PUB-06")
def test_it_may_be_taken_down_the_day_after(cast: Cast) -> None:
    posting, end = minutes_of(cast), datetime(2026, 12, 15, 22, 30, tzinfo=UTC)
    whole_time(posting, end + DAY)
    with pytest.raises(Refused):
        conduct.take_down(posting, by=None, at=end)
    conduct.take_down(posting, by=None, at=end + DAY)
    row = read.posting(posting, PUBLIC)
    assert row is not None
    assert row.removed_at == end + DAY


@pytest.mark.rule("PUB-06")
def test_a_day_on_which_the_board_was_down_keeps_it_up_a_day_longer(cast: Cast) -> None:
    posting = minutes_of(cast)
    beats(NOON, NOON + 5 * MINUTE)
    beats(NOON + 40 * MINUTE, NOON + 45 * MINUTE)
    stood = read.uptime_of(posting, PUBLIC, at=NOON + 45 * MINUTE)
    assert stood is not None
    assert stood.gaps == (run(NOON + 5 * MINUTE, NOON + 40 * MINUTE),)
    assert (stood.reckoned_end, stood.end) == (date(2026, 12, 15), date(2026, 12, 16))


def test_each_unbroken_stretch_is_one_row(cast: Cast) -> None:
    posting = minutes_of(cast)
    beats(NOON, NOON + 20 * MINUTE)
    stood = read.uptime_of(posting, PUBLIC, at=NOON + 20 * MINUTE)
    assert stood is not None
    assert stood.runs == (run(NOON, NOON + 20 * MINUTE),)


def test_the_gap_stays_in_the_proof_after_it_was_taken_down(cast: Cast) -> None:
    posting = conduct.post(
        owner=cast.owner, kind=Kind.COUNCIL_NOTICE, title="Sammanträde", mode="test", at=NOON, by=None,
        stands_until=date(2026, 11, 24),
    )  # fmt: skip
    beats(NOON + 60 * MINUTE, NOON + 61 * MINUTE)
    conduct.take_down(posting, by=None, at=NOON + DAY)
    page = Client().get(f"/anslag/{posting}/bevis/").content.decode()
    assert "Avbrott" in page
    assert "PROV" in page


@pytest.mark.rule("PUB-05")
def test_approved_minutes_are_not_announced_without_saying_where_they_are(cast: Cast) -> None:
    with pytest.raises(Refused) as no:
        minutes_of(cast, held_at=" ")
    assert no.value.section == "KL 8 kap. 12 §"


def test_an_order_to_post_given_twice_is_one_posting(cast: Cast) -> None:
    assert minutes_of(cast, key="minutes/1") == minutes_of(cast, key="minutes/1")
    assert len(read.board(cast.owner, PUBLIC)) == 1


def test_what_was_taken_down_keeps_its_title_and_proof_but_not_its_text(cast: Cast) -> None:
    posting = minutes_of(cast, text="Paragraf 87 rör NN.")
    assert "rör NN" in Client().get(f"/anslag/{posting}/").content.decode()
    whole_time(posting, NOON + 30 * DAY)
    conduct.take_down(posting, by=None, at=NOON + 30 * DAY)
    page = Client().get(f"/anslag/{posting}/").content.decode()
    assert "Justerat protokoll" in page
    assert "rör NN" not in page
    assert "rör NN" in signed_in("rut").get(f"/anslag/{posting}/").content.decode()


def test_posting_and_taking_down_leave_lines_with_ids_only(cast: Cast) -> None:
    posting = minutes_of(cast)
    whole_time(posting, NOON + 30 * DAY)
    conduct.take_down(posting, by=None, at=NOON + 30 * DAY)
    lines = [entry for entry in journal.entries(f"admin/{cast.owner}") if entry.kind.startswith("noticeboard.")]
    assert [line.kind for line in lines] == ["noticeboard.posted/1", "noticeboard.taken_down/1"]
    assert "protokoll" not in str([line.facts for line in lines])


def test_anyone_reads_the_board_the_posting_and_the_feed(cast: Cast) -> None:
    posting = minutes_of(cast)
    assert "Ekviken" in Client().get("/anslagstavla/").content.decode()
    board = Client().get(f"/anslagstavla/{cast.owner}/").content.decode()
    assert "Justerat protokoll 2026-11-23" in board
    page = Client().get(f"/anslag/{posting}/").content.decode()
    assert "Så överklagar du" in page
    assert "Prov" in page
    feed = Client().get(f"/anslagstavla/{cast.owner}/atom.xml")
    assert feed.headers["Content-Type"].startswith("application/atom+xml")
    assert f"urn:uuid:{posting}" in feed.content.decode()
    assert "PROV: Justerat" in feed.content.decode()


@pytest.mark.parametrize("user", ["anna", "ali", "adam", "rolf"])
def test_only_registrar_and_secretary_post_and_take_down(cast: Cast, user: str) -> None:
    posting, client = minutes_of(cast), signed_in(user)
    assert client.get(f"/anslagstavla/{cast.owner}/nytt/").status_code == 403
    assert client.post(f"/anslag/{posting}/ta-ned/").status_code == 403


def test_a_registrar_posts_by_the_form_and_is_refused_with_the_section_when_taking_down_early(cast: Cast) -> None:
    client = signed_in("rut")
    given = {"kind": "approved_minutes", "title": "Justerat protokoll", "held_at": "Kommunhuset",
             "meeting_on": "2026-11-23", "approved_on": "2026-11-24"}  # fmt: skip
    made = client.post(f"/anslagstavla/{cast.owner}/nytt/", given)
    assert made.status_code == 302, made.content.decode()
    refused = client.post(f"{made.headers['Location']}ta-ned/")
    assert refused.status_code == 409
    assert "KL 8 kap. 12 §" in refused.content.decode()


def test_a_kind_the_law_does_not_name_is_not_taken(cast: Cast) -> None:
    given = {"kind": "advertisement", "title": "Julmarknad", "stands_until": "2026-12-24"}
    answer = signed_in("rut").post(f"/anslagstavla/{cast.owner}/nytt/", given)
    assert answer.status_code == 400
    assert read.board(cast.owner, PUBLIC) == []


def test_an_empty_board_and_no_boards_say_so(cast: Cast) -> None:
    assert "Ingen har anslagit något än" in Client().get("/anslagstavla/").content.decode()
    assert "Inget är anslaget just nu" in Client().get(f"/anslagstavla/{cast.owner}/").content.decode()
    assert Client().get("/anslagstavla/ingen/").status_code == 404
