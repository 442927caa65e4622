"""One headless Chromium for many tests: to start and end one took longer than most of what they show."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright

from companion.browsers import BrowserNotFound, find_chromium

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Browser, Playwright


class SharedChromium:
    """Runs a browser for each set of arguments that is asked for. A test opens contexts of its own in it."""

    def __init__(self, playwright: Playwright, path: Path) -> None:
        self._playwright = playwright
        self._path = path
        self._running: dict[tuple[str, ...], Browser] = {}

    async def running(self, *arguments: str) -> Browser:
        """Return the browser with these arguments; one that has crashed is started again."""
        browser = self._running.get(arguments)
        if browser is None or not browser.is_connected():
            browser = await self._playwright.chromium.launch(
                executable_path=str(self._path), args=["--no-sandbox", *arguments]
            )
            self._running[arguments] = browser
        return browser

    async def close(self) -> None:
        """End all of them."""
        for browser in self._running.values():
            await browser.close()


@asynccontextmanager
async def shared_chromium() -> AsyncIterator[SharedChromium]:
    """Give it while the context lasts; a machine that has no Chromium skips the tests."""
    try:
        found = find_chromium()
    except BrowserNotFound as error:
        pytest.skip(str(error))
    async with async_playwright() as playwright:
        shared = SharedChromium(playwright, found.path)
        try:
            yield shared
        finally:
            await shared.close()
