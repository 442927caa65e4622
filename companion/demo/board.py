"""The sample job board as an aiohttp application: one server that plays the hosts of many boards.

Which board answers is told by the Host header, so a browser that maps all names to this server meets each
board under its real address. `GET /__board/state` works on every host; the routes that change something only
on a loopback one, so that no page of the board can reach them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
from typing import TYPE_CHECKING
from urllib.parse import unquote

from aiohttp import web

from companion.demo.catalogue import is_known
from companion.demo.context import Board, ConnectionCut, Route, Settings, route
from companion.demo.faults import FaultName
from companion.demo.pages import HOSTS, shared
from companion.demo.pages.layout import STATIC, STATIC_ROOT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

BOARD = web.AppKey("board", Board)
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
ANY_JOB = "*"

log = logging.getLogger(__name__)


def create_board(*, settings: Settings | None = None) -> web.Application:
    """Make the application; its counts start at zero. It needs no TLS and knows no port."""
    settings = settings or Settings()
    app = web.Application(middlewares=[_note_request], client_max_size=settings.max_upload_bytes)
    app[BOARD] = Board(settings)
    app.router.add_get("/__board/state", _state)
    app.router.add_post("/__board/reset", _reset)
    app.router.add_post("/__board/faults", _arm_fault)
    app.router.add_static(STATIC, STATIC_ROOT)
    app.router.add_route("*", "/{path:.*}", _dispatch)
    app.on_shutdown.append(_end_pauses)
    return app


def host_name(request: web.Request) -> str:
    """Return the host that the client asked for, lower case, without the port."""
    host = request.headers.get("Host", "").lower()
    name, separator, port = host.rpartition(":")
    return name if separator and port.isdigit() else host


def _routes_of(host: str) -> tuple[Route, ...]:
    if host in LOOPBACK_NAMES:
        return (route("GET", "/", _front_page),)
    for suffix, routes in HOSTS.items():
        if host == suffix or (suffix.startswith(".") and host.endswith(suffix)):
            return (*shared.ROUTES, *routes)
    return ()


async def _dispatch(request: web.Request) -> web.StreamResponse:
    board = request.app[BOARD]
    for candidate in _routes_of(host_name(request)):
        match = candidate.pattern.fullmatch(request.rel_url.raw_path)
        if match and candidate.method == request.method:
            arguments = {name: unquote(value) for name, value in match.groupdict().items()}
            return await candidate.handler(board, request, arguments)
    return shared.not_found()


@web.middleware
async def _note_request(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    ledger = request.app[BOARD].ledger
    status = 0
    try:
        response = await handler(request)
        status = response.status
    except ConnectionCut:
        raise
    except web.HTTPException as error:
        status = error.status
        raise
    finally:
        # Chromium's own services are mapped here too; what it asks of them is no board's business.
        if not request.path.startswith("/__board/") and _routes_of(host_name(request)):
            ledger.note_request(request.method, host_name(request), request.path_qs, status)
    return response


async def _state(request: web.Request) -> web.Response:
    board = request.app[BOARD]
    codes = [
        {"job": job, "email": email, "code": code} for (job, email), code in board.security_codes.items()
    ]
    return web.json_response(
        {**board.ledger.as_json(), "faults": board.faults.as_json(), "security_codes": codes},
        headers={"Cache-Control": "no-store"},
    )


def _require_loopback(request: web.Request) -> None:
    if host_name(request) not in LOOPBACK_NAMES:
        raise web.HTTPForbidden(text="only on a loopback host name")


async def _reset(request: web.Request) -> web.Response:
    _require_loopback(request)
    request.app[BOARD].reset()
    return web.json_response({"ok": True})


async def _arm_fault(request: web.Request) -> web.Response:
    _require_loopback(request)
    try:
        wanted = json.loads(await request.text())
        name = FaultName(wanted["fault"])
        job, times, delay_ms = wanted.get("job", ANY_JOB), wanted.get("times"), wanted.get("delay_ms")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise web.HTTPBadRequest(text=f"fault must be one of: {', '.join(FaultName)}") from None
    if job != ANY_JOB and not is_known(job):
        raise web.HTTPBadRequest(text=f"no such job: {job}")
    for count in (times, delay_ms):
        if count is not None and (not isinstance(count, int) or count < 0):
            raise web.HTTPBadRequest(text="times and delay_ms must be whole numbers, 0 or more")
    request.app[BOARD].faults.arm(name, job=job, times=times, delay_ms=delay_ms)
    return web.json_response({"ok": True})


async def _front_page(board: Board, _request: web.Request, _arguments: object) -> web.Response:
    return shared.front_page(board)


async def _end_pauses(app: web.Application) -> None:
    app[BOARD].closing.set()


def main() -> None:
    """Serve the board in the foreground until interrupted."""
    from companion.demo.server import serve_board

    parser = argparse.ArgumentParser(description="Serve the sample job board on 127.0.0.1.")
    parser.add_argument("--port", type=int, default=0, help="0 picks a free one")
    parser.add_argument("--tls", action="store_true", help="https with a certificate made for this run")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")

    async def serve() -> None:
        async with serve_board(port=arguments.port, tls=arguments.tls) as server:
            log.info("Sample job board: %s", server.url)
            await asyncio.Event().wait()

    try:
        asyncio.run(serve())
    except KeyboardInterrupt:
        log.info("Stopped.")


if __name__ == "__main__":
    main()
