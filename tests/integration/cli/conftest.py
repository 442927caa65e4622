from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.harness.companion_process import data_directory
from tests.integration.cli.person import Person

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def person(tmp_path: Path) -> AsyncIterator[Person]:
    """Give a person at a terminal with a home of their own; the companion that they start ends with the test."""
    async with data_directory() as home:
        yield Person(home, tmp_path)
