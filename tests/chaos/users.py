"""Simulated users: they click Apply, or fill by hand, press Submit, reload what hangs, and leave tabs lying about.

They do what a person would who reads: nobody sends past a warning, and where a press of Submit has led to
nothing that can be seen, the page is loaded again before the next press.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

import aiohttp
from playwright.async_api import Error

from companion.demo.applicant import PROFILE
from companion.demo.button import HOST
from tests.chaos.patience import ACTION_SECONDS, in_time
from tests.chaos.scene import told
from tests.e2e.world import SUBMIT_CONTROLS

if TYPE_CHECKING:
    import random
    from collections.abc import Awaitable, Callable

    from playwright.async_api import Page

    from companion.demo.posting import Posting
    from tests.chaos.profiles import Profile
    from tests.chaos.scene import Scene
    from tests.e2e.harness.chromium import Chromium

VISIT_SECONDS = 75.0
LOAD_SECONDS = 12.0
BUTTON_SECONDS = 10.0
FILL_SECONDS = 12.0
GLANCE_SECONDS = 3.0
"""A tab on a job that is held elsewhere is looked at for so long."""
OUTCOME_SECONDS = 14.0
POLL_SECONDS = 0.15
ROUNDS = 3
BY_HAND = 0.3
"""How many of the plain forms are filled by hand, without our button."""
INBOX = 3
LEFT_LYING = 3
SETTLED = ("applied", "unconfirmed")

MAIL_STANDS = """(mail) => [...document.querySelectorAll("input")].some((each) => each.value === mail)"""
STATUS = f"document.querySelector('{HOST}')?.dataset.applyonceStatus ?? null"
TROUBLE = (Error, AssertionError, TimeoutError, OSError, aiohttp.ClientError)
"""What a user's visit may run into while everything is being killed around it."""


