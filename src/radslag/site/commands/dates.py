"""Every deadline of a meeting with its rule, from the days given: meeting, approval of the minutes, posting."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date

from radslag.law.deadlines import Deadline, ImpossibleDays, deadlines, in_words
from radslag.law.rulesets import NoRuleset, ruleset_on

DAYS = {"meeting": "sammanträdet", "approved": "justeringen", "posted": "tillkännagivandet"}


class NoDay(ValueError):
    """What was written is no day. The message is Swedish, for the person."""


def add(parser: argparse.ArgumentParser) -> None:
    """Take the days."""
    parser.add_argument("--meeting", metavar="DATE", help="the day of the meeting, as 2026-12-14")
    parser.add_argument("--approved", metavar="DATE", help="the day the minutes were approved (justerade)")
    parser.add_argument("--posted", metavar="DATE", help="the day the approval was posted on the noticeboard")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print the deadlines: 0 when what has happened was in time, 1 when not, 2 when the days cannot be understood."""
    try:
        days = {name: _day(getattr(args, name), name) for name in DAYS}
        if not any(days.values()):
            raise NoDay("Ange minst en dag: --meeting, --approved eller --posted, till exempel --meeting 2026-12-14.")
        found = deadlines(meeting=days["meeting"], approved=days["approved"], posted=days["posted"])
        ruleset = ruleset_on(days["meeting"]) if days["meeting"] else None
    except (NoDay, ImpossibleDays, NoRuleset) as wrong:
        print(str(wrong), file=sys.stderr)
        return 2
    if args.json:
        written = {name: day.isoformat() if day else None for name, day in days.items()}
        answer = written | {"ruleset": ruleset, "deadlines": [_as_json(one) for one in found]}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        for one in found:
            print(f"{in_words(one)} {one.section} ({one.rule}){_kept(one)}")
    return 1 if any(one.kept is False for one in found) else 0


def _day(word: str | None, name: str) -> date | None:
    if word is None:
        return None
    try:
        day = date.fromisoformat(word)
    except ValueError:
        day = None
    if day is None or day.isoformat() != word:
        raise NoDay(f"”{word}” är ingen dag för {DAYS[name]}. Skriv år, månad och dag: 2026-12-14.")
    if not 2018 <= day.year <= 2100:
        raise NoDay(f"{word} ligger utanför de år som kan räknas, 2018–2100.")
    return day


def _as_json(one: Deadline) -> dict[str, object]:
    return {
        "name": one.name,
        "date": one.day.isoformat(),
        "rule": one.rule,
        "section": one.section,
        "text": one.says,
        "kept": one.kept,
    }


def _kept(one: Deadline) -> str:
    return "" if one.kept is None else (" – i tid" if one.kept else " – för sent")
