"""The listener on ``native.sock``: accepts connections, bounds their number, and ends them in order."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

from companion.service.native_connection import NativeConnection
from companion.service.sockets import BACKLOG

if TYPE_CHECKING:
    import socket

    from companion.service.native_connections import NativeConnections
    from companion.service.observed_calls import ObservedCalls

MAX_CONNECTIONS = 64
_logger = logging.getLogger(__name__)


class NativeStream:
    """Serves native connections until it is told to stop."""

    def __init__(self, calls: ObservedCalls, connections: NativeConnections) -> None:
        self._calls = calls
        self._connections = connections
        self._open = 0

    async def serve(self, listener: socket.socket, stopping: asyncio.Event, grace_seconds: float) -> None:
        """Accept until `stopping`; then what is in flight may finish, for `grace_seconds` at most."""
        async with asyncio.TaskGroup() as group:

            def accepted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                if self._open >= MAX_CONNECTIONS:
                    writer.transport.abort()
                    return
                self._open += 1
                group.create_task(self._serve_one(reader, writer, stopping, grace_seconds))

            server = await asyncio.start_unix_server(accepted, sock=listener, backlog=BACKLOG)
            try:
                await stopping.wait()
            finally:
                server.close()

    async def _serve_one(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        stopping: asyncio.Event,
        grace_seconds: float,
    ) -> None:
        connection = NativeConnection(reader, writer, self._calls, self._connections)
        self._connections.add(connection)
        try:
            await connection.run(stopping, grace_seconds)
        except Exception:
            _logger.exception("a fault ended a native connection")  # this one; the others go on
        finally:
            self._open -= 1
            self._connections.remove(connection)
            writer.close()
            with contextlib.suppress(ConnectionError, TimeoutError):
                async with asyncio.timeout(grace_seconds):
                    await writer.wait_closed()
            writer.transport.abort()
