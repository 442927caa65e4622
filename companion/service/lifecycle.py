"""The life of the companion's process: its lock, its log, what ends it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import time
from typing import TYPE_CHECKING

from companion.service import logs
from companion.service.lock import hold_lock
from companion.service.running import Running, running
from companion.settings import times_from_environment
from companion.store.errors import StoreBusyError
from native_host.paths import ensure_data_dir

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.domain import Times

BUSY_PAUSE_SECONDS = 0.5
"""Between two looks at a database that another program holds; each look itself waits for it some seconds."""

_logger = logging.getLogger(__name__)


def serve(home: Path, *, port: int | None = None, started_by_host: bool = False) -> None:
    """Serve a data directory until SIGTERM, SIGINT, or, when a native host started us, until nobody needs us.

    `port`: also on 127.0.0.1, with the bearer token; 0 takes a free port. Raises AlreadyRunningError,
    UnsafeFileError, UnsafeDirectory, PortTakenError, InvalidSettingError, OSError, and the store's errors.
    """
    times = times_from_environment()
    ensure_data_dir(home)
    with hold_lock(home):
        logs.set_up(home)
        try:
            asyncio.run(_serve(home, times, port, started_by_host=started_by_host))
        except Exception:
            _logger.exception("the companion ended by a fault")
            raise


async def _serve(home: Path, times: Times, port: int | None, *, started_by_host: bool) -> None:
    stopping = asyncio.Event()
    with _stop_signals(stopping):
        async with contextlib.AsyncExitStack() as stack:
            service = None
            while service is None:
                opening = running(home, times, port=port)
                service = await _entered(stack, opening, patient=started_by_host)
                if service is None and await _set_within(stopping, BUSY_PAUSE_SECONDS):
                    return
            _logger.info("serving %s", home)
            if started_by_host:
                await _until_idle(service, stopping, times.idle_exit_seconds)
            else:
                await stopping.wait()
            _logger.info("ending")
    _logger.info("ended")


async def _entered(
    stack: contextlib.AsyncExitStack,
    opening: contextlib.AbstractAsyncContextManager[Running],
    *,
    patient: bool,
) -> Running | None:
    """Begin to serve; None where another program holds the database and one is `patient`.

    Whoever starts a companion by hand is told at once. A host would only start the next one, ever more
    seldom, and the user would wait long after the database is free.
    """
    try:
        return await stack.enter_async_context(opening)
    except StoreBusyError as error:
        if not patient:
            raise
        _logger.warning("%s", error)
        return None


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()


@contextlib.contextmanager
def _stop_signals(stopping: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    try:
        yield
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


async def _until_idle(service: Running, stopping: asyncio.Event, idle_seconds: float) -> None:
    """Return once no browser has been connected for that long while auto-apply does not run, or on `stopping`."""
    while not stopping.is_set():
        since = service.native.idle_since
        idle = 0.0 if since is None or service.dispatcher.is_busy() else time.monotonic() - since
        if idle >= idle_seconds:
            _logger.info("nobody needs the companion any more")
            return
        await _set_within(stopping, max(idle_seconds - idle, idle_seconds / 10))
