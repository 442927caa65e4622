"""All that the demo runs on, real and its own: board, browser, companion, data directory, profile."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from companion.client import APIClient, APIError
from companion.demo.applicant import ANSWERS, PROFILE, resume_pdf
from companion.demo.browser import DemoBrowser, demo_browser, is_alive
from companion.demo.server import BoardServer, serve_board
from companion.demo.waiting import DemoError, comes_true
from companion.messages.settings import AutoApplyPolicy, Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

COMPANION_SECONDS = 30.0
END_SECONDS = 10.0
REMOVE_TRIES = 20


@dataclass(frozen=True)
class Stage:
    """What runs. `folder` holds the data directory and the browser's profile."""

    folder: Path
    board: BoardServer
    browser: DemoBrowser
    companion: APIClient

    async def companion_pid(self) -> int:
        """Return the companion's process id."""
        return (await self.companion.health()).pid


@asynccontextmanager
async def open_stage(*, headless: bool, keep: bool = False) -> AsyncIterator[Stage]:
    """Start everything and end it again, by the ids of the processes that were started.

    The user's own data directory and browser profile are not touched. `keep` leaves ours where they are.
    Raises DemoError.
    """
    # The name is short: sockets in it must stay under the system's limit.
    folder = Path(tempfile.mkdtemp(prefix="applyonce-demo-"))
    home = folder / "home"
    try:
        async with (
            serve_board() as board,
            APIClient(home=home, start=False) as companion,
            _companion_ends(companion),
            demo_browser(folder / "profile", home, board, headless=headless) as browser,
        ):
            await _companion_is_up(companion)
            yield Stage(folder, board, browser, companion)
    finally:
        if not keep:
            await asyncio.shield(asyncio.to_thread(_remove, folder))


async def settle_in(companion: APIClient, *, concurrency: int) -> None:
    """Give the companion the sample applicant, and auto-apply leave to send without asking."""
    await companion.save_profile(PROFILE)
    for question, answer in ANSWERS:
        await companion.add_answer(question, answer)
    await companion.add_document(resume_pdf(), "Mira Okafor.pdf")
    policy = AutoApplyPolicy(
        concurrency=concurrency, min_interval_seconds=0, daily_cap=1000, default_board_policy="submit"
    )
    await companion.save_settings(Settings(auto_apply=policy, preview="never"))


async def _companion_is_up(companion: APIClient) -> None:
    """Wait for the companion that the browser's native host starts."""
    if not await comes_true(companion.is_running, seconds=COMPANION_SECONDS, ignoring=(APIError,)):
        raise DemoError(
            "The browser did not start the companion through its native host.",
            "See what is wrong with this installation: applyonce doctor",
        )


@asynccontextmanager
async def _companion_ends(companion: APIClient) -> AsyncIterator[None]:
    """End the companion when the browser, and with it every native host, has gone."""
    try:
        yield
    finally:
        started = (companion.home / "companion.lock").exists()
        # One that a host has started in its last moment takes a while to answer.
        if started and await comes_true(companion.is_running, seconds=END_SECONDS / 2, ignoring=(APIError,)):
            pid = (await companion.health()).pid
            await companion.close()
            os.kill(pid, signal.SIGTERM)

            async def gone() -> bool:
                return not is_alive(pid)

            if not await comes_true(gone, seconds=END_SECONDS):
                os.kill(pid, signal.SIGKILL)


def _remove(folder: Path) -> None:
    """Remove a directory that helpers of a browser just closed may still be writing to."""
    for _ in range(REMOVE_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
