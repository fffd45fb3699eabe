"""Append-only, truly: the database refuses what would change the record, and says when its guards are gone."""

from __future__ import annotations

import pytest
from django.conf import settings

from log.ballot import NOON, Explain, Vote, act, born, envelope
from log.tampering import drop, tamper
from radslag.log import conduct, disposal
from radslag.log.clerk import NotBorn, NotWritten
from radslag.log.journal import AnotherWriter, JournalNotSafe, Tombstone
from radslag.log.tables import guards
from radslag.log.texts import new_text
from radslag.log.verify import verify

DATABASE = "sqlite" if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") else "postgres"


@pytest.fixture
def stream(clerk):
    """A stream with a vote and a text."""
    birth, text = born(), new_text("Därför.")
    clerk.give_birth(birth)
    clerk.submit(act(birth.name, "Ali", Vote("yes"))).result()
    clerk.submit(act(birth.name, "Ali", Explain(text.id), texts=(text,))).result()
    return birth.name


MIDDLE = "done_by, on_behalf_of, device, recorded_at, happened_at"
REFUSED = [
    "UPDATE log_entry SET facts = '{}'",
    "UPDATE log_entry SET seal = 'x' WHERE number = 2",
    "DELETE FROM log_entry",
    "UPDATE log_stream SET mode = 'sharp'",
    "DELETE FROM log_stream",
    "UPDATE log_text SET body = 'x'",
    "DELETE FROM log_text",
    f"INSERT INTO log_entry SELECT stream, 9, kind, facts, {MIDDLE}, 'other', seal, part, asked FROM log_entry",
    "INSERT INTO log_disposal SELECT name, 2, 'x', 'admin/ekviken', 1, 'x' FROM log_stream",
]
BY_DATABASE = {
    "sqlite": [
        (
            f"INSERT OR REPLACE INTO log_entry SELECT stream, number, kind, '{{}}', {MIDDLE}, act_key, seal, part, "
            "asked FROM log_entry WHERE number = 1"
        ),
        (
            f"INSERT OR REPLACE INTO log_entry SELECT stream, 3, kind, '{{}}', {MIDDLE}, act_key, seal, part, "
            "asked FROM log_entry WHERE number = 1"
        ),
        "INSERT OR REPLACE INTO log_text SELECT id, stream, 'x', salt FROM log_text",
        "INSERT OR REPLACE INTO log_stream SELECT name, owner, 'sharp', kind, born_at FROM log_stream",
        "UPDATE OR REPLACE log_entry SET number = 2 WHERE number = 1",
    ],
    "postgres": [
        "TRUNCATE log_entry",
        "TRUNCATE log_stream CASCADE",
        "TRUNCATE log_text",
        "TRUNCATE log_disposal",
        "INSERT INTO log_text SELECT id, stream, 'x', salt FROM log_text ON CONFLICT (id) DO UPDATE SET body = 'x'",
    ],
}


@pytest.mark.parametrize("statement", [*REFUSED, *BY_DATABASE[DATABASE]])
def test_the_database_refuses(clerk, stream, statement):
    assert tamper(clerk.journal, statement)
    assert verify(book=clerk.journal) == []
    assert clerk.submit(act(stream, "Bea", Vote("no"))).result().number == 3


@pytest.mark.parametrize("guard", [name for name, said in guards(DATABASE).items() if said.startswith("CREATE")])
def test_no_journal_is_opened_without_its_guards(clerk, open_journal, guard):
    assert tamper(clerk.journal, *drop(clerk.journal, guard)) == ""
    assert [finding.what for finding in verify(book=clerk.journal)] == [f"trigger missing or changed: {guard}"]
    with pytest.raises(JournalNotSafe, match=guard):
        open_journal()


def test_a_guard_that_guards_nothing_any_more_is_found_out(clerk, open_journal):
    weak = {
        "sqlite": [
            "DROP TRIGGER log_entry_update",
            "CREATE TRIGGER log_entry_update BEFORE UPDATE ON log_entry WHEN 0 BEGIN SELECT 1; END",
        ],
        "postgres": ["ALTER TABLE log_entry DISABLE TRIGGER log_entry_update"],
    }
    assert tamper(clerk.journal, *weak[DATABASE]) == ""
    with pytest.raises(JournalNotSafe, match="log_entry_update"):
        open_journal()


@pytest.mark.sqlite
def test_on_sqlite_a_second_writer_is_told_who_writes(clerk, open_journal):
    clerk.give_birth(born())
    with pytest.raises(AnotherWriter, match="skrivs redan"), open_journal().writing(()):
        pass


@pytest.mark.sqlite
def test_on_sqlite_every_commit_waits_for_the_disk(clerk, stream):
    pen = clerk.journal._pen
    assert pen.connection.pragma("synchronous") == 2
    assert pen.connection.pragma("journal_mode") == "wal"


@pytest.mark.postgres
def test_on_postgresql_a_server_that_does_not_sync_is_not_written_to(clerk, monkeypatch):
    monkeypatch.setattr("radslag.log.postgres.DURABLE", ("fsync", "enable_sort"))
    clerk.journal._connect().close()
    tamper(clerk.journal, "ALTER ROLE radslag SET enable_sort = off")
    try:
        with pytest.raises(JournalNotSafe, match="enable_sort=off"):
            clerk.journal._connect()
    finally:
        tamper(clerk.journal, "ALTER ROLE radslag RESET enable_sort")


@pytest.fixture
def process_clerk(clerk, monkeypatch):
    """Let this clerk be the one of the process."""
    monkeypatch.setattr("radslag.log.clerk._made", [clerk])
    return clerk


def test_a_stream_is_disposed_of_by_a_sealed_decision_and_leaves_a_tombstone(process_clerk, stream):
    journal = process_clerk.journal
    count, seal = journal.reader().last_seal(stream)
    decision = conduct.decide_disposal(stream, "DHP 4.2", envelope("Arkivarien"))
    grave = conduct.dispose(stream, decision)
    assert (grave.count, grave.last_seal) == (count, seal)
    assert list(journal.reader().entries(stream)) == []
    assert list(journal.reader().texts_of(stream)) == []
    assert journal.reader().birth(stream)
    assert verify(book=journal) == []
    with pytest.raises(NotBorn):
        process_clerk.submit(act(stream, "Ali", Vote("yes"))).result()


def test_without_a_decision_nothing_is_disposed_of(process_clerk, stream):
    decision = conduct.decide_disposal(stream, "DHP 4.2", envelope("Arkivarien"))
    with pytest.raises(disposal.NotDecided):
        conduct.dispose(stream, decision + 1)
    process_clerk.submit(act(stream, "Bea", Vote("yes"))).result()
    with pytest.raises(disposal.NotDecided):
        conduct.dispose(stream, decision)
    with pytest.raises(disposal.NotDecided):
        conduct.decide_disposal("admin/ekviken", "DHP 4.2", envelope("Arkivarien"))


def test_the_database_asks_for_the_decision_too(process_clerk, stream):
    with pytest.raises(NotWritten):
        process_clerk.dispose(Tombstone(stream, 2, "x", "admin/ekviken", 1, NOON.isoformat()))
    assert process_clerk.state(stream)[0] == 2
