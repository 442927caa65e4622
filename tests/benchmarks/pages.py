"""Generated postings in the structure of a board, under its host name: as many fresh jobs as a round needs."""

from __future__ import annotations

import ssl
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import trustme
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HOST = "job-boards.greenhouse.io"

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Job Application for Engineer {number} at Bench</title></head>
<body><main class="main"><div class="job-post-container"><h1 class="section-header">Engineer {number}</h1>
<div class="job__location">Oslo</div><p>Measure, then mend.</p></div>
<form id="application-form" class="application--form" method="post" action="/bench/jobs/{number}">
<label for="first_name">First Name</label><input id="first_name" name="first_name" type="text" required>
<label for="email">Email</label><input id="email" name="email" type="email" required>
<button class="btn btn--pill" type="submit">Submit application</button></form></main></body></html>
"""


def address_of(number: int) -> str:
    """Return the address of the posting with this number."""
    return f"https://{HOST}/bench/jobs/{number}"


@asynccontextmanager
async def serve_postings() -> AsyncIterator[int]:
    """Serve postings by TLS on a free port of 127.0.0.1 while the context lasts; gives the port."""

    async def posting(request: web.Request) -> web.Response:
        text = _PAGE.format(number=int(request.match_info["number"]))
        return web.Response(text=text, content_type="text/html")

    app = web.Application()
    app.router.add_get(r"/bench/jobs/{number:\d+}", posting)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1", HOST).configure_cert(context)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
