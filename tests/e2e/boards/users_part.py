"""What auto-apply leaves to its user: a captcha, a press of their own, a log-in, a code that came by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Error

from tests.e2e.boards import applicant
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Frame, Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.board_process import BoardProcess

EMAIL = "mira.okafor@example.org"


async def frame_with(page: Page, selector: str) -> Frame:
    """Return the frame of a tab that shows this: a board's form may stand in a frame of a company's page."""

    async def shown() -> Frame | None:
        for frame in page.frames:
            if await frame.locator(selector).filter(visible=True).count() > 0:
                return frame
        return None

    return await until(shown, f"{selector} to be shown at {page.url}", ignoring=(Error,))


async def solve_captcha(page: Page) -> None:
    """Tick the captcha's box, where it is still there."""
    for frame in page.frames:
        if "hcaptcha" in frame.url:
            try:
                await frame.locator("#checkbox").click(timeout=2_000)
            except Error:
                return  # it was solved by the look before this one


async def press(page: Page, job: Posting) -> None:
    """Press the board's Submit."""
    await page.bring_to_front()
    selector = applicant.SUBMIT[job.board]
    await applicant.control(await frame_with(page, selector), selector).click(delay=applicant.PRESS_MS)


async def log_in(page: Page) -> None:
    """Sign in where the board has sent the tab for that."""
    await page.bring_to_front()
    frame = await frame_with(page, "#login-email")
    await frame.locator("#login-email").fill(EMAIL)
    await frame.locator("#login-password").fill(applicant.PASSWORD)
    await frame.locator("button[type=submit]").click()


async def enter_code(page: Page, job: Posting, board: BoardProcess) -> None:
    """Type the code that the board has mailed, and send."""
    await page.bring_to_front()
    (mail,) = [each for each in (await board.state())["security_codes"] if each["job"] == job.id]
    frame = await frame_with(page, "#security-input-0")
    for place, character in enumerate(mail["code"]):
        await frame.locator(f"#security-input-{place}").fill(character)
    await press(page, job)
