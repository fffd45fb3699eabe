"""Motions, questions and decisions told in Swedish words, as minutes tell them. Nothing is looked up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from radslag.law.rule import Rule
from radslag.meetings.engine.questions import winner
from radslag.meetings.engine.state import Ballot, Item, Meeting, Motion, Question
from radslag.meetings.record import MotionShown, QuestionShown, VoteShown
from radslag.meetings.snapshot import ItemText, Snapshot

MEANINGS = {
    "approve": "bifall till förslaget",
    "reject": "avslag",
    "decide_today": "att ärendet avgörs i dag",
    "refer_back": "återremiss",
    "postpone": "bordläggning",
    "take_up": "att ärendet tas upp",
    "decline": "att ärendet inte tas upp",
}
"""What the words of a question mean; any other word is the label of a motion."""

KINDS = {"approve": "bifall", "reject": "avslag"}


def meaning(word: str, item: Item) -> str:
    """Say what a side of a question stands for: ”återremiss”, ”yrkande B (avslag)”."""
    kind = next((KINDS[made.kind] for made in item.motions if made.label == word and made.kind in KINDS), "")
    return MEANINGS.get(word, f"yrkande {word}" + (f" ({kind})" if kind else ""))


def motion(made: Motion, shown: Snapshot, texts: Mapping[str, str]) -> MotionShown:
    """Tell a motion: who made it, who supports it, its wording."""
    return MotionShown(
        label=made.label,
        kind=made.kind,
        by=shown.name(made.by),
        supporters=tuple(shown.name(person) for person in made.supporters),
        text=texts.get(made.text, "–") if made.text else "",
        withdrawn=made.withdrawn,
    )


def question(
    asked: Question, item: Item, meeting: Meeting, stands_in: Mapping[str, str], shown: Snapshot
) -> QuestionShown:
    """Tell a question and what came of it. ``stands_in``: substitute → member when the ballot opened."""
    ballot = asked.ballot if asked.ballot and asked.ballot.closed else None
    return QuestionShown(
        number=asked.number,
        purpose=asked.purpose,
        yes=meaning(asked.yes, item),
        no=meaning(asked.no, item),
        found=asked.found,
        demanded_by=tuple(shown.name(person) for person in asked.demanded_by),
        voted=ballot is not None,
        sums=ballot.sums if ballot else None,
        present=ballot.present if ballot else len(asked.took_part),
        votes=_votes(ballot, item, meeting, stands_in, shown) if ballot else (),
        casting_vote=shown.name(asked.casting_vote[0]) if asked.casting_vote else None,
        settled=asked.settled,
        how=asked.how,
        declined=tuple(shown.name(person) for person in meeting.roster if person in asked.declined),
    )


def _votes(
    ballot: Ballot, item: Item, meeting: Meeting, stands_in: Mapping[str, str], shown: Snapshot
) -> tuple[VoteShown, ...]:
    """Name every seat: who voted how, who did not vote, and the members whose seats stood empty."""
    filled = set(stands_in.values())
    told = []
    for person, seat in meeting.roster.items():
        if person in ballot.electorate:
            choice: str = ballot.votes.get(person, "not_voting")
        elif seat.role == "member" and person not in filled:
            choice = "recused" if person in item.recused else "absent"
        else:
            continue
        known = shown.persons.get(person)
        told.append(VoteShown(known.name if known else "–", known.party if known else "", choice))
    return tuple(told)


def decision(item: Item, text: ItemText, body: str, texts: Mapping[str, str]) -> str:
    """Tell what was decided, with the wording that won."""
    match item.outcome:
        case None:
            return ""
        case "approved" | "amended":
            return _carried(item, text, body, texts)
        case "rejected":
            return f"{body} avslår förslaget."
        case "referred_back" | "postponed":
            does = "återremitterar" if item.outcome == "referred_back" else "bordlägger"
            asked = " på begäran av en minoritet" if item.by_minority else ""
            return f"{body} {does} ärendet{asked}{_why(item, texts)}"
        case "noted":
            answered = {"question": "Frågan är besvarad.", "interpellation": "Interpellationen är besvarad."}
            return answered.get(item.kind, f"{body} antecknar ärendet till protokollet.")
        case "not_taken_up":
            return f"{body} tar inte upp ärendet."
        case "struck":
            return "Ärendet utgår."
        case other:
            return str(other)


def _carried(item: Item, text: ItemText, body: str, texts: Mapping[str, str]) -> str:
    won = next((m for m in item.motions if m.label == item.winner and m.kind == "amend"), None)
    if won:
        wording = texts.get(won.text, "–") if won.text else ""
        said = f"{body} beslutar enligt yrkande {won.label}{_wording(wording)}"
    else:
        said = _as_proposed(text.proposal, body)
    added = [winner(q) for q in item.questions if q.purpose == "addition" and winner(q) not in (None, "reject")]
    for label in added:
        extra = next((m for m in item.motions if m.label == label), None)
        said += f"\nTillägg enligt yrkande {label}{_wording(texts.get(extra.text or '', '') if extra else '')}"
    return said


def _as_proposed(proposal: str, body: str) -> str:
    """Tell the proposal as the decision; one that already says who decides is told as it stands."""
    bare = proposal.strip()
    if bare.startswith(body):
        return bare if bare[-1] in ".!?" else f"{bare}."
    return f"{body} beslutar enligt förslaget{_wording(bare)}"


def _why(item: Item, texts: Mapping[str, str]) -> str:
    kind = {"referred_back": "refer_back", "postponed": "postpone"}[item.outcome or ""]
    reasons = [texts.get(m.text, "") for m in item.motions if m.kind == kind and not m.withdrawn and m.text]
    return _wording(" ".join(reason for reason in reasons if reason))


def _wording(text: str) -> str:
    bare = text.strip()
    return f": {bare}" if bare and bare[-1] in ".!?" else f": {bare}." if bare else "."


def advice_says(rule: Rule[Any]) -> str:
    """Say what an advice says, without the facts of the moment (they are not in the journal)."""
    return re.sub(r"\s*\{[^}]*\}", " …", rule.says)
