"""Whatever is asked for, in whatever order, some things always hold."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st

from meetings.stage import DAY, ROAD, Scene, bare
from radslag.law.rule import Refused
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine import terms as t
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.next_step import next_step
from radslag.meetings.engine.quorum import lacking
from radslag.meetings.engine.serving import serving, taking_part

PEOPLE = ["Chair", "Vice", "Ali", "Bea", "Cia", "Sub1", "Sub2", "Sub3"]
Asked = Callable[[random.Random, Scene], c.Command]
MOTIONS: list[t.MotionKind] = ["approve", "reject", "amend", "add", "refer_back", "postpone"]
CAN_BE_UNDONE: list[Asked] = [
    lambda chance, _: c.RegisterArrival(chance.choice(PEOPLE)),
    lambda chance, _: c.RegisterLeave(chance.choice(PEOPLE)),
    lambda chance, _: c.SeatSubstitute(chance.choice(PEOPLE)),
    lambda chance, _: c.StandDown(chance.choice(PEOPLE)),
    lambda chance, _: c.RequestFloor(chance.choice(PEOPLE)),
    lambda chance, _: c.WithdrawFloor(chance.choice(PEOPLE)),
    lambda chance, _: c.StartSpeaker(),
    lambda chance, _: c.StopSpeaker(),
]
KINDS = st.sampled_from(["council", "committee"])
WHAT: list[tuple[int, Asked]] = [
    (30, lambda chance, scene: onwards(scene, chance)),
    (8, lambda chance, scene: c.DemandVote(chance.choice(PEOPLE))),
    (80, lambda chance, scene: a_vote(scene, chance)),
    (3, lambda chance, _: c.RegisterArrival(chance.choice(PEOPLE))),
    (2, lambda chance, _: c.RegisterLeave(chance.choice(PEOPLE))),
    (1, lambda chance, _: c.CallRoll(tuple(chance.sample(PEOPLE, 6)))),
    (2, lambda chance, _: c.SeatSubstitute(chance.choice(PEOPLE))),
    (1, lambda chance, _: c.StandDown(chance.choice(PEOPLE))),
    (1, lambda chance, _: c.HandOverChair(chance.choice(PEOPLE))),
    (2, lambda chance, _: c.DeclareRecusal(chance.choice(["road", "pool"]), chance.choice(PEOPLE))),
    (2, lambda chance, _: c.RequestFloor(chance.choice(PEOPLE))),
    (1, lambda chance, _: c.WithdrawFloor(chance.choice(PEOPLE))),
    (5, lambda chance, _: c.MakeMotion(chance.choice(MOTIONS), chance.choice(PEOPLE), "t1")),
    (1, lambda chance, _: c.SupportMotion(chance.choice("AB"), chance.choice(PEOPLE))),
    (1, lambda chance, _: c.WithdrawMotion(chance.choice("AB"))),
    (2, lambda chance, _: c.DeclineToDecide(chance.choice(PEOPLE))),
    (2, lambda chance, _: c.MakeReservation(chance.choice(["road", "pool"]), chance.choice(PEOPLE))),
    (1, lambda chance, _: c.Adjourn()),
    (4, lambda chance, _: c.Undo()),
]


def onwards(scene: Scene, chance: random.Random) -> c.Command:
    """The chair's next step, filled in where it needs a form."""
    step = next_step(scene.meeting, scene.at)
    current = scene.meeting.current or "road"
    declared = sorted(scene.meeting.items[current].declared)
    side: t.Side = chance.choice(["yes", "no"])
    forms: dict[str, c.Command] = {
        "call_roll": c.CallRoll(tuple(PEOPLE)),
        "choose_adjusters": c.ChooseAdjusters(("Ali",), DAY),
        "decide_recusal": c.DecideRecusal(current, declared[0] if declared else "Ali", recused=chance.random() < 0.8),
        "give_casting_vote": c.GiveCastingVote(side),
        "resume": c.Resume(DAY + timedelta(days=chance.choice([0, 0, 1]))),
    }
    return (step and (step.command or forms.get(step.act))) or c.Find(side)


