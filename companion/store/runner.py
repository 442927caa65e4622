"""Runs several pieces of work in one durable COMMIT; what one raises undoes its own writes alone. Synchronous."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from companion.store.errors import DiskFullError, EpochError, StoreBusyError, StoreError
from companion.store.transaction import SqliteTransaction, UndoNeededError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from companion.domain import JsonObject
    from companion.store.ballast import Ballast
    from companion.store.intents import IntentLog
    from companion.store.interface import Transaction


@dataclass(slots=True)
class Outcome:
    """What became of one piece of work."""

    result: Any = None
    error: BaseException | None = None


@dataclass(slots=True)
class BatchOutcome:
    """What became of a batch; `emitted` are the numbers of its events."""

    outcomes: list[Outcome]
    emitted: list[int]


def store_error(error: sqlite3.Error) -> StoreError:
    """Return the store's own error for one of SQLite's."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusyError("Another program holds the database. Try again in a few seconds.")
    if primary == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_WRITE:
        return DiskFullError("The disk is full. Free some space, then try again.")
    return StoreError(f"The database refused: {error}")


class BatchRunner:
    """Owns the one connection that writes."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        epoch: int,
        intents: IntentLog | None,
        describe: Callable[[Transaction, list[int]], list[JsonObject]] | None = None,
        ballast: Ballast | None = None,
    ) -> None:
        self._connection = connection
        self._intents = intents
        self._describe = describe
        self._ballast = ballast
        self.epoch = epoch

    def run(self, works: Sequence[Callable[[Transaction], Any]]) -> BatchOutcome:
        """Run all `works` and commit once. What one raises is its own outcome; a failed commit is everybody's."""
        try:
            return self._run(works)
        except sqlite3.Error as error:
            failure = store_error(error)
        except StoreError as error:
            failure = error
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        return BatchOutcome([Outcome(error=failure) for _ in works], [])

    def _run(self, works: Sequence[Callable[[Transaction], Any]]) -> BatchOutcome:
        """Run without savepoints, and only where something has to be undone again with them.

        SQLite keeps a copy of each page that is changed under a savepoint, which costs as much as the work
        itself; and what is refused has mostly written nothing.
        """
        try:
            return self._attempt(works, savepoints=False)
        except UndoNeededError:
            self._connection.execute("ROLLBACK")
            return self._attempt(works, savepoints=True)

    def _attempt(self, works: Sequence[Callable[[Transaction], Any]], *, savepoints: bool) -> BatchOutcome:
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        self._check_epoch()
        outcomes: list[Outcome] = []
        emitted: list[int] = []
        intents: list[JsonObject] = []
        intending: list[int] = []
        for work in works:
            transaction = SqliteTransaction(connection, self.epoch, savepoints=savepoints)
            try:
                outcomes.append(Outcome(transaction.savepoint(partial(work, transaction))))
            except UndoNeededError:
                raise
            except Exception as error:
                if (
                    not connection.in_transaction
                ):  # SQLite undid the whole batch by itself (disk full, I/O error)
                    raise error if isinstance(error, sqlite3.Error) else StoreError(str(error)) from error
                outcomes.append(
                    Outcome(error=store_error(error) if isinstance(error, sqlite3.Error) else error)
                )
            emitted += transaction.emitted
            intents += transaction.intents
            if transaction.intents:
                intending.append(len(outcomes) - 1)
        connection.execute("COMMIT")
        if intents and not self._log(intents):
            full = DiskFullError(
                "The disk is full: the log of intents takes nothing. Free some space, then try again."
            )
            for index in intending:
                outcomes[index] = Outcome(error=full)
        return BatchOutcome(outcomes, emitted)

    def _log(self, intents: list[JsonObject]) -> bool:
        """Log intents, at need in the reserve of the disk. What is committed beside them stays good either way.

        Where even that fails, no permit is handed out: its window ends in UNCONFIRMED, which asks the user.
        """
        if self._intents is None:
            return True
        try:
            self._intents.append(intents)
        except OSError:
            if self._ballast is None or not self._ballast.free():
                return False
            try:
                self._intents.append(intents)
            except OSError:
                return False
        return True

    def describe(self, seqs: list[int]) -> list[JsonObject]:
        """Return what is pushed for events of the last batch, before the next one runs."""
        if self._describe is None:
            return []
        try:
            return self._describe(SqliteTransaction(self._connection, self.epoch), seqs)
        except sqlite3.Error:
            # They are durable and answered: whoever listens has to look afresh.
            return [{"event": "reset", "seq": seqs[-1], "data": {}}]

    def _check_epoch(self) -> None:
        row = self._connection.execute("SELECT value FROM meta WHERE key = 'epoch'").fetchone()
        if row is None or int(row[0]) != self.epoch:
            raise EpochError("The database was replaced while the companion ran. Restart the companion.")
