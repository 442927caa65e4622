from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio

from tests.integration.extension.pages import Pages
from tests.integration.extension_pages.pages import served_extension

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import pytest
    from playwright.async_api import Page

    from tests.integration.shared_chromium import SharedChromium


@pytest_asyncio.fixture(loop_scope="session")
async def pages(chromium: SharedChromium) -> AsyncIterator[Pages]:
    """Give a browser that reaches no host, and shows what a test puts at an address."""
    browser = await chromium.running("--host-resolver-rules=MAP * ~NOTFOUND")
    context = await browser.new_context()
    context.set_default_timeout(15_000)
    yield await Pages.open(context)
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def background(request: pytest.FixtureRequest, chromium: SharedChromium) -> AsyncIterator[Page]:
    """Give a place in which the background's modules run, in the BROWSER that the test's module makes up."""
    browser = await chromium.running()
    async with served_extension() as base:
        page = await browser.new_page()
        await page.goto(f"{base}lib/ui/tokens.css")
        await page.evaluate(request.module.BROWSER)
        yield page
        await page.context.close()
