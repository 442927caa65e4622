"""The event stream over a WebSocket: the history after `since`, then what happens, without gap or repeat."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from typing import TYPE_CHECKING, Any

from aiohttp import WSCloseCode, web

from companion.service.application_keys import CALLS, SOCKETS
from companion.service.call import Caller
from companion.service.event_order import is_repeat

if TYPE_CHECKING:
    from companion.service.call import Reply
    from companion.service.hub import Subscription
    from companion.service.observed_calls import ObservedCalls

_logger = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 20
GOODBYE_SECONDS = 1
SEND_SECONDS = 30
"""A client that takes nothing for this long is let go: it can come back with its last seq."""

_MAX_INCOMING_BYTES = 4_096
_PAGE = 500
_CALLER = Caller(transport="http")


async def serve(request: web.Request, since: int | None, newest: int, epoch: int) -> web.StreamResponse:
    """Serve one client until it goes, takes too long, or the application ends.

    `newest`: the seq at which the events stood when the client came. Without `since` the stream begins there. A
    client whose `since` is ahead of us comes from another epoch, and one that is too slow has missed something:
    both get ``{"event": "reset"}``, and fetch afresh.
    """
    calls = request.app[CALLS]
    socket = web.WebSocketResponse(heartbeat=HEARTBEAT_SECONDS, max_msg_size=_MAX_INCOMING_BYTES)
    socket.headers["ApplyOnce-Epoch"] = str(epoch)
    await socket.prepare(request)
    request.app[SOCKETS][socket] = request
    try:
        async with asyncio.TaskGroup() as group:
            sending = group.create_task(_send_all(calls, socket, newest if since is None else since, newest))
            sending.add_done_callback(lambda task: None if task.cancelled() else _abort(request))
            await _until_closed(socket)
            sending.cancel()
    except Exception:
        _logger.exception("a fault ended an event stream")  # no JSON body may follow on an open stream
        _abort(request)
    finally:
        del request.app[SOCKETS][socket]
    return socket


async def close_all(app: web.Application) -> None:
    """Say goodbye to every client, as the application ends; one that does not listen is not waited for."""
    still_open = app[SOCKETS]
    async with asyncio.TaskGroup() as group:
        for socket, request in tuple(still_open.items()):
            group.create_task(_close(request, socket))


async def _close(request: web.Request, socket: web.WebSocketResponse) -> None:
    try:
        async with asyncio.timeout(GOODBYE_SECONDS):
            await socket.close(code=WSCloseCode.GOING_AWAY, message=b"The companion ends.")
    except (TimeoutError, ConnectionError):
        _abort(request)


def _abort(request: web.Request) -> None:
    """End the connection without waiting for what the client has not taken."""
    if request.transport is not None:
        request.transport.abort()


async def _until_closed(socket: web.WebSocketResponse) -> None:
    """Read, so that pings are answered and the end is seen. What a client says has no meaning here."""
    async for _ in socket:
        pass


async def _send_all(calls: ObservedCalls, socket: web.WebSocketResponse, since: int, newest: int) -> None:
    """Send until the client is gone or too slow; it can come back with the last seq that it has."""
    # Subscribed before the history is read: what happens meanwhile waits there, and is told once.
    with contextlib.suppress(TimeoutError, ConnectionError), calls.dispatcher.hub.subscribe() as subscription:
        if since > newest:
            await _send(socket, {"event": "reset", "seq": newest, "data": {}})
            since = newest
        told = await _send_history(calls, socket, since)
        await _send_live(socket, subscription, told)


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
