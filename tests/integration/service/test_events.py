"""The event stream over a WebSocket: history, then live, without gap or repeat."""

from __future__ import annotations

import asyncio
import contextlib
import select
import socket
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from companion.service import events_socket
from tests.integration.service.actors import PATIENCE_SECONDS, Service, service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


async def received(stream: aiohttp.ClientWebSocketResponse) -> Any:
    """Return the next event."""
    return await stream.receive_json(timeout=PATIENCE_SECONDS)


async def make_events(it: Service, count: int) -> list[int]:
    """Let things happen and return the seqs of all events so far."""
    job_id = await it.client.identify()
    while True:
        seqs = [event["seq"] for event in (await it.client.get("/api/v1/events?limit=1000")).body["events"]]
        if len(seqs) >= count:
            return seqs
        grant = await it.client.apply(job_id)
        await it.client.post(
            f"/api/v1/applications/{grant['application_id']}/release", {"fence": grant["fence"]}
        )


async def test_the_history_in_parts(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        seqs = await make_events(it, 7)
        first = (await it.client.get("/api/v1/events?since=0&limit=3")).body
        assert [event["seq"] for event in first["events"]] == seqs[:3]
        rest = (await it.client.get(f"/api/v1/events?since={seqs[2]}")).body
        assert [event["seq"] for event in rest["events"]] == seqs[3:]
        assert rest["seq"] == seqs[-1]


async def test_history_then_live(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        seqs = await make_events(it, 5)
        async with it.events(f"?since={seqs[1]}") as stream:
            assert [(await received(stream))["seq"] for _ in seqs[2:]] == seqs[2:]
            await it.client.apply(await it.client.identify())
            live = await received(stream)
            assert live["seq"] == seqs[-1] + 1
            assert live["data"]["application"]["status_name"] == "in_progress"


async def test_without_since_only_what_is_new(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        seqs = await make_events(it, 3)
        async with it.events() as stream:
            await it.client.apply(await it.client.identify())
            assert (await received(stream))["seq"] == seqs[-1] + 1


async def test_no_gap_and_no_repeat_while_things_happen(tmp_path: Path) -> None:
    """Clients that come at any moment of a storm see each event once, in order."""
    async with service(tmp_path) as it:
        await make_events(it, 3)

        async def listen() -> list[int]:
            async with it.events("?since=0") as stream:
                return [(await received(stream))["seq"] for _ in range(60)]

        async with asyncio.TaskGroup() as group:
            listeners: list[asyncio.Task[list[int]]] = []
            storm = group.create_task(make_events(it, 60))
            while not storm.done():
                if len(listeners) < 20:
                    listeners.append(group.create_task(listen()))
                await it.client.get("/api/v1/health")
        for listener in listeners:
            assert listener.result() == storm.result()[:60]


async def test_a_listener_from_the_future_starts_afresh(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        seqs = await make_events(it, 3)
        async with it.events("?since=1000000") as stream:
            assert await received(stream) == {"event": "reset", "seq": seqs[-1], "data": {}}
            await it.client.apply(await it.client.identify())
            assert (await received(stream))["seq"] == seqs[-1] + 1


HANDSHAKE = (
    b"GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


@contextlib.asynccontextmanager
async def deaf_listener(it: Service) -> AsyncIterator[socket.socket]:
    """Open the stream, and then take nothing more from it while a lot happens."""
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_UNIX) as connection:
        connection.setblocking(False)
        await loop.sock_connect(connection, str(it.running.sockets.http))
        await loop.sock_sendall(connection, HANDSHAKE)
        assert b" 101 " in await loop.sock_recv(connection, 4096)
        for _ in range(100):
            it.running.dispatcher.hub.announce(1, "profile", {"x": "y" * 200_000})
        yield connection


async def test_a_listener_that_takes_nothing_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events_socket, "SEND_SECONDS", 0.2)
    async with service(tmp_path) as it, deaf_listener(it) as connection:
        poller = select.poll()
        poller.register(connection, 0)  # 0: a hang-up is told all the same
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not poller.poll(0):
                assert (await it.client.get("/api/v1/health")).status == 200


async def test_a_listener_that_takes_nothing_does_not_hold_up_the_end(tmp_path: Path) -> None:
    began = asyncio.get_running_loop().time()
    async with contextlib.AsyncExitStack() as after, service(tmp_path) as it:
        await after.enter_async_context(deaf_listener(it))
    assert asyncio.get_running_loop().time() - began < 5


async def test_a_bad_since_is_refused_before_the_stream_opens(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            async with it.events("?since=yesterday"):
                pass
        assert refused.value.status == 422


async def test_no_page_opens_the_stream(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            async with it.client.session.ws_connect(
                "http://localhost/api/v1/events", headers={"Origin": "http://localhost"}
            ):
                pass
        assert refused.value.status == 403


async def test_the_end_of_the_service_says_goodbye(tmp_path: Path) -> None:
    async with contextlib.AsyncExitStack() as stack:
        async with service(tmp_path) as it:
            connector = aiohttp.UnixConnector(str(it.running.sockets.http))
            session = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))
            stream = await stack.enter_async_context(session.ws_connect("http://localhost/api/v1/events"))
            closing = asyncio.ensure_future(stream.receive(timeout=PATIENCE_SECONDS))
            assert not closing.done()
        assert (await closing).type == aiohttp.WSMsgType.CLOSE
        assert stream.close_code == aiohttp.WSCloseCode.GOING_AWAY


async def test_what_a_client_says_is_ignored_and_bounded(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        async with it.events() as stream:
            await stream.send_str("hello?")
            await it.client.apply(await it.client.identify())
            assert (await received(stream))["event"] == "application"
            await stream.send_str("x" * 100_000)
            async with asyncio.timeout(PATIENCE_SECONDS):
                async for _ in stream:
                    pass
            assert stream.close_code == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
        assert (await it.client.get("/api/v1/health")).status == 200
