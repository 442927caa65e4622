"""The one writer: queues whole transactions and commits all that are waiting in one COMMIT.

aiosqlite has no public call that runs a whole transaction in one hop to its thread, so this uses its
`_execute`; the version is pinned for that, and `tests/integration/store/test_writer.py` holds it.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from companion.store.errors import DiskFullError, StoreClosedError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiosqlite

    from companion.domain import JsonObject
    from companion.store.ballast import Ballast
    from companion.store.interface import Transaction
    from companion.store.runner import BatchOutcome, BatchRunner

T = TypeVar("T")

LARGEST_BATCH = 256


@dataclass(slots=True, eq=False)
class _Item:
    work: Callable[[Transaction], Any]
    essential: bool
    answer: asyncio.Future[Any]


class Writer:
    """Answers each transaction only after the COMMIT that holds it. A caller that goes away undoes nothing."""

    def __init__(
        self,
        connection: aiosqlite.Connection,
        runner: BatchRunner,
        ballast: Ballast | None,
        publish: Callable[[list[JsonObject]], None],
        unheard: Callable[[int], bool],
    ) -> None:
        self._connection = connection
        self._runner = runner
        self._ballast = ballast
        self._publish = publish
        self._unheard = unheard
        self._waiting: list[_Item] = []
        self._batch: list[_Item] = []
        self._wake = asyncio.Event()
        self._closing = False
        self._task = asyncio.get_running_loop().create_task(self._drain(), name="store writer")
        self._task.add_done_callback(self._fail_waiting)

    async def run(self, work: Callable[[Transaction], T], *, essential: bool = False) -> T:
        """Run `work` in a transaction and return its result once it is durable."""
        if self._task.done() and not self._task.cancelled() and self._task.exception() is not None:
            raise StoreError("The writer has failed. Restart the companion.") from self._task.exception()
        if self._closing:
            raise StoreClosedError("The companion is stopping.")
        item = _Item(work, essential, asyncio.get_running_loop().create_future())
        self._waiting.append(item)
        self._wake.set()
        result: T = await item.answer
        return result

    async def close(self) -> None:
        """Finish what is queued. May be called twice."""
        self._closing = True
        self._wake.set()
        await self._task

    def _fail_waiting(self, task: asyncio.Task[None]) -> None:
        """Let nobody wait for a writer that is no more; its own error is told by `close`."""
        if task.cancelled() or task.exception() is None:
            return
        for item in (*self._batch, *self._waiting):
            if not item.answer.done():
                item.answer.set_exception(StoreError("The writer has failed. Restart the companion."))
        self._waiting.clear()

    async def _drain(self) -> None:
        while True:
            await self._wake.wait()
            batch, self._waiting = self._waiting[:LARGEST_BATCH], self._waiting[LARGEST_BATCH:]
            if not self._waiting:
                self._wake.clear()
            if batch:
                self._batch = batch
                await self._commit(batch)
            if self._closing and not self._waiting:
                return

    async def _commit(self, batch: list[_Item]) -> None:
        done = await self._execute(batch)
        outcomes, emitted = done.outcomes, done.emitted
        essential = [
            item
            for item, outcome in zip(batch, outcomes, strict=True)
            if item.essential and isinstance(outcome.error, DiskFullError)
        ]
        if essential and self._ballast is not None and self._ballast.free():
            done = await self._execute(essential)
            emitted = emitted + done.emitted
            retried = iter(done.outcomes)
            outcomes = [
                next(retried) if item in essential else outcome
                for item, outcome in zip(batch, outcomes, strict=True)
            ]
        for item, outcome in zip(batch, outcomes, strict=True):
            if item.answer.done():
                continue
            if outcome.error is not None:
                item.answer.set_exception(outcome.error)
            else:
                item.answer.set_result(outcome.result)
        if emitted and not self._unheard(emitted[-1]):
            await self._tell(emitted)

    async def _tell(self, emitted: list[int]) -> None:
        """Push the batch's events, after its answers: who waits for one waits for nobody else's news."""
        await asyncio.sleep(0)
        self._publish(await self._connection._execute(self._runner.describe, emitted))  # type: ignore[no-untyped-call]

    async def _execute(self, batch: list[_Item]) -> BatchOutcome:
        done: BatchOutcome = await self._connection._execute(  # type: ignore[no-untyped-call]
            self._runner.run, [item.work for item in batch]
        )
        return done
