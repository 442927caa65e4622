"""The actors of the service's tests: the service in this process on real sockets, and those who speak to it."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import aiohttp

from companion.domain import Times
from companion.service.running import Running, running
from native_host.framing import FrameDecoder, encode
from native_host.paths import ensure_data_dir

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

PATIENCE_SECONDS = 20.0
JOB_URL = "https://boards.greenhouse.io/acme/jobs/4012345"


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer, read whole."""

    status: int
    headers: Any
    raw: bytes

    @property
    def body(self) -> Any:
        """The JSON body."""
        assert self.headers["Content-Type"] == "application/json; charset=utf-8", self.raw
        return json.loads(self.raw)


@dataclass(frozen=True, slots=True)
class Client:
    """An API client on the Unix socket, or on TCP with `base` and its headers."""

    session: aiohttp.ClientSession
    base: str = "http://localhost"

    async def send(self, method: str, path: str, **options: Any) -> Answer:
        """Send a request as it is."""
        async with self.session.request(method, self.base + path, **options) as response:
            return Answer(response.status, response.headers, await response.read())

    async def get(self, path: str, **options: Any) -> Answer:
        """GET."""
        return await self.send("GET", path, **options)

    async def post(self, path: str, body: object = None, *, key: str | None = None) -> Answer:
        """POST a JSON body."""
        headers = {} if key is None else {"Idempotency-Key": key}
        return await self.send("POST", path, json=body, headers=headers)

    async def identify(self, url: str = JOB_URL) -> str:
        """Make a job known and return its id."""
        answer = await self.post("/api/v1/jobs", {"url": url, "title": "Engineer", "company": "Acme"})
        assert answer.status in (200, 201), answer.raw
        return str(answer.body["job"]["id"])

    async def apply(self, job_id: str) -> Any:
        """Claim a job as an API client and return the grant."""
        answer = await self.post(f"/api/v1/jobs/{job_id}/apply", {"holder": {"kind": "agent"}})
        assert answer.status == 200, answer.raw
        return answer.body


class Extension:
    """A browser's end of a native connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self._decoder = FrameDecoder()
        self._frames: list[Any] = []
        self._kept: list[Any] = []
        self._next_id = 1

    async def write(self, data: bytes) -> None:
        """Write bytes as they are."""
        self.writer.write(data)
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self.writer.drain()

    async def send(self, message: object) -> None:
        """Send a frame."""
        await self.write(encode(message))

    async def next(self) -> Any:
        """Return the next frame; None at the end of the stream."""
        if self._kept:
            return self._kept.pop(0)
        return await self._read()

    async def answer_to(self, request: object) -> Any:
        """Return the answer to a request, keeping what comes before it."""
        while True:
            frame = await self._read()
            assert frame is not None, f"the stream ended before the answer to {request!r}"
            if frame.get("id", ...) == request:
                return frame
            self._kept.append(frame)

    async def pushed(self, event: str) -> Any:
        """Return the next pushed event of a kind."""
        while True:
            frame = await self.next()
            assert frame is not None, f"the stream ended before {event!r}"
            if frame.get("event") == event:
                return frame

    async def call(self, op: str, params: object = None, **more: Any) -> Any:
        """Ask for an operation and return the whole answer."""
        request = self._next_id
        self._next_id += 1
        await self.send({"id": request, "op": op, "params": {} if params is None else params, **more})
        return await self.answer_to(request)

    async def hello(self, *, instance: str = "i1", session: str = "s1") -> Any:
        """Say hello and return its result."""
        params = {
            "protocol": 1,
            "version": "0.1.0",
            "browser": "Chromium",
            "instance": instance,
            "session": session,
        }
        answer = await self.call("hello", params)
        assert answer["ok"], answer
        return answer["result"]

    async def _read(self) -> Any:
        while not self._frames:
            async with asyncio.timeout(PATIENCE_SECONDS):
                data = await self.reader.read(1 << 20)
            if not data:
                return None
            self._frames += [json.loads(payload) for payload in self._decoder.feed(data)]
        return self._frames.pop(0)


@dataclass(frozen=True, slots=True)
class Service:
    """A running service, and how to reach it."""

    running: Running
    client: Client

    @contextlib.asynccontextmanager
    async def extension(self) -> AsyncIterator[Extension]:
        """Connect to the native socket, without a hello."""
        reader, writer = await asyncio.open_unix_connection(str(self.running.sockets.native))
        try:
            yield Extension(reader, writer)
        finally:
            writer.transport.abort()

    @contextlib.asynccontextmanager
    async def events(self, query: str = "") -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
        """Open the event stream."""
        async with self.client.session.ws_connect(f"http://localhost/api/v1/events{query}") as socket:
            yield socket


@contextlib.asynccontextmanager
async def service(
    home: Path, *, times: Times | None = None, port: int | None = None, grace_seconds: float = 5.0
) -> AsyncIterator[Service]:
    """Serve a data directory in this process."""
    ensure_data_dir(home)
    async with running(home, times or Times(), port=port, grace_seconds=grace_seconds) as service:
        connector = aiohttp.UnixConnector(str(service.sockets.http))
        async with aiohttp.ClientSession(connector=connector) as session:
            yield Service(service, Client(session))
