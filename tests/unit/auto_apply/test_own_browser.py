"""The own browser that does not start, is stopped while it starts, or does not close: nothing stays, or hangs."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from companion.auto_apply import executors
from companion.auto_apply.executors import OwnBrowserExecutor
from companion.auto_apply.ports import BrowserError
from companion.browsers import Browser
from companion.service.native_connections import BrowserCommandError, NativeConnections

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def executor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnBrowserExecutor:
    """Return an executor on a machine whose Chromium is a program that ends at once."""
    monkeypatch.setattr(executors, "find_chromium", lambda: Browser("chromium", Path("/bin/true"), "1.0"))
    return OwnBrowserExecutor(NativeConnections(), (BrowserCommandError,), tmp_path, headless=True)


def drivers() -> Iterator[int]:
    """Yield the processes of Playwright's driver that this one has begun."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int(folder.joinpath("stat").read_text().rpartition(")")[2].split()[1])
                if parent == os.getpid() and b"run-driver" in folder.joinpath("cmdline").read_bytes():
                    yield int(folder.name)
            except OSError:
                continue


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
@pytest.mark.parametrize("after_seconds", [0.0, 0.1, 0.3])
async def test_a_stop_while_it_starts_leaves_no_driver_behind(
    executor: OwnBrowserExecutor, after_seconds: float
) -> None:
    before = set(drivers())
    starting = asyncio.ensure_future(executor.start())
    await asyncio.sleep(after_seconds)
    starting.cancel()
    await asyncio.gather(starting, return_exceptions=True)

    await executor.stop()

    assert set(drivers()) == before


async def test_a_profile_that_cannot_be_prepared_is_told_as_a_browser_that_did_not_start(
    executor: OwnBrowserExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(executors, "install", no_room)
    with pytest.raises(BrowserError, match="No space left on device"):
        await executor.start()


async def test_a_browser_that_does_not_close_keeps_nobody_waiting(
    executor: OwnBrowserExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Hangs:
        async def close(self) -> None:
            await asyncio.get_running_loop().create_future()

    monkeypatch.setattr(executors, "STOP_SECONDS", 0.05)
    hanging: Any = Hangs()
    executor._context = hanging
    async with asyncio.timeout(5):
        await executor.stop()
