"""Claims per second: the real store and arbiter, through the dispatcher, against bare sqlite3."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import time
import uuid
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from companion.service.call import Caller
from companion.service.dispatch import open_dispatcher
from tests.benchmarks.bare_claims import BareClaims, ClaimNames, Recording
from tests.benchmarks.figures import Figure, Spread

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from companion.service.call import Reply
    from companion.service.dispatch import Dispatcher

ALONE_TARGET = 0.4
CROWD_TARGET = 4.0
CROWD = 64
CALLER = Caller(transport="native", instance="bench", session="bench", browser="Bench")


class _Request:
    """A claim that a tab is about to make."""

    def __init__(self, job_id: str, key: str, tab_id: int) -> None:
        self._key = key
        holder = {"kind": "tab", "session": "bench", "tab_id": tab_id, "frame_id": 0, "document_id": key}
        self._params = {"job_id": job_id, "holder": holder}
        self._names = partial(ClaimNames, job_id=job_id, key=key, tab_id=tab_id)

    async def send(self, dispatcher: Dispatcher) -> Reply:
        return await dispatcher.call("apply", self._params, caller=CALLER, key=self._key)

    def answered(self, reply: Reply) -> ClaimNames:
        """Name the claim that was granted."""
        assert reply.status == 200, reply
        return self._names(application_id=reply.body["application_id"])


class Claiming:
    """The store with its jobs, and the bare database with the same ones, beside each other on one disk."""

    def __init__(self, dispatcher: Dispatcher, jobs: Iterator[str]) -> None:
        self._dispatcher = dispatcher
        self._jobs = jobs
        self._tabs = itertools.count(1)

    async def claim(self) -> ClaimNames:
        """Claim the next job, as a tab does."""
        request = self._request()
        return request.answered(await request.send(self._dispatcher))

    def _request(self) -> _Request:
        return _Request(next(self._jobs), str(uuid.uuid4()), next(self._tabs))

    async def seconds_for(self, count: int, callers: int) -> float:
        """Claim so many jobs by so many callers at once, and return how long that took."""
        requests = [self._request() for _ in range(count)]  # made ready before, as the bare statements are

        async def one_after_the_other(share: list[_Request]) -> list[Reply]:
            return [await request.send(self._dispatcher) for request in share]

        began = time.perf_counter()
        shares = await asyncio.gather(
            *(one_after_the_other(requests[first::callers]) for first in range(callers))
        )
        seconds = time.perf_counter() - began
        replies = list(itertools.chain.from_iterable(shares))
        assert len({reply.body["application_id"] for reply in replies if reply.status == 200}) == count, (
            replies
        )
        return seconds


async def measure_claims(folder: Path, *, rounds: int, claims: int) -> list[Figure]:
    """Measure in so many rounds of so many claims; each round takes all four ways in turn."""
    rates: dict[str, list[float]] = {"bare": [], "bare crowd": [], "alone": [], "crowd": []}
    async with open_claims(folder, jobs=(rounds + 1) * claims * 2 + 1) as (claiming, bare, bare_claims):
        for number in range(rounds + 1):  # the first warms all up and does not count
            ways = list(rates)
            for way in ways if number % 2 else reversed(ways):
                if way.startswith("bare"):
                    names = list(itertools.islice(bare_claims, claims))
                    seconds = bare.seconds_for(names, at_once=CROWD if way == "bare crowd" else 1)
                else:
                    seconds = await claiming.seconds_for(claims, CROWD if way == "crowd" else 1)
                if number:
                    rates[way].append(claims / seconds)
        assert bare.count() >= (rounds + 1) * claims * 2
    parts = {name: Spread.of(samples) for name, samples in rates.items()}
    return [
        _figure("claims per second, 1 caller", "alone", ALONE_TARGET, parts, rates),
        _figure(f"claims per second, {CROWD} callers at once", "crowd", CROWD_TARGET, parts, rates),
    ]


def _figure(
    name: str, way: str, target: float, parts: dict[str, Spread], rates: dict[str, list[float]]
) -> Figure:
    ratios = [ours / bare for ours, bare in zip(rates[way], rates["bare"], strict=True)]
    shown = {"ApplyOnce": parts[way], "bare sqlite3": parts["bare"]}
    if way == "crowd":
        shown[f"bare sqlite3, {CROWD} claims to a COMMIT"] = parts["bare crowd"]
    return Figure(
        f"{name}, to bare sqlite3", Spread.of(ratios).p50, "x", "at least", target, shown, "claims/s"
    )


@asynccontextmanager
async def open_claims(
    folder: Path, *, jobs: int
) -> AsyncIterator[tuple[Claiming, BareClaims, Iterator[ClaimNames]]]:
    """Open a store with so many jobs, and beside it a bare database with the same ones and their claims."""
    home, bare_home = folder / "home", folder / "bare"
    home.mkdir()
    bare_home.mkdir()
    async with open_dispatcher(home) as dispatcher:
        ids = await _add_jobs(dispatcher, jobs)
        backup = await dispatcher.store.backup()
        shutil.copyfile(backup, bare_home / "applyonce.db")
        claiming = Claiming(dispatcher, iter(ids))
        async with Recording(dispatcher.store) as recording:
            recorded = await claiming.claim()
        bare = BareClaims(bare_home / "applyonce.db", recording.statements, recorded)
        fresh = (ClaimNames.fresh(job_id, tab_id) for tab_id, job_id in enumerate(ids, start=1))
        try:
            yield claiming, bare, fresh
        finally:
            bare.close()


async def _add_jobs(dispatcher: Dispatcher, count: int) -> list[str]:
    async def add(number: int) -> str:
        params = {
            "url": f"https://job-boards.greenhouse.io/bench/jobs/{4_000_000 + number}",
            "title": f"Engineer {number}",
            "location": "Oslo",
        }
        reply = await dispatcher.call("identify", params, caller=CALLER, key=None)
        assert reply.status == 201, reply
        job_id: str = reply.body["job"]["id"]
        return job_id

    found: list[str] = []
    for first in range(0, count, CROWD):
        numbers = range(first, min(first + CROWD, count))
        found += await asyncio.gather(*(add(number) for number in numbers))
    return found
