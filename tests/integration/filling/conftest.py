from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from aiohttp import web

from tests.integration.filling.filler import Filler

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from playwright.async_api import BrowserContext

    from companion.demo.server import BoardServer
    from tests.integration.shared_chromium import SharedChromium

PAGES = Path(__file__).parent / "pages"


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def running_board() -> AsyncIterator[BoardServer]:
    from companion.demo.server import serve_board

    async with serve_board() as running:
        yield running


@pytest.fixture
def board(running_board: BoardServer) -> BoardServer:
    """A board that has received nothing yet."""
    running_board.state.reset()
    return running_board


@pytest_asyncio.fixture(loop_scope="session")
async def browser_context(
    request: pytest.FixtureRequest, chromium: SharedChromium
) -> AsyncIterator[BrowserContext]:
    """A browser in which every host is this machine, or, without the board, no host is reached at all."""
    if "board" in request.fixturenames:
        board: BoardServer = request.getfixturevalue("board")
        browser = await chromium.running(*board.chromium_arguments)
    else:
        browser = await chromium.running("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")
    context = await browser.new_context(ignore_https_errors=True)
    context.set_default_timeout(10_000)
    yield context
    await context.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
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
