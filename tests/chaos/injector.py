"""Injects faults at random moments: into processes, tabs, the extension's worker, and the board."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from companion.demo.faults import FaultName
from tests.chaos import processes
from tests.chaos.diary import Fault
from tests.chaos.patience import in_time
from tests.chaos.scene import told
from tests.chaos.users import TROUBLE

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from playwright.async_api import Page

    from companion.demo.posting import Posting
    from tests.chaos.profiles import Profile
    from tests.chaos.scene import Scene
    from tests.e2e.harness.chromium import Chromium

MEAN_PAUSE_SECONDS = 1.25
SHORT_FREEZE_SECONDS = (0.3, 4.0)
LONG_FREEZE_SECONDS = (9.0, 24.0)
"""Longer than the permit, the lease or the submit window of a run."""
LONG_FREEZES = 0.12
CONCURRENT_FREEZES = 2

DUPLICATE = """async (url) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((each) => each.url === url);
    if (tab) await chrome.tabs.duplicate(tab.id);
    return Boolean(tab);
}"""
OFFLINE = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}

BOARD_FAULTS: dict[FaultName, tuple[int, int]] = {
    FaultName.SLOW_PAGE: (800, 6_000),
    FaultName.PAGE_503: (0, 0),
    FaultName.SUBMIT_503: (0, 0),
    FaultName.SUBMIT_HANG: (2_000, 26_000),
    FaultName.RESET_BEFORE_STORE: (0, 0),
    FaultName.SLOW_SUBMIT: (500, 8_000),
    FaultName.SUBMIT_503_STORED: (0, 0),
    FaultName.SUBMIT_HANG_STORED: (2_000, 26_000),
    FaultName.RESET_AFTER_STORE: (0, 0),
    FaultName.SERVER_VALIDATION: (0, 0),
    FaultName.HYDRATION_WIPE: (60, 1_500),
    FaultName.RERENDER: (0, 0),
}
"""What the board is told to do wrong, once, and between how many and how many milliseconds late."""

Inject = Callable[[], Awaitable[Fault | None]]


class Injector:
    """Draws a fault, a victim and a moment from the seed, until the scene closes."""

    def __init__(self, scene: Scene, home: Path, random: random.Random) -> None:
        self._scene = scene
        self._home = home
        self._random = random
        self._freezes = asyncio.Semaphore(CONCURRENT_FREEZES)
        self._kinds: list[tuple[int, Inject]] = [
            (6, self._kill_companion),
            (7, self._freeze_companion),
            (6, self._kill_host),
            (5, self._freeze_host),
            (2, self._kill_browser),
            (4, self._freeze_browser),
            (6, self._kill_renderer),
            (8, self._freeze_renderer),
            (9, self._stop_worker),
            (2, self._kill_extension_process),
            (7, self._close_tab),
            (9, self._reload_tab),
            (5, self._duplicate_tab),
            (8, self._go_away_and_back),
            (6, self._cut_network),
            (4, self._stop_loading),
            (22, self._board_misbehaves),
        ]

    async def run(self) -> None:
        """Inject until the scene closes; what is under way then ends first."""
        async with asyncio.TaskGroup() as group:
            while not self._scene.closing.is_set():
                with suppress(TimeoutError):
                    pause = min(self._random.expovariate(1 / MEAN_PAUSE_SECONDS), 4 * MEAN_PAUSE_SECONDS)
                    await asyncio.wait_for(self._scene.closing.wait(), pause)
                    return
                weights = [weight for weight, _ in self._kinds]
                _, inject = self._random.choices(self._kinds, weights)[0]
                group.create_task(self._one(inject))

    async def _one(self, inject: Inject) -> None:
        try:
            fault = await inject()
        except TROUBLE as error:
            self._scene.diary.note("injector", f"{inject.__name__[1:]} failed: {told(error)}")
            return
        if fault is not None:
            self._scene.diary.injected(fault)

    # --- processes ----------------------------------------------------------------------------------------

    async def _kill_companion(self) -> Fault | None:
        return self._kill("companion killed", processes.companions(self._home))

    async def _kill_host(self) -> Fault | None:
        profile = self._profile()
        return self._kill("native host killed", processes.hosts(profile.folder, self._home), profile)

    async def _kill_browser(self) -> Fault | None:
        profile = self._profile()
        pid = processes.browser(profile.folder)
        return self._kill("browser killed", [pid] if pid and profile.now else [], profile)

    async def _kill_renderer(self) -> Fault | None:
        profile = self._profile()
        return self._kill("renderer killed", processes.renderers(profile.folder), profile)

    async def _kill_extension_process(self) -> Fault | None:
        profile = self._profile()
        found = processes.extension_renderers(profile.folder)
        return self._kill("extension's process killed", found, profile)

    def _kill(self, kind: str, pids: list[int], profile: Profile | None = None) -> Fault | None:
        if not pids or not processes.kill(self._random.choice(pids)):
            return None
        return Fault(kind, time.time(), time.time(), profile.name if profile else "")

    async def _freeze_companion(self) -> Fault | None:
        return await self._freeze("companion frozen", processes.companions(self._home))

    async def _freeze_host(self) -> Fault | None:
        profile = self._profile()
        return await self._freeze("native host frozen", processes.hosts(profile.folder, self._home), profile)

    async def _freeze_browser(self) -> Fault | None:
        profile = self._profile()
        pid = processes.browser(profile.folder)
        return await self._freeze("browser frozen", [pid] if pid and profile.now else [], profile)

    async def _freeze_renderer(self) -> Fault | None:
        profile = self._profile()
        return await self._freeze("renderer frozen", processes.renderers(profile.folder), profile)

    async def _freeze(self, kind: str, pids: list[int], profile: Profile | None = None) -> Fault | None:
        if not pids or self._freezes.locked():
            return None
        is_long = self._random.random() < LONG_FREEZES
        seconds = self._random.uniform(*(LONG_FREEZE_SECONDS if is_long else SHORT_FREEZE_SECONDS))
        began, pid = time.time(), self._random.choice(pids)
        where = profile.name if profile else ""
        self._scene.diary.note("injector", f"{kind} {where} pid {pid} for {seconds:.1f} s")
        async with self._freezes:
            frozen = await processes.freeze(pid, seconds)
        kind = f"{kind}, long" if is_long else kind
        return Fault(kind, began, time.time(), where) if frozen else None

    # --- the extension and its tabs -----------------------------------------------------------------------

    async def _stop_worker(self) -> Fault | None:
        profile = self._profile()
        if profile.now is None:
            return None
        began = time.time()
        await in_time(profile.now.stop_worker())
        return Fault("worker terminated", began, time.time(), profile.name)

    async def _close_tab(self) -> Fault | None:
        return await self._to_a_tab("tab closed", lambda _, page: page.close())

    async def _reload_tab(self) -> Fault | None:
        return await self._to_a_tab(
            "tab reloaded",
            lambda _, page: page.reload(wait_until="commit"),
            lambda profile, page: not profile.was_posted(page),
        )

    async def _duplicate_tab(self) -> Fault | None:
        return await self._to_a_tab("tab duplicated", _duplicate)

    async def _go_away_and_back(self) -> Fault | None:
        elsewhere = self._scene.jobs.recent()
        if elsewhere is None:
            return None
        pause = self._random.choice((0.0, 0.2, 1.5))
        return await self._to_a_tab(
            "tab sent away and back", lambda _, page: _away_and_back(page, elsewhere, pause)
        )

    async def _cut_network(self) -> Fault | None:
        seconds = self._random.uniform(0.4, 3)
        return await self._to_a_tab(
            "tab's network cut", lambda browser, page: _offline(browser, page, seconds)
        )

    async def _stop_loading(self) -> Fault | None:
        return await self._to_a_tab("loading stopped", lambda _, page: page.evaluate("window.stop()"))

    async def _to_a_tab(
        self,
        kind: str,
        act: Callable[[Chromium, Page], Awaitable[object]],
        fits: Callable[[Profile, Page], bool] = lambda *_: True,
    ) -> Fault | None:
        profile = self._profile()
        if profile.now is None:
            return None
        pages = [page for page in profile.now.context.pages if self._posting_of(page) and fits(profile, page)]
        if not pages:
            return None
        page = self._random.choice(pages)
        posting, began = self._posting_of(page), time.time()
        jobs = frozenset({posting.id}) if posting else frozenset()
        try:
            await in_time(act(profile.now, page))
        except TROUBLE as error:
            # It may have happened although nobody answered: counted, so that what follows from it is explained.
            self._scene.diary.note("injector", f"{kind}: {told(error)}")
        return Fault(kind, began, time.time(), profile.name, jobs)

    def _posting_of(self, page: Page) -> Posting | None:
        return self._scene.posting_at(page.url)

    # --- the board ----------------------------------------------------------------------------------------

    async def _board_misbehaves(self) -> Fault | None:
        posting = self._posting_worked_on()
        if posting is None:
            return None
        name = self._random.choice(list(BOARD_FAULTS))
        delay = self._random.randint(*BOARD_FAULTS[name])
        self._scene.board.faults.arm(name, job=posting.id, times=1, delay_ms=delay)
        self._scene.diary.note("injector", f"{posting.id}: the board is to {name}, {delay} ms")
        return None  # counted once it has met somebody

    def _posting_worked_on(self) -> Posting | None:
        """Return a posting that stands open in a tab and that the board has not received yet."""
        pages = [page for each in self._scene.profiles if each.now for page in each.now.context.pages]
        shown = [posting for page in pages if (posting := self._posting_of(page))]
        still_open = [posting for posting in shown if not self._scene.board.count(posting.id)]
        return self._random.choice(still_open) if still_open else self._scene.jobs.recent()

    def _profile(self) -> Profile:
        return self._random.choice(self._scene.profiles)


async def _duplicate(browser: Chromium, page: Page) -> None:
    await browser.in_worker(DUPLICATE, page.url)


async def _away_and_back(page: Page, elsewhere: Posting, pause: float) -> None:
    await page.goto(elsewhere.url, wait_until="commit")
    await asyncio.sleep(pause)
    await page.go_back(wait_until="commit")


async def _offline(browser: Chromium, page: Page, seconds: float) -> None:
    session = await browser.context.new_cdp_session(page)
    try:
        await session.send("Network.enable")
        await session.send("Network.emulateNetworkConditions", {"offline": True, **OFFLINE})
        await asyncio.sleep(seconds)
        await session.send("Network.emulateNetworkConditions", {"offline": False, **OFFLINE})
    finally:
        await in_time(session.detach())
