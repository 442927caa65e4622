"""What the attacks in both browsers begin with: hostile pages, and a companion that listens on TCP too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from companion.browsers import BrowserNotFound
from tests.e2e.harness.chromium import Chromium, start_chromium
from tests.e2e.hostile.actors import companion_on_tcp, free_port
from tests.e2e.hostile.site import HostileSite, hostile_site

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.e2e.harness.companion_process import CompanionProcess


@pytest.fixture(scope="module")
def port() -> int:
    """Give a free port for the companion's API."""
    return free_port()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site() -> AsyncIterator[HostileSite]:
    """Give the server of hostile pages."""
    async with hostile_site() as site:
        yield site


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def companion(port: int, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[CompanionProcess]:
    """Give a companion with an applicant in it, which listens on TCP too."""
    async with companion_on_tcp(port, tmp_path_factory.mktemp("hostile") / "companion.log") as companion:
        yield companion


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_chromium(
    site: HostileSite, companion: CompanionProcess, port: int, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Chromium]:
    """Give a Chromium that meets the hostile pages, and reaches the companion's port by a name of theirs too."""
    rules = f"MAP rebound.example.net 127.0.0.1:{port}, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]"
    browser = start_chromium(
        tmp_path_factory.mktemp("hostile") / "chromium",
        board_port=site.port,
        home=companion.home,
        arguments=(f"--host-resolver-rules={rules}, MAP * 127.0.0.1:{site.port}",),
    )
    try:
        async with browser as running:
            yield running
    except BrowserNotFound as error:
        pytest.skip(str(error))


@pytest_asyncio.fixture(loop_scope="module")
async def chromium(shared_chromium: Chromium) -> AsyncIterator[Chromium]:
    """Give it, and close what a test has opened."""
    yield shared_chromium
    for page in shared_chromium.context.pages[1:]:
        await page.close()
