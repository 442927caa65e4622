"""The baseline of claims: the very statements of a real claim in a bare sqlite3 loop, one durable COMMIT each."""

from __future__ import annotations

import sqlite3
import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from companion.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from companion.store.sqlite import SqliteStore

Statement = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class ClaimNames:
    """What differs from claim to claim: everything else in the statements stays as it was recorded."""

    job_id: str
    application_id: str
    key: str
    tab_id: int

    @classmethod
    def fresh(cls, job_id: str, tab_id: int) -> ClaimNames:
        """Name a claim of this job that was not made yet."""
        return cls(job_id, new_id(time.time_ns() // 1_000_000), str(uuid.uuid4()), tab_id)


class _Recorder:
    """Stands before the writer's connection, and keeps what goes through."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.statements: list[Statement] = []

    def execute(self, sql: str, parameters: dict[str, Any] | None = None, /) -> sqlite3.Cursor:
        self.statements.append((sql, dict(parameters or {})))
        return self.connection.execute(sql, parameters or {})

    @property
    def in_transaction(self) -> bool:
        return self.connection.in_transaction

    @property
    def total_changes(self) -> int:
        return self.connection.total_changes


class Recording:
    """The statements that the store's writer carries out while the context lasts.

    SQLite's own trace is taken beside them, so that nothing is carried out that is not in the recording.
    """

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._runner = store._runner
        self._recorder = _Recorder(self._runner._connection)
        self._traced: list[str] = []

    async def __aenter__(self) -> Self:
        """Begin."""
        await self._trace(self._traced.append)
        self._runner._connection = self._recorder  # type: ignore[assignment]
        return self

    async def __aexit__(self, *_: object) -> None:
        """End."""
        self._runner._connection = self._recorder.connection
        await self._trace(None)

    async def _trace(self, callback: Callable[[str], None] | None) -> None:
        """Set SQLite's trace, on the thread that owns the connection."""
        await self._store._connection._execute(self._recorder.connection.set_trace_callback, callback)  # type: ignore[no-untyped-call]

    @property
    def statements(self) -> list[Statement]:
        """What was recorded. Raises AssertionError where SQLite carried out something else."""
        recorded = self._recorder.statements
        own = [sql for sql in self._traced if not sql.startswith("--")]  # those are triggers' own
        assert len(own) == len(recorded), f"SQLite carried out {own}, recorded was {recorded}"
        return recorded


class BareClaims:
    """Claims as fast as sqlite3 itself carries out their statements, in a database of its own."""

    def __init__(self, path: Path, statements: Sequence[Statement], recorded: ClaimNames) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, cached_statements=256)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._statements = statements
        self._recorded = recorded

    def seconds_for(self, claims: Sequence[ClaimNames], at_once: int = 1) -> float:
        """Carry out these claims and return how long that took; their statements are made ready before.

        So many `at_once` share a COMMIT: what no arbiter that commits for a crowd can be faster than.
        """
        alone = [self.statements_of(claim) for claim in claims]
        ready = [_in_one_commit(alone[first : first + at_once]) for first in range(0, len(alone), at_once)]
        execute = self._connection.execute
        began = time.perf_counter()
        for statements in ready:
            for sql, parameters in statements:
                execute(sql, parameters).fetchone()
        return time.perf_counter() - began

    def count(self) -> int:
        """Return how many claims stand in the database."""
        row = self._connection.execute("SELECT count(*) FROM attempts").fetchone()
        return int(row[0])

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def statements_of(self, claim: ClaimNames) -> list[Statement]:
        """Return the statements of this claim, its BEGIN first and its COMMIT last."""
        was = self._recorded
        texts = {was.job_id: claim.job_id, was.application_id: claim.application_id, was.key: claim.key}

        def renamed(name: str, value: Any) -> Any:
            if name == "tab_id":
                return claim.tab_id
            if not isinstance(value, str):
                return value
            for old, new in texts.items():
                value = value.replace(old, new)
            return value

        return [
            (sql, {name: renamed(name, value) for name, value in parameters.items()})
            for sql, parameters in self._statements
        ]


def _in_one_commit(claims: Sequence[list[Statement]]) -> list[Statement]:
    begin, commit = claims[0][0], claims[0][-1]
    return [begin, *(statement for claim in claims for statement in claim[1:-1]), commit]
