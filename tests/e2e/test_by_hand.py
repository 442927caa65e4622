"""The user applies: by our button, by hand, twice, in two tabs. The board's count is the judge."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


async def _values(page: Page) -> list[str]:
    """Return what stands in the form's visible text fields."""
    script = """[...document.querySelectorAll('input:not([type=hidden]):not([type=file]):not([type=checkbox])'
        + ':not([type=radio]), textarea')].map((each) => each.value).filter(Boolean)"""
    found: list[str] = await page.evaluate(script)
    return found


@pytest.mark.parametrize("name", ["gh-data", "gh-old-mechanical", "lever-devops", "ashby-founding"])
async def test_success_is_told_in_every_tab_and_the_popup_within_a_second(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, name: str
) -> None:
    job = world.posting(name)
    await world.settle_in(companion)
    page, other = await chromium.open(job.apply_url), await chromium.open(job.apply_url)
    popup = await chromium.extension_page("extension/popup/popup.html")
    await chromium.button(page).click()
    await chromium.button(other).wait_for_status("in_progress")
    assert await chromium.button(other).is_disabled()
    assert "Applying…" in await chromium.button(other).text()
    await world.until_filled(companion, job)

    await page.bring_to_front()
    await world.press_submit(page, job)
    await world.until_status(companion, job, "applied")

    async with asyncio.timeout(1):
        await chromium.button(other).wait_for_status("applied")
        await popup.get_by_text("Applied", exact=False).first.wait_for()
    await chromium.button(page).wait_for_status("applied")
    assert await world.accepted(board, job) == 1


async def test_apply_clicked_twice_within_100_ms(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("ashby-founding")
    await world.settle_in(companion)
    page, other = await chromium.open(job.apply_url), await chromium.open(job.apply_url)
    for each in (page, other):
        await chromium.button(each).wait_for_status("pending")

    await asyncio.gather(chromium.button(page).click(), chromium.button(other).click())
    await world.until_filled(companion, job)

    history = await world.events(companion, job)
    assert history.count("claimed") == 1
    # Refused by the companion, or by a button that has heard of the claim already: it is told within milliseconds.
    assert history.count("refused") <= 1
    filled = [len(await _values(page)), len(await _values(other))]
    assert min(filled) == 0, "the refused tab never got a value"
    assert max(filled) > 0
    winner = page if filled[0] else other
    await winner.bring_to_front()
    await world.press_submit(winner, job)
    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


async def test_the_same_job_under_two_addresses(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("lever-devops")
    await world.settle_in(companion)
    page = await chromium.open(job.apply_url)
    other = await chromium.open(f"{job.apply_url}?lever-source=newsletter&utm_campaign=x")
    await chromium.button(page).click()
    await world.until_filled(companion, job)

    await chromium.button(other).wait_for_status("in_progress")
    await chromium.button(other).click()

    assert await _values(other) == []
    await page.bring_to_front()
    await world.press_submit(page, job)
    await world.until_status(companion, job, "applied")
    assert (await world.events(companion, job)).count("claimed") == 1
    assert await world.accepted(board, job) == 1


async def test_filled_by_hand_without_our_button(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("lever-devops")
    page = await chromium.open(job.apply_url)
    await chromium.button(page).wait_for_status("pending")
    await _fill_lever_by_hand(page)

    await world.press_submit(page, job)

    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


async def test_by_hand_in_a_tab_that_does_not_hold_the_job(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("lever-devops")
    await world.settle_in(companion)
    page, other = await chromium.open(job.apply_url), await chromium.open(job.apply_url)
    await chromium.button(page).click()
    await world.until_filled(companion, job)

    await other.bring_to_front()
    await _fill_lever_by_hand(other)
    await world.press_submit(other, job)

    await until(lambda: _refused(companion, job), "the submission to be stopped")
    assert await world.accepted(board, job) == 0
    shown = await chromium.button(other).text(".panel, [role=dialog], [role=alert], [role=status]")
    assert "This job is currently being applied to" in shown
    assert "Take over" in shown
    await page.bring_to_front()
    await world.press_submit(page, job)
    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


async def _refused(companion: CompanionProcess, job: Posting) -> bool:
    return "refused" in await world.events(companion, job)


async def test_validation_complains_and_the_user_mends_it(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("gh-old-mechanical")
    await world.settle_in(companion)
    page = await chromium.open(job.apply_url)
    await chromium.button(page).click()
    await world.until_filled(companion, job)
    email = page.locator("#email")
    mail = await email.input_value()
    await email.fill("")

    await world.press_submit(page, job)
    await until(lambda: _handed_back(companion, job), "the permit to be handed back")
    assert await world.status(companion, job) == "in_progress"
    await email.fill(mail)
    await world.press_submit(page, job)

    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


async def _handed_back(companion: CompanionProcess, job: Posting) -> bool:
    return "handed_back_kept" in await world.events(companion, job)


async def test_a_pointer_pressed_on_submit_and_dragged_away_costs_nothing(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("lever-devops")
    await world.settle_in(companion)
    page = await chromium.open(job.apply_url)
    await chromium.button(page).click()
    await world.until_filled(companion, job)
    control = page.locator(world.SUBMIT_CONTROLS["lever"])
    await control.scroll_into_view_if_needed()
    box = await control.bounding_box()
    assert box is not None

    await page.mouse.move(box["x"] + 5, box["y"] + 5)
    await page.mouse.down()
    await page.mouse.move(5, 300)
    await page.mouse.up()
    await until(lambda: _handed_back(companion, job), "the permit to be handed back")

    assert await world.status(companion, job) == "in_progress"
    assert await world.accepted(board, job) == 0
    await world.press_submit(page, job)
    await world.until_status(companion, job, "applied")
    assert await world.accepted(board, job) == 1


async def _fill_lever_by_hand(page: Page) -> None:
    await page.locator("[name=name]").fill("Rui Hand")
    await page.locator("[name=email]").fill("rui@example.org")
    await page.locator("[name=phone]").fill("+49 30 5550111")
    resume = {"name": "rui.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}
    await page.locator("#resume-upload-input").set_input_files(resume)  # type: ignore[arg-type]
