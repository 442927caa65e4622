"""Serves captured pages on loopback under their real addresses; every other address is a 404."""

from __future__ import annotations

import ssl
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import trustme
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.benchmarks.fill.corpus import Page


@dataclass
class CorpusServer:
    """A running server. `posts` counts what was sent to the pages' hosts, by host and path: submissions.

    What the browser itself sends home, to no host of a page, is answered by 404 and not counted.
    """

    port: int = 0
    posts: Counter[str] = field(default_factory=Counter)


@asynccontextmanager
async def serve_pages(pages: Sequence[Page]) -> AsyncIterator[CorpusServer]:
    """Serve these pages by TLS while the context lasts, on a free port, by Host and path."""
    by_address = {_address(page.url): page for page in pages}
    hosts = {urlsplit(page.url).hostname for page in pages}
    server = CorpusServer()

    async def answer(request: web.Request) -> web.Response:
        address = f"{request.host.split(':')[0]}{request.path.rstrip('/')}"
        if request.method != "GET" and request.host.split(":")[0] in hosts:
            server.posts[address] += 1
            return web.Response(text="<h1>received</h1>", content_type="text/html")
        page = by_address.get(address) if request.method == "GET" else None
        if page is None:
            return web.Response(status=404)
        return web.Response(body=page.html(), content_type="text/html", charset="utf-8")

    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        certificate = trustme.CA().issue_cert("localhost")
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        certificate.configure_cert(context)
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
        server.port = int(runner.addresses[0][1])
        yield server
    finally:
        await runner.cleanup()


def _address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}{parts.path.rstrip('/')}"
