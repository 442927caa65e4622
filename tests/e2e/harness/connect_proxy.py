"""A CONNECT proxy that leads every host name to one local port: what Chromium has --host-resolver-rules for.

Firefox has no such option, and its DNS overrides cannot map a port. Nothing leaves this machine: whatever
Firefox itself may ask for ends at the board as well.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HEAD_SECONDS = 10.0
CHUNK_BYTES = 65536


@asynccontextmanager
async def connect_proxy(target_port: int) -> AsyncIterator[int]:
    """Serve on a free port of 127.0.0.1 while the context lasts; gives the port."""
    open_tasks: set[asyncio.Task[None]] = set()
    closing = False

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        open_tasks.add(task)
        try:
            await _serve(reader, writer, target_port)
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            return  # either side may go at any time
        except asyncio.CancelledError:
            if not closing:
                raise
            return  # asyncio's own callback of a connection's task complains of one that ends as cancelled
        finally:
            open_tasks.discard(task)
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        closing = True
        server.close()
        for task in open_tasks.copy():
            task.cancel()
        await asyncio.gather(*open_tasks, return_exceptions=True)


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, target_port: int) -> None:
    head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), HEAD_SECONDS)
    if not head.startswith(b"CONNECT "):
        # A page over plain http: boards have none.
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        await writer.drain()
        return
    target_reader, target_writer = await asyncio.open_connection("127.0.0.1", target_port)
    try:
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(_copy(reader, target_writer), _copy(target_reader, writer))
    finally:
        target_writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while chunk := await reader.read(CHUNK_BYTES):
            writer.write(chunk)
            await writer.drain()
    finally:
        writer.close()
