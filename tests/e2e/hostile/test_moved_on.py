"""Single-page boards put another job under a document that waits for an answer about the one before."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until
from tests.e2e.hostile.actors import id_of, job, shown, until_filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import Page

    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.hostile.site import HostileSite

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="module")]

APPLY = "button.apply"
WATCH_FILLER = """globalThis.begun = 0;
const { fill } = applyonce.pageFiller;
applyonce.pageFiller.fill = (...all) => { globalThis.begun += 1; return fill(...all); }"""


@contextmanager
def slow(companion: CompanionProcess) -> Iterator[None]:
    """Keep the companion from answering, as another program does that holds its database."""
    other = sqlite3.connect(companion.home / "applyonce.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def move_on(chromium: Chromium, page: Page, number: int) -> None:
    """Show another job under the same document, and wait until it was noticed."""
    await page.evaluate("number => history.pushState(null, '', `/acme/jobs/${number}`)", number)

    async def noticed() -> bool:
        url = await chromium.in_content_script(page, "applyonce.standing.now.seen?.url ?? ''")
        return str(url).endswith(f"/{number}")

    await until(noticed, "the other job to be noticed")


async def test_a_press_on_apply_means_the_job_that_the_page_shows_by_then(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    """Its button still says of the job before that it is free, since nobody has answered yet."""
    site.job(462)
    page = await shown(chromium, site.job(461))
    with slow(companion):
        await move_on(chromium, page, 462)
        await chromium.button(page).click(APPLY)
        await page.wait_for_timeout(800)
    await until_filled(companion, 462)
    assert await world.status(companion, job(461)) == "none"


async def test_a_grant_that_comes_late_fills_no_other_job_s_form(
    chromium: Chromium, companion: CompanionProcess, site: HostileSite
) -> None:
    """The tab holds what was asked for, and shows another job: that one is as free as before."""
    site.job(464)
    page = await shown(chromium, site.job(463))
    with slow(companion):
        await chromium.button(page).click(APPLY)
        await page.wait_for_timeout(300)
        await chromium.in_content_script(page, WATCH_FILLER)
        await move_on(chromium, page, 464)
        await page.wait_for_timeout(300)
    await world.until_status(companion, job(463), "in_progress")

    async def told() -> bool:
        return bool(
            await chromium.in_content_script(page, f"applyonce.standing.now.job?.id === '{id_of(464)}'")
        )

    await until(told, "the page to know its job")
    await chromium.button(page).wait_for_status("pending")
    assert await world.status(companion, job(464)) == "none"
    assert await chromium.in_content_script(page, "globalThis.begun") == 0
