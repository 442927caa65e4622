"""The real companion as a process, with a data directory of its own, and a client of its HTTP API."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp

from native_host.paths import resolve_sockets
from tests.e2e.harness.processes import Process, end_all, pids_with_environment, start
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

REQUEST_SECONDS = 15.0
START_SECONDS = 20.0
APPLYONCE = Path(sys.executable).with_name("applyonce")
"""The command as it is installed beside this Python."""


@dataclass(frozen=True)
class Reply:
    """An answer of the HTTP API."""

    status: int
    body: Any


class CompanionProcess:
    """A companion that can be started, stopped and killed, again and again, on the same data directory."""

    def __init__(
        self,
        home: Path,
        log: Path,
        environment: dict[str, str],
        command: tuple[str, ...] = (str(APPLYONCE), "serve"),
    ) -> None:
        self.home = home
        self._command = command
        self._log = log
        self._environment = environment
        self._process: Process | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None, "the companion was not started"
        return self._process.pid

    async def start(self) -> None:
        """Start it in the foreground and return once it answers."""
        assert self._process is None or not self._process.is_running(), "the companion runs already"
        process = start(list(self._command), log=self._log, environment=self._environment)
        self._process = process

        async def answers() -> bool:
            assert process.is_running(), f"the companion ended: {process.output()[-4000:]}"
            return await self.is_up()

        await until(answers, "the companion to answer", seconds=START_SECONDS)

    async def stop(self) -> int:
        """End it cleanly (SIGTERM) and return its exit status."""
        assert self._process is not None, "the companion was not started"
        return await self._process.stop()

    def kill(self) -> None:
        """Kill it as a crash would (SIGKILL)."""
        assert self._process is not None, "the companion was not started"
        self._process.kill()

    def end(self) -> None:
        """Kill it where it still runs, whatever state the test left it in."""
        if self._process is not None:
            self._process.kill()

    def is_running(self) -> bool:
        """Say whether the process that was started still runs."""
        return self._process is not None and self._process.is_running()

    async def is_up(self) -> bool:
        """Say whether whoever serves this data directory is ready."""
        try:
            return (await self.request("GET", "/api/v1/health")).status == 200
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False

    async def request(self, method: str, path: str, body: object = None, **headers: str) -> Reply:
        """Send one request over `http.sock`, as any outside program would.

        Headers are given as keywords, with `_` for `-` (`idempotency_key="…"`).
        """
        connector = aiohttp.UnixConnector(str(resolve_sockets(self.home).http))
        timeout = aiohttp.ClientTimeout(total=REQUEST_SECONDS)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with (
            aiohttp.ClientSession("http://localhost", connector=connector, timeout=timeout) as client,
            client.request(method, path, json=body, headers=named) as response,
        ):
            is_json = response.content_type == "application/json"
            return Reply(response.status, await response.json() if is_json else await response.text())

    async def get(self, path: str) -> Any:
        """Return the body of a GET, which must be answered by 200."""
        reply = await self.request("GET", path)
        assert reply.status == 200, reply
        return reply.body

    async def post(self, path: str, body: object, **headers: str) -> Any:
        """Return the body of a POST, which must be answered by 200 or 201."""
        reply = await self.request("POST", path, body, **headers)
        assert reply.status in {200, 201}, reply
        return reply.body


@asynccontextmanager
async def data_directory() -> AsyncIterator[Path]:
    """Give a private directory with a short path (sockets need that).

    At the end everything that runs with it is ended, a companion that a native host started included, and it
    is removed.
    """
    home = Path(tempfile.mkdtemp(prefix="applyonce-", dir="/tmp"))
    try:
        yield home
    finally:
        # A native host may just be starting a companion: until none is left.
        while pids := pids_with_environment("APPLYONCE_HOME", str(home)):
            await end_all(pids)
        shutil.rmtree(home)


def companion_environment(home: Path) -> dict[str, str]:
    """Return the environment of a companion with this data directory."""
    return {**os.environ, "APPLYONCE_HOME": str(home), "PYTHONUNBUFFERED": "1"}
