"""What the crowd sees on a page, and how it makes up its mind."""

from radslag.crowd.sight import Sight
from radslag.crowd.temper import Temper

BALLOT = '<section class="sheet-vote" data-ballot="11f0/2"><form action="/mote/m/gor/cast_vote/"></form></section>'
MOTIONS = (
    '<li class="motion" id="m-A"><form action="/mote/m/gor/support_motion/"><input name="label" value="A"></form></li>'
    '<li class="motion" id="m-B"></li>'
)


def test_an_open_ballot_is_seen_with_its_item_and_question():
    sight = Sight()
    assert sight.ballot is None
    sight.see({"ballot": BALLOT})
    assert sight.ballot == ("11f0", 2)
    sight.see({"ballot": ""})
    assert sight.ballot is None


def test_only_motions_that_can_be_supported_are_seen():
    sight = Sight({"motions": MOTIONS})
    assert sight.motions == ["A"]
    assert sight.may("support_motion")
    assert not sight.may("demand_vote")


def test_a_party_has_one_line_on_one_question():
    temper = Temper(1)
    assert len({temper.line("S", "11f0/1") for _ in range(20)}) == 1
    assert {temper.line(party, f"q/{n}") for party in "SMCVL" for n in range(20)} == {"yes", "no"}


def test_most_vote_with_their_party_and_a_few_do_not():
    temper = Temper(2)
    votes = [temper.vote("S", "q") for _ in range(1000)]
    line = temper.line("S", "q")
    assert 850 < votes.count(line) < 980
    assert 5 < votes.count("abstain") < 80


def test_the_same_seed_gives_the_same_performance():
    one, other = Temper(7), Temper(7)
    assert [one.soon(5) for _ in range(9)] == [other.soon(5) for _ in range(9)]
