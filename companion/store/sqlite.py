"""The SQLite store: one connection that writes, one that only reads (WAL)."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import sys
from typing import TYPE_CHECKING, TypeVar

import aiosqlite

from companion.store.backup import backups, make_backup, move_aside, restore_backup
from companion.store.ballast import Ballast
from companion.store.epoch import identity_of, next_epoch
from companion.store.errors import DamagedDatabaseError, StoreBusyError, StoreClosedError
from companion.store.intents import IntentLog
from companion.store.migrate import APPLICATION_ID, migrate
from companion.store.runner import BatchRunner, store_error
from companion.store.transaction import SqliteTransaction
from companion.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain import JsonObject
    from companion.store.interface import Transaction

T = TypeVar("T")

BUSY_TIMEOUT_MS = 5_000


def _never(*_: object) -> list[JsonObject]:
    return []


class SqliteStore:
    """Implements `companion.store.interface.Store`. Made by `open_store`."""

    def __init__(
        self,
        home: Path,
        connection: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        runner: BatchRunner,
        intents: IntentLog,
        publish: Callable[[list[JsonObject]], None],
        unheard: Callable[[int], bool],
    ) -> None:
        self.home = home
        self.intents = intents
        self.ballast = Ballast(home / "ballast")
        self.new_epoch = False
        self._connection = connection
        self._reader = reader
        self._runner = runner
        self._writer = Writer(connection, runner, self.ballast, publish, unheard)
        self._closed = False

    @property
    def epoch(self) -> int:
        """The number that rises whenever the database was restored, copied or replaced."""
        return self._runner.epoch

    async def write(self, work: Callable[[Transaction], T], *, essential: bool = False) -> T:
        """Run `work` in a transaction and return its result once that is durable."""
        return await self._writer.run(work, essential=essential)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` on a consistent view that cannot be written to. Raises StoreClosedError, StoreError."""
        if self._closed:
            raise StoreClosedError("The companion is stopping.")

        def view(connection: sqlite3.Connection) -> T:
            connection.execute("BEGIN")
            try:
                return work(SqliteTransaction(connection, self._runner.epoch))
            finally:
                connection.execute("COMMIT")

        try:
            result: T = await self._reader._execute(view, self._reader._conn)  # type: ignore[no-untyped-call]
        except sqlite3.Error as error:
            raise store_error(error) from error
        return result

    async def backup(self) -> Path:
        """Write a backup and return its path. Raises StoreError, OSError."""
        try:
            path: Path = await self._connection._execute(make_backup, self._connection._conn, self.home)  # type: ignore[no-untyped-call]
        except sqlite3.Error as error:
            raise store_error(error) from error
        return path

    async def close(self) -> None:
        """Finish what is queued and close. May be called twice."""
        if self._closed:
            return
        self._closed = True
        try:
            await self._writer.close()
            # On a full disk the next start takes this for an unclean stop, and checks the database.
            with contextlib.suppress(sqlite3.OperationalError):
                await self._connection.execute("UPDATE meta SET value = 'yes' WHERE key = 'stopped_cleanly'")
        finally:
            await self._reader.close()
            await self._connection.close()
            self.intents.close()


async def open_store(
    home: Path,
    *,
    describe: Callable[[Transaction, list[int]], list[JsonObject]] = _never,
    publish: Callable[[list[JsonObject]], None] = lambda _: None,
    unheard: Callable[[int], bool] = lambda _: False,
) -> SqliteStore:
    """Open the database in `home`, made, migrated or mended where that is needed.

    `describe` turns the numbers of new events into what `publish` gets once they are durable and their callers
    answered. `unheard` is asked first, with the newest number: True spares both.
    `new_epoch` of the result says that the database is not the one that this folder had before.
    Raises NewerDatabaseError, DamagedDatabaseError, StoreBusyError or StoreError.
    """
    path = home / "applyonce.db"
    mended = await asyncio.to_thread(_mend, home, path)
    connection = await aiosqlite.connect(path, isolation_level=None, cached_statements=256)
    try:
        epoch, replaced = await connection._execute(_prepare, connection._conn, home)  # type: ignore[no-untyped-call]
        reader = await aiosqlite.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, cached_statements=256
        )
    except BaseException as error:
        await connection.close()
        if isinstance(error, sqlite3.Error):
            raise store_error(error) from error
        raise
    reader.row_factory = sqlite3.Row
    await reader.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    intents = IntentLog(home / "intents.log")
    runner = BatchRunner(connection._conn, epoch, intents, describe, Ballast(home / "ballast"))
    store = SqliteStore(home, connection, reader, runner, intents, publish, unheard)
    store.new_epoch = replaced or mended
    store.ballast.restore()
    return store


def _prepare(connection: sqlite3.Connection, home: Path) -> tuple[int, bool]:
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")
    migrate(connection, lambda: _back_up_first(connection, home))
    connection.execute("BEGIN IMMEDIATE")
    values = {row["key"]: row["value"] for row in connection.execute("SELECT key, value FROM meta")}
    identity = identity_of(home)
    stored = int(values.get("epoch", "0"))
    epoch, replaced = next_epoch(home, stored, known=values.get("identity") == identity)
    for key, value in (("epoch", str(epoch)), ("identity", identity), ("stopped_cleanly", "no")):
        connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
    connection.execute("COMMIT")
    return epoch, replaced


def _back_up_first(connection: sqlite3.Connection, home: Path) -> None:
    make_backup(connection, home)


def _mend(home: Path, path: Path) -> bool:
    """Check the database after an unclean stop; put the newest good backup in place of a damaged one."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        _create(path)
    # An empty file where there are backups: a mending that was cut short, or a disk that lost it.
    lost = not path.stat().st_size and bool(backups(home))
    if not lost and _is_sound(path):
        return False
    for backup in backups(home):
        if _is_sound(backup):
            restore_backup(home, backup)
            return True
    aside = move_aside(home, "damaged")
    if backups(home):
        raise DamagedDatabaseError(f"The database and its backups are damaged. They lie in {aside}.")
    _create(path)
    return True


def _create(path: Path) -> None:
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))


def _is_sound(path: Path) -> bool:
    try:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_MS / 1000)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
                return True
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return True  # somebody else's: `migrate` refuses it, and it is not ours to move
            clean = connection.execute("SELECT value FROM meta WHERE key = 'stopped_cleanly'").fetchone()
            if clean is not None and clean[0] == "yes":
                return True
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        told = store_error(error)
        if isinstance(told, StoreBusyError):
            raise told from error
        return False
    except sqlite3.DatabaseError:
        return False
