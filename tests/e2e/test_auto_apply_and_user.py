"""Auto-apply and the user meet at the same job, and the employer gets one application."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


async def test_user_clicks_apply_on_the_job_that_auto_apply_works_on(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("lever-devops")
    await world.settle_in(companion)
    await board.arm("slow_page", job=job.id, times=1, delay_ms=3000)  # auto-apply's own tab takes its time
    await companion.post("/api/v1/auto-apply/queue", {"urls": [job.url]})
    await companion.post("/api/v1/auto-apply/start", {})
    await world.until_status(companion, job, "in_progress")

    page = await chromium.open(job.apply_url)
    button = chromium.button(page)
    await button.wait_for_status("in_progress")

    assert await button.is_disabled()
    assert "Applying…" in await button.text()
    await button.click()
    await world.until_status(companion, job, "applied", seconds=60)
    assert await world.accepted(board, job) == 1
    await button.wait_for_status("applied")


@pytest.mark.usefixtures("chromium")
async def test_one_application_each_for_a_whole_queue(
    companion: CompanionProcess, board: BoardProcess
) -> None:
    names = ["gh-data", "gh-old-mechanical", "lever-devops", "ashby-founding"]
    jobs = [world.posting(name) for name in names]
    await world.settle_in(companion, concurrency=2)
    await companion.post("/api/v1/auto-apply/queue", {"urls": [job.url for job in jobs]})
    await companion.post("/api/v1/auto-apply/start", {})

    for job in jobs:
        await world.until_status(companion, job, "applied", seconds=90)

    assert [await world.accepted(board, job) for job in jobs] == [1, 1, 1, 1]

    async def at_rest() -> bool:
        state = await companion.get("/api/v1/auto-apply")
        return state["waiting_for"] == "the queue is empty" and not state["queue"]

    await until(at_rest, "auto-apply to come to rest")
