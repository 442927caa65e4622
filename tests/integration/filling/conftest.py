from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from playwright.async_api import async_playwright

from companion.browsers import BrowserNotFound, find_browser
from tests.integration.filling.filler import ROOT, Filler

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from playwright.async_api import BrowserContext

    from companion.demo.server import BoardServer

PAGES = Path(__file__).parent / "pages"

pytestmark = pytest.mark.browser


@pytest.fixture
def corpus() -> Path:
    path = Path(os.environ.get("APPLYONCE_CORPUS", ROOT / ".." / "shared" / "corpus")).resolve()
    if not path.is_dir():
        pytest.skip(f"the corpus of real pages is not at {path} (APPLYONCE_CORPUS names its place)")
    return path


@pytest.fixture
async def board() -> AsyncIterator[BoardServer]:
    from companion.demo.server import serve_board

    async with serve_board() as running:
        yield running


@pytest.fixture
async def browser_context(request: pytest.FixtureRequest) -> AsyncIterator[BrowserContext]:
    """A browser in which every host is this machine, or, without the board, no host is reached at all."""
    try:
        chromium = find_browser("chromium")
    except BrowserNotFound as error:
        pytest.skip(str(error))
    wants_board = "board" in request.fixturenames
    server = request.getfixturevalue("board") if wants_board else None
    arguments = (
        server.chromium_arguments if server else ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]
    )
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=str(chromium.path), args=["--no-sandbox", *arguments]
        )
        try:
            context = await browser.new_context(ignore_https_errors=True)
            context.set_default_timeout(10_000)
            yield context
        finally:
            await browser.close()


@pytest.fixture
async def page_server() -> AsyncIterator[str]:
    """Serves the hand-written pages; yields the address of their folder."""
    app = web.Application()
    app.router.add_static("/", PAGES)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.fixture
def open_page(browser_context: BrowserContext, page_server: str) -> Callable[[str], Awaitable[Filler]]:
    """Opens one of the hand-written pages with the filling scripts in it."""

    async def open_it(name: str) -> Filler:
        page = await browser_context.new_page()
        await page.goto(f"{page_server}/{name}")
        filler = Filler(page)
        await filler.inject()
        return filler

    return open_it
