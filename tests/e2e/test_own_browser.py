"""Auto-apply in a Chromium of its own, which the companion starts with the extension in it, and ends."""

from __future__ import annotations

import asyncio
import shlex
from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound, find_chromium
from tests.e2e import world
from tests.e2e.harness.companion_process import APPLYONCE, CompanionProcess, companion_environment
from tests.e2e.harness.processes import pids_with_argument
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.harness.artifacts import Artifacts
    from tests.e2e.harness.board_process import BoardProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


async def _applyonce(environment: dict[str, str], *arguments: str) -> str:
    """Run the command as a person does, and return what it says."""
    process = await asyncio.create_subprocess_exec(
        APPLYONCE,
        *arguments,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
    return said.decode()


async def test_a_queue_goes_through_in_its_own_browser_and_stop_ends_it(
    home: Path, artifacts: Artifacts, board: BoardProcess
) -> None:
    try:
        find_chromium()
    except BrowserNotFound as error:
        pytest.skip(str(error))
    arguments = [f"--host-resolver-rules=MAP * 127.0.0.1:{board.port}", "--ignore-certificate-errors"]
    environment = {**companion_environment(home), "APPLYONCE_CHROMIUM_ARGUMENTS": shlex.join(arguments)}
    companion = CompanionProcess(home, artifacts.log("companion"), environment)
    jobs = [world.posting("series-001"), world.posting("ashby-founding")]
    own_browser = f"--user-data-dir={home / 'browser-profile'}"
    try:
        await companion.start()
        await world.settle_in(companion)
        await _applyonce(environment, "queue", "add", *(job.url for job in jobs))
        await _applyonce(environment, "auto", "start", "--own-browser", "--headless")

        for job in jobs:
            await world.until_status(companion, job, "applied", seconds=90)
        assert [await world.accepted(board, job) for job in jobs] == [1, 1]
        assert pids_with_argument(own_browser), "it works in a browser of its own"

        await _applyonce(environment, "auto", "stop")
        await until(lambda: not pids_with_argument(own_browser), "the browser to end")
        assert (await companion.get("/api/v1/auto-apply"))["state"] == "stopped"
    finally:
        companion.end()
