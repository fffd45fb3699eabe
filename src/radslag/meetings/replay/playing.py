"""Playing a case: every step becomes commands that the real procedure judges; outcomes are never looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from radslag.law.rule import Refused
from radslag.meetings.engine import commands as c
from radslag.meetings.engine import procedure
from radslag.meetings.engine import terms as t
from radslag.meetings.engine.kinds import kind_of
from radslag.meetings.engine.misplaced import Misplaced
from radslag.meetings.engine.questions import live_question
from radslag.meetings.engine.serving import current_item
from radslag.meetings.engine.state import Item, Meeting, Question, Stamp
from radslag.meetings.replay.case import Inputs, Person, Step

WORDS = {"återremiss": "refer_back", "bordläggning": "postpone", "avgörs idag": "decide_today"}


@dataclass(frozen=True)
class Held:
    """A vote that was held: where in the source, how it was put, and what the journal says came of it."""

    place: int
    step: Step
    question: Question
    presiding: str
    recused: frozenset[str]
    third_is_enough: bool
    winner: str
    stands: frozenset[str]
    """Substitutes who served for the recused."""


@dataclass
class Played:
    """What came of a case. ``stopped`` says at which step the procedure refused, and in which words."""

    ruleset: str | None = None
    held: list[Held] = field(default_factory=list)
    reserved: dict[int, bool] = field(default_factory=dict)
    present: int = 0
    stopped: tuple[int, str] | None = None


def play(inputs: Inputs) -> Played:
    """Run the steps through the procedure, as far as it lets them."""
    played = Played()
    if inputs.day is None or not any(step.what == "vote" for step in inputs.steps):
        return played
    table = Table(inputs)
    place = -1
    try:
        for day, steps in sittings(inputs.day, inputs.steps):
            table.open_meeting(day, items=max(1, sum(step.what == "item" for step in steps)))
            for number, step in enumerate(steps):
                place = step.place
                table.take(step, steps[number:], played)
            table.finish_item()
    except (Refused, Misplaced) as no:
        played.stopped = (place, no.says)
    played.ruleset, played.present = table.meeting.ruleset, table.present
    return played


def sittings(first: date, steps: tuple[Step, ...]) -> Iterator[tuple[date, list[Step]]]:
    """Share the steps out on the days on which the matter was up."""
    day, taken = first, list[Step]()
    for step in steps:
        if step.what == "meeting":
            yield day, taken
            day, taken = step.day or day, []
        else:
            taken.append(step)
    yield day, taken


class Table:
    """The meeting as it is played. Anonymous people are made where the source gives sums only."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.people = inputs.people or tuple(_anonymous(inputs))
        self.seats = inputs.seats or len(self.people)
        self.chair = next((one.id for one in self.people if one.chair), self.people[0].id)
        self.present = sum(one.role != "substitute" for one in self.people)
        self.labels: dict[str, str] = {}
        self.minority_used = False
        self.coming: list[str] = []
        self.meeting = Meeting()
        self.at = datetime(2018, 1, 1, tzinfo=UTC)

    # -- the stage ------------------------------------------------------------------------------------------------

    def ask(self, command: c.Command, person: str | None = None, reason: str | None = None) -> None:
        """Ask for something and keep what happened."""
        who = person or self.meeting.presiding or self.chair
        actor = c.Actor(who, "secretary" if person == "secretary" else "member", reason)
        for event in procedure.decide(self.meeting, command, actor, self.at):
            self.meeting = procedure.evolve(self.meeting, event, Stamp(self.meeting.version + 1, self.at, who))
        self.at += timedelta(seconds=10)

    def open_meeting(self, day: date, items: int) -> None:
        """Call a meeting in time, open it and call the roll: everyone whom the source knows of is here.

        An item remembers whether a minority has delayed the matter at an earlier sitting.
        """
        self.meeting = Meeting()
        self.at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
        before = day - timedelta(days=14)
        roster = tuple(self.roster())
        listed = tuple(
            t.ListedItem(f"item-{number + 1}", "matter", "decision", minority_used=self.minority_used)
            for number in range(items)
        )
        self.coming = [one.item for one in listed]
        self.ask(c.IssueNotice("posting", before, day, self.inputs.kind, "salen", listed), "secretary")
        self.ask(c.Summon(tuple(seat.person for seat in roster), before), "secretary")
        self.ask(c.OpenMeeting(day, self.seats, roster, "roster", 1), self.chair)
        self.ask(c.CallRoll(tuple(one.id for one in self.people)))
        self.begin_item()

    def roster(self) -> Iterator[t.Seat]:
        """Give the members and, for seats that substitutes filled, members who never came.

        The source does not say whose seat a substitute filled, so all are of one group, in the order listed.
        """
        members = [one for one in self.people if one.role == "member"]
        for order, one in enumerate(members, 1):
            yield t.Seat(one.id, "member", "", order, 1 if one.id == self.chair else 2 if one.vice else 0)
        for number in range(self.seats - len(members)):
            yield t.Seat(f"absent-{number}", "member", "", len(members) + number + 1)
        others = sorted((one for one in self.people if one.role != "member"), key=lambda one: one.role != "serving")
        for order, one in enumerate(others, 1):
            yield t.Seat(one.id, "substitute", "", order)

    # -- the steps ------------------------------------------------------------------------------------------------

    def take(self, step: Step, ahead: list[Step], played: Played) -> None:
        """Take one step; ``ahead`` are the steps from this one on."""
        match step.what:
            case "item":
                if self.item.motions or self.item.questions:
                    self.finish_item()
                    self.begin_item()
            case "recusal":
                self.ask(c.DeclareRecusal(self.item.item, step.by[0]), step.by[0])
                self.ask(c.DecideRecusal(self.item.item, step.by[0], recused=True))
            case "declined":
                self.ask(c.DeclineToDecide(step.by[0]), step.by[0])
            case "motion":
                self.move(step)
            case "vote":
                self.move_additions(ahead)
                played.held.append(self.vote(step))
            case "acclamation":
                self.settle()
            case "reservation":
                played.reserved[step.place] = self.reserve(step)
            case _:
                pass

    @property
    def item(self) -> Item:
        """The open item."""
        item = current_item(self.meeting)
        if item is None:
            raise Misplaced("Inget ärende är uppe till behandling.")
        return item

    def begin_item(self) -> None:
        """Bring up the next item."""
        if not self.coming:
            raise Misplaced("Källan har inga fler ärenden att ta upp.")
        self.labels = {}
        self.ask(c.OpenItem(self.coming.pop(0)))

    def move(self, step: Step) -> None:
        """Make the motion in the name of its mover, or of someone of the party."""
        mover = next(iter(step.by), None) or self.someone(step.parties)
        kind: t.MotionKind = "refer_back" if step.motion == "refer_back" else "amend"
        if step.motion == "postpone":
            kind = "postpone"
        elif kind == "amend" and not any(motion.kind == "approve" for motion in self.item.motions):
            kind = "approve"
        self.labels[step.label] = self.add_motion(kind, mover)

    def add_motion(self, kind: t.MotionKind, mover: str) -> str:
        """Make a motion and give the letter it got."""
        self.ask(c.MakeMotion(kind, mover, "wording"), mover)
        return self.item.motions[-1].label

    def someone(self, parties: tuple[str, ...] = ()) -> str:
        """Give someone who serves: of one of the parties if the source says who they are."""
        recused = self.item.recused
        free = [one for one in self.people if one.role != "substitute" and one.id not in recused]
        of_party = [one.id for one in free if one.party in parties and one.party]
        return of_party[0] if of_party else free[-1].id

    def vote(self, step: Step) -> Held:
        """Put the question, have a vote demanded, hold it and let the gavel fall."""
        yes, no = self.words(step.yes), self.words(step.no)
        if self.item.stage == "open":
            self.ask(c.CloseDebate())
        self.ask(c.PutProposition(step.purpose or "main", yes, no))
        demanding = self.someone()
        self.ask(c.DemandVote(demanding), demanding)
        third = (
            step.purpose in ("referral", "postponement")
            and kind_of(self.inputs.kind).minority_delays
            and not self.item.minority_used
        )
        stands = frozenset(one.substitute for one in self.meeting.serving.values() if one.because == "recused")
        self.ask(c.OpenBallot())
        self.cast(step)
        self.ask(c.CloseBallot())
        self.break_a_tie()
        item, presiding = self.item, self.meeting.presiding or ""
        self.ask(c.Gavel())
        question = self.meeting.items[item.item].questions[-1]
        winner = step.yes if question.settled == "yes" else step.no
        self.minority_used = self.minority_used or question.how == "minority"
        return Held(step.place, step, question, presiding, item.recused, third, winner, stands)

    def move_additions(self, ahead: list[Step]) -> None:
        """Move what is put to a question later in the item though the source lists no motion for it: additions."""
        if self.item.stage != "open":
            return
        for step in ahead:
            if step.what == "item":
                return
            for said in (*step.between, *((step.yes, step.no) if step.what == "vote" else ())):
                label = said.removeprefix("avslag ").removeprefix("bifall ")
                if label not in self.labels and said not in WORDS:
                    self.labels[label] = self.add_motion("add", self.someone())

    def words(self, said: str) -> str:
        """Turn what the source says a side means into the engine's label or word."""
        if said in WORDS:
            return WORDS[said]
        return "reject" if said.startswith("avslag ") else self.labels[said.removeprefix("bifall ")]

    def cast(self, step: Step) -> None:
        """Let everyone vote as the source says; where it gives sums only, the anonymous share them out."""
        item, number = self.item.item, self.item.questions[-1].number
        if step.choices is not None:
            choices: dict[str, t.Choice] = dict(step.choices)
        else:
            yes, no, abstain = step.sums or (0, 0, 0)
            voters = [one.id for one in self.people]
            said: list[t.Choice] = [*["yes"] * yes, *["no"] * no, *["abstain"] * abstain]  # type: ignore[list-item]
            choices = dict(zip(voters, said, strict=False))
        for voter, choice in choices.items():
            self.ask(c.CastVote(voter, choice, item, number), voter)

    def break_a_tie(self) -> None:
        """On a tie whoever presides gives the casting vote as they voted; the source names no other side."""
        question = self.item.questions[-1]
        if question.ballot and question.ballot.outcome is None and self.meeting.presiding:
            own = question.ballot.votes.get(self.meeting.presiding)
            if own in ("yes", "no"):
                self.ask(c.GiveCastingVote(own))

    def settle(self) -> None:
        """Let what remains be found by acclamation; what the chair found is an outcome, so nothing is read of it."""
        if self.item.stage == "open":
            self.ask(c.CloseDebate())
        for _ in range(40):
            if self.item.stage != "deciding":
                return
            if live_question(self.item) is None:
                self.ask(c.PutProposition())
            try:
                self.ask(c.Find("yes"))
            except Misplaced:
                self.ask(c.Find("no"))
            self.ask(c.Gavel())

    def reserve(self, step: Step) -> bool:
        """Say whether those who made a reservation could: they took part, and the meeting goes on."""
        self.settle()
        for person in step.by or (self.someone(step.parties),):
            try:
                self.ask(c.MakeReservation(self.item.item, person), person)
            except (Refused, Misplaced):
                return False
        return True

    def finish_item(self) -> None:
        """Close the item that is open."""
        if self.meeting.current is None:
            return
        self.settle()
        self.ask(c.CloseItem())


def _anonymous(inputs: Inputs) -> Iterator[Person]:
    """Make as many people as voted at most; the first of them presides."""
    most = max((sum(step.sums) for step in inputs.steps if step.sums), default=0)
    for number in range(most):
        yield Person(f"person-{number + 1}", chair=number == 0)
