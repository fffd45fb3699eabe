"""Whatever is asked for, in whatever order, some things always hold."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meetings.stage import DAY, ROAD, Scene
from radslag.law.rule import Refused
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import events as e
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.next_step import next_step
from radslag.meetings.engine.serving import serving, taking_part

PEOPLE = ["Chair", "Vice", "Ali", "Bea", "Cia", "Sub1", "Sub2", "Sub3"]
person = st.sampled_from(PEOPLE)
side = st.sampled_from(["yes", "no"])
item = st.sampled_from(["road", "pool"])

commands = st.one_of(
    st.builds(c.RegisterArrival, person),
    st.builds(c.RegisterLeave, person),
    st.builds(c.CallRoll, st.lists(person, unique=True, min_size=2).map(tuple)),
    st.builds(c.SeatSubstitute, person),
    st.builds(c.StandDown, person),
    st.builds(c.HandOverChair, person),
    st.builds(c.OpenItem, item),
    st.builds(c.DeclareRecusal, item, person),
    st.builds(c.DecideRecusal, item, person, st.booleans()),
    st.builds(c.RequestFloor, person),
    st.builds(c.WithdrawFloor, person),
    st.just(c.StartSpeaker()),
    st.builds(c.MakeMotion, st.sampled_from(["approve", "reject", "amend", "add", "refer_back", "postpone"]), person,
              st.just("t1")),
    st.builds(c.SupportMotion, st.sampled_from("AB"), person),
    st.builds(c.DeclineToDecide, person),
    st.builds(c.DemandVote, person),
    st.builds(c.CastVote, person, st.sampled_from(["yes", "no", "abstain"]), item, st.integers(1, 3)),
    st.builds(c.GiveCastingVote, side),
    st.builds(c.MakeReservation, item, person),
    st.just(c.Adjourn()),
    st.builds(c.Resume, st.sampled_from([DAY, DAY + timedelta(days=1)])),
    st.just(c.Undo()),
)  # fmt: skip
onward = st.builds(c.Find, side) | st.builds(c.DemandVote, person) | st.builds(c.GiveCastingVote, side) | st.none()
"""None is whatever the chair's next step is; so a play gets somewhere."""
seconds = st.sampled_from([0, 1, 5, 20])
acts = st.lists(st.tuples(st.one_of(commands, onward, onward), st.sampled_from(["own", "Chair", "Secretary"]), seconds),
                max_size=60)  # fmt: skip
kinds = st.sampled_from(["council", "committee"])


def play(scene: Scene, acts: list[tuple[c.Command | None, str, int]]) -> list[e.Event]:
    """Ask for everything; what is refused leaves no trace."""
    happened: list[e.Event] = []
    for asked, asks, wait in acts:
        scene.waits(wait)
        step = next_step(scene.meeting, scene.at)
        command = asked or (step.command if step else None) or c.Find("yes")
        who = scene.meeting.presiding or "Chair"
        if asks == "own":
            who = getattr(command, "person", None) or getattr(command, "voter", None) or who
        try:
            happened += scene.asks("Secretary" if asks == "Secretary" else who, command)
        except (Refused, Misplaced):
            continue
        hold(scene)
    return happened


def hold(scene: Scene) -> None:
    """What must be so after every act."""
    meeting = scene.meeting
    here = serving(meeting)
    assert len(here) <= meeting.seats
    assert here <= set(meeting.present) & set(meeting.roster)
    members = [one.member for one in meeting.serving.values() if one.because != "recused"]
    assert len(members) == len(set(members))
    for one in meeting.items.values():
        assert len(taking_part(meeting, one)) <= meeting.seats
        for question in one.questions:
            if question.ballot:
                assert set(question.ballot.votes) <= question.ballot.electorate
            if question.ballot and question.ballot.sums:
                assert sum(question.ballot.sums) == len(question.ballot.electorate)
        if one.outcome and one.outcome not in ("noted", "struck"):
            assert one.questions[-1].settled
    assert meeting.presiding is None or meeting.presiding in meeting.roster


def check_decisions(scene: Scene, happened: list[e.Event]) -> None:
    for event in happened:
        if isinstance(event, e.Gavelled):
            question = scene.meeting.items[event.item].questions[event.question - 1]
            assert question.took_part == set(event.took_part)
            if question.ballot:
                assert question.took_part <= question.ballot.electorate
            if event.how == "casting_vote":
                assert question.ballot
                assert question.ballot.outcome is None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kinds, acts)
def test_any_sequence_of_acts_keeps_the_meeting_whole(kind: str, acts: list[tuple[c.Command | None, str, int]]) -> None:
    scene = Scene(kind, 5, (ROAD, e.ListedItem("pool", "m2", "decision")), {}).is_called().is_opened()
    scene.asks("Chair", c.CallRoll(("Chair", "Vice", "Ali", "Bea", "Sub1")))
    happened = play(scene, acts)

    check_decisions(scene, happened)
    assert scene.read_again() == scene.meeting


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(kinds, acts, commands)
def test_an_act_that_can_be_undone_leaves_no_trace(
    kind: str, acts: list[tuple[c.Command | None, str, int]], last: c.Command
) -> None:
    scene = Scene(kind, 5, (ROAD, e.ListedItem("pool", "m2", "decision")), {}).is_called().is_opened()
    scene.asks("Chair", c.CallRoll(("Chair", "Vice", "Ali", "Bea", "Sub1")))
    play(scene, acts)
    scene.waits(20)
    before = scene.meeting
    try:
        scene.asks("Secretary", last)
        scene.asks("Secretary", c.Undo(before.version + 1))
    except (Refused, Misplaced):
        return
    if isinstance(last, c.Undo):
        return

    same = {name: value for name, value in vars(before).items() if name not in ("version", "undoable")}
    assert {name: value for name, value in vars(scene.meeting).items() if name in same} == same
