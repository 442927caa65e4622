"""One connection to the companion: requests, their keys and retries, replies, errors."""

from __future__ import annotations

import asyncio
import errno
import json
import secrets
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar
from urllib.parse import quote

import aiohttp
from pydantic import ValidationError
from pydantic_core import to_jsonable_python

from companion.http_client.errors import APIError, CompanionUnavailable, error_from_reply
from companion.http_client.starting import start_companion
from companion.messages.base import Result
from companion.messages.errors import ErrorCode
from companion.protocol import OPERATIONS
from native_host.paths import data_dir, resolve_sockets

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from types import TracebackType

    from companion.protocol import Operation

R = TypeVar("R", bound=Result)

REQUEST_SECONDS = 30.0
"""How long one answer may take."""
RETRY_PAUSES_SECONDS = (0.05, 0.3, 1.0, 2.0)
"""The pauses before each further try: a companion that restarts is back within these."""
LONGEST_RETRY_AFTER_SECONDS = 5.0
NOT_RUNNING = "The companion is not running. Start it with “applyonce serve”, or see “applyonce doctor”."
_KEY_BYTES = 16
_CLOSING = aiohttp.ClientWSTimeout(ws_close=5.0)

_LOST = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, ConnectionError)
_NOT_CONNECTED = (aiohttp.ClientConnectorError, FileNotFoundError, ConnectionRefusedError)


class Connection:
    """Calls operations of the protocol over the companion's socket, or over loopback TCP with a token.

    Every changing call carries an idempotency key of its own, and is sent again under that same key when the
    connection is lost: the companion answers it once. With `start`, a companion that does not run is started.
    """

    def __init__(
        self,
        *,
        home: Path | None = None,
        base_url: str | None = None,
        token: str | None = None,
        start: bool = False,
        request_seconds: float = REQUEST_SECONDS,
    ) -> None:
        """Prepare a connection to the companion of `home` (the user's data directory by default).

        With `base_url`, for example ``http://127.0.0.1:8765``, over TCP instead; `token` is then what stands
        in the file ``token`` of the data directory. Raises ValueError for a `start` over TCP.
        """
        if base_url is not None and start:
            raise ValueError("a companion is only started over its socket: leave out base_url or start")
        self.home = data_dir() if home is None else Path(home)
        self._base_url = base_url
        self._token = token
        self._start = start
        self._seconds = request_seconds
        self._open: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Start the companion if told to."""
        if self._start:
            try:
                await self.ensure_running()
            except BaseException:
                await self.close()  # nobody calls __aexit__ for what was not entered
                raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection."""
        await self.close()

    async def close(self) -> None:
        """Close the connection; it may be called again and again."""
        if self._open is not None:
            await self._open.close()
            self._open = None

    async def is_running(self) -> bool:
        """Say whether a companion answers. Raises APIError where one answers by an error."""
        try:
            await self._send(_prepare(OPERATIONS["health"], {}, None))
        except _LOST:
            return False
        return True

    async def ensure_running(self) -> None:
        """Start the companion in the background unless one answers. Raises CompanionUnavailable, APIError."""
        if await self.is_running():
            return
        if self._base_url is not None:
            raise CompanionUnavailable(f"No companion answers at {self._base_url}.")
        await start_companion(self.home, self.is_running)

    async def call(
        self, name: str, params: dict[str, Any] | None = None, *, key: str | None = None
    ) -> dict[str, Any]:
        """Call an operation of the table and return its result as decoded from JSON.

        Members that are None are left out. `key` is the idempotency key, for callers that repeat a call after
        their own end; one is made where none is given. Raises APIError, KeyError for an unknown operation.
        """
        reply = await self._request(OPERATIONS[name], params or {}, key)
        value = reply.json()
        if not isinstance(value, dict):
            raise APIError(
                ErrorCode.PROTOCOL_MISMATCH.value, f"The reply to “{name}” is no object.", reply.status
            )
        return value

    async def typed(self, result: type[R], name: str, /, **params: Any) -> R:
        """Call an operation and return its result as the table's model. Raises APIError."""
        value = await self.call(name, params)
        try:
            return result.model_validate(value)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            place = ".".join(map(str, first["loc"]))
            raise APIError(
                ErrorCode.PROTOCOL_MISMATCH.value,
                f"The reply to “{name}” is not as this version knows it ({place}: {first['msg']}). "
                "Restart the companion, so that both are of one version.",
                200,
                value,
            ) from None

    async def metrics(self) -> str:
        """Return the counters as Prometheus text. Raises APIError."""
        reply = await self._deliver(_Request("GET", "/metrics", {}, None, {}))
        return reply.content.decode("utf-8", "replace")

    # --- inside -------------------------------------------------------------------------------------------

    async def _request(self, operation: Operation, params: dict[str, Any], key: str | None) -> Reply:
        return await self._deliver(_prepare(operation, params, key))

    async def _deliver(self, request: _Request) -> Reply:
        """Send a request until it is answered or there is no sense in sending it again."""
        sent = False
        for pause in (*RETRY_PAUSES_SECONDS, None):
            wait = pause
            try:
                reply = await self._send(request)
            except _NOT_CONNECTED as error:
                if self._start:
                    await self.ensure_running()
                elif not sent or pause is None:
                    raise self._unavailable(error, sent=sent) from error
            except _LOST as error:
                sent = True
                if pause is None:
                    raise self._unavailable(error, sent=True) from error
            else:
                if reply.status < 400:
                    return reply
                if pause is None or reply.status != 503 or reply.retry_after is None:
                    raise error_from_reply(reply.status, reply.json_or_none())
                wait = max(pause, min(reply.retry_after, LONGEST_RETRY_AFTER_SECONDS))
            await asyncio.sleep(wait or 0)
        raise CompanionUnavailable("The companion ends as soon as it was started.", sent=sent)

    async def _send(self, request: _Request) -> Reply:
        try:
            async with self._session().request(
                request.method,
                request.address,
                params=request.query,
                data=request.body,
                headers=request.headers,
            ) as response:
                return Reply(response.status, response.headers.copy(), await response.read())
        except TimeoutError as error:
            raise CompanionUnavailable(
                f"The companion did not answer within {self._seconds:g} s. What came of it is not known.",
                sent=True,
            ) from error

    @asynccontextmanager
    async def _socket(
        self, address: str, query: dict[str, str]
    ) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
        """Open a WebSocket, which lasts as long as both sides do. Raises APIError where it is refused."""
        try:
            socket = await self._session().ws_connect(address, params=query, timeout=_CLOSING)
        except aiohttp.WSServerHandshakeError as error:
            raise error_from_reply(error.status, None) from error
        except _LOST as error:
            raise self._unavailable(error, sent=False) from error
        try:
            yield socket
        finally:
            await socket.close()

    def _session(self) -> aiohttp.ClientSession:
        if self._open is None or self._open.closed:
            timeout = aiohttp.ClientTimeout(total=self._seconds)
            if self._base_url is not None:
                headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
                self._open = aiohttp.ClientSession(self._base_url, headers=headers, timeout=timeout)
            else:
                try:
                    path = resolve_sockets(self.home).http
                except OSError as error:
                    raise CompanionUnavailable(f"The companion's socket cannot be used: {error}.") from error
                connector = aiohttp.UnixConnector(str(path))
                self._open = aiohttp.ClientSession("http://localhost", connector=connector, timeout=timeout)
        return self._open

    def _unavailable(self, error: Exception, *, sent: bool) -> CompanionUnavailable:
        if sent:
            return CompanionUnavailable(
                "The connection was lost before the companion's answer came. What came of it is not known.",
                sent=True,
            )
        number = getattr(error, "errno", None)
        if self._base_url is not None:
            return CompanionUnavailable(f"No companion answers at {self._base_url} ({_reason(error)}).")
        if number in (errno.ENOENT, errno.ECONNREFUSED):
            return CompanionUnavailable(NOT_RUNNING)
        return CompanionUnavailable(f"The companion cannot be reached ({_reason(error)}).")


