"""What is at work during a soak: a browser full of tabs, auto-apply, a person, another browser. All real."""

from __future__ import annotations

import itertools
import sqlite3
import time
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.demo.series import SERIES
from tests.e2e import world
from tests.e2e.harness.board_process import BoardProcess, board_process
from tests.e2e.harness.chromium import Chromium, start_chromium
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Page

READ = (
    "gh-data",
    "gh-old-platform",
    "gh-old-mechanical",
    "lever-frontend",
    "lever-nurse",
    "ashby-founding",
    *(f"series-{number:03}" for number in range(1, 300, 11)),
)
"""What the person reads, tab after tab; auto-apply sends some of it meanwhile."""
PATIENCE_SECONDS = 120.0
"""Twenty tabs on a busy machine take their time: what is slow is no leak."""
FILL_SECONDS = 60.0
"""A form takes a second or two; on a machine that does much else, many times that."""
HOW_IT_STOOD = """JSON.stringify({
  shown: document.visibilityState,
  connected: applyonce.standing.now.connected,
  form: Boolean(applyonce.standing.now.seen?.form),
  holding: applyonce.standing.now.holding,
  progress: applyonce.standing.now.application?.progress ?? null,
})"""
"""What the tab's own script says of a fill that does not come to its end."""
BY_HAND = world.posting("gh-backend")
"""Filled and given back again and again, in the one tab that is never left."""


@dataclass
class Stage:
    """The actors. `witness` is the tab that is never left; `tabs` are the others, which go from job to job."""

    board: BoardProcess
    companion: CompanionProcess
    chromium: Chromium
    second: Chromium
    witness: Page
    tabs: list[Page]
    worker_births: set[float] = field(default_factory=set)
    filled_by_hand: int = 0
    given_up: list[str] = field(default_factory=list)
    """How the companion and the tab saw each fill that did not come to its end in FILL_SECONDS."""
    fill_seconds: float = 0.0
    """How long the newest fill took, from the press on."""
    _next: int = field(default=0)
    _rounds: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def home(self) -> Path:
        """The companion's data directory."""
        return self.companion.home

    def counts(self) -> tuple[int, int]:
        """Return how many applications have been sent, and how many events there are."""
        with closing(sqlite3.connect(f"file:{self.home / 'applyonce.db'}?mode=ro", uri=True)) as database:
            (sent,) = database.execute("SELECT count(*) FROM applications WHERE status = 2").fetchone()
            (events,) = database.execute("SELECT count(*) FROM events").fetchone()
        return sent, events

    async def start_auto_apply(self) -> None:
        """Queue every posting of the series and let auto-apply work through them in the user's browser."""
        await self.companion.post("/api/v1/auto-apply/queue", {"urls": [job.url for job in SERIES]})
        await self.companion.post("/api/v1/auto-apply/start", {})

    async def keep_queue_filled(self) -> None:
        """Start a new cycle of every job once all have been sent."""
        queue = (await self.companion.get("/api/v1/auto-apply"))["queue"]
        if queue:
            return
        cycle = next(self._rounds)
        jobs = [world.id_of(job) for job in SERIES]
        for job in jobs:
            await self.companion.post(f"/api/v1/jobs/{job}/new-cycle", {"note": f"soak, round {cycle}"})
        await self.companion.post("/api/v1/auto-apply/queue", {"job_ids": jobs})

    async def read_on(self) -> None:
        """Have the person go to another job in the tab that was looked at longest ago."""
        page = self.tabs[self._next % len(self.tabs)]
        job = world.posting(READ[self._next % len(READ)])
        self._next += 1
        await page.goto(job.apply_url, wait_until="domcontentloaded")

    async def fill_by_hand(self) -> None:
        """Have the person press Apply, look at the filled form, and give the job back.

        On a busy machine it may not come to that in time: they give it back then, and it counts as given up.
        """
        await self.witness.bring_to_front()
        began = time.monotonic()
        await self.chromium.button(self.witness).click(".apply")
        try:
            await world.until_filled(self.companion, BY_HAND, seconds=FILL_SECONDS)
            self.filled_by_hand += 1
        except AssertionError:
            tab = await self.chromium.in_content_script(self.witness, HOW_IT_STOOD)
            seen = await world.application(self.companion, BY_HAND)
            self.given_up.append(f"tab {tab}, companion {seen}")
        self.fill_seconds = time.monotonic() - began
        found = await world.application(self.companion, BY_HAND)
        if found is not None and found["status_name"] == "in_progress":
            fence = {"fence": found["fence"]}
            await self.companion.post(f"/api/v1/applications/{found['id']}/release", fence)
        await self.until_witness_shows("pending")

    async def until_witness_shows(self, status: str) -> None:
        """Wait until the button of the tab that is never left shows this status."""

        async def shows() -> bool:
            return await self.chromium.button(self.witness).status() == status

        await until(shows, f"the button to show {status}", seconds=PATIENCE_SECONDS)

    async def accepted(self) -> int:
        """Return how many applications employers got."""
        return sum((await self.board.state())["accepted"].values())


@asynccontextmanager
async def open_stage(folder: Path, *, tabs: int, interval_seconds: int) -> AsyncIterator[Stage]:
    """Set all up: the companion is started by the native host, as on a desktop. Raises BrowserNotFound.

    Both browsers are closed at the end where they still run. `interval_seconds` is auto-apply's pace.
    """
    async with AsyncExitStack() as stack:
        board = await stack.enter_async_context(board_process(folder / "board.log"))
        home = await stack.enter_async_context(data_directory())
        companion = CompanionProcess(home, folder / "companion.log", companion_environment(home))

        async def browser(name: str) -> Chromium:
            starting = start_chromium(
                folder / name, board_port=board.port, home=home, log=folder / f"{name}.log"
            )
            return await stack.enter_async_context(starting)

        second = await browser("second")
        chromium = await browser("chromium")  # the newest is where auto-apply opens its tabs
        await until(companion.is_up, "the native host to have started a companion", seconds=PATIENCE_SECONDS)
        await world.settle_in(companion, concurrency=2, min_interval_seconds=interval_seconds)
        witness = await chromium.open(BY_HAND.apply_url)
        others = [await chromium.context.new_page() for _ in range(tabs - 1)]
        stage = Stage(board, companion, chromium, second, witness, others)
        for _ in others:
            await stage.read_on()
        for number in (5, 16):
            await second.open(SERIES[number].url)
        await stage.until_witness_shows("pending")
        yield stage
