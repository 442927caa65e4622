"""What the attacks in both browsers begin with: hostile pages, and a companion that listens on TCP too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

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