@dataclass(frozen=True, slots=True)
class _Request:
    """A request as it is sent, each time in the same words."""

    method: str
    address: str
    query: dict[str, str] | None
    body: bytes | None
    headers: dict[str, str]


def _prepare(operation: Operation, params: dict[str, Any], key: str | None) -> _Request:
    if operation.method is None or operation.path is None:
        raise ValueError(f"only the extension may call {operation.name}")
    members = {name: value for name, value in to_jsonable_python(params).items() if value is not None}
    in_path = [name for name in members if f"{{{name}}}" in operation.path]
    address = operation.path.format(**{name: quote(str(members.pop(name)), safe="") for name in in_path})
    headers = {"Idempotency-Key": key or secrets.token_hex(_KEY_BYTES)} if operation.changes else {}
    if operation.method == "GET":
        query = {name: _query_text(value) for name, value in members.items()}
        return _Request("GET", address, query, None, headers)
    headers["Content-Type"] = "application/json"
    body = json.dumps(members, allow_nan=False).encode()
    return _Request(operation.method, address, None, body, headers)


class Reply:
    """An answer, whatever its status."""

    def __init__(self, status: int, headers: Any, content: bytes) -> None:
        self.status = status
        self.headers = headers
        self.content = content

    @property
    def retry_after(self) -> float | None:
        """After how many seconds to ask again; None where asking again is of no use."""
        text = self.headers.get("Retry-After", "")
        return float(text) if text.isascii() and text.isdigit() else None

    def json(self) -> Any:
        """Return the content. Raises APIError where it is no JSON: another program answers there."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            message = "What answers there is no companion: it sent no JSON."
            raise APIError(ErrorCode.PROTOCOL_MISMATCH.value, message, self.status) from None

    def json_or_none(self) -> object:
        """Return the content; None where it is no JSON."""
        try:
            value: object = json.loads(self.content)
        except (ValueError, RecursionError):
            return None
        return value


def _query_text(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
