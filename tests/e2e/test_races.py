"""Two browsers race, attempts fail and are tried again, what is left lying is cleaned up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Error

from companion.service.lock import hold_lock
from tests.e2e import world
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment
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

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240)]
RACED = 20
ROUNDS = 4


@pytest.fixture
async def quick(
    home: Path, artifacts: Artifacts, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[CompanionProcess]:
    """Give a companion that sweeps, cleans up and tries again soon."""
    for name, value in (
        ("SWEEP_SECONDS", "0.5"),
        ("STALE_CHECK_SECONDS", "0.5"),
        ("AUTO_RETRY_SECONDS", "0.5"),
    ):
        monkeypatch.setenv(f"APPLYONCE_{name}", value)
    monkeypatch.setenv("APPLYONCE_STALE_AFTER_MINUTES", "0.05")
    companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
    async with world.running(companion):
        yield companion


async def test_two_browser_profiles_race_for_twenty_jobs(
    companion: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    browsers = [await launch_chromium("one"), await launch_chromium("two")]
    jobs = [world.posting(f"series-{number:03}") for number in range(1, RACED + 1)]

    for start in range(0, RACED, RACED // ROUNDS):
        await _race(companion, browsers, jobs[start : start + RACED // ROUNDS])

    assert [await world.accepted(board, job) for job in jobs] == [1] * RACED
    for job in jobs:
        assert (await world.events(companion, job)).count("claimed") == 1


async def _race(companion: CompanionProcess, browsers: list[Chromium], jobs: list[Posting]) -> None:
    pages = {job.id: [await browser.open(job.apply_url) for browser in browsers] for job in jobs}
    for job in jobs:
        buttons = [browser.button(page) for browser, page in zip(browsers, pages[job.id], strict=True)]
        for button in buttons:
            await button.wait_for_status("pending")
        await asyncio.gather(*(button.click() for button in buttons))
    for job in jobs:
        await world.until_filled(companion, job)
        winner = await _who_was_filled(pages[job.id])
        await winner.bring_to_front()
        await world.press_submit(winner, job)
        await world.until_status(companion, job, "applied")
    for page in (page for each in pages.values() for page in each):
        await page.close()


async def _who_was_filled(pages: list[Page]) -> Page:
    filled = [page for page in pages if await page.locator("[name=email]").input_value()]
    assert len(filled) == 1, "exactly one of the two tabs got the values"
    return filled[0]


async def test_a_failed_application_is_pending_again_and_a_retry_goes_through(
    quick: CompanionProcess, launch_chromium: StartChromium, board: BoardProcess
) -> None:
    await launch_chromium()
    job = world.posting("series-001")
    await board.arm("page_503", job=job.id, times=1)

    await quick.post("/api/v1/auto-apply/queue", {"urls": [job.url]})
    await quick.post("/api/v1/auto-apply/start", {})

    await world.until_status(quick, job, "applied", seconds=90)
    history = await world.events(quick, job)
    assert history.count("failed") == 1, history
    assert history.count("claimed") == 2
    assert await world.accepted(board, job) == 1


async def test_stale_in_progress_goes_back_to_pending(quick: CompanionProcess) -> None:
    job = world.posting("series-001")
    await quick.post("/api/v1/jobs", {"url": job.url})
    reply = await quick.request("PATCH", f"/api/v1/jobs/{world.id_of(job)}/status", {"status": 7})
    assert reply.status == 200, reply

    await world.until_status(quick, job, "pending")

    assert (await world.events(quick, job))[-1] == "stale"


async def test_companion_is_down_while_the_user_submits(
    launch_chromium: StartChromium, home: Path, artifacts: Artifacts, board: BoardProcess
) -> None:
    companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
    try:
        await companion.start()
        await world.settle_in(companion)
        chromium = await launch_chromium()
        job = world.posting("series-001")
        page = await chromium.open(job.apply_url)
        button = chromium.button(page)
        await button.click()
        await world.until_filled(companion, job)
        await companion.stop()
        with hold_lock(home):  # so that the native host cannot start another
            await button.wait_for_status("offline")
            await world.press_submit(page, job)
            await until(lambda: _warned(button), "the user to be warned")
            assert await world.accepted(board, job) == 0
            await until(
                lambda: _pressed_again(page, board, job),
                "the user's own decision to send it",
                ignoring=(Error,),
            )
        await companion.start()

        await world.until_status(companion, job, "applied", seconds=60)
        assert await world.accepted(board, job) == 1
        assert "sent_outside_gate" in await world.events(companion, job)
    finally:
        companion.end()


async def test_what_went_out_while_the_companion_was_down_is_told_before_it_goes_out_again(
    launch_chromium: StartChromium, home: Path, artifacts: Artifacts, board: BoardProcess
) -> None:
    companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
    try:
        await companion.start()
        await world.settle_in(companion)
        chromium = await launch_chromium()
        job = world.posting("series-002")
        page, other = await chromium.open(job.apply_url), await chromium.open(job.apply_url)
        await chromium.button(page).click()
        await world.until_filled(companion, job)
        await companion.stop()
        with hold_lock(home):
            await chromium.button(page).wait_for_status("offline")
            await until(
                lambda: _pressed_again(page, board, job), "the user's decision to send it", ignoring=(Error,)
            )
            button = chromium.button(other)
            await button.wait_for_status("offline")
            await world.press_submit(other, job)

            async def told() -> bool:
                return "You have sent this at" in await button.text("[role=region]")

            await until(told, "the other tab to say that it was sent")
            assert await world.accepted(board, job) == 1
    finally:
        companion.end()


async def _warned(button: ChromiumButton) -> bool:
    return "not running" in await button.text("[role=region]")


async def _pressed_again(page: Page, board: BoardProcess, job: Posting) -> bool:
    """Press Submit as often as a user would who was warned, until the page is gone."""
    control = page.locator(world.SUBMIT_CONTROLS[job.board])
    if await control.count():
        await control.click(timeout=2000)
    return await world.accepted(board, job) == 1
