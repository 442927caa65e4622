"""The simulated user: clicks Apply on a job in two tabs of their own, while auto-apply is at work on it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.client import CompanionUnavailable
from companion.demo.applicant import PROFILE
from companion.demo.button import SUBMIT_CONTROLS, click, shows, status_of
from companion.demo.waiting import comes_true
from companion.identity import identify, job_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playwright.async_api import Page

    from companion.client import APIClient
    from companion.demo.browser import DemoBrowser
    from companion.demo.posting import Posting
    from companion.messages.shapes import Application

ADDRESSES = ("", "?utm_source=newsletter&utm_campaign=jobs")
"""One tab comes from the board itself, one from a newsletter: it is the same job."""
PATIENCE_SECONDS = 20.0
FILLING_SECONDS = 15.0
READING_SECONDS = 6.0
"""Before a user presses Submit again: the first press may only have told them what to look at."""
FILLING_TRIES = 3
"""How often a user presses Apply again in a tab that was to fill the form and stopped."""
_COMPANION_ANSWERS = ("pending", "in_progress", "applied", "unconfirmed")


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of the user's clicks on one job. `won`: a click got the user the job, who then sent it."""

    clicks: int
    won: bool


def id_of(posting: Posting) -> str:
    """Return the job's id, the same on every machine."""
    return str(job_id(identify(posting.url).key))


class Visitor:
    """A user who goes through the jobs, one after the other. `look` is called with each tab on the way."""

    def __init__(
        self, browser: DemoBrowser, companion: APIClient, look: Callable[[Page], Awaitable[None]]
    ) -> None:
        self._browser = browser
        self._companion = companion
        self._look = look

    async def visit(self, posting: Posting) -> Visit:
        """Click Apply in two tabs at once. Where that got the user the job: read the form and press Submit."""
        tabs = await asyncio.gather(
            *(self._browser.open(posting.apply_url + address) for address in ADDRESSES)
        )
        try:
            before = await asyncio.gather(*(self._click(tab) for tab in tabs))
            won = "pending" in before and await self._got_it(posting)
            await self._look_at(tabs)
            if won:
                await self._finish(posting, tabs)
                await self._look_at(tabs)
            return Visit(len(tabs), won)
        finally:
            await asyncio.gather(*(tab.close() for tab in tabs))

    async def _look_at(self, tabs: list[Page]) -> None:
        for tab in tabs:
            await self._look(tab)

    async def _click(self, tab: Page) -> str | None:
        """Click the button as soon as the companion stands behind it; return what it showed just before."""
        await shows(tab, *_COMPANION_ANSWERS, seconds=PATIENCE_SECONDS)
        before = await status_of(tab)
        if before is not None:
            await click(tab)
        return before

    async def _got_it(self, posting: Posting) -> bool:
        """Say whether one of our tabs holds the job; the other claimant may be auto-apply."""
        found: list[Application] = []

        async def claimed() -> bool:
            application = await self._application(posting)
            if application is not None and application.status_name != "pending":
                found.append(application)
            return bool(found)

        await comes_true(claimed, seconds=PATIENCE_SECONDS, ignoring=(CompanionUnavailable,))
        return bool(found) and found[0].holder is not None and found[0].holder.kind == "tab"

    async def _finish(self, posting: Posting, tabs: list[Page]) -> None:
        """Wait until the form is filled, then press the board's Submit in the tab that has it."""

        async def is_filled() -> bool:
            application = await self._application(posting)
            progress = application.progress if application else None
            return progress is not None and progress.step == "done"

        for _ in range(FILLING_TRIES):
            filled = await comes_true(is_filled, seconds=FILLING_SECONDS, ignoring=(CompanionUnavailable,))
            for tab in tabs:
                if not await _has_value(tab, PROFILE["basics"]["email"]):
                    continue
                if filled:
                    for seconds in (READING_SECONDS, READING_SECONDS, PATIENCE_SECONDS):
                        await tab.locator(SUBMIT_CONTROLS[posting.board]).last.click()
                        if await shows(tab, "applied", "unconfirmed", seconds=seconds):
                            break
                    return
                await click(tab)

    async def _application(self, posting: Posting) -> Application | None:
        return (await self._companion.job(id_of(posting))).application


async def _has_value(page: Page, value: str) -> bool:
    """Say whether a field of the page has this value."""
    script = "(value) => [...document.querySelectorAll('input')].some((each) => each.value === value)"
    found: bool = await page.evaluate(script, value)
    return found
