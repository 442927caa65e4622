"""Auto-apply goes through every board's form by itself, or says what only the user can do."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.boards import applicant, robot
from tests.e2e.boards.matrix import RESUME
from tests.e2e.boards.received import differences
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.asyncio(loop_scope="package"),
]


@pytest.mark.usefixtures("chromium")
async def test_the_voluntary_page_after_the_application_is_passed_over(
    companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("workable-analyst")
    await world.afresh(companion, job)
    await robot.set_on(companion, job)

    await world.until_status(companion, job, "applied", seconds=60)
    assert await world.accepted(board, job) == 1


async def test_workday_goes_to_the_end_once_the_user_has_logged_in_and_declared(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("workday-crew")
    await world.afresh(companion, job)
    await robot.set_on(companion, job)
    await robot.until_parked(companion, job, "login")
    page = await robot.tab(chromium, job)
    await page.bring_to_front()
    await applicant.make_account(page)

    for step in ("VoluntaryDisclosures", "SelfIdentify"):
        await page.locator(f"[data-automation-id=applyFlow{step}Page]").wait_for(timeout=40_000)
        await robot.until_parked(companion, job, "questions")
        assert await world.accepted(board, job) == 0
        await applicant.sign(page)
        await chromium.button(page).click(".apply")

    await world.until_status(companion, job, "applied", seconds=60)
    (submission,) = (await board.state())["submissions"]
    assert differences(job.id, submission, RESUME) == []


async def test_indeed_waits_for_a_press_of_the_users_own(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("indeed-electrician")
    await world.afresh(companion, job)
    await robot.set_on(companion, job)
    await robot.until_parked(companion, job, "press")

    page = await robot.tab(chromium, job)
    await page.bring_to_front()
    await page.locator("#indeedApplyButton").click()
    await applicant.walk(chromium, page, job)
    await applicant.submit(page, job)

    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


async def test_indeed_lets_a_press_that_came_before_its_permit_be_made_again(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    """No script can make the trusted click that Indeed wants: the permit waits for the user's next one."""
    job = world.posting("indeed-electrician")
    await world.afresh(companion, job)
    page = await applicant.begin(chromium, job)
    await applicant.walk(chromium, page, job)
    os.kill(companion.pid, signal.SIGSTOP)
    try:
        await applicant.submit(page, job)
    finally:
        os.kill(companion.pid, signal.SIGCONT)

    async def asked() -> bool:
        return "Ready: press Submit again" in await chromium.button(page).text(".panel")

    await until(asked, "to be told that it may be pressed again", ignoring=(AssertionError,))
    assert await world.accepted(board, job) == 0

    await applicant.submit(page, job)
    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1
