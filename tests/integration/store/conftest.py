"""An open store in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.store.sqlite import SqliteStore, open_store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path)
    yield opened
    await opened.close()
