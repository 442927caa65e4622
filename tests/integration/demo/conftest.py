from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from companion.browsers import BrowserNotFound, find_browser
from companion.demo.server import BoardServer, serve_board
from tests.integration.demo.applicant import Applicant

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def server() -> AsyncIterator[BoardServer]:
    async with serve_board() as running:
        yield running


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser(server: BoardServer) -> AsyncIterator[Browser]:
    """A browser to which this board is the whole Internet; one for all tests, each with its own context."""
    try:
        chromium = find_browser("chromium")
    except BrowserNotFound as error:
        pytest.skip(str(error))
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(
            executable_path=str(chromium.path), args=["--no-sandbox", *server.chromium_arguments]
        )
        try:
            yield running
        finally:
            await running.close()


@pytest_asyncio.fixture(loop_scope="package")
async def applicant(server: BoardServer, browser: Browser, tmp_path: Path) -> AsyncIterator[Applicant]:
    """A person with a clean browser, before a board that has received nothing yet."""
    server.state.reset()
    resume = tmp_path / "resume.pdf"
    resume.write_bytes(b"%PDF-1.4\n% a short resume\n%%EOF\n")
    context = await browser.new_context(ignore_https_errors=True)
    page = await context.new_page()
    page.set_default_timeout(20_000)
    yield Applicant(page, resume, server.state)
    await context.close()
