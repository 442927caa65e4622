"""The gate: nothing leaves without a permit, no page can ask for one, and each unused one is given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess
    from tests.e2e.harness.firefox import Firefox

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

FAKED = """() => {
  const button = document.querySelector('applyonce-button');
  const submit = document.querySelector('#btn-submit');
  for (const target of [button, submit]) {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true }));
    }
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  }
  button.click();
  document.querySelector('#hcaptchaSubmitBtn').click();
  document.querySelector('#application-form').requestSubmit();
}"""


@pytest.fixture
def lever() -> Posting:
    return world.posting("lever-devops")


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "resume.pdf"
    path.write_bytes(b"%PDF-1.4 by hand")
    return path


async def fill_lever(page: Page, resume: Path) -> None:
    """Fill Lever's form by hand, and wait until the page has read the résumé."""
    await page.set_input_files("[name=resume]", resume)
    await page.locator(".resume-upload-success").wait_for()
    await page.fill("[name=name]", "Grace Hopper")
    await page.fill("[name=email]", "grace@example.com")


async def open_filled(chromium: Chromium, job: Posting, resume: Path) -> Page:
    """Open Lever's form in a tab that holds nothing, filled by hand."""
    page = await chromium.open(job.apply_url)
    await chromium.button(page).wait_for_status("pending")
    await fill_lever(page, resume)
    return page


async def test_a_form_filled_by_hand_is_claimed_and_sent_once_though_pressed_twice(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, lever: Posting, resume: Path
) -> None:
    page = await open_filled(chromium, lever, resume)
    await page.locator("#btn-submit").dblclick()
    await world.until_status(companion, lever, "applied")
    await chromium.button(page).wait_for_status("applied")
    assert await world.accepted(board, lever) == 1


async def test_no_event_that_a_page_makes_up_starts_or_sends_anything(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, lever: Posting, resume: Path
) -> None:
    page = await open_filled(chromium, lever, resume)
    # What the user did a second ago or more lends a script nothing.
    later = await page.evaluate("performance.now() + 1_100")
    await page.wait_for_function("later => performance.now() > later", arg=later)
    await page.evaluate(FAKED)
    await chromium.button(page).wait_for_status("pending")
    assert await world.status(companion, lever) in ("none", "pending")
    assert "claimed" not in await world.events(companion, lever)
    assert await world.accepted(board, lever) == 0


async def test_a_permit_that_no_click_uses_is_given_back(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, lever: Posting, resume: Path
) -> None:
    page = await open_filled(chromium, lever, resume)
    await page.locator("#btn-submit").hover()
    await page.mouse.down()
    await world.until_status(companion, lever, "in_progress")
    await page.mouse.move(1, 1)
    await page.mouse.up()
    await world.until_status(companion, lever, "pending")
    await world.press_submit(page, lever)
    await world.until_status(companion, lever, "applied")
    assert await world.accepted(board, lever) == 1


async def test_a_form_that_complains_stays_with_its_tab(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("gh-old-mechanical")
    page = await chromium.open(job.apply_url)
    await chromium.button(page).wait_for_status("pending")
    await page.fill("#first_name", "Grace")
    await page.click("#submit_app")

    async def kept() -> bool:
        found = await world.application(companion, job)
        return found is not None and found["phase"] == "filling" and found["fence"] == 2

    await until(kept, "the attempt to go on under a new fence")
    assert await world.accepted(board, job) == 0


async def test_a_tab_that_does_not_hold_the_job_cannot_send(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, lever: Posting, resume: Path
) -> None:
    await world.settle_in(companion)
    holder = await chromium.open(lever.apply_url)
    page = await open_filled(chromium, lever, resume)
    await holder.bring_to_front()
    await chromium.button(holder).click()
    await chromium.button(page).wait_for_status("in_progress")
    await page.bring_to_front()
    await world.press_submit(page, lever)
    assert "so this page did not send anything" in await chromium.button(page).text(".panel")
    assert await world.accepted(board, lever) == 0


async def test_what_goes_past_the_gate_is_reported(
    chromium: Chromium, companion: CompanionProcess, board: BoardProcess, resume: Path
) -> None:
    job = world.posting("gh-old-mechanical")
    page = await chromium.open(job.apply_url)
    await chromium.button(page).wait_for_status("pending")
    for field, value in (("first_name", "G"), ("last_name", "H"), ("email", "g@example.com"), ("phone", "1")):
        await page.fill(f"#{field}", value)
    await page.set_input_files("input[type=file]", resume)
    await page.select_option("select", index=1)
    await page.evaluate("HTMLFormElement.prototype.submit.call(document.querySelector('#application_form'))")
    await world.until_status(companion, job, "applied")
    assert "sent_outside_gate" in await world.events(companion, job)
    assert await world.accepted(board, job) == 1


async def test_firefox_applies_and_sends_once(
    firefox: Firefox, companion: CompanionProcess, board: BoardProcess
) -> None:
    job = world.posting("ashby-founding")
    await world.settle_in(companion)
    tab = await firefox.open(job.apply_url)
    await tab.button.wait_for_status("pending")
    await tab.button.click()
    await world.until_filled(companion, job)
    await tab.click(world.SUBMIT_CONTROLS["ashby"])
    await world.until_status(companion, job, "applied")
    await tab.button.wait_for_status("applied")
    assert await world.accepted(board, job) == 1
