"""The sample job board as a process of its own, and what it counted."""

from __future__ import annotations

import os
import re
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp

from tests.e2e.harness.processes import Process, start
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

REQUEST_SECONDS = 10.0


class BoardProcess:
    """A running board under every host name, on `port`, by TLS."""

    def __init__(self, process: Process, port: int, client: aiohttp.ClientSession) -> None:
        self.process = process
        self.port = port
        self._client = client

    async def state(self) -> dict[str, Any]:
        """Return what it received: submissions, requests, armed faults, security codes."""
        async with self._client.get("/__board/state") as response:
            response.raise_for_status()
            state: dict[str, Any] = await response.json()
            return state

    async def arm(self, fault: str, **options: object) -> None:
        """Have it misbehave: see companion/demo/faults.py for the names; options job, times, delay_ms."""
        async with self._client.post("/__board/faults", json={"fault": fault, **options}) as response:
            assert response.status == 200, await response.text()

    async def reset(self) -> None:
        """Forget everything that it received, and all faults."""
        async with self._client.post("/__board/reset") as response:
            response.raise_for_status()


@asynccontextmanager
async def board_process(log: Path) -> AsyncIterator[BoardProcess]:
    """Run a fresh board while the context lasts."""
    command = [sys.executable, "-m", "companion.demo.board", "--tls"]
    process = start(command, log=log, environment={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:

        def announced() -> re.Match[str] | None:
            assert process.is_running(), f"the board ended: {process.output()}"
            return re.search(r"https://127\.0\.0\.1:(\d+)", process.output())

        port = int((await until(announced, "the board's address"))[1])
        async with aiohttp.ClientSession(
            f"https://127.0.0.1:{port}",
            connector=aiohttp.TCPConnector(ssl=False),
            timeout=aiohttp.ClientTimeout(total=REQUEST_SECONDS),
        ) as client:
            yield BoardProcess(process, port, client)
    finally:
        process.kill()
