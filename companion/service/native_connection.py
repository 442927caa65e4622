"""One native connection: hello first, then operations, answers to our commands, and pushes."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from typing import TYPE_CHECKING, Any

from companion.messages.base import PROTOCOL_VERSION
from companion.messages.errors import ErrorCode
from companion.protocol import OPERATIONS, Operation
from companion.service import strict_json
from companion.service.call import Caller
from companion.service.errors import ServiceError, error_body
from companion.service.event_order import is_repeat
from companion.service.native_connections import ConnectedBrowser
from native_host.framing import FrameDecoder, FrameTooLarge, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.service.call import Reply
    from companion.service.hub import Subscription
    from companion.service.native_connections import NativeConnections
    from companion.service.observed_calls import ObservedCalls

MAX_IN_FLIGHT = 16
"""Requests of one connection in work at once. More wait unread, so that a flood delays nobody else."""

MAX_KEY_CHARACTERS = 255
MAX_ID_CHARACTERS = 255
"""An id comes back in the answer, which must fit into a frame whatever it is."""
DRAIN_SECONDS = 60
"""A peer that takes nothing for this long is let go; when it is back it asks for what it missed."""

_READ_BYTES = 65_536
_logger = logging.getLogger(__name__)


class NativeConnection:
    """Serves one connection. `greeted` says who it is, from its hello on."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        calls: ObservedCalls,
        connections: NativeConnections,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._calls = calls
        self._connections = connections
        self._slots = asyncio.Semaphore(MAX_IN_FLIGHT)
        self._in_flight: set[asyncio.Task[None]] = set()
        self._caller: Caller | None = None
        self._pushing: asyncio.Task[None] | None = None
        self.greeted: ConnectedBrowser | None = None

    async def run(self, stopping: asyncio.Event, grace_seconds: float) -> None:
        """Serve until the peer goes or `stopping` is set; then finish what is in flight, within the grace."""
        async with asyncio.TaskGroup() as group:
            with contextlib.ExitStack() as subscriptions:
                reading = group.create_task(self._read(group, subscriptions))
                stop = group.create_task(stopping.wait())
                await asyncio.wait((reading, stop), return_when=asyncio.FIRST_COMPLETED)
                reading.cancel()
                stop.cancel()
                if self._in_flight:
                    await asyncio.wait(self._in_flight, timeout=grace_seconds)
                for task in self._in_flight:
                    task.cancel()
                if self._pushing is not None:
                    self._pushing.cancel()

    async def send(self, message: dict[str, Any]) -> None:
        """Send a frame and wait for the peer to take it.

        Raises FrameTooLarge, ConnectionError, TimeoutError.
        """
        frame = encode(message)
        if self._writer.is_closing():
            raise ConnectionResetError("the connection is closing")
        self._writer.write(frame)
        async with asyncio.timeout(DRAIN_SECONDS):
            await self._writer.drain()

    # Reading

    async def _read(self, group: asyncio.TaskGroup, subscriptions: contextlib.ExitStack) -> None:
        decoder = FrameDecoder()
        with self._ended_by_the_peer():
            while data := await self._reader.read(_READ_BYTES):
                try:
                    payloads = decoder.feed(data)
                except FrameTooLarge as error:
                    for payload in error.complete:
                        await self._take(payload, group, subscriptions)
                    await self.send(_failed(None, error_body(ErrorCode.TOO_LARGE, f"{error}.")))
                    return
                for payload in payloads:
                    await self._take(payload, group, subscriptions)
                    await asyncio.sleep(0)  # a chunk of small frames must not hold up the other connections

    async def _take(
        self, payload: bytes, group: asyncio.TaskGroup, subscriptions: contextlib.ExitStack
    ) -> None:
        try:
            message = strict_json.parse(payload)
        except strict_json.InvalidJson as error:
            await self._refuse(None, str(error).replace("The body", "The frame"))
            return
        if not isinstance(message, dict):
            await self._refuse(None, "A frame must hold a JSON object.")
        elif "cid" in message and "op" not in message:
            self._connections.answered(self, message)
        elif not _is_id(message.get("id")):
            await self._refuse(
                None,
                f"A request needs an id: a whole number, or a text of at most {MAX_ID_CHARACTERS} characters.",
            )
        elif message.get("op") == "hello":
            await self._hello(message, group, subscriptions)  # nothing may overtake it
        else:
            await self._slots.acquire()
            task = group.create_task(self._handle(message))
            self._in_flight.add(task)
            task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._in_flight.discard(task)
        self._slots.release()

    async def _refuse(self, request: object, message: str) -> None:
        await self.send(_failed(request, error_body(ErrorCode.INVALID, message)))

    # Operations

    async def _hello(
        self, message: dict[str, Any], group: asyncio.TaskGroup, subscriptions: contextlib.ExitStack
    ) -> None:
        params = message.get("params")
        if refusal := _other_protocol(params):
            await self.send(_failed(message["id"], refusal))
            return
        # Subscribed before the companion says where its events stand: none is lost in between.
        first = self._caller is None
        with contextlib.ExitStack() as attempt:
            subscription = attempt.enter_context(self._calls.dispatcher.hub.subscribe()) if first else None
            caller = _caller_of(params)
            reply = await self._calls.call("hello", params, caller=caller, key=None)
            await self.send(_answer(message["id"], reply))
            if reply.status >= 400:
                return
            subscriptions.enter_context(attempt.pop_all())
        self._caller = caller
        self.greeted = ConnectedBrowser(
            caller.instance or "", caller.session or "", caller.browser, time.monotonic()
        )
        if subscription is not None:
            self._pushing = group.create_task(self._push(subscription, reply.body["seq"]))
        await self._connections.told()

    async def _handle(self, message: dict[str, Any]) -> None:
        request = message["id"]
        with self._ended_by_the_peer():
            try:
                operation, params, key = _request(message)
                caller = self._known_caller()
            except ServiceError as error:
                await self.send(_failed(request, error.body))
                return
            reply = await self._calls.call(operation.name, params, caller=caller, key=key)
            try:
                await self.send(_answer(request, reply))
            except FrameTooLarge as error:
                await self.send(_failed(request, error_body(ErrorCode.TOO_LARGE, f"The answer: {error}.")))

    def _known_caller(self) -> Caller:
        if self._caller is None:
            raise ServiceError(ErrorCode.INVALID, "Say hello first.")
        return self._caller

    # Pushing

    async def _push(self, subscription: Subscription, told: int) -> None:
        with self._ended_by_the_peer():
            while True:
                event = await subscription.get()
                if is_repeat(event, told):
                    continue
                try:
                    await self.send(event)
                except FrameTooLarge:
                    await self.send({"event": "reset", "seq": event["seq"], "data": {}})

    @contextlib.contextmanager
    def _ended_by_the_peer(self) -> Iterator[None]:
        """A peer that went, or takes nothing any more, is no fault of ours: its connection ends."""
        try:
            yield
        except (ConnectionError, TimeoutError) as error:
            _logger.info("a native connection ended (%s)", type(error).__name__)
            self._writer.transport.abort()


