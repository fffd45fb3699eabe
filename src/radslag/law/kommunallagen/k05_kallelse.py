"""KL 5 kap. 13–15 §§ — the notice on the board and the summons to members and substitutes of the council."""

from __future__ import annotations

from datetime import date

from radslag.law.calendar import a_week_before, in_swedish, the_working_day_before
from radslag.law.rule import rule


@rule(
    "CALL-03",
    "KL 5 kap. 13 §",
    says="Kungörelsen skulle ha suttit på anslagstavlan senast {latest}.",
    instead="Välj en senare sammanträdesdag, eller kungör ett brådskande ärende senast vardagen före.",
    first=date(2020, 1, 1),
    shown=lambda meeting_date, **_: {"latest": in_swedish(a_week_before(meeting_date))},
)
def the_notice_is_in_time(*, posted_on: date, meeting_date: date) -> bool:
    """Was the meeting announced on the board at least a week before?"""
    return posted_on <= a_week_before(meeting_date)


@rule(
    "CALL-03",
    "KL 5 kap. 13 §",
    says="Kungörelsen saknar tid, plats eller ärenden.",
    instead="Fyll i tid och plats och de ärenden som ska behandlas.",
    first=date(2020, 1, 1),
)
def the_notice_is_complete(*, time: str, place: str, items: int) -> bool:
    """Does the notice tell time and place and the items?"""
    return bool(time.strip()) and bool(place.strip()) and items > 0


@rule(
    "CALL-04",
    "KL 5 kap. 15 §",
    says="Kallelsen skulle ha gått ut senast {latest}.",
    instead="Välj en senare sammanträdesdag.",
    shown=lambda meeting_date, **_: {"latest": in_swedish(a_week_before(meeting_date))},
)
def the_summons_is_in_time(*, sent_on: date, meeting_date: date) -> bool:
    """Was the summons sent at least a week before?"""
    return sent_on <= a_week_before(meeting_date)


@rule(
    "CALL-04",
    "KL 5 kap. 15 §",
    says="{missing} ledamöter och ersättare är inte kallade.",
    instead="Kalla dem som saknas.",
    shown=lambda roster, summoned: {"missing": len(roster - summoned)},
)
def everyone_is_summoned(*, roster: frozenset[str], summoned: frozenset[str]) -> bool:
    """Is every member and every substitute summoned?"""
    return roster <= summoned


@rule(
    "CALL-04",
    "KL 5 kap. 15 §",
    says="Kallelsen saknar tid, plats eller ärenden.",
    instead="Fyll i tid och plats och de ärenden som ska behandlas.",
)
def the_summons_is_complete(*, time: str, place: str, items: int) -> bool:
    """Does the summons tell time and place and the items?"""
    return bool(time.strip()) and bool(place.strip()) and items > 0


@rule(
    "CALL-05",
    "KL 5 kap. 14 §",
    says="Det brådskande ärendet skulle ha suttit på anslagstavlan senast {latest}.",
    instead="Ärendet kan ändå tas upp om alla närvarande är med på det, eller tas upp vid nästa sammanträde.",
    shown=lambda meeting_date, **_: {"latest": in_swedish(the_working_day_before(meeting_date))},
)
def the_late_notice_is_in_time(*, posted_on: date, meeting_date: date) -> bool:
    """Was an item too urgent for the notice announced at the latest the working day before the meeting?"""
    return posted_on <= the_working_day_before(meeting_date)


@rule(
    "CALL-05",
    "KL 5 kap. 15 §",
    says="Beskedet om det brådskande ärendet skulle ha nått ledamöter och ersättare senast {latest}.",
    instead="Ärendet kan ändå tas upp om alla närvarande är med på det, eller tas upp vid nästa sammanträde.",
    shown=lambda meeting_date, **_: {"latest": in_swedish(the_working_day_before(meeting_date))},
)
def the_late_word_arrives_in_time(*, reaches_on: date, meeting_date: date) -> bool:
    """Can the word of an urgent item be assumed to reach everyone at the latest the working day before?"""
    return reaches_on <= the_working_day_before(meeting_date)
