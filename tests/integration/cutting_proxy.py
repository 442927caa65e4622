"""A socket in front of the companion's that loses connections at chosen moments."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

Moment = Literal["before_request", "before_reply", "within_reply"]


class CuttingProxy:
    """Passes connections on. `cuts` are the moments at which the next ones are lost, one for each."""

    def __init__(self, upstream: Path) -> None:
        self.cuts: list[Moment] = []
        self.requests: list[bytes] = []
        self._upstream = upstream

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one request over, or lose it. Every connection serves one, so that each has its own fate."""
        cut = self.cuts.pop(0) if self.cuts else None
        try:
            request = await _message(reader)
            if cut == "before_request" or not request:
                return
            self.requests.append(request)
            upstream_reader, upstream_writer = await asyncio.open_unix_connection(self._upstream)
            upstream_writer.write(request)
            reply = await _message(upstream_reader)
            upstream_writer.close()
            if cut == "before_reply":
                return
            writer.write(reply[: len(reply) // 2] if cut == "within_reply" else reply)
            await writer.drain()
        finally:
            writer.close()


@asynccontextmanager
async def cutting_proxy(upstream: Path, place: Path) -> AsyncIterator[CuttingProxy]:
    """Listen on the socket `place` while the context lasts."""
    proxy = CuttingProxy(upstream)
    server = await asyncio.start_unix_server(proxy.serve, place)
    try:
        yield proxy
    finally:
        server.close()
        await server.wait_closed()


async def _message(reader: asyncio.StreamReader) -> bytes:
    """Read one HTTP message with a Content-Length, or nothing where the other side closes first."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""
    length = next(
        (
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    return head + await reader.readexactly(length)
