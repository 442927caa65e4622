"""The extension's worker dies at the worst moments: no tab is left with an old picture of its job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Error

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
JOB = world.posting("lever-devops")

SLOW_TIMERS = "{ const timer = setTimeout; globalThis.setTimeout = (run, ms) => timer(run, ms + 1_500); } 1"
"""Browsers slow the timers of hidden tabs down; those that automation drives count as shown."""


STATE = (
    "applyonce.wire.call('ext_arrive', { application_id: null, has_form: false }).then(({ state }) => state)"
)


async def _stop_worker(chromium: Chromium) -> None:
    """End the worker, and wait until another one runs."""
    await chromium.in_worker("globalThis.old = true")
    await chromium.stop_worker()

    async def another() -> bool:
        return await chromium.in_worker("globalThis.old") is None

    await until(another, "another worker", ignoring=(Error, TimeoutError))


async def _until_connected(chromium: Chromium, other: Page) -> None:
    """Wait until the worker has its connection: from then on it tells nobody that it has."""

    async def connected() -> bool:
        return bool(await chromium.in_content_script(other, STATE) == "up")

    await until(connected, "the new worker to be connected")


async def test_a_tab_that_comes_back_late_to_a_new_worker_hears_what_changes(
    chromium: Chromium, companion: CompanionProcess
) -> None:
    other = await chromium.open(world.posting("ashby-founding").apply_url)
    await chromium.button(other).wait_for_status("pending")
    late = await chromium.open(JOB.apply_url)
    await chromium.button(late).wait_for_status("pending")
    await chromium.in_content_script(late, SLOW_TIMERS)

    await _stop_worker(chromium)
    await _until_connected(chromium, other)
    reply = await companion.request("PATCH", f"/api/v1/jobs/{world.id_of(JOB)}/status", {"status": 7})
    assert reply.status == 200

    await chromium.button(late).wait_for_status("in_progress")


async def test_a_worker_killed_while_a_form_is_filled_costs_nothing(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    page = await chromium.open(JOB.apply_url)
    await chromium.button(page).click()
    await world.until_status(companion, JOB, "in_progress")

    await _stop_worker(chromium)

    await world.until_filled(companion, JOB)
    await world.press_submit(page, JOB)
    await world.until_status(companion, JOB, "applied")
    assert await world.accepted(board, JOB) == 1
