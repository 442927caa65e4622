from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.integration.shared_chromium import SharedChromium, shared_chromium

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def corpus() -> Path:
    path = Path(os.environ.get("APPLYONCE_CORPUS", ROOT / ".." / "shared" / "corpus")).resolve()
    if not path.is_dir():
        pytest.skip(f"the corpus of real pages is not at {path} (APPLYONCE_CORPUS names its place)")
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[SharedChromium]:
    """Give the Chromium that all tests share which need no extension in it."""
    async with shared_chromium() as shared:
        yield shared