class User:
    """One person at one profile, with one tab in front of them and others left lying about."""

    def __init__(
        self, name: str, profile: Profile, scene: Scene, random: random.Random, *, by_hand: float = BY_HAND
    ) -> None:
        self.name = name
        self.visits = 0
        self._profile = profile
        self._scene = scene
        self._random = random
        self._by_hand = by_hand
        self._inbox: deque[Posting] = deque(maxlen=INBOX)
        self._lying: deque[tuple[Page, Posting]] = deque()

    def hear_of(self, posting: Posting) -> None:
        """Take note of a job that somebody else has found too."""
        self._inbox.append(posting)

    async def work(self, share: Callable[[Posting], Awaitable[None]]) -> None:
        """Go from job to job until the scene closes; `share` tells others of a job that nobody has seen."""
        while not self._scene.closing.is_set():
            posting = self._choose()
            if posting is None:
                posting = self._scene.jobs.fresh()
                await share(posting)
            await self.visit(posting)

    async def visit(self, posting: Posting) -> None:
        """Try to apply to a job, as long as a person's patience lasts."""
        self.visits += 1
        page: Page | None = None
        try:
            async with asyncio.timeout(VISIT_SECONDS):
                chromium = await self._profile.up()
                page = await in_time(chromium.context.new_page())
                outcome = await self._apply(chromium, page, posting)
            self._note(posting, outcome)
        except TROUBLE as error:
            self._note(posting, f"gives up: {told(error)}")
            await asyncio.sleep(POLL_SECONDS)
        finally:
            if page is not None:
                await self._leave(page, posting)

    # --- inside -------------------------------------------------------------------------------------------

    def _choose(self) -> Posting | None:
        if self._inbox and self._random.random() < 0.75:
            return self._inbox.popleft()
        return self._scene.jobs.recent() if self._random.random() < 0.08 else None

    def _note(self, posting: Posting, what: str) -> None:
        self._scene.diary.note(self.name, f"{posting.id} {what}")

    async def _apply(self, chromium: Chromium, page: Page, posting: Posting) -> str:
        by_hand = posting.board == "lever" and not posting.questions and self._random.random() < self._by_hand
        await self._load(page, posting.apply_url)
        for _ in range(ROUNDS):
            shown = await self._status(page, "pending", "in_progress", *SETTLED)
            if self._scene.posting_at(page.url) not in (posting, None):
                await self._reload(
                    page, posting
                )  # somebody has led the tab elsewhere: what it shows is of another job
                continue
            if shown in SETTLED:
                if shown == "applied":
                    self._scene.promised.add(posting.id)
                return f"is told: {shown}"
            if shown not in ("pending", "in_progress"):
                await self._reload(page, posting)
                continue
            if shown == "pending" and not by_hand:
                self._note(posting, "clicks Apply")
                await in_time(chromium.button(page).click(".apply"))
            if by_hand and shown == "pending":
                await self._fill(page)
            elif not await self._is_filled(page, FILL_SECONDS if shown == "pending" else GLANCE_SECONDS):
                if await self._shown(page) == "in_progress" and not await self._has_mail(page):
                    return "leaves it to whoever holds it"
                if self._random.random() < 0.6:
                    await self._reload(page, posting)
                    continue
            await self._press(page, posting)
            outcome = await self._status(page, *SETTLED, seconds=OUTCOME_SECONDS)
            if outcome in SETTLED:
                continue
            await self._reload(page, posting)
        return f"leaves, shown {await self._shown(page)}"

    async def _press(self, page: Page, posting: Posting) -> None:
        self._note(posting, "presses Submit")
        await in_time(page.bring_to_front())
        await page.locator(SUBMIT_CONTROLS[posting.board]).last.click(timeout=ACTION_SECONDS * 1000)

    async def _load(self, page: Page, address: str) -> None:
        with suppress(Error, TimeoutError):
            await page.goto(address, wait_until="domcontentloaded", timeout=LOAD_SECONDS * 1000)

    async def _reload(self, page: Page, posting: Posting) -> None:
        self._note(posting, "loads it again")
        self._scene.diary.habit("the user loaded it again", self._profile.name, posting.id)
        await self._load(page, posting.apply_url)

    async def _status(self, page: Page, *wanted: str, seconds: float = BUTTON_SECONDS) -> str | None:
        """Wait until the button shows one of these, and return what it shows in the end."""
        shown: str | None = None
        try:
            async with asyncio.timeout(seconds):
                while shown not in wanted:
                    await asyncio.sleep(POLL_SECONDS)
                    shown = await self._shown(page)
        except TimeoutError:
            pass
        return shown

    async def _shown(self, page: Page) -> str | None:
        try:
            shown: str | None = await in_time(page.evaluate(STATUS))
        except (Error, TimeoutError):
            if page.is_closed():
                raise
            return None
        return shown

    async def _has_mail(self, page: Page) -> bool:
        return bool(await in_time(page.evaluate(MAIL_STANDS, PROFILE["basics"]["email"])))

    async def _is_filled(self, page: Page, seconds: float) -> bool:
        """Wait until the form has values and no field changes for a while: a person sees it come to rest."""
        script = (
            "() => [...document.querySelectorAll('input, select, textarea')].map((each) => each.value).join()"
        )
        before, calm = "", 0
        try:
            async with asyncio.timeout(seconds):
                while calm < 5:
                    await asyncio.sleep(POLL_SECONDS)
                    now = await in_time(page.evaluate(script))
                    calm = calm + 1 if now == before and await self._has_mail(page) else 0
                    before = now
        except TimeoutError:
            return False
        return True

    async def _fill(self, page: Page) -> None:
        for name, value in (("name", "Mira Okafor"), ("phone", "+49 30 5550111")):
            await page.locator(f"[name={name}]").fill(value, timeout=ACTION_SECONDS * 1000)
        await page.locator("[name=email]").fill(PROFILE["basics"]["email"], timeout=ACTION_SECONDS * 1000)
        resume = {"name": "mira.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}
        await page.locator("#resume-upload-input").set_input_files(resume, timeout=ACTION_SECONDS * 1000)  # type: ignore[arg-type]
        place = page.locator("#location-input")
        if await place.count():
            await place.press_sequentially("Berlin", timeout=ACTION_SECONDS * 1000)
            await page.locator(".dropdown-location").first.click(timeout=ACTION_SECONDS * 1000)

    async def _leave(self, page: Page, posting: Posting) -> None:
        """Close the tab, or let it lie for a while beside a few others."""
        if self._random.random() < 0.3 and not page.is_closed():
            self._lying.append((page, posting))
            if len(self._lying) <= LEFT_LYING:
                return
            page, posting = self._lying.popleft()
        self._scene.diary.habit("the user closed it", self._profile.name, posting.id)
        with suppress(*TROUBLE):
            await in_time(page.close())
