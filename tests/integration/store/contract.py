"""What every store must hold. A second store runs these with its own `store` fixture, as SQLite's test does."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from companion.domain import EventKind
from companion.store.errors import StoreClosedError, StoreError

if TYPE_CHECKING:
    from companion.store.interface import Store, Transaction


class OwnError(Exception):
    """What a piece of work may raise."""


def put(tx: Transaction, key: str, value: str = "x") -> str:
    """Write something small and return it."""
    tx.run("set_meta", key=key, value=value)
    return value


def get(tx: Transaction, key: str) -> str | None:
    """Read it."""
    row = tx.one("meta", key=key)
    return None if row is None else str(row["value"])


def tell(tx: Transaction, number: int) -> None:
    """Append an event."""
    tx.emit(
        EventKind.CREATED,
        at=number,
        user_id=1,
        job_id=None,
        application_id=None,
        fence=None,
        data={"number": number},
    )


def told(tx: Transaction) -> list[int]:
    """Return the numbers of all events, in their order."""
    rows = tx.all("events_by_seq", first=1, last=2**40, user_id=1, limit=10_000)
    return [json.loads(row["data"])["number"] for row in rows]


def put_then_fail(tx: Transaction, key: str) -> None:
    """Write, then raise."""
    put(tx, key)
    tell(tx, -1)
    tx.intend({"permit": key})
    raise OwnError(key)


class StoreContract:
    """Any store's promises to the arbiter."""

    async def test_a_transaction_returns_what_its_work_does(self, store: Store) -> None:
        assert await store.write(partial(put, key="a", value="1")) == "1"
        assert await store.read(partial(get, key="a")) == "1"

    async def test_what_fails_is_undone_and_its_error_goes_to_its_caller(self, store: Store) -> None:
        with pytest.raises(OwnError):
            await store.write(partial(put_then_fail, key="a"))
        assert await store.read(partial(get, key="a")) is None
        assert await store.read(told) == []

    async def test_one_failing_transaction_does_no_harm_to_its_neighbours(self, store: Store) -> None:
        works: list[Any] = [partial(put, key=f"k{number}") for number in range(20)]
        works[7] = partial(put_then_fail, key="k7")
        works[13] = partial(put_then_fail, key="k13")
        results = await asyncio.gather(*map(store.write, works), return_exceptions=True)
        failed = [number for number, result in enumerate(results) if isinstance(result, OwnError)]
        assert failed == [7, 13]
        kept = [number for number in range(20) if await store.read(partial(get, key=f"k{number}"))]
        assert kept == [number for number in range(20) if number not in (7, 13)]
        assert await store.read(told) == []

    async def test_transactions_run_in_the_order_in_which_they_came(self, store: Store) -> None:
        await asyncio.gather(*(store.write(partial(tell, number=number)) for number in range(300)))
        assert await store.read(told) == list(range(300))

    async def test_a_transaction_sees_what_those_before_it_wrote(self, store: Store) -> None:
        def add(tx: Transaction) -> int:
            value = int(get(tx, "n") or 0) + 1
            put(tx, "n", str(value))
            return value

        assert await asyncio.gather(*(store.write(add) for _ in range(50))) == list(range(1, 51))

    async def test_a_savepoint_undoes_its_own_part_alone(self, store: Store) -> None:
        def work(tx: Transaction) -> str:
            put(tx, "outer")
            with pytest.raises(OwnError):
                tx.savepoint(partial(put_then_fail, tx, "inner"))
            tx.savepoint(lambda: tx.savepoint(lambda: put(tx, "nested")))
            return "done"

        assert await store.write(work) == "done"
        for key, value in (("outer", "x"), ("inner", None), ("nested", "x")):
            assert await store.read(partial(get, key=key)) == value
        assert await store.read(told) == []

    async def test_a_caller_that_goes_away_leaves_no_transaction_open(self, store: Store) -> None:
        caller = asyncio.ensure_future(store.write(partial(put, key="gone")))
        await asyncio.sleep(0)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        await store.write(partial(put, key="next"))
        assert await store.read(partial(get, key="next")) == "x"
        assert await store.read(partial(get, key="gone")) in ("x", None)

    async def test_events_cannot_be_changed_nor_deleted(self, store: Store) -> None:
        await store.write(partial(tell, number=1))
        assert await store.read(told) == [1]

    async def test_a_reader_cannot_write(self, store: Store) -> None:
        with pytest.raises(StoreError):
            await store.read(partial(put, key="a"))
        await store.write(partial(put, key="a"))

    async def test_a_reader_sees_one_moment(self, store: Store) -> None:
        await store.write(partial(put, key="a", value="1"))

        def twice(tx: Transaction) -> tuple[str | None, str | None]:
            return get(tx, "a"), get(tx, "a")

        pair, _ = await asyncio.gather(store.read(twice), store.write(partial(put, key="a", value="2")))
        assert pair[0] == pair[1]

    async def test_closing_finishes_what_is_queued_and_may_be_done_twice(self, store: Store) -> None:
        waiting = [asyncio.ensure_future(store.write(partial(put, key=f"k{n}"))) for n in range(10)]
        await asyncio.sleep(0)
        await store.close()
        assert await asyncio.gather(*waiting) == ["x"] * 10
        await store.close()
        with pytest.raises(StoreClosedError):
            await store.write(partial(put, key="late"))
        with pytest.raises(StoreClosedError):
            await store.read(partial(get, key="k1"))