def _is_id(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= MAX_ID_CHARACTERS
    return isinstance(value, int) and not isinstance(value, bool)


def _request(message: dict[str, Any]) -> tuple[Operation, object, str | None]:
    """Return operation, parameters and key of a frame. Raises ServiceError."""
    name, params, key = message.get("op"), message.get("params", {}), message.get("key")
    if name == "begin_submit" and isinstance(params, dict) and "job_id" in params:
        name = "begin_submit_job"  # the same on a job that nobody holds
    operation = OPERATIONS.get(name) if isinstance(name, str) else None
    if operation is None or not operation.native:
        raise ServiceError(ErrorCode.INVALID, "This companion does not know that operation.")
    if key is not None and not (isinstance(key, str) and 0 < len(key) <= MAX_KEY_CHARACTERS):
        raise ServiceError(ErrorCode.INVALID, f"key must be a text of 1 to {MAX_KEY_CHARACTERS} characters.")
    return operation, params, key if operation.changes else None


def _other_protocol(params: object) -> dict[str, Any] | None:
    """Return the refusal of another protocol's hello, before the rest of it is looked at."""
    theirs = params.get("protocol") if isinstance(params, dict) else None
    if not isinstance(theirs, int) or isinstance(theirs, bool) or theirs == PROTOCOL_VERSION:
        return None
    side = "companion" if theirs > PROTOCOL_VERSION else "extension"
    return {
        **error_body(
            ErrorCode.PROTOCOL_MISMATCH,
            f"The extension speaks protocol {theirs}, the companion {PROTOCOL_VERSION}: update the {side}.",
        ),
        "update": side,
        "protocol": PROTOCOL_VERSION,
    }


def _caller_of(params: object) -> Caller:
    said = params if isinstance(params, dict) else {}

    def text(name: str) -> str | None:
        value = said.get(name)
        return value if isinstance(value, str) else None

    return Caller(
        transport="native",
        instance=text("instance"),
        session=text("session"),
        browser=text("browser") or "",
    )


def _answer(request: object, reply: Reply) -> dict[str, Any]:
    if reply.status < 400:
        return {"id": request, "ok": True, "result": reply.body}
    more = {} if reply.retry_after is None else {"retry_after": reply.retry_after}
    return _failed(request, {**reply.body, **more})


def _failed(request: object, error: dict[str, Any]) -> dict[str, Any]:
    return {"id": request, "ok": False, "error": error}
