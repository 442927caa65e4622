"""Pages that the manifest does not reach: a company's own form, and a board's form in a company's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.chromium import EXTENSION_ID
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


async def _apply_here(chromium: Chromium, companion: CompanionProcess, page: Page) -> None:
    """Give the page to ApplyOnce by the popup, which closes, and wait until its form is filled."""
    async with chromium.popup(page) as popup:
        await popup.click("Apply on this page")
        await popup.wait_until_closed()
    await world.until_filled(companion, KITCHEN)


async def test_apply_on_this_page_goes_the_whole_road(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    page = await chromium.open(KITCHEN.url)
    assert await chromium.button(page).status() is None, "a page that is no known board is left alone"

    await _apply_here(chromium, companion, page)
    await chromium.button(page).wait_for_status("in_progress")
    assert await page.locator("#email").input_value() == "mira.okafor@example.org"
    assert await page.locator("#website").input_value() == "", "the trap stays empty"

    await page.locator(SEND).click()
    await page.wait_for_url("**/thank-you")
    await world.until_status(companion, KITCHEN, "applied")
    assert await world.accepted(board, KITCHEN) == 1
    # The tab that has sent says so, and the posting says so the next time the user asks there.
    await chromium.button(page).wait_for_status("applied")


async def test_a_form_that_a_script_has_sent_past_the_gate_counts_where_it_is_confirmed(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    """Nobody knows such a page's request: what answers it says whether it was an application."""
    await world.settle_in(companion)
    page = await chromium.open(KITCHEN.url)
    await _apply_here(chromium, companion, page)

    await page.evaluate("HTMLFormElement.prototype.submit.call(document.querySelector('form#apply'))")
    await page.wait_for_url("**/thank-you")
    await world.until_status(companion, KITCHEN, "applied")
    assert "sent_outside_gate" in await world.events(companion, KITCHEN)
    assert await world.accepted(board, KITCHEN) == 1


async def test_a_reload_does_not_end_what_the_gesture_began(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    page = await chromium.open(KITCHEN.url)
    await _apply_here(chromium, companion, page)

    await page.reload()

    await chromium.button(page).wait_for_status("in_progress")
    await until(lambda: page.locator("#email").input_value(), "the form to be filled again")
    assert "rebound" in await world.events(companion, KITCHEN)
    assert await world.accepted(board, KITCHEN) == 0


async def test_a_site_added_for_good_gets_its_button_by_itself(
    chromium: Chromium, companion: CompanionProcess
) -> None:
    await world.settle_in(companion)
    page = await chromium.open(KITCHEN.url)
    await _allow_beforehand(chromium, "https://careers.example.com/*")

    async with chromium.popup(page) as popup:
        await popup.click("Always on this site")
    await chromium.button(page).wait_for_status("pending")

    other = await chromium.open(world.posting("careers-planner").url)
    await chromium.button(other).wait_for_status("pending")


async def _allow_beforehand(chromium: Chromium, origin: str) -> None:
    """Give the site on the browser's own page of extensions: the request for it then asks nobody."""
    page = await chromium.open("chrome://extensions/")
    await page.evaluate(
        """async ([id, origin]) => {
            const api = chrome.developerPrivate;
            await api.updateExtensionConfiguration({ extensionId: id, hostAccess: "ON_SPECIFIC_SITES" });
            await api.addHostPermission(id, origin);
        }""",
        [EXTENSION_ID, origin],
    )
    await page.close()


async def _embedded(page: Page) -> Frame:
    async def loaded() -> Frame | None:
        return next((each for each in page.frames if "/embed/job_app" in each.url), None)

    return await until(loaded, "the embedded form")


async def test_an_embedded_form_is_the_same_job_as_the_boards_own_page(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    own = await chromium.open(EMBEDDED.url)
    await chromium.button(own).wait_for_status("pending")
    page = await chromium.context.new_page()
    # The whole frame is in sight: a button that has just been scrolled there is not yet seen by the user.
    await page.set_viewport_size({"width": 1280, "height": 3200})
    await page.goto(EMBED_ADDRESS, wait_until="domcontentloaded")
    frame = await _embedded(page)
    button = chromium.button(frame)
    await button.wait_for_status("pending")
    assert await chromium.button(page).status() is None, "the company's own page is left alone"

    await button.click()
    await world.until_filled(companion, EMBEDDED)
    await chromium.button(own).wait_for_status("in_progress")
    jobs = (await companion.get("/api/v1/jobs"))["items"]
    assert [each["job"]["key"] for each in jobs] == ["greenhouse:4410077003"]

    await frame.locator(world.SUBMIT_CONTROLS["greenhouse"]).last.click()
    await world.until_status(companion, EMBEDDED, "applied")
    await chromium.button(own).wait_for_status("applied")
    assert await world.accepted(board, EMBEDDED) == 1
    assert (await world.events(companion, EMBEDDED)).count("claimed") == 1


async def test_the_popup_applies_in_the_frame_that_has_the_form(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    await world.settle_in(companion)
    page = await chromium.open(EMBED_ADDRESS)
    frame = await _embedded(page)
    await chromium.button(frame).wait_for_status("pending")

    async with chromium.popup(page) as popup:
        await popup.wait_for_text(EMBEDDED.title)
        # Chromium would show every extension page's text in three quarters of its size.
        size = (
            "getComputedStyle(document.body).fontSize === getComputedStyle(document.documentElement).fontSize"
        )
        assert await popup.evaluate(size)
        await popup.click("Apply")
    application = await world.until_filled(companion, EMBEDDED)

    assert application["holder"]["frame_id"] != 0
    assert await frame.locator("#email").input_value() == "mira.okafor@example.org"
    await frame.locator(world.SUBMIT_CONTROLS["greenhouse"]).last.click()
    await world.until_status(companion, EMBEDDED, "applied")
    assert await world.accepted(board, EMBEDDED) == 1
