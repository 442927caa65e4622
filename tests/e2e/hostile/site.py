"""A server that gives any page under any host name, by TLS, and notes what is sent to it."""

from __future__ import annotations

import ssl
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import trustme
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

FRAGMENTS = Path(__file__).parent
BOARD = "https://boards.greenhouse.io"
ELSEWHERE = "https://news.example.net"


@dataclass
class HostileSite:
    """`pages` by address; `posts` are the addresses that something was sent to, oldest first."""

    port: int = 0
    pages: dict[str, str] = field(default_factory=dict)
    posts: list[str] = field(default_factory=list)

    def put(self, url: str, html: str) -> str:
        """Give this page at that address from now on, and return the address."""
        self.pages[url] = html
        return url

    def job(
        self, number: int, *, title: str = "Accountant", head: str = "", body: str = "", fields: str = ""
    ) -> str:
        """Give a job's page with its form at a board's address, with an attack in its head or body."""
        html = fragment("job.html", TITLE=title, HEAD=head, BODY=body, FIELDS=fields, NUMBER=str(number))
        return self.put(f"{BOARD}/acme/jobs/{number}", html)

    def sent_to(self, number: int) -> int:
        """Return how many applications the employer got for that job."""
        return self.posts.count(f"{BOARD}/acme/jobs/{number}/applications")

    async def answer(self, request: web.Request) -> web.Response:
        url = f"https://{request.host.partition(':')[0]}{request.path}"
        if request.method == "POST":
            await request.read()
            self.posts.append(url)
            return web.Response(text="taken")
        page = self.pages.get(url)
        if page is None:
            return web.Response(status=404)
        return web.Response(text=page, content_type="text/html")


@asynccontextmanager
async def hostile_site() -> AsyncIterator[HostileSite]:
    """Serve while the context lasts."""
    site = HostileSite()
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", site.answer)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("boards.greenhouse.io").configure_cert(tls)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        listener = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
        await listener.start()
        site.port = runner.addresses[0][1]
        yield site
    finally:
        await runner.cleanup()


def fragment(name: str, **values: str) -> str:
    """Return a page or a part of one from this folder, with `{{NAME}}` replaced."""
    text = (FRAGMENTS / name).read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace("{{" + key + "}}", value)
    return text
