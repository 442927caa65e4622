"""The companion of the simulation: the real arbiter, sweep, handlers and idempotency over a real SQLite."""

from __future__ import annotations

import errno
import json
import sqlite3
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from companion.arbiter import Arbiter
from companion.protocol import OPERATIONS
from companion.restore import replay_intents
from companion.service.carry_out import carry_out
from companion.service.core import Core
from companion.service.handlers import HANDLERS
from companion.store.errors import DiskFullError
from companion.store.intents import IntentLog
from companion.store.migrate import migrate
from companion.store.runner import BatchRunner
from companion.sweep import Sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from companion.clock import Clock
    from companion.domain import JsonObject, Times
    from companion.profile.documents import DocumentStore
    from companion.service.call import Call, Caller, Reply
    from companion.store.interface import Transaction
    from companion.store.sqlite import SqliteStore

USER_ID = 1


class Fault(StrEnum):
    """What may befall the companion in the middle of a call. The call may go on where the fault is not reached."""

    KILLED_BEFORE_COMMIT = "killed before the commit"
    KILLED_BEFORE_LOG = "killed after the commit, before the intent is logged"
    KILLED_BEFORE_ANSWER = "killed once all is on disk, before the answer"
    LOG_FULL = "the disk takes no intent"


class KilledError(BaseException):
    """The process is gone; no code of it runs on."""


class IntentsInMemory(IntentLog):
    """The log of intents as the simulated disk keeps it: what was appended is there.

    `lost`: the permits whose intents were committed and did not get into the log, by a fault.
    """

    def __init__(self) -> None:
        self._intents: list[JsonObject] = []
        self.fault: Fault | None = None
        self.lost: set[str] = set()

    def append(self, intents: Sequence[JsonObject]) -> None:
        """Append, unless a fault keeps it from that."""
        if self.fault in (Fault.KILLED_BEFORE_LOG, Fault.LOG_FULL):
            self.lost |= {intent["permit"] for intent in intents}
            if self.fault is Fault.KILLED_BEFORE_LOG:
                raise KilledError
            raise OSError(errno.ENOSPC, "No space left on device")
        self._intents += [json.loads(json.dumps(intent)) for intent in intents]

    def __iter__(self) -> Iterator[JsonObject]:
        """Yield all intents."""
        yield from self._intents

    def close(self) -> None:
        """Nothing is open."""


class _Epoch:
    def __init__(self, epoch: int) -> None:
        self.epoch = epoch


class SimulatedCompanion:
    """A process (arbiter, lease clock) that may be killed and started again, over a disk that stays."""

    def __init__(self, clock: Clock, times: Times, database: Path | None = None) -> None:
        self.clock = clock
        self.times = times
        self.intents = IntentsInMemory()
        self.connection = self._open(database)
        self.connection.execute("INSERT INTO meta (key, value) VALUES ('epoch', '1')")
        self._snapshot: sqlite3.Connection | None = None
        self._highest_epoch = 1
        self._boot(new_epoch=False)

    def call_together(
        self, calls: Sequence[tuple[str, JsonObject, Caller, str | None]]
    ) -> list[Reply | BaseException]:
        """Carry out calls in one group commit, in order. A fault of the store or of the code is returned."""
        done = self._runner.run([self._work(*call) for call in calls])
        return [
            outcome.error if outcome.error is not None else outcome.result.reply for outcome in done.outcomes
        ]

    def call_broken(self, fault: Fault, call: tuple[str, JsonObject, Caller, str | None]) -> Reply | None:
        """Carry out a call that a fault befalls, and start again where that kills the process.

        Returns None where nobody is answered, and the reply where the call never came to the fault.
        """
        work = self._work(*call)

        def cut_short(tx: Transaction) -> Any:
            work(tx)
            raise KilledError

        self.intents.fault = fault
        try:
            outcome = self._runner.run([cut_short if fault is Fault.KILLED_BEFORE_COMMIT else work]).outcomes[
                0
            ]
        except KilledError:
            self.restart()
            return None
        finally:
            self.intents.fault = None
        if fault is Fault.KILLED_BEFORE_ANSWER:
            self.restart()
            return None
        if isinstance(outcome.error, DiskFullError):
            return None
        if outcome.error is not None:
            raise outcome.error
        reply: Reply = outcome.result.reply
        return reply

    def write(self, work: Callable[[Transaction], Any]) -> Any:
        """Run `work` in a transaction of its own and return its result."""
        outcome = self._runner.run([work]).outcomes[0]
        if outcome.error is not None:
            raise outcome.error
        return outcome.result

    def tick(self) -> None:
        """Sweep."""
        self.write(self.sweep.tick)

    def clean_up(self) -> None:
        """Give stale applications back, and forget idempotency keys that are older than a day."""
        before = self.clock.wall_ms() - round(self.times.idempotency_hours * 3_600_000)

        def clean(tx: Transaction) -> None:
            self.sweep.cleanup_stale_applications(tx)
            tx.run("forget_idempotency", before=before)

        self.write(clean)

    def restart(self) -> None:
        """Be killed and started again: what was in memory is gone."""
        self._boot(new_epoch=False)

    def back_up(self) -> None:
        """Keep a copy of the database."""
        self._snapshot = _copy(self.connection)

    def restore(self) -> bool:
        """Go back to the newest copy, as after a damaged database. False where there is no copy."""
        if self._snapshot is None:
            return False
        self._snapshot.backup(self.connection)
        self._highest_epoch += 1
        self.connection.execute("UPDATE meta SET value = ? WHERE key = 'epoch'", (str(self._highest_epoch),))
        self._boot(new_epoch=True)
        return True

    def close(self) -> None:
        """Close the database."""
        self.connection.close()

    # --- inside -------------------------------------------------------------------------------------------

    def _open(self, database: Path | None) -> sqlite3.Connection:
        connection = sqlite3.connect(
            ":memory:" if database is None else database, isolation_level=None, cached_statements=256
        )
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")
        if database is None:
            _empty_database().backup(connection)
        else:
            migrate(connection, lambda: None)
        return connection

    def _boot(self, *, new_epoch: bool) -> None:
        row = self.connection.execute("SELECT value FROM meta WHERE key = 'epoch'").fetchone()
        epoch = int(row[0])
        self._runner = BatchRunner(self.connection, epoch, self.intents)
        self.arbiter = Arbiter(self.clock, self.times)
        self.sweep = Sweep(self.arbiter)
        self._core = Core(
            home=Path(),
            store=cast("SqliteStore", _Epoch(epoch)),
            arbiter=self.arbiter,
            sweep=self.sweep,
            documents=cast("DocumentStore", None),
            clock=self.clock,
            times=self.times,
        )

        def settle(tx: Transaction) -> None:
            self.sweep.after_restart(tx)
            if new_epoch:
                self.sweep.end_all(tx)
            replay_intents(self.arbiter, tx, self.intents)

        self.write(settle)

    def _work(
        self, name: str, params: JsonObject, caller: Caller, key: str | None
    ) -> Callable[[Transaction], Any]:
        operation, handler = OPERATIONS[name], HANDLERS[name]
        asked = operation.request.model_validate(params)

        def handle(call: Call) -> JsonObject:
            body: JsonObject = handler(self._core, call, asked)
            return body

        return lambda tx: carry_out(self._core, tx, operation, asked, caller, key, handle)


@cache
def _empty_database() -> sqlite3.Connection:
    """Return a database that is migrated and empty: migrating costs as much as forty steps."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, lambda: None)
    return connection


def _copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    return copy
