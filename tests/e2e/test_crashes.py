"""Tabs, browsers, hosts and companions die at the worst moments; the state afterwards is the promised one."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment
from tests.e2e.harness.processes import is_alive, pids_with_environment
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.conftest import StartChromium
    from tests.e2e.harness.artifacts import Artifacts
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.closed_root import ChromiumButton

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]
JOB = world.posting("lever-devops")
GATED = world.posting("ashby-founding")


@pytest.fixture
async def quick(
    home: Path, artifacts: Artifacts, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[CompanionProcess]:
    """Give a companion whose sweep and graces are short; so are those of one that a native host starts."""
    for name, value in (("SWEEP", "0.5"), ("TAB_GRACE", "1"), ("SUBMIT_WINDOW", "6"), ("LEASE", "45")):
        monkeypatch.setenv(f"APPLYONCE_{name}_SECONDS", value)
    companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
    async with world.running(companion):
        yield companion


async def _filled(chromium: Chromium, companion: CompanionProcess, job: Posting) -> Page:
    page = await chromium.open(job.apply_url)
    await chromium.button(page).click()
    await world.until_filled(companion, job)
    return page


async def test_tab_closed_while_filling(quick: CompanionProcess, launch_chromium: StartChromium) -> None:
    chromium = await launch_chromium()
    page = await _filled(chromium, quick, JOB)

    await page.close()

    await world.until_status(quick, JOB, "pending")
    assert (await world.events(quick, JOB))[-1] == "tab_gone"


async def test_tab_closed_while_it_is_granted_the_job(
    quick: CompanionProcess, launch_chromium: StartChromium
) -> None:
    chromium = await launch_chromium()
    page = await chromium.open(JOB.apply_url)
    button = chromium.button(page)
    async with _asked_while_it_stands_still(quick, button):
        await page.close()

    await world.until_event(quick, JOB, "claimed")
    await world.until_status(quick, JOB, "pending")
    assert (await world.events(quick, JOB))[-1] == "tab_gone"


async def test_tab_reloaded_while_filling(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess
) -> None:
    chromium = await launch_chromium()
    page = await _filled(chromium, quick, JOB)
    before = await world.application(quick, JOB)

    await page.reload()
    await chromium.button(page).wait_for_status("in_progress")
    await until(lambda: _rebound(quick), "the reloaded tab to go on under its fence")
    await world.until_filled(quick, JOB)
    after = await world.application(quick, JOB)

    assert before is not None
    assert after is not None
    assert after["fence"] == before["fence"]
    await until(lambda: page.locator("[name=email]").input_value(), "the form to be filled again")
    await world.press_submit(page, JOB)
    await world.until_status(quick, JOB, "applied")
    assert await world.accepted(board, JOB) == 1


async def _rebound(companion: CompanionProcess) -> bool:
    return "rebound" in await world.events(companion, JOB)


async def test_browser_killed_while_filling_and_started_again(
    quick: CompanionProcess, launch_chromium: StartChromium
) -> None:
    chromium = await launch_chromium()
    await _filled(chromium, quick, JOB)

    await chromium.kill()
    again = await launch_chromium()

    await world.until_status(quick, JOB, "pending")
    assert (await world.events(quick, JOB))[-1] in {"session_ended", "tab_gone"}
    page = await again.open(JOB.apply_url)
    await again.button(page).wait_for_status("pending")


async def test_native_host_killed_while_filling(
    quick: CompanionProcess, launch_chromium: StartChromium, home: Path, board: BoardProcess
) -> None:
    chromium = await launch_chromium()
    page = await _filled(chromium, quick, JOB)
    hosts = [pid for pid in pids_with_environment("APPLYONCE_HOME", str(home)) if pid != quick.pid]
    assert hosts, "the browser runs a native host"

    for host in hosts:
        os.kill(host, signal.SIGKILL)
    await until(lambda: not any(map(is_alive, hosts)), "the host to be gone")
    await until(lambda: _new_host(home, quick.pid), "the extension to start another host")

    await world.press_submit(page, JOB)
    await world.until_status(quick, JOB, "applied")
    assert await world.accepted(board, JOB) == 1


async def _new_host(home: Path, companion: int) -> bool:
    return any(pid != companion for pid in pids_with_environment("APPLYONCE_HOME", str(home)))


@pytest.mark.parametrize("name", ["gh-old-platform", "lever-frontend", "ashby-fullstack"])
async def test_companion_killed_while_filling(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess, name: str
) -> None:
    """What was broken off is taken up again once the companion is back, under the same lease."""
    job = world.posting(name)
    chromium = await launch_chromium()
    page = await chromium.open(job.apply_url)
    await chromium.button(page).click()
    await world.until_status(quick, job, "in_progress")

    quick.kill()
    await until(quick.is_up, "the native host to start the companion again", seconds=30)

    await world.until_filled(quick, job)
    await world.press_submit(page, job)
    await world.until_status(quick, job, "applied")
    assert (await world.events(quick, job)).count("claimed") == 1
    assert await world.accepted(board, job) == 1


async def test_companion_killed_before_the_submission(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess
) -> None:
    chromium = await launch_chromium()
    page = await _filled(chromium, quick, JOB)

    quick.kill()
    await until(quick.is_up, "the native host to start the companion again", seconds=30)
    await chromium.button(page).wait_for_status("in_progress")
    await world.press_submit(page, JOB)

    await world.until_status(quick, JOB, "applied")
    assert await world.accepted(board, JOB) == 1


async def test_companion_killed_after_the_permit(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess
) -> None:
    chromium = await launch_chromium()
    page = await _filled(chromium, quick, GATED)
    await board.arm("slow_submit", job=GATED.id, delay_ms=1500)

    await world.press_submit(page, GATED)
    await until(lambda: _began(quick), "the permit to be given")
    quick.kill()
    await until(quick.is_up, "the native host to start the companion again", seconds=30)

    await world.until_status(quick, GATED, "applied")
    assert await world.accepted(board, GATED) == 1


async def _began(companion: CompanionProcess) -> bool:
    return "submit_began" in await world.events(companion, GATED)


async def test_browser_killed_after_the_submission_was_stored(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess
) -> None:
    chromium = await launch_chromium()
    page = await _filled(chromium, quick, GATED)
    await board.arm("submit_hang_stored", job=GATED.id)

    await world.press_submit(page, GATED)

    async def stored() -> bool:
        return await world.accepted(board, GATED) == 1

    await until(stored, "the board to have it")
    await chromium.kill()
    await world.until_status(quick, GATED, "unconfirmed")
    again = await launch_chromium()
    page = await again.open(GATED.apply_url)
    await again.button(page).wait_for_status("unconfirmed")
    assert await world.accepted(board, GATED) == 1


async def test_companion_killed_between_commit_and_reply(
    home: Path, launch_chromium: StartChromium, board: BoardProcess, artifacts: Artifacts
) -> None:
    """The permit is on disk and its answer lost: it is handed back unused, and the user presses again."""
    command = (sys.executable, "-m", "tests.e2e.harness.dying_companion")
    companion = CompanionProcess(home, artifacts.log("dying"), companion_environment(home), command)
    try:
        await companion.start()
        await world.settle_in(companion)
        chromium = await launch_chromium()
        page = await _filled(chromium, companion, GATED)

        await world.press_submit(page, GATED)
        await until(lambda: not companion.is_running(), "the companion to die after its commit")
        assert await world.accepted(board, GATED) == 0
        await until(companion.is_up, "the native host to start another companion", seconds=30)
        await until(lambda: _settled(companion), "the lost permit to be handed back")

        await world.press_submit(page, GATED)
        await world.until_status(companion, GATED, "applied")
        assert await world.accepted(board, GATED) == 1
    finally:
        companion.end()


async def _settled(companion: CompanionProcess) -> bool:
    history = await world.events(companion, GATED)
    return "submit_began" in history and "handed_back_kept" in history


async def test_a_companion_that_takes_its_time_is_waited_for_in_sight(
    quick: CompanionProcess, launch_chromium: StartChromium
) -> None:
    chromium = await launch_chromium()
    page = await chromium.open(JOB.apply_url)
    button = chromium.button(page)
    async with _asked_while_it_stands_still(quick, button):
        await button.click()

    await world.until_filled(quick, JOB)
    assert (await world.events(quick, JOB)).count("claimed") == 1
    assert "One moment" not in await button.text()


@asynccontextmanager
async def _asked_while_it_stands_still(
    companion: CompanionProcess, button: ChromiumButton
) -> AsyncIterator[None]:
    """Press Apply while the companion takes its time, and let it answer at the end of the context."""
    await button.wait_for_status("pending")
    os.kill(companion.pid, signal.SIGSTOP)
    try:
        await button.click()
        await until(lambda: _says(button, "One moment…"), "the button to say that it waits")
        yield
    finally:
        os.kill(companion.pid, signal.SIGCONT)


async def _says(button: ChromiumButton, text: str) -> bool:
    return text in await button.text()
