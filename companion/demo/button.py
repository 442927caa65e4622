"""The injected button as a user has it: seen, and clicked with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Error

from companion.demo.waiting import comes_true

if TYPE_CHECKING:
    from playwright.async_api import Page

HOST = "applyonce-button"
SUBMIT_CONTROLS = {
    "greenhouse": "button[type=submit].btn--pill, #submit_app",
    "lever": "#btn-submit",
    "ashby": "button.ashby-application-form-submit-button",
    "careers": "main form button[type=submit]",
}
"""The boards' own controls that send an application."""


async def status_of(page: Page) -> str | None:
    """Return what the button shows to everybody; None where there is none."""
    shown: str | None = await page.evaluate(
        f"document.querySelector('{HOST}')?.dataset.applyonceStatus ?? null"
    )
    return shown


async def shows(page: Page, *statuses: str, seconds: float) -> bool:
    """Wait until the button shows one of these statuses, and say whether it came to that."""

    async def so() -> bool:
        return await status_of(page) in statuses

    # Between two documents there is nothing to ask.
    return await comes_true(so, seconds=seconds, ignoring=(Error,))


async def click(page: Page) -> None:
    """Click the button. What it is made of is closed to us; the box of its host is the button's own."""
    script = f"""() => {{
        const box = document.querySelector('{HOST}').getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
    }}"""
    x, y = await page.evaluate(script)
    await page.mouse.click(x, y)
