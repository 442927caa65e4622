"""The event stream over a WebSocket: the history after `since`, then what happens, without gap or repeat."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING, Any

from aiohttp import WSCloseCode, web

from companion.protocol import ErrorCode
from companion.service.application_keys import CALLS, SOCKETS
from companion.service.call import Caller
from companion.service.errors import ServiceError
from companion.service.event_order import is_repeat

if TYPE_CHECKING:
    from companion.service.call import Reply
    from companion.service.hub import Subscription
    from companion.service.observed_calls import ObservedCalls

HEARTBEAT_SECONDS = 20
SEND_SECONDS = 30
"""A client that takes nothing for this long is let go: it can come back with its last seq."""

_MAX_INCOMING_BYTES = 4_096
_PAGE = 500
_CALLER = Caller(transport="http")


async def serve(request: web.Request, params: dict[str, Any]) -> web.StreamResponse:
    """Serve one client until it goes, takes too long, or the application ends.

    Without `since` the stream begins now. A client whose `since` is ahead of us comes from another epoch, and
    one that is too slow has missed something: both get ``{"event": "reset"}``, and fetch afresh.
    """
    calls = request.app[CALLS]
    first = await _history(calls, {**params, "limit": 1})
    if first.status != 200:
        raise ServiceError(ErrorCode(first.body["code"]), first.body["message"], first.status)
    socket = web.WebSocketResponse(heartbeat=HEARTBEAT_SECONDS, max_msg_size=_MAX_INCOMING_BYTES)
    socket.headers["ApplyOnce-Epoch"] = str(first.body["epoch"])
    await socket.prepare(request)
    request.app[SOCKETS].add(socket)
    try:
        async with asyncio.TaskGroup() as group:
            sending = group.create_task(_send_all(calls, socket, params, first.body["seq"]))
            await _until_closed(socket)
            sending.cancel()
    finally:
        request.app[SOCKETS].discard(socket)
    return socket


async def close_all(app: web.Application) -> None:
    """Say goodbye to every client, as the application ends."""
    still_open = app[SOCKETS]
    for socket in tuple(still_open):
        await socket.close(code=WSCloseCode.GOING_AWAY, message=b"The companion ends.")


async def _until_closed(socket: web.WebSocketResponse) -> None:
    """Read, so that pings are answered and the end is seen. What a client says has no meaning here."""
    async for _ in socket:
        pass


async def _send_all(
    calls: ObservedCalls, socket: web.WebSocketResponse, params: dict[str, Any], newest: int
) -> None:
    try:
        # Subscribed before the history is read: what happens meanwhile waits there, and is told once.
        with calls.dispatcher.hub.subscribe() as subscription:
            since = params.get("since", newest)
            if since > newest:
                await _send(socket, {"event": "reset", "seq": newest, "data": {}})
                since = newest
            told = await _send_history(calls, socket, since)
            await _send_live(socket, subscription, told)
    except (TimeoutError, ConnectionError):
        with contextlib.suppress(ConnectionError):
            await socket.close(code=WSCloseCode.TRY_AGAIN_LATER, message=b"Too slow.")


async def _send_history(calls: ObservedCalls, socket: web.WebSocketResponse, since: int) -> int:
    """Send what happened after `since` and return the seq of the last one sent."""
    while True:
        reply = await _history(calls, {"since": since, "limit": _PAGE})
        if reply.status != 200:
            raise ConnectionAbortedError(reply.body["message"])
        for event in reply.body["events"]:
            await _send(socket, event)
            since = event["seq"]
        if not reply.body["events"]:
            return since


async def _send_live(socket: web.WebSocketResponse, subscription: Subscription, told: int) -> None:
    while True:
        event = await subscription.get()
        if not is_repeat(event, told):
            await _send(socket, event)


async def _send(socket: web.WebSocketResponse, event: dict[str, Any]) -> None:
    async with asyncio.timeout(SEND_SECONDS):
        await socket.send_str(json.dumps(event, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


async def _history(calls: ObservedCalls, params: dict[str, Any]) -> Reply:
    return await calls.call("events", params, caller=_CALLER, key=None)
