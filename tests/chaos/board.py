"""The sample board with the postings of the chaos, and a record of each fault that met somebody."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.demo import catalogue
from companion.demo.faults import Fault, FaultMenu, FaultName
from companion.demo.server import serve_board
from tests.chaos.postings import chaos_postings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from companion.demo.ledger import Submission


@dataclass(frozen=True, slots=True)
class Met:
    """A board's fault that met a request or a page. `at` is in seconds since the epoch, `delay` in seconds."""

    at: float
    fault: str
    job: str
    delay: float


class RecordingMenu(FaultMenu):
    """A fault menu that remembers what was taken of it."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[Met] = []

    def take(self, job: str, *names: FaultName) -> Fault | None:
        """Take one, and note it."""
        fault = super().take(job, *names)
        if fault is not None:
            self.met.append(Met(time.time(), str(fault.name), job, fault.delay_ms / 1000))
        return fault


@dataclass(frozen=True, slots=True)
class ChaosBoard:
    """The running board: its port, its faults, and what it received, which judges every story."""

    port: int
    faults: RecordingMenu
    submissions: list[Submission]

    def count(self, job: str) -> int:
        """Return how many applications a posting has received."""
        return sum(submission.job == job for submission in self.submissions)


@asynccontextmanager
async def serve_chaos_board() -> AsyncIterator[ChaosBoard]:
    """Serve a fresh one while the context lasts."""
    catalogue.add(chaos_postings())
    async with serve_board() as server:
        menu = RecordingMenu()
        server.state.faults = menu
        yield ChaosBoard(server.port, menu, server.state.ledger.submissions)
