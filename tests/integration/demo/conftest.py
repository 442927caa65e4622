from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright

from companion.browsers import BrowserNotFound, find_browser
from companion.demo.server import BoardServer, serve_board
from tests.integration.demo.applicant import Applicant

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def server() -> AsyncIterator[BoardServer]:
    async with serve_board() as running:
        yield running


@pytest.fixture
async def applicant(server: BoardServer, tmp_path: Path) -> AsyncIterator[Applicant]:
    """A person with a browser to whom this board is the whole Internet."""
    try:
        chromium = find_browser("chromium")
    except BrowserNotFound as error:
        pytest.skip(str(error))
    resume = tmp_path / "resume.pdf"
    resume.write_bytes(b"%PDF-1.4\n% a short resume\n%%EOF\n")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=str(chromium.path), args=["--no-sandbox", *server.chromium_arguments]
        )
        try:
            page = await browser.new_page(ignore_https_errors=True)
            page.set_default_timeout(10_000)
            yield Applicant(page, resume, server.state)
        finally:
            await browser.close()
