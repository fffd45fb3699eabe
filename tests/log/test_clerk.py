"""The clerk: what is answered is written, what is refused is not, and a retried act is one act."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from log.ballot import NOON, BallotDecider, Close, Explain, Vote, act, born, envelope
from radslag.law.rule import Refused
from radslag.log.clerk import Act, AlreadyBorn, NotBorn, NotWritten, OtherContent
from radslag.log.entry import Envelope, first_broken_link
from radslag.log.texts import new_text


def test_what_is_answered_can_be_read_by_a_clerk_that_starts_anew(clerk, fresh_clerk):
    stream = born()
    clerk.give_birth(stream)
    answer = clerk.submit(act(stream.name, "Ali", Vote("yes"))).result()
    assert (answer.number, answer.again) == (1, False)

    number, ballot = fresh_clerk().state(stream.name)
    assert (number, ballot.votes) == (1, (("Ali", "yes"),))


def test_a_refused_act_writes_nothing_and_says_its_section(clerk):
    stream = born()
    clerk.give_birth(stream)
    clerk.submit(act(stream.name, "Ali", Vote("yes"))).result()
    with pytest.raises(Refused) as no:
        clerk.submit(act(stream.name, "Ali", Vote("no"))).result()
    assert no.value.section == "KL 4 kap. 0 §"
    assert clerk.journal.reader().last_seal(stream.name)[0] == 1


def test_an_act_that_is_sent_again_is_answered_with_the_first_answer(clerk, fresh_clerk):
    stream = born()
    clerk.give_birth(stream)
    once = act(stream.name, "Ali", Vote("yes"), key="k1")
    first = clerk.submit(once).result()
    again = clerk.submit(once).result()
    assert again.again
    assert again.number == first.number
    assert again.entries == first.entries
    assert fresh_clerk().submit(once).result().again


def test_the_same_key_with_another_content_is_refused(clerk):
    stream = born()
    clerk.give_birth(stream)
    clerk.submit(act(stream.name, "Ali", Vote("yes"), key="k1")).result()
    with pytest.raises(OtherContent):
        clerk.submit(act(stream.name, "Ali", Vote("no"), key="k1")).result()
    assert clerk.submit(act(stream.name, "Bea", Vote("no"), key="k1")).result().number == 2


def test_a_retried_text_is_the_same_act_when_the_words_are_the_same(clerk):
    stream = born()
    clerk.give_birth(stream)

    def explain(words: str):
        text = new_text(words)
        return clerk.submit(act(stream.name, "Ali", Explain(text.id), key="k1", texts=(text,))).result()

    first = explain("Därför.")
    assert explain("Därför.").entries == first.entries
    with pytest.raises(OtherContent):
        explain("Därför att.")


def test_the_entry_that_names_a_text_carries_its_digest(clerk):
    stream, text = born(), new_text("Därför.")
    clerk.give_birth(stream)
    answer = clerk.submit(act(stream.name, "Ali", Explain(text.id), texts=(text,))).result()
    assert answer.entries[0].facts["digests"] == {text.id: text.digest}
    assert clerk.journal.reader().texts([text.id])[text.id] == text


def test_a_stream_is_born_once_and_an_unborn_one_takes_no_act(clerk):
    stream = born()
    clerk.give_birth(stream)
    with pytest.raises(AlreadyBorn):
        clerk.give_birth(stream)
    with pytest.raises(NotBorn):
        clerk.submit(act("meeting/never", "Ali", Vote("yes"))).result()
    with pytest.raises(NotBorn):
        clerk.state("meeting/never")


def test_many_who_act_at_once_stand_in_one_whole_chain(clerk):
    stream = born()
    clerk.give_birth(stream)
    with ThreadPoolExecutor(20) as pool:
        voters = [f"person {n}" for n in range(200)]
        answers = list(pool.map(lambda v: clerk.submit(act(stream.name, v, Vote("yes"))).result(), voters))
    assert sorted(answer.number for answer in answers) == list(range(1, 201))
    entries = list(clerk.journal.reader().entries(stream.name))
    assert first_broken_link(clerk.journal.reader().birth(stream.name), entries) is None
    assert {entry.envelope.by for entry in entries} == set(voters)


def test_of_two_acts_in_the_same_moment_the_second_is_judged_after_the_first(clerk):
    stream = born()
    clerk.give_birth(stream)
    outcomes = [clerk.submit(act(stream.name, "Ali", Vote(choice))) for choice in ("yes", "no")]
    outcomes.append(clerk.submit(act(stream.name, "Chair", Close())))
    outcomes.append(clerk.submit(act(stream.name, "Bea", Vote("yes"))))
    assert [type(o.exception()).__name__ for o in outcomes] == ["NoneType", "Refused", "NoneType", "Refused"]


def test_those_who_wait_in_a_loop_are_answered_and_the_bell_rings(clerk):
    stream, rung, all_rung = born(), [], threading.Event()
    clerk.give_birth(stream)

    def heard(name: str, number: int) -> None:
        rung.append((name, number))
        if number == 30:
            all_rung.set()

    clerk.listen(heard)

    async def vote() -> list[int]:
        asks = [clerk.ask(act(stream.name, f"person {n}", Vote("yes"))) for n in range(30)]
        return [answer.number for answer in await asyncio.gather(*asks)]

    assert sorted(asyncio.run(vote())) == list(range(1, 31))
    assert all_rung.wait(5)
    assert rung[-1] == (stream.name, 30)


def test_a_commit_that_fails_fails_everyone_in_it_and_nothing_of_it_happened(clerk, monkeypatch):
    stream = born()
    clerk.give_birth(stream)
    clerk.submit(act(stream.name, "Ali", Vote("yes"))).result()
    with monkeypatch.context() as patched:
        patched.setattr("radslag.log.sitting.Sitting.write", lambda *_: 1 / 0)
        with pytest.raises(NotWritten):
            clerk.submit(act(stream.name, "Bea", Vote("yes"))).result()
    assert clerk.state(stream.name)[0] == 1
    assert clerk.submit(act(stream.name, "Bea", Vote("no"))).result().number == 2


def test_a_plain_register_leaves_a_line_in_the_administrative_stream(clerk):
    owner = born().name
    for n in (1, 2):
        answer = clerk.note(f"admin/{owner}", "bodies.seat_changed/1", {"seat": n}, envelope("Reg"), mode="test")
        assert answer.number == n
    assert clerk.journal.reader().birth(f"admin/{owner}").mode == "test"


@pytest.mark.parametrize(("by", "key"), [("", "k"), ("Ali", ""), ("Ali", "x" * 300), ("Ali", "a\0b")])
def test_an_envelope_that_no_database_could_keep_is_turned_away_before_it_reaches_the_clerk(by, key):
    with pytest.raises(ValueError, match="printable"):
        Act("meeting/1", Vote("yes"), by, Envelope(by, None, None, NOON, NOON, key))


def test_a_decider_gets_no_digests_back(clerk, fresh_clerk):
    stream, text = born(), new_text("Därför.")
    clerk.give_birth(stream)
    clerk.submit(act(stream.name, "Ali", Explain(text.id), texts=(text,))).result()
    clerk_anew = fresh_clerk()
    clerk_anew.serve(BallotDecider())
    assert clerk_anew.state(stream.name)[1].explained == (text.id,)
