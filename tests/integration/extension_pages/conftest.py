from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright

from tests.integration.extension_pages.pages import Extension, served_extension

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def extension() -> AsyncIterator[Extension]:
    """Give the extension's pages in a headless Chromium; at the end none broke its CSP or the protocol."""
    chromium = shutil.which("chromium")
    async with async_playwright() as playwright, served_extension() as base:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            pages = Extension(browser, base)
            yield pages
            await pages.check()
        finally:
            await browser.close()
