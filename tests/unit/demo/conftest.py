from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiohttp.test_utils import TestClient, TestServer

from companion.demo.board import create_board
from tests.unit.demo.board_client import BoardClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def board() -> AsyncIterator[BoardClient]:
    async with TestClient(TestServer(create_board())) as client:
        yield BoardClient(client)
