"""Auto-apply waits at a captcha, and the page is loaded again: it is filled anew, and sent once that is solved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.boards import robot
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
JOB = world.posting("workable-designer")
CAPTCHA_AT_LOAD = "addEventListener('load', () => void globalThis.demoCaptcha?.solve())"


async def _solve(page: Page) -> None:
    await page.frame_locator("iframe[src*=hcaptcha]").locator("#checkbox").click()


async def test_a_page_that_is_loaded_again_waits_on_and_is_gone_on_with_once_the_captcha_is_solved(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    await board.arm("captcha", job=JOB.id)
    await chromium.context.add_init_script(CAPTCHA_AT_LOAD)
    await robot.set_on(companion, JOB)
    await robot.until_parked(companion, JOB, "captcha")

    page = await robot.tab(chromium, JOB)
    await page.bring_to_front()
    await page.reload()
    await page.frame_locator("iframe[src*=hcaptcha]").locator("#checkbox").wait_for()
    assert await page.locator("iframe[src*=hcaptcha]").count() == 1
    found = await world.application(companion, JOB)
    assert found is not None
    assert (found["phase"], found["parked"]) == ("filling", "captcha")
    assert await world.accepted(board, JOB) == 0

    # The posting's first, then that of its form, then the board's own when it is sent.
    await _solve(page)
    await page.wait_for_url("**/apply/")
    await _solve(page)

    async def is_sending() -> bool:
        now = await world.application(companion, JOB) or {}
        return now["phase"] == "submitting" and (now.get("progress") or {}).get("step") == "captcha"

    await until(is_sending, "auto-apply to go on to the board's own captcha")
    await _solve(page)
    await world.until_status(companion, JOB, "applied")
    assert await world.accepted(board, JOB) == 1
