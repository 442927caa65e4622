"""Pages that the manifest does not reach: a company's own form, and a board's form embedded in a company's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page

    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
KITCHEN = world.posting("careers-kitchen")
EMBEDDED = world.posting("gh-embedded")
EMBED_ADDRESS = "https://careers.example.com/careers?gh_jid=4410077003"
SEND = "form#apply button[type=submit]"


async def test_apply_on_this_page_goes_the_whole_road(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    page = await chromium.open(KITCHEN.url)
    assert await chromium.button(page).status() is None, "a page that is no known board is left alone"

    async with chromium.popup(page) as popup:
        await popup.click("Apply on this page")
        await popup.wait_until_closed()
    await chromium.button(page).wait_for_status("in_progress")
    await world.until_filled(companion, KITCHEN)
    assert await page.locator("#email").input_value() == "mira.okafor@example.org"
    assert await page.locator("#website").input_value() == "", "the trap stays empty"

    await page.locator(SEND).click()
    await page.wait_for_url("**/thank-you")
    await world.until_status(companion, KITCHEN, "applied")
    assert await world.accepted(board, KITCHEN) == 1
    # The tab that has sent says so, and the posting says so the next time the user asks there.
    await chromium.button(page).wait_for_status("applied")
