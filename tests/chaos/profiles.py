"""A user's Chromium that is started again whenever it has died."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from playwright.async_api import Error

from tests.chaos import processes
from tests.e2e.harness.chromium import Chromium, start_chromium

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page, Request

    from tests.chaos.diary import Diary

UP_SECONDS = 60.0
LOOK_SECONDS = 0.25
INSTANCE = "chrome.storage.local.get('instance').then((stored) => stored.instance ?? null)"


class Profile:
    """One browser profile. `instance` is what its extension calls itself to the companion."""

    def __init__(
        self, name: str, folder: Path, board_port: int, home: Path, extension: Path, diary: Diary
    ) -> None:
        self.name = name
        self.folder = folder
        self.instance = ""
        self.starts = 0
        self._home = home
        self._port = board_port
        self._extension = extension
        self._diary = diary
        self._chromium: Chromium | None = None
        self._methods: WeakKeyDictionary[Page, str] = WeakKeyDictionary()
        self._is_up = asyncio.Event()

    @property
    def now(self) -> Chromium | None:
        """The browser, where it runs."""
        return self._chromium

    async def up(self) -> Chromium:
        """Return the browser once it runs. TimeoutError after UP_SECONDS."""
        async with asyncio.timeout(UP_SECONDS):
            while self._chromium is None:
                await self._is_up.wait()
        return self._chromium

    async def keep_running(self) -> None:
        """Run it until cancelled."""
        while True:
            try:
                await self._run_once()
            except (Error, TimeoutError, AssertionError, OSError, IndexError) as error:
                self._diary.note(self.name, f"could not start or end: {_short(error)}")
            finally:
                self._chromium = None
                self._is_up.clear()

    async def _run_once(self) -> None:
        starting = start_chromium(
            self.folder,
            board_port=self._port,
            home=self._home,
            extension=self._extension,
            log=self._diary.path.with_name(f"{self.name}.log"),
        )
        async with starting as chromium:
            self.starts += 1
            chromium.context.on("request", self._note_method)
            self._diary.note(self.name, f"runs, for the {self.starts}. time")
            self._chromium = chromium
            self._is_up.set()
            while processes.browser(self.folder) is not None:
                await self._learn_instance(chromium)
                await asyncio.sleep(LOOK_SECONDS)
            self._diary.note(self.name, "has died")
            self._chromium = None
            self._is_up.clear()

    def _note_method(self, request: Request) -> None:
        if not request.is_navigation_request():
            return
        with suppress(Error):  # the tab may be gone, or not there yet
            if request.frame.parent_frame is None:
                self._methods[request.frame.page] = request.method

    def was_posted(self, page: Page) -> bool:
        """Say whether a tab shows the answer to a form: the browser asks before it loads that again.

        Automation is not asked, and would send the form a second time; a user says no.
        """
        return self._methods.get(page) == "POST"

    async def _learn_instance(self, chromium: Chromium) -> None:
        if self.instance:
            return
        try:
            self.instance = await chromium.in_worker(INSTANCE) or ""
        except (Error, TimeoutError, AssertionError):
            return


def _short(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"[:160]
