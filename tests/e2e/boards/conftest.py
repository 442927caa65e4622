"""One browser, one companion and one sample board for all boards' stories: two cores are few."""

from __future__ import annotations

import shutil
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from companion.browsers import BrowserNotFound
from tests.e2e import world
from tests.e2e.harness.board_process import BoardProcess, board_process
from tests.e2e.harness.chromium import Chromium, start_chromium
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.e2e.harness.artifacts import Artifacts

TABS_AT_ONCE = 4
ADDED_SITES = (
    "https://careers.example.com/*",
    "https://careers.larkspur.example/*",
    "https://jobs.sablerail.example/*",
)
"""No board's: the user has added them."""
TIMES = {
    "APPLYONCE_AUTO_RETRY_SECONDS": "1",
    "APPLYONCE_BOARD_LIMIT_HOURS": "0.0001",
}
"""What is tried again is tried at once, and no fault of one test holds the jobs of the next."""
LOGS = ("board.log", "companion.log", "chromium.log")
ANSWERS = (
    ("How many years of product experience do you have?", "4"),
    ("How well do you speak German?", "Native"),
    ("Can you work at weekends?", "Yes"),
    ("Phone Device Type", "Mobile"),
)


@pytest.fixture(scope="package")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder for what board, companion and browser say."""
    return tmp_path_factory.mktemp("boards")


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def board(logs: Path) -> AsyncIterator[BoardProcess]:
    """Give the sample board."""
    log = logs / "board.log"
    log.touch()
    async with board_process(log) as board:
        yield board


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def companion(logs: Path) -> AsyncIterator[CompanionProcess]:
    """Give a companion with the demo's applicant in it."""
    log = logs / "companion.log"
    log.touch()
    async with data_directory() as home:
        companion = CompanionProcess(home, log, {**companion_environment(home), **TIMES})
        try:
            await companion.start()
            await world.settle_in(companion, concurrency=TABS_AT_ONCE)
            for question, answer in ANSWERS:
                await companion.post("/api/v1/answers", {"question": question, "answer": answer})
            yield companion
        finally:
            companion.end()


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def shared_chromium(
    companion: CompanionProcess, board: BoardProcess, logs: Path
) -> AsyncIterator[Chromium]:
    """Give the browser; a machine that has none skips."""
    log = logs / "chromium.log"
    log.touch()
    async with AsyncExitStack() as stack:
        browser = start_chromium(
            logs / "profile", board_port=board.port, home=companion.home, log=log, sites=ADDED_SITES
        )
        try:
            chromium = await stack.enter_async_context(browser)
        except BrowserNotFound as error:
            pytest.skip(str(error))
        yield chromium


@pytest_asyncio.fixture(loop_scope="package")
async def chromium(
    shared_chromium: Chromium,
    companion: CompanionProcess,
    board: BoardProcess,
    artifacts: Artifacts,
    logs: Path,
) -> AsyncIterator[Chromium]:
    """Give the browser with no page of an earlier test, before a board that has received nothing."""
    await board.reset()
    yield shared_chromium
    if artifacts.failed:
        await shared_chromium.screenshots(artifacts.folder)
        for name in LOGS:
            shutil.copy(logs / name, artifacts.folder / name)
    await companion.post("/api/v1/auto-apply/stop", {})
    blank = await shared_chromium.context.new_page()
    for page in shared_chromium.context.pages:
        if page is not blank:
            await page.close()
