"""SQLite's store: the contract of any store, and how it is set up."""

from __future__ import annotations

import asyncio
import sqlite3
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from companion.store import migrate
from companion.store.backup import backups
from companion.store.errors import NewerDatabaseError, StoreError
from companion.store.migrate import APPLICATION_ID, migrations
from companion.store.sqlite import open_store
from companion.store.transaction import load_queries
from tests.integration.store.contract import StoreContract, get, put, tell

if TYPE_CHECKING:
    from pathlib import Path

    from companion.domain import JsonObject
    from companion.store.interface import Transaction
    from companion.store.sqlite import SqliteStore


class TestSqliteStore(StoreContract):
    """Holds the contract."""


def raw(home: Path) -> sqlite3.Connection:
    """Open the database past the store."""
    return sqlite3.connect(home / "applyonce.db", isolation_level=None)


async def test_it_is_durable_and_strict(store: SqliteStore, tmp_path: Path) -> None:
    pragmas = await store.write(
        lambda tx: {  # the settings of the writer's own connection
            name: tx._connection.execute(f"PRAGMA {name}").fetchone()[0]  # type: ignore[attr-defined]
            for name in ("journal_mode", "synchronous", "foreign_keys", "application_id", "user_version")
        }
    )
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": APPLICATION_ID,
        "user_version": migrations()[-1][0],
    }
    with raw(tmp_path) as connection:
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
        ).fetchall()
    connection.close()
    assert [name for name, strict in tables if not strict and not name.startswith("sqlite_")] == []


async def test_only_the_user_may_read_its_files(store: SqliteStore, tmp_path: Path) -> None:
    await store.write(partial(put, key="a"))
    for name in ("applyonce.db", "intents.log", "ballast", "epoch"):
        assert (tmp_path / name).stat().st_mode & 0o077 == 0, name


async def test_the_database_itself_refuses_to_change_or_delete_events(store: SqliteStore) -> None:
    await store.write(partial(tell, number=1))
    for statement in ("UPDATE events SET at = 2", "DELETE FROM events"):
        with pytest.raises(StoreError, match="insert-only"):
            await store.write(lambda tx, s=statement: tx._connection.execute(s))  # type: ignore[misc]


async def test_events_carry_the_epoch(store: SqliteStore) -> None:
    await store.write(partial(tell, number=1))
    rows = await store.read(lambda tx: tx.all("events_by_seq", first=1, last=9, user_id=1, limit=9))
    assert [row["epoch"] for row in rows] == [store.epoch]


async def test_what_is_written_by_transactions_that_queue_up_is_one_commit(store: SqliteStore) -> None:
    before = await store.write(lambda tx: tx._connection.total_changes)  # type: ignore[attr-defined]
    statements: list[str] = []
    await store.write(lambda tx: tx._connection.set_trace_callback(statements.append))  # type: ignore[attr-defined]
    await asyncio.gather(*(store.write(partial(put, key=f"k{number}")) for number in range(100)))
    await store.write(lambda tx: tx._connection.set_trace_callback(None))  # type: ignore[attr-defined]
    commits = [statement for statement in statements if statement.startswith("COMMIT")]
    assert len(commits) <= 3, "a hundred that wait are not a hundred commits"
    after = await store.write(lambda tx: tx._connection.total_changes)  # type: ignore[attr-defined]
    assert after - before >= 100


async def test_nobody_is_answered_before_the_commit(tmp_path: Path) -> None:
    published: list[int] = []
    store = await open_store(
        tmp_path,
        describe=lambda _, seqs: [{"seq": seq} for seq in seqs],
        publish=lambda _: published.append(1),
    )
    try:
        await store.write(partial(put, key="answered"))
        other = raw(tmp_path)
        found = other.execute("SELECT value FROM meta WHERE key = 'answered'").fetchone()
        other.close()
        assert found == ("x",)
    finally:
        await store.close()


async def write_until_it_fails(store: SqliteStore) -> None:
    async with asyncio.timeout(10):
        while True:
            await store.write(partial(put, key="a"))


def broken(*_: object) -> Any:
    """Fail as code with a fault does."""
    raise ZeroDivisionError


@pytest.mark.parametrize("what", ["describing, in its thread", "publishing"])
async def test_a_writer_that_failed_lets_nobody_wait(tmp_path: Path, what: str) -> None:
    def describe(_: object, seqs: list[int]) -> list[JsonObject]:
        return [{"seq": seq} for seq in seqs]

    store = await open_store(
        tmp_path,
        describe=broken if what.startswith("describing") else describe,
        publish=broken if what == "publishing" else list.clear,
    )
    await store.write(partial(tell, number=1))
    with pytest.raises(StoreError, match="writer has failed"):
        await write_until_it_fails(store)
    with pytest.raises(ZeroDivisionError):
        await store.close()
    again = await open_store(tmp_path)
    assert await again.read(partial(get, key="a")) in ("x", None)
    await again.close()


def test_every_query_is_used_with_its_name() -> None:
    assert len(load_queries()) > 50
    assert all(statement.endswith(";") for statement in load_queries().values())


# --- migrations ---------------------------------------------------------------------------------------------


async def test_a_newer_database_is_refused_and_both_versions_are_named(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    connection = raw(tmp_path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(NewerDatabaseError, match=rf"version 99.*up to {migrations()[-1][0]}"):
        await open_store(tmp_path)
    connection = raw(tmp_path)
    assert connection.execute("PRAGMA user_version").fetchone() == (99,)
    connection.close()


async def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    connection = raw(tmp_path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with pytest.raises(StoreError, match="not a database of ApplyOnce"):
        await open_store(tmp_path)


async def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    first = await open_store(tmp_path)
    await first.write(partial(put, key="a"))
    epoch = first.epoch
    await first.close()
    second = await open_store(tmp_path)
    assert (second.epoch, second.new_epoch) == (epoch, False)
    assert await second.read(partial(get, key="a")) == "x"
    await second.close()


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in migrations()] == list(range(1, len(migrations()) + 1))


async def test_a_transaction_of_another_epoch_is_refused(store: SqliteStore, tmp_path: Path) -> None:
    other = raw(tmp_path)
    other.execute("UPDATE meta SET value = '9' WHERE key = 'epoch'")
    other.close()

    def work(tx: Transaction) -> None:
        put(tx, "a")

    with pytest.raises(StoreError, match="was replaced while the companion ran"):
        await store.write(work)
    assert await store.read(partial(get, key="a")) is None


async def test_before_an_older_database_is_changed_a_backup_of_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await open_store(tmp_path / "home")
    await store.write(partial(put, key="a"))
    await store.close()
    known = migrations()
    next_one = tmp_path / "next.sql"
    next_one.write_text("CREATE TABLE later (x INTEGER) STRICT;", encoding="utf-8")
    monkeypatch.setattr(migrate, "migrations", lambda: [*known, (known[-1][0] + 1, next_one)])

    store = await open_store(tmp_path / "home")

    assert await store.read(partial(get, key="a")) == "x"
    await store.close()
    [backup] = backups(tmp_path / "home")
    connection = sqlite3.connect(backup)
    assert connection.execute("PRAGMA user_version").fetchone() == (known[-1][0],)
    assert connection.execute("SELECT value FROM meta WHERE key = 'a'").fetchone() == ("x",)
    assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'later'").fetchone() is None
    connection.close()
