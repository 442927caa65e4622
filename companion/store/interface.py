"""What the arbiter needs of a store: named queries in whole transactions.

A second store implements the same query names (`queries.sql` lists them with their parameters) in its own dialect
and passes `tests/integration/store/contract.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from companion.domain import EventKind, JsonObject

T = TypeVar("T")


class Row(Protocol):
    """A row of a query's result, read by column name."""

    def __getitem__(self, column: str, /) -> Any:
        """Return the value of a column."""
        ...


class Transaction(Protocol):
    """One transaction: all of it becomes durable, or nothing."""

    def one(self, query: str, /, **parameters: Any) -> Row | None:
        """Return the first row of a named query, or None."""
        ...

    def all(self, query: str, /, **parameters: Any) -> Sequence[Row]:
        """Return all rows of a named query."""
        ...

    def run(self, query: str, /, **parameters: Any) -> int:
        """Carry out a named query and return how many rows it changed."""
        ...

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
        """Append an event; it is pushed to subscribers once the transaction is durable."""
        ...

    def intend(self, intent: JsonObject) -> None:
        """Append to the log of intents; it is on disk before the transaction is answered."""
        ...

    def savepoint(self, work: Callable[[], T]) -> T:
        """Carry out `work`; where it raises, what it wrote is undone and the error goes on."""
        ...


class Store(Protocol):
    """Runs transactions, durably and one after the other."""

    @property
    def epoch(self) -> int:
        """The number that rises whenever the database was restored, copied or replaced."""
        ...

    async def write(self, work: Callable[[Transaction], T], *, essential: bool = False) -> T:
        """Run `work` in a transaction and return its result once that is durable.

        `work` may be run more than once, each time from the state before it: it changes nothing but `tx`.
        `essential` work (a confirmation, a failure) may use the reserve that is kept for a full disk.
        Raises what `work` raises, StoreBusyError, DiskFullError, EpochError or StoreClosedError.
        """
        ...

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` on a consistent view that cannot be written to."""
        ...

    async def close(self) -> None:
        """Finish what is queued and close. May be called twice."""
        ...
