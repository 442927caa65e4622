"""The HTTP routes: one for each operation of the table that has a path."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from aiohttp import web

from companion.protocol import OPERATIONS
from companion.service import api_docs, events_socket, metrics, openapi
from companion.service.application_keys import CALLS, NATIVE
from companion.service.call import Caller, Reply
from companion.service.http_parameters import idempotency_key, parameters

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from companion.protocol import Operation

_CALLER = Caller(transport="http")
_MIME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]*/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]*")
_UNSAFE_IN_FILENAME = re.compile(r"[^A-Za-z0-9._ -]")


def add_routes(app: web.Application) -> None:
    """Add the table's routes, the metrics and the documentation."""
    special: Mapping[str, Callable[[web.Request], Awaitable[web.StreamResponse]]] = {
        "document": _document,
        "events": _events,
    }
    for operation in OPERATIONS.values():
        if operation.method is None or operation.path is None:
            continue
        handler = special.get(operation.name) or _handler(operation)
        app.router.add_route(operation.method, operation.path, handler)
    app.router.add_route("GET", "/metrics", _metrics)
    app.router.add_route("GET", "/api/v1/openapi.json", _openapi)
    app.router.add_route("GET", "/api/v1/docs", _docs)


def json_response(body: object, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """Build a JSON response. Raises ValueError for NaN: what leaves is always JSON."""
    text = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return web.Response(
        body=text.encode("utf-8", "replace"),
        status=status,
        headers=headers,
        content_type="application/json",
        charset="utf-8",
    )


def _handler(operation: Operation) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        return _response(await _call(request, operation, await parameters(request, operation)))

    return handle


async def _call(request: web.Request, operation: Operation, params: dict[str, Any]) -> Reply:
    key = idempotency_key(request) if operation.changes else None
    return await request.app[CALLS].call(operation.name, params, caller=_CALLER, key=key)


def _response(reply: Reply) -> web.Response:
    headers = {}
    if reply.replayed:
        headers["Idempotency-Replayed"] = "true"
    if reply.retry_after is not None:
        headers["Retry-After"] = str(reply.retry_after)
    return json_response(reply.body, reply.status, headers)


async def _document(request: web.Request) -> web.StreamResponse:
    """Answer the file itself; over native messaging the same operation answers its chunks."""
    operation = OPERATIONS["document"]
    params = await parameters(request, operation)
    content = bytearray()
    while True:
        reply = await _call(request, operation, {**params, "offset": len(content)})
        if reply.status != 200:
            return _response(reply)
        chunk = base64.b64decode(reply.body["data"], validate=True)
        content += chunk
        if not chunk or len(content) >= reply.body["size"]:
            break
    mime = str(reply.body["mime"])
    return web.Response(
        body=bytes(content),
        headers={
            "Content-Type": mime if _MIME.fullmatch(mime) else "application/octet-stream",
            "Content-Disposition": content_disposition(str(reply.body["name"])),
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


def content_disposition(name: str) -> str:
    """Return a header that saves a file under its name, and can carry any name (RFC 6266, RFC 8187)."""
    plain = _UNSAFE_IN_FILENAME.sub("_", name) or "document"
    encoded = quote(name.encode("utf-8", "replace"), safe="")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}"


async def _events(request: web.Request) -> web.StreamResponse:
    """Answer the history; or, to a WebSocket, the history and then what happens."""
    operation = OPERATIONS["events"]
    params = await parameters(request, operation)
    if request.headers.get("Upgrade", "").lower() != "websocket":
        return _response(await _call(request, operation, params))
    reply = await _call(request, operation, {**params, "limit": 1})
    if reply.status != 200:
        return _response(reply)
    return await events_socket.serve(request, params.get("since"), reply.body["seq"], reply.body["epoch"])


async def _metrics(request: web.Request) -> web.StreamResponse:
    calls = request.app[CALLS]
    counters = await calls.dispatcher.counters()
    text = metrics.render(counters, calls.latency, len(request.app[NATIVE].connected()))
    return web.Response(body=text.encode(), headers={"Content-Type": metrics.CONTENT_TYPE})


async def _openapi(_request: web.Request) -> web.StreamResponse:
    return json_response(openapi.document())


async def _docs(_request: web.Request) -> web.StreamResponse:
    return web.Response(
        text=api_docs.page(),
        content_type="text/html",
        headers={"Content-Security-Policy": api_docs.CONTENT_SECURITY_POLICY},
    )
