"""Starts the companion in the background, as the native host does, and waits until it serves."""

from __future__ import annotations

import asyncio
import atexit
import os
import time
from typing import TYPE_CHECKING

from companion.http_client.errors import CompanionUnavailable
from native_host.backoff import Backoff
from native_host.paths import ensure_data_dir
from native_host.starter import START_SECONDS, CompanionStarter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

OTHER_STARTER_SECONDS = 5.0
"""How long to wait for somebody else's companion after ours ended: of many started at once one serves."""

_started: list[CompanionStarter] = []
"""Those whose companion may still run: it outlives its client, and somebody has to collect its exit status."""


@atexit.register
def _leave_companions() -> None:
    for starter in _started:
        starter.leave()


async def start_companion(home: Path, answers: Callable[[], Awaitable[bool]]) -> None:
    """Start it and return once `answers` says so. Raises CompanionUnavailable, with the reason.

    It outlives this process, and ends by itself when nothing needs it.
    """
    try:
        ensure_data_dir(home)
    except OSError as error:
        raise CompanionUnavailable(f"The data directory cannot be used: {error}.") from error
    starter = CompanionStarter(environment={**os.environ, "APPLYONCE_HOME": str(home)})
    _started[:] = [earlier for earlier in _started if earlier.running()]
    _started.append(starter)
    began = time.monotonic()
    starter.start(began)
    ended: float | None = None
    pause = Backoff(0.02, 0.25)
    while not await answers():
        now = time.monotonic()
        if ended is None and not starter.running():
            ended = now
        if now - began > START_SECONDS or (ended is not None and now - ended > OTHER_STARTER_SECONDS):
            why = starter.failure(now) or "it did not answer"
            raise CompanionUnavailable(
                f"The companion could not be started: {why}. Run “applyonce serve” to see why."
            )
        await asyncio.sleep(pause.next())
