from __future__ import annotations

import os
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright

from companion.browsers import BrowserNotFound, find_browser
from tests.integration.extension.pages import ROOT, Pages
from tests.integration.extension_pages.pages import served_extension

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page


@pytest.fixture
def corpus() -> Path:
    path = Path(os.environ.get("APPLYONCE_CORPUS", ROOT / ".." / "shared" / "corpus")).resolve()
    if not path.is_dir():
        pytest.skip(f"the corpus of real pages is not at {path} (APPLYONCE_CORPUS names its place)")
    return path


@asynccontextmanager
async def _pages() -> AsyncIterator[Pages]:
    try:
        chromium = find_browser("chromium")
    except BrowserNotFound as error:
        pytest.skip(str(error))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=str(chromium.path),
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        try:
            context = await browser.new_context()
            context.set_default_timeout(15_000)
            yield await Pages.open(context)
        finally:
            await browser.close()


@pytest.fixture
async def pages() -> AsyncIterator[Pages]:
    """Give a browser that reaches no host, and shows what a test puts at an address."""
    async with _pages() as pages:
        yield pages


@pytest.fixture
async def background(request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """Give a place in which the background's modules run, in the BROWSER that the test's module makes up."""
    try:
        chromium = find_browser("chromium")
    except BrowserNotFound as error:
        pytest.skip(str(error))
    async with async_playwright() as playwright, served_extension() as base:
        browser = await playwright.chromium.launch(executable_path=str(chromium.path), args=["--no-sandbox"])
        try:
            page = await browser.new_page()
            await page.goto(f"{base}lib/ui/tokens.css")
            await page.evaluate(request.module.BROWSER)
            yield page
        finally:
            await browser.close()
