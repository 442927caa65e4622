from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio

from tests.integration.extension_pages.pages import Extension, served_extension

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.integration.shared_chromium import SharedChromium


@pytest_asyncio.fixture(loop_scope="session")
async def extension(chromium: SharedChromium) -> AsyncIterator[Extension]:
    """Give the extension's pages in a headless Chromium; at the end none broke its CSP or the protocol."""
    async with served_extension() as base:
        pages = Extension(await chromium.running(), base)
        try:
            yield pages
            await pages.check()
        finally:
            await pages.close()
