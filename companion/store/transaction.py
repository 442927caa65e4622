"""A transaction over a sqlite3 connection, with its statements by name from queries.sql."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from companion.domain import EventKind, JsonObject
    from companion.store.interface import Row

T = TypeVar("T")
_QUERY_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)


@cache
def load_queries() -> dict[str, str]:
    """Return the statements of queries.sql by name."""
    text = Path(__file__).with_name("queries.sql").read_text(encoding="utf-8")
    parts = _QUERY_NAME.split(text)
    return {name: statement.strip() for name, statement in zip(parts[1::2], parts[2::2], strict=True)}


class UndoNeededError(Exception):
    """Work that failed has written something, and there is no savepoint: all has to be run again with them."""


class SqliteTransaction:
    """Implements `companion.store.interface.Transaction`. Lives for one transaction only."""

    __slots__ = ("_connection", "_epoch", "_queries", "_savepoints", "emitted", "intents")

    def __init__(self, connection: sqlite3.Connection, epoch: int, *, savepoints: bool = True) -> None:
        self._connection = connection
        self._epoch = epoch
        self._queries = load_queries()
        self._savepoints = savepoints
        self.emitted: list[int] = []
        self.intents: list[JsonObject] = []

    def one(self, query: str, /, **parameters: Any) -> Row | None:
        """Return the first row of a named query, or None."""
        cursor = self._connection.execute(self._queries[query], parameters)
        row: Row | None = cursor.fetchone()
        cursor.close()
        return row

    def all(self, query: str, /, **parameters: Any) -> Sequence[Row]:
        """Return all rows of a named query."""
        return self._connection.execute(self._queries[query], parameters).fetchall()

    def run(self, query: str, /, **parameters: Any) -> int:
        """Carry out a named query and return how many rows it changed."""
        return self._connection.execute(self._queries[query], parameters).rowcount

    def emit(
        self,
        kind: EventKind,
        *,
        at: int,
        user_id: int,
        job_id: str | None,
        application_id: str | None,
        fence: int | None,
        data: JsonObject,
    ) -> None:
        """Append an event."""
        cursor = self._connection.execute(
            self._queries["append_event"],
            {
                "at": at,
                "epoch": self._epoch,
                "user_id": user_id,
                "kind": kind.value,
                "job_id": job_id,
                "application_id": application_id,
                "fence": fence,
                "data": to_json(data).decode(),
            },
        )
        if cursor.lastrowid is not None:
            self.emitted.append(cursor.lastrowid)

    def intend(self, intent: JsonObject) -> None:
        """Append to the log of intents once the transaction is committed."""
        self.intents.append({**intent, "epoch": self._epoch})

    def savepoint(self, work: Callable[[], T]) -> T:
        """Carry out `work`; where it raises, undo what it wrote.

        Raises UndoNeededError instead where something is to be undone and there are no savepoints.
        """
        connection = self._connection
        events, intents = len(self.emitted), len(self.intents)
        changes = connection.total_changes
        if self._savepoints:
            connection.execute("SAVEPOINT inner_work")
        try:
            result = work()
        except BaseException as error:
            if connection.in_transaction:
                if self._savepoints:
                    connection.execute("ROLLBACK TO inner_work")
                    connection.execute("RELEASE inner_work")
                elif connection.total_changes != changes:
                    raise UndoNeededError from error
            del self.emitted[events:]
            del self.intents[intents:]
            raise
        if self._savepoints:
            connection.execute("RELEASE inner_work")
        return result
