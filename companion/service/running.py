"""The service put together: dispatcher, HTTP, native stream and background work, from first answer to last."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from companion.clock import Clock, SystemClock
from companion.service import access, sockets
from companion.service.application import create_app
from companion.service.auto_apply import auto_apply_for
from companion.service.dispatch import Dispatcher, open_dispatcher
from companion.service.native_connections import NativeConnections
from companion.service.native_stream import NativeStream
from companion.service.observed_calls import ObservedCalls
from native_host.paths import Sockets, resolve_sockets

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from companion.domain import Times

GRACE_SECONDS = 5.0
"""How long requests in flight may take to finish once the service is told to end."""

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """A service that serves. `port` is that of the TCP listener; None without one."""

    dispatcher: Dispatcher
    native: NativeConnections
    sockets: Sockets
    port: int | None


@contextlib.asynccontextmanager
async def running(
    home: Path,
    times: Times,
    *,
    port: int | None = None,
    clock: Clock | None = None,
    grace_seconds: float = GRACE_SECONDS,
) -> AsyncIterator[Running]:
    """Serve `home` for as long as the context lasts; the caller holds its lock.

    A failure of the background work ends the context's body. Raises UnsafeFileError, UnsafeDirectory,
    PortTakenError, OSError, and the store's errors.
    """
    stopping = asyncio.Event()
    native = NativeConnections()
    async with open_dispatcher(home, times, clock or SystemClock()) as dispatcher:
        calls = ObservedCalls(dispatcher)
        auto_apply = auto_apply_for(dispatcher, native)
        with _listening(home, port) as listeners:
            async with asyncio.TaskGroup() as group:
                background = group.create_task(dispatcher.run_background())
                stream = NativeStream(calls, native)
                group.create_task(stream.serve(listeners.native, stopping, grace_seconds))
                try:
                    async with _http(home, calls, native, listeners, grace_seconds):
                        try:
                            await auto_apply.restore()
                            yield Running(dispatcher, native, listeners.places, listeners.tcp_port)
                        finally:
                            stopping.set()  # native connections end while HTTP does
                finally:
                    stopping.set()
                    await auto_apply.close()
                    background.cancel()


@dataclass(frozen=True, slots=True)
class _Listeners:
    places: Sockets
    http: socket.socket
    native: socket.socket
    tcp: socket.socket | None

    @property
    def tcp_port(self) -> int | None:
        return None if self.tcp is None else int(self.tcp.getsockname()[1])


@contextlib.contextmanager
def _listening(home: Path, port: int | None) -> Iterator[_Listeners]:
    if port is not None:
        access.load_token(home)  # made before anybody is let in
    with contextlib.ExitStack() as opened:
        tcp = None if port is None else opened.enter_context(sockets.bind_tcp(port))
        http, native = sockets.bind_sockets(home)
        places = resolve_sockets(home)
        opened.callback(sockets.remove_sockets, places)
        opened.enter_context(http)
        opened.enter_context(native)
        yield _Listeners(places, http, native, tcp)


@contextlib.asynccontextmanager
async def _http(
    home: Path, calls: ObservedCalls, native: NativeConnections, listeners: _Listeners, grace_seconds: float
) -> AsyncIterator[None]:
    """Serve HTTP; at the end let what is in flight finish, within the grace."""
    app = create_app(calls, native, lambda: access.load_token(home))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=grace_seconds, handle_signals=False)
    await runner.setup()
    try:
        if listeners.tcp is not None:
            await web.SockSite(runner, listeners.tcp).start()
            _logger.info("listening on http://127.0.0.1:%d", listeners.tcp_port)
        # The Unix socket last: whoever gets an answer on it can rely on the rest.
        await web.SockSite(runner, listeners.http, backlog=sockets.BACKLOG).start()
        yield
    finally:
        await runner.cleanup()
