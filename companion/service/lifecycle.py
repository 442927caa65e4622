"""The life of the companion's process: lock, store, sockets, background work, and a clean end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import time
from typing import TYPE_CHECKING

from aiohttp import web

from companion.clock import SystemClock
from companion.service import access, logs, sockets
from companion.service.application import create_app
from companion.service.dispatch import open_dispatcher
from companion.service.lock import hold_lock
from companion.service.native_connections import NativeConnections
from companion.service.native_stream import NativeStream
from companion.service.observed_calls import ObservedCalls
from companion.settings import times_from_environment
from native_host.paths import ensure_data_dir, resolve_sockets

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from companion.domain import Times
    from companion.service.dispatch import Dispatcher

GRACE_SECONDS = 5.0
"""How long requests in flight may take to finish after SIGTERM."""

_logger = logging.getLogger(__name__)


def serve(home: Path, *, port: int | None = None, started_by_host: bool = False) -> None:
    """Serve a data directory until SIGTERM, SIGINT, or, when a native host started us, until nobody needs us.

    `port`: also on 127.0.0.1, with the bearer token; 0 takes a free port. Raises AlreadyRunningError,
    UnsafeFileError, UnsafeDirectory, PortTakenError, InvalidSettingError, OSError, and what opening the store
    raises.
    """
    times = times_from_environment()
    ensure_data_dir(home)
    with hold_lock(home):
        logs.set_up(home)
        asyncio.run(_serve(home, times, port, started_by_host=started_by_host))


async def _serve(home: Path, times: Times, port: int | None, *, started_by_host: bool) -> None:
    stopping = asyncio.Event()
    native = NativeConnections()
    with _stop_signals(stopping):
        async with open_dispatcher(home, times, SystemClock()) as dispatcher:
            calls = ObservedCalls(dispatcher)
            with _bound(home) as (http_listener, native_listener):
                async with _http(home, calls, native, http_listener, port), asyncio.TaskGroup() as group:
                    background = group.create_task(dispatcher.run_background())
                    if started_by_host:
                        group.create_task(_stop_when_idle(dispatcher, native, stopping, times))
                    stream = NativeStream(calls, native)
                    group.create_task(stream.serve(native_listener, stopping, GRACE_SECONDS))
                    _logger.info("serving %s", home)
                    await stopping.wait()
                    background.cancel()
    _logger.info("ended")


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


@contextlib.contextmanager
def _bound(home: Path) -> Iterator[tuple[socket.socket, socket.socket]]:
    http, native = sockets.bind_sockets(home)
    try:
        yield http, native
    finally:
        http.close()
        native.close()
        sockets.remove_sockets(resolve_sockets(home))


@contextlib.asynccontextmanager
async def _http(
    home: Path,
    calls: ObservedCalls,
    native: NativeConnections,
    listener: socket.socket,
    port: int | None,
) -> AsyncIterator[None]:
    """Serve HTTP; at the end let what is in flight finish, within the grace."""
    app = create_app(calls, native, lambda: access.load_token(home))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=GRACE_SECONDS, handle_signals=False)
    await runner.setup()
    try:
        if port is not None:
            access.load_token(home)
            tcp = sockets.bind_tcp(port)
            await web.SockSite(runner, tcp).start()
            _logger.info("listening on http://127.0.0.1:%d", tcp.getsockname()[1])
        # Last: who gets an answer on it can rely on the rest.
        await web.SockSite(runner, listener).start()
        yield
    finally:
        await runner.cleanup()


async def _stop_when_idle(
    dispatcher: Dispatcher, native: NativeConnections, stopping: asyncio.Event, times: Times
) -> None:
    """Set `stopping` once no browser has been connected for a while and auto-apply does not run."""
    while not stopping.is_set():
        idle = 0.0 if native.idle_since is None else time.monotonic() - native.idle_since
        if idle >= times.idle_exit_seconds and not _auto_apply_runs(dispatcher):
            _logger.info("nobody needs the companion any more")
            stopping.set()
            return
        wait = max(times.idle_exit_seconds - idle, times.idle_exit_seconds / 10)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await stopping.wait()


def _auto_apply_runs(dispatcher: Dispatcher) -> bool:
    loop = dispatcher.core.auto_apply
    return loop is not None and loop.state()["state"] == "running"