def a_vote(scene: Scene, chance: random.Random) -> c.Command:
    """Someone's vote in whatever question is the last."""
    current = scene.meeting.current or "road"
    number = len(scene.meeting.items[current].questions)
    choice: t.Choice = chance.choice(["yes", "yes", "no", "no", "abstain"])
    return c.CastVote(chance.choice(PEOPLE), choice, current, chance.choice([number, number, number, 1]))


def a_play(kind: str, seed: int, acts: int = 300) -> Iterator[tuple[Scene, list[e.Event]]]:
    """A meeting in which people ask for this and that; what is refused leaves no trace."""
    chance = random.Random(seed)
    scene = Scene(kind, 5, (ROAD, t.ListedItem("pool", "m2", "decision")), {}).is_called().is_opened()
    for _ in range(acts):
        scene.waits(chance.choice([0, 1, 5, 5, 20]))
        make = chance.choices([one for _, one in WHAT], [weight for weight, _ in WHAT])[0]
        command = make(chance, scene)
        leads = scene.meeting.presiding or "Chair"
        whose = getattr(command, "person", None) or getattr(command, "voter", None) or leads
        asks = chance.choice([leads, whose, whose, "Secretary"])
        try:
            yield scene, scene.asks(cast("str", asks), command)
        except (Refused, Misplaced):
            continue


def hold(scene: Scene) -> None:
    """What must be so after every act."""
    meeting = scene.meeting
    here = serving(meeting)
    assert here <= set(meeting.present) & set(meeting.roster)
    members = [one.member for one in meeting.serving.values() if one.because != "recused"]
    assert len(members) == len(set(members))
    assert meeting.presiding in meeting.roster
    if meeting.current:
        assert len(taking_part(meeting)) <= meeting.seats
    for one in meeting.items.values():
        for question in one.questions:
            if question.ballot:
                assert set(question.ballot.votes) <= question.ballot.electorate
            if question.ballot and question.ballot.sums:
                assert sum(question.ballot.sums) == len(question.ballot.electorate)
        if one.outcome and one.outcome not in ("noted", "struck"):
            assert one.questions[-1].settled


def holds_of_a_decision(scene: Scene, fell: e.Gavelled) -> None:
    """Nothing is decided without quorum, and only those who could decide did."""
    item = scene.meeting.items[fell.item]
    question = item.questions[fell.question - 1]
    assert lacking(scene.meeting, item) is None
    assert question.took_part == set(fell.took_part)
    broke_the_tie = set(question.casting_vote[:1]) if question.casting_vote else set()
    assert not question.took_part & item.recused
    assert not (question.took_part - broke_the_tie) & item.declined
    if question.ballot:
        assert question.took_part - broke_the_tie <= question.ballot.electorate
    if fell.how == "casting_vote":
        assert question.ballot
        assert question.ballot.outcome is None


@settings(max_examples=60, deadline=None)
@given(KINDS, st.integers(0, 2**32))
def test_any_sequence_of_acts_keeps_the_meeting_whole(kind: str, seed: int) -> None:
    scene = Scene(kind, 5, (ROAD,), {})
    for scene, happened in a_play(kind, seed):
        hold(scene)
        for event in happened:
            if isinstance(event, e.Gavelled):
                holds_of_a_decision(scene, event)

    assert scene.read_again() == scene.meeting


@settings(max_examples=60, deadline=None)
@given(KINDS, st.integers(0, 2**32))
def test_what_is_undone_leaves_no_trace(kind: str, seed: int) -> None:
    chance = random.Random(seed)
    for scene, _ in a_play(kind, seed, acts=60):
        kept = (scene.meeting, scene.at, scene.written[:], scene.acts)
        scene.waits(20)
        before = scene.meeting
        try:
            scene.asks("Secretary", chance.choice(CAN_BE_UNDONE)(chance, scene))
            scene.asks("Secretary", c.Undo(before.version + 1))
        except (Refused, Misplaced):
            pass
        else:
            assert bare(scene.meeting) == bare(before)
        scene.meeting, scene.at, scene.written, scene.acts = kept
