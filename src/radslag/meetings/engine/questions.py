"""Which question comes next, and what the answers add up to (KL 5:50, 5:53; RULES VOTE-11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from radslag.meetings.engine.state import Item, Motion, Question
from radslag.meetings.engine.terms import Purpose

Outcome = Literal["approved", "rejected", "amended", "referred_back", "postponed", "noted", "not_taken_up"]

YES_OR_NO: dict[Purpose, tuple[str, str]] = {
    "urgency": ("take_up", "decline"),
    "referral": ("decide_today", "refer_back"),
    "postponement": ("decide_today", "postpone"),
}
"""What yes and no mean in the questions that come before the merits."""


@dataclass(frozen=True)
class NextQuestion:
    purpose: Purpose
    yes: str
    no: str


@dataclass(frozen=True)
class Decision:
    outcome: Outcome
    motion: str | None = None
    by_minority: bool = False


def standing(item: Item) -> tuple[Motion, ...]:
    """Give the motions that have not been withdrawn."""
    return tuple(motion for motion in item.motions if not motion.withdrawn)


def live_question(item: Item) -> Question | None:
    """Give the question that is put and not yet settled."""
    return item.questions[-1] if item.questions and item.questions[-1].settled is None else None


def untried_before_merits(item: Item, *, must_be_announced: bool) -> tuple[Purpose, ...]:
    """Give the questions that must be settled before the merits are: urgency, referral back, postponement."""
    tried = {question.purpose for question in item.questions}
    wanted: list[Purpose] = []
    if must_be_announced and not item.announced and "urgency" not in tried:
        wanted.append("urgency")
    if _has_untried(item, "refer_back", "referral"):
        wanted.append("referral")
    if _has_untried(item, "postpone", "postponement"):
        wanted.append("postponement")
    return tuple(wanted)


def _has_untried(item: Item, kind: str, purpose: Purpose) -> bool:
    """Say whether such a motion was made that no question has been put on since: it may come when debate reopens."""
    last = max((question.number for question in item.questions if question.purpose == purpose), default=0)
    return any(motion.kind == kind and (motion.after >= last or not last) for motion in standing(item))


def fallen(item: Item) -> frozenset[str]:
    """Give the proposals that have lost against another on the way to the main question."""
    lost = (loser(question) for question in item.questions if question.purpose == "counter" and question.settled)
    return frozenset(label for label in lost if label)


def alternatives(item: Item) -> tuple[str, ...]:
    """Give the proposals that stand against each other and have not lost: first the one in the papers."""
    motions = standing(item)
    approvals = [motion.label for motion in motions if motion.kind == "approve"]
    rejections = [motion.label for motion in motions if motion.kind == "reject"]
    amendments = [motion.label for motion in motions if motion.kind == "amend"]
    lost = fallen(item)
    every = [*(approvals[:1] or ["approve"]), *amendments, *rejections[:1]]
    return tuple(label for label in every if label not in lost)


def next_question(item: Item, *, must_be_announced: bool) -> NextQuestion | None:
    """Give the next question in the lawful order, or None when the item is settled."""
    if decision(item, must_be_announced=must_be_announced):
        return None
    before = untried_before_merits(item, must_be_announced=must_be_announced)
    if before:
        return NextQuestion(before[0], *YES_OR_NO[before[0]])
    if _main(item) is None:
        left = alternatives(item)
        if len(left) > 2:
            return NextQuestion("counter", left[1], left[2])
        return NextQuestion("main", left[0], left[1] if len(left) == 2 else "reject")
    additions = _untried_additions(item)
    return NextQuestion("addition", additions[0], "reject") if additions else None


def decision(item: Item, *, must_be_announced: bool) -> Decision | None:
    """Give what the settled questions add up to, or None while something remains to be asked."""
    for question in item.questions:
        answer = winner(question)
        if answer in ("refer_back", "postpone", "decline"):
            return _not_today(answer, question)
    if untried_before_merits(item, must_be_announced=must_be_announced):
        return None
    main = _main(item)
    if main is None:
        return None
    label = winner(main)
    kind = next((motion.kind for motion in item.motions if motion.label == label), label)
    if kind == "reject":
        return Decision("rejected", label if label != "reject" else None)
    if _untried_additions(item):
        return None
    motion = label if label != "approve" else None
    changed = kind == "amend" or any(q.purpose == "addition" and winner(q) != "reject" for q in item.questions)
    return Decision("amended" if changed else "approved", motion)


def winner(question: Question) -> str | None:
    """Give what the side that was settled means."""
    if question.settled is None:
        return None
    return question.yes if question.settled == "yes" else question.no


def loser(question: Question) -> str | None:
    """Give what the side that lost means."""
    if question.settled is None:
        return None
    return question.no if question.settled == "yes" else question.yes


def _not_today(answer: str, question: Question) -> Decision:
    words: dict[str, Outcome] = {"refer_back": "referred_back", "postpone": "postponed", "decline": "not_taken_up"}
    return Decision(words[answer], by_minority=question.how == "minority")


def _main(item: Item) -> Question | None:
    return next((q for q in item.questions if q.purpose == "main" and q.settled), None)


def _untried_additions(item: Item) -> tuple[str, ...]:
    asked = {label for q in item.questions if q.purpose == "addition" for label in (q.yes, q.no)}
    return tuple(m.label for m in standing(item) if m.kind == "add" and m.label not in asked)
