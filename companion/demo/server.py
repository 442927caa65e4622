"""Run the sample job board on 127.0.0.1, with or without TLS."""

from __future__ import annotations

import ssl
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import trustme
from aiohttp import web

from companion.demo.board import BOARD, create_board
from companion.demo.pages import HOSTS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from companion.demo.context import Board, Settings

SHUTDOWN_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class BoardServer:
    """A running board. `state` is its live state: counts and faults can be read and set without HTTP."""

    port: int
    tls: bool
    state: Board

    @property
    def url(self) -> str:
        """The address of its front page and of the control routes."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def chromium_arguments(self) -> list[str]:
        """The arguments with which Chromium meets this board under every host name, and nothing else."""
        return [
            f"--host-resolver-rules=MAP * 127.0.0.1:{self.port}",
            "--ignore-certificate-errors",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]


def _tls_context() -> ssl.SSLContext:
    names = [f"*{suffix}" if suffix.startswith(".") else suffix for suffix in HOSTS]
    certificate = trustme.CA().issue_cert("127.0.0.1", "localhost", *names)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context


@asynccontextmanager
async def serve_board(
    *, port: int = 0, tls: bool = True, settings: Settings | None = None
) -> AsyncIterator[BoardServer]:
    """Serve a fresh board while the context lasts; port 0 picks a free one. OSError if it is taken."""
    app = create_board(settings=settings)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", port, ssl_context=_tls_context() if tls else None)
        await site.start()
        bound_port = int(runner.addresses[0][1])
        yield BoardServer(bound_port, tls, app[BOARD])
    finally:
        await runner.cleanup()
