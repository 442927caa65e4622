"""The one writer: queues whole transactions and commits all that are waiting in one COMMIT.

aiosqlite has no public call that runs a whole transaction in one hop to its thread, so this puts its work into the
queue of that thread itself; the version is pinned for that, and `tests/integration/store` holds it. Who waits is
woken by one call into the event loop for each batch: a task of the writer's own in between would cost every claim
two more turns of the loop.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from companion.store.errors import DiskFullError, StoreClosedError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiosqlite

    from companion.domain import JsonObject
    from companion.store.ballast import Ballast
    from companion.store.interface import Transaction
    from companion.store.runner import BatchOutcome, BatchRunner, Outcome

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
        self._loop = asyncio.get_running_loop()
        self._waiting: list[_Item] = []
        self._batch: list[_Item] = []
        self._closing = False
        self._failure: BaseException | None = None
        self._at_rest = asyncio.Event()
        self._at_rest.set()

    async def run(self, work: Callable[[Transaction], T], *, essential: bool = False) -> T:
        """Run `work` in a transaction and return its result once it is durable."""
        if self._failure is not None:
            raise StoreError("The writer has failed. Restart the companion.") from self._failure
        if self._closing:
            raise StoreClosedError("The companion is stopping.")
        item = _Item(work, essential, self._loop.create_future())
        self._waiting.append(item)
        if self._at_rest.is_set():
            self._at_rest.clear()
            self._loop.call_soon(self._begin)  # with all who ask in this turn of the loop
        result: T = await item.answer
        return result

    async def close(self) -> None:
        """Finish what is queued. May be called twice. Raises what the writer failed with."""
        self._closing = True
        await self._at_rest.wait()
        if self._failure is not None:
            raise self._failure

    def _begin(self) -> None:
        """Hand all that waits to the thread, or rest."""
        self._batch, self._waiting = self._waiting[:LARGEST_BATCH], self._waiting[LARGEST_BATCH:]
        if self._batch:
            self._in_thread(partial(self._commit, self._batch), self._answer)
        else:
            self._at_rest.set()

    def _in_thread(self, act: Callable[[], T], then: Callable[[T], None]) -> None:
        """Let the connection's thread `act`, and the event loop go on with `then`; what they raise ends it all."""

        def go_on(result: T) -> None:
            try:
                then(result)
            except Exception as error:  # noqa: BLE001 -- told to all who wait, and by `close`
                self._fail(error)

        def run() -> None:
            try:
                result = act()
            except BaseException as error:  # noqa: BLE001 -- told as well: nobody else hears of it in this thread
                self._loop.call_soon_threadsafe(self._fail, error)
            else:
                self._loop.call_soon_threadsafe(go_on, result)

        self._connection._tx.put_nowait((None, run))

    def _commit(self, batch: list[_Item]) -> BatchOutcome:
        """Run a batch; what is essential and found the disk full runs again in the reserve. In the thread."""
        done = self._runner.run([item.work for item in batch])
        full = [
            number
            for number, item in enumerate(batch)
            if item.essential and isinstance(done.outcomes[number].error, DiskFullError)
        ]
        if full and self._ballast is not None and self._ballast.free():
            again = self._runner.run([batch[number].work for number in full])
            for number, outcome in zip(full, again.outcomes, strict=True):
                done.outcomes[number] = outcome
            done.emitted += again.emitted
        return done

    def _answer(self, done: BatchOutcome) -> None:
        for item, outcome in zip(self._batch, done.outcomes, strict=True):
            _answer(item.answer, outcome)
        if done.emitted and not self._unheard(done.emitted[-1]):
            # After the answers: who waits for one waits for nobody else's news.
            self._loop.call_soon(self._tell, done.emitted)
        else:
            self._begin()

    def _tell(self, emitted: list[int]) -> None:
        """Push a batch's events, as they are before the next batch runs."""

        def push(events: list[JsonObject]) -> None:
            self._publish(events)
            self._begin()

        self._in_thread(partial(self._runner.describe, emitted), push)

    def _fail(self, error: BaseException) -> None:
        """Let nobody wait for a writer that is no more; its own error is told by `close`."""
        self._failure = error
        for item in (*self._batch, *self._waiting):
            if not item.answer.done():
                item.answer.set_exception(StoreError("The writer has failed. Restart the companion."))
        self._waiting.clear()
        self._at_rest.set()


def _answer(answer: asyncio.Future[Any], outcome: Outcome) -> None:
    if answer.done():
        return
    if outcome.error is not None:
        answer.set_exception(outcome.error)
    else:
        answer.set_result(outcome.result)
