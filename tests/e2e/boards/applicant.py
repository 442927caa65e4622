"""A person before a form of one page or several: what they press, and what only they can do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Frame, Locator, Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.chromium import Chromium

PLAIN = "form [type=submit]"
WORKDAY = "[data-automation-id=pageFooterNextButton], [data-automation-id=bottom-navigation-next-button]"
BACK = "[data-automation-id=pageFooterBackButton], [data-automation-id=bottom-navigation-back-button]"
FIRST_NAME = "[data-automation-id=legalNameSection_firstName], #name--legalName--firstName"
REVIEW = "[data-automation-id=applyFlowReviewPage]"
SUBMIT = {
    **world.SUBMIT_CONTROLS,
    "workable": "[data-ui=apply-button]",
    "smartrecruiters": "[data-test=footer-submit]",
    "workday": WORKDAY,
    "linkedin": "[data-live-test-easy-apply-submit-button]",
    "indeed": "[data-testid=submit-application-button]:enabled",
    "teamtailor": PLAIN,
    "personio": PLAIN,
    "recruitee": PLAIN,
    "breezy": PLAIN,
    "careers": PLAIN,
}
NEXT = {
    "smartrecruiters": "[data-test=footer-next]",
    "workday": WORKDAY,
    "linkedin": "[data-live-test-easy-apply-next-button], [data-live-test-easy-apply-review-button]",
    "indeed": ".ia-continueButton",
}
PRESS_MS = 120
ANSWER_SECONDS = 3.0
PASSWORD = "a password of one's own"


def control(page: Page | Frame, selector: str) -> Locator:
    """Return the last one that is shown."""
    return page.locator(selector).filter(visible=True).last


async def begin(chromium: Chromium, job: Posting) -> Page:
    """Open the posting, press our Apply there, and do what the board lets only a person do."""
    page = await chromium.open(job.url)
    await chromium.button(page).wait_for_status("pending")
    await chromium.button(page).click()
    if job.board == "indeed":
        await chromium.button(page).wait_for_status("in_progress")
        await page.locator("#indeedApplyButton").click()
    if job.board == "workday":
        await make_account(page)
    return page


async def make_account(page: Page) -> None:
    """Make the account that Workday wants of everyone: typed again where the page has emptied it meanwhile."""
    await page.locator("[data-automation-id=email]").wait_for()
    await until(lambda: _account_made(page), "the account to be made", ignoring=(Error,))


async def come_back(page: Page, job: Posting) -> None:
    """Be where the board leads to after a log-in that had run out: at its form, or at Workday's account."""
    if job.board == "workday":
        account = page.locator("[data-automation-id=email]")
        await account.or_(page.locator(FIRST_NAME)).first.wait_for()
        if await account.count() > 0:
            await make_account(page)


async def _account_made(page: Page) -> bool:
    field = page.locator("[data-automation-id=verifyPassword]")
    if await field.count() == 0:
        return True
    await page.locator("[data-automation-id=email]").fill("mira.okafor@example.org")
    await page.locator("[data-automation-id=password]").fill(PASSWORD)
    await field.fill(PASSWORD)
    await page.locator("[data-automation-id=createAccountCheckbox]").check()
    await page.locator("[data-automation-id=click_filter]").click()
    return await field.count() == 0


async def walk(chromium: Chromium, page: Page, job: Posting) -> None:
    """Press the page's own button on each page that has been filled, up to the one that sends."""
    step = None
    for _ in range(10):
        filled = await _page_filled(chromium, page, job, step)
        if filled["isLast"]:
            await read_through(chromium, page)
            return
        step = filled["step"]
        await read_through(chromium, page)
        await sign(page)
        await control(page, NEXT[job.board]).click()
    raise AssertionError("the form has more pages than the sample board's")


async def read_through(chromium: Chromium, page: Page) -> None:
    """Take the time that a person needs, in which the page may still overwrite from the résumé."""

    async def stays() -> bool:
        return not await chromium.in_content_script(page, "applyonce.fill.isWatching()")

    await until(stays, "the page to leave the fields alone", ignoring=(Error, AssertionError))


async def sign(page: Page) -> None:
    """Tick and date what is the person's own to declare (Workday)."""
    terms = page.locator(
        "input[data-automation-id=acceptTermsAndAgreements], input[data-automation-id=agreementCheckbox],"
        "[data-automation-id^=formField-][data-name=terms] input"
    )
    if await terms.count() > 0:
        await terms.first.check()
    signed = page.locator("[data-automation-id=dateInputWrapper]")
    if await signed.count() > 0:
        for part, digits in (("Month", "11"), ("Day", "24"), ("Year", "2026")):
            await signed.get_by_label(part).press_sequentially(digits)


async def _page_filled(chromium: Chromium, page: Page, job: Posting, before: str | None) -> dict[str, Any]:
    async def filled() -> dict[str, Any] | None:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                found = await chromium.in_content_script(page, "applyonce.conductor?.filled()")
        except TimeoutError:  # asked while the page was leaving
            return None
        return found if found and found["step"] != before else None

    # A document that goes away takes its scripts' world with it.
    return await until(
        filled, f"the next page of {job.id} to be filled", seconds=30, ignoring=(Error, AssertionError)
    )


async def mend(chromium: Chromium, page: Page) -> None:
    """Where the board has changed an earlier page, go back, have it filled again, and return (Workday)."""

    async def is_changed() -> bool:
        return bool(await chromium.in_content_script(page, "applyonce.earlier.changed().length > 0"))

    if not await is_changed():
        return
    first, review = page.locator(FIRST_NAME), page.locator(REVIEW)
    while await first.count() == 0:
        await page.locator(BACK).click()

    async def again() -> bool:
        return await first.input_value() == "Mira"

    await until(again, "the first page to be filled again")
    while await review.count() == 0:
        await read_through(chromium, page)
        await page.locator(WORKDAY).click()
    assert not await is_changed()


async def submit(page: Page, job: Posting) -> None:
    """Press the board's own Submit with the mouse, for as long as a finger does."""
    await control(page, SUBMIT[job.board]).click(delay=PRESS_MS)
