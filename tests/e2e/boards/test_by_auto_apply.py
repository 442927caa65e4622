"""Auto-apply goes through every board's form by itself, or says what only the user can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.boards import applicant, robot

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


async def test_workday_waits_for_the_log_in_and_for_what_the_user_must_declare(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("workday-crew")
    await world.afresh(companion, job)
    await robot.set_on(companion, job)
    await robot.until_parked(companion, job, "login")

    await applicant.make_account(await robot.tab(chromium, job))

    await robot.until_parked(companion, job, "questions")
    assert await world.accepted(board, job) == 0


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
