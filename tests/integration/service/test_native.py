"""The native stream: hello, operations, pushes, commands, and every way in which frames can be wrong."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from companion.service.native_connection import MAX_IN_FLIGHT
from companion.service.native_connections import (
    CommandRefused,
    CommandTimedOut,
    NoBrowserConnected,
)
from native_host.framing import MAX_FRAME, encode, frame
from tests.integration.service.actors import JOB_URL, PATIENCE_SECONDS, Extension, service

if TYPE_CHECKING:
    from pathlib import Path

TAB = {"kind": "tab", "session": "s1", "tab_id": 12, "frame_id": 0, "document_id": "d1"}


async def identified(extension: Extension) -> str:
    """Make a job known and return its id."""
    answer = await extension.call("identify", {"url": JOB_URL, "title": "Engineer"})
    assert answer["ok"], answer
    return str(answer["result"]["job"]["id"])


async def test_hello_and_an_application(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        greeting = await extension.hello()
        assert greeting["protocol"] == 1
        assert greeting["epoch"] == 1
        job_id = await identified(extension)
        granted = await extension.call("apply", {"job_id": job_id, "holder": TAB}, key="k1")
        assert granted["result"]["message"] == "Application started"
        pushed = await extension.pushed("application")
        assert pushed["data"]["kind"] == "created"
        refused = await extension.call("apply", {"job_id": job_id, "holder": {**TAB, "tab_id": 13}}, key="k2")
        assert not refused["ok"]
        assert refused["error"]["code"] == "in_progress"
        assert refused["error"]["holder"]["label"] == "Chromium, tab 12"


async def test_begin_submit_without_a_claim_is_the_operation_on_the_job(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        job_id = await identified(extension)
        answer = await extension.call("begin_submit", {"job_id": job_id, "holder": TAB}, key="k")
        assert answer["ok"], answer
        assert {"application_id", "fence", "permit", "valid_seconds"} <= set(answer["result"])


async def test_nothing_goes_before_hello(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        assert (await extension.call("health"))["error"]["message"] == "Say hello first."
        bad = await extension.call("hello", {"protocol": 1})
        assert bad["error"]["code"] == "invalid"
        await extension.hello()
        assert (await extension.call("health"))["ok"]


@pytest.mark.parametrize(("protocol", "side"), [(0, "extension"), (2, "companion")])
async def test_another_protocol_is_told_which_side_to_update(
    tmp_path: Path, protocol: int, side: str
) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        answer = await extension.call("hello", {"protocol": protocol, "what": "a later hello has"})
        assert answer["error"]["code"] == "protocol_mismatch"
        assert answer["error"]["message"].endswith(f"update the {side}.")
        assert (await extension.call("health"))["error"]["message"] == "Say hello first."


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{",
        b"[]",
        b"17",
        b"null",
        b"\xff\xfe",
        b'{"op": "health"}',
        b'{"id": true, "op": "health"}',
        b'{"id": {}, "op": "health"}',
        b"[" * 10_000 + b"]" * 10_000,
        b'{"id": 1, "op": "hello", "op": "health"}',
        b'{"id": 1, "op": "health", "params": NaN}',
    ],
)
async def test_a_frame_that_makes_no_sense_is_answered_and_the_stream_goes_on(
    tmp_path: Path, payload: bytes
) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        await extension.write(frame(payload))
        answer = await extension.answer_to(None)
        assert (answer["ok"], answer["error"]["code"]) == (False, "invalid")
        assert (await extension.call("health"))["ok"]


@pytest.mark.parametrize("op", ["nothing", "", 7, None, ["health"], "preview_plan", "__class__"])
async def test_an_operation_that_is_not_native_is_unknown(tmp_path: Path, op: Any) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        answer = await extension.call(op)
        assert answer["error"]["code"] == "invalid"
        assert (await extension.call("health"))["ok"]


@pytest.mark.parametrize("key", ["", "k" * 300, 7])
async def test_a_key_that_is_none_is_refused(tmp_path: Path, key: Any) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        answer = await extension.call("identify", {"url": JOB_URL}, key=key)
        assert answer["error"]["code"] == "invalid"


@pytest.mark.parametrize("length", [MAX_FRAME + 1, 2**32 - 1])
async def test_a_frame_over_the_limit_ends_the_connection_with_a_reason(tmp_path: Path, length: int) -> None:
    async with service(tmp_path) as it, it.extension() as extension, it.extension() as other:
        await extension.hello()
        await other.hello(instance="i2", session="s2")
        await extension.write(encode({"id": "last", "op": "health"}) + length.to_bytes(4, sys.byteorder))
        ends = [await extension.next(), await extension.next()]
        assert {answer["id"] for answer in ends} == {"last", None}
        assert next(answer for answer in ends if answer["id"] is None)["error"]["code"] == "too_large"
        assert await extension.next() is None
        assert (await other.call("health"))["ok"]


async def test_a_frame_of_the_largest_size_is_taken(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        request = {"id": "big", "op": "health", "params": {"x": ""}}
        request["params"] = {"x": "y" * (MAX_FRAME - len(json.dumps(request, separators=(",", ":"))))}
        assert len(encode(request)) == MAX_FRAME + 4
        await extension.send(request)
        assert (await extension.answer_to("big"))["error"]["code"] == "invalid"


@pytest.mark.parametrize("cut", range(0, 40, 3))
async def test_a_truncated_stream_harms_nobody(tmp_path: Path, cut: int) -> None:
    async with service(tmp_path) as it:
        async with it.extension() as extension:
            await extension.write(encode({"id": 1, "op": "health", "params": {}})[:cut])
            extension.writer.write_eof()
            assert await extension.next() is None or cut > 35
        async with it.extension() as extension:
            await extension.hello()


async def test_frames_in_pieces_of_one_byte(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        for byte in encode({"id": "slow", "op": "health", "params": {}}):
            await extension.write(bytes([byte]))
        assert (await extension.answer_to("slow"))["ok"]


async def test_a_request_before_the_end_of_the_stream_is_answered(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        await extension.send({"id": "last", "op": "identify", "params": {"url": JOB_URL}})
        extension.writer.write_eof()
        assert (await extension.answer_to("last"))["ok"]
        assert await extension.next() is None


async def test_a_flood_does_not_starve_another_connection(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as flooder, it.extension() as other:
        await flooder.hello()
        await other.hello(instance="i2", session="s2")
        flood = b"".join(encode({"id": n, "op": "jobs", "params": {}}) for n in range(3_000))
        flooder.writer.write(flood)
        for _ in range(5):
            async with asyncio.timeout(PATIENCE_SECONDS / 4):
                assert (await other.call("health"))["ok"]
        answered = {(await flooder.next())["id"] for _ in range(3_000)}
        assert answered == set(range(3_000))


async def test_few_requests_of_one_connection_are_in_work_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        at_once: list[int] = []
        in_work = 0
        call = it.running.dispatcher.call

        async def counted(*arguments: Any, **named: Any) -> Any:
            nonlocal in_work
            in_work += 1
            at_once.append(in_work)
            try:
                return await call(*arguments, **named)
            finally:
                in_work -= 1

        monkeypatch.setattr(it.running.dispatcher, "call", counted)
        await extension.write(b"".join(encode({"id": n, "op": "jobs", "params": {}}) for n in range(200)))
        assert {(await extension.next())["id"] for _ in range(200)} == set(range(200))
        assert 1 < max(at_once) <= MAX_IN_FLIGHT


async def test_a_peer_that_reads_nothing_holds_up_nobody(tmp_path: Path) -> None:
    async with service(tmp_path, grace_seconds=0.2) as it, it.extension() as deaf, it.extension() as other:
        await deaf.hello()
        await other.hello(instance="i2", session="s2")
        deaf.writer.transport.pause_reading()  # type: ignore[attr-defined]
        deaf.writer.write(
            b"".join(encode({"id": n, "op": "nothing", "params": {"x": "y" * 100}}) for n in range(20_000))
        )
        for _ in range(20):
            assert (await other.call("health"))["ok"]


async def test_pushes_reach_every_connection_once(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as one, it.extension() as two:
        await one.hello()
        await two.hello(instance="i2", session="s2")
        await it.client.apply(await it.client.identify())
        for extension in (one, two):
            created = await extension.pushed("application")
            claimed = await extension.pushed("application")
            assert claimed["seq"] == created["seq"] + 1
            assert claimed["data"]["application"]["status_name"] == "in_progress"


async def test_progress_is_pushed_although_it_is_no_event(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        grant = await it.client.apply(await it.client.identify())
        async with it.extension() as extension:
            await extension.hello()
            beat = {"fence": grant["fence"], "progress": {"step": "Reading", "filled": 1, "total": 9}}
            await it.client.post(f"/api/v1/applications/{grant['application_id']}/heartbeat", beat)
            pushed = await extension.pushed("application")
            assert pushed["data"]["application"]["progress"] == beat["progress"]


async def test_a_command_is_answered_by_the_browser_that_was_asked(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as one, it.extension() as two:
        with pytest.raises(NoBrowserConnected):
            await it.running.native.command("open_tab", application_id="a", url=JOB_URL, fence=1)
        await one.hello()
        await two.hello(instance="i2", session="s2")
        asked = asyncio.ensure_future(
            it.running.native.command("open_tab", application_id="a", url=JOB_URL, fence=1, instance="i1")
        )
        command = await one.next()
        cid = command.pop("cid")
        assert command == {"cmd": "open_tab", "application_id": "a", "url": JOB_URL, "fence": 1}
        await two.send({"cid": cid, "ok": True, "tab_id": 99})  # not the one that was asked
        await one.send({"cid": "c999", "ok": True})
        await one.send({"cid": cid, "ok": True, "tab_id": 12})
        assert (await asked)["tab_id"] == 12


async def test_a_command_can_fail_in_three_ways(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        native = it.running.native
        await extension.hello()
        refused = asyncio.ensure_future(native.command("close_tab", application_id="a", tab_id=12))
        command = await extension.next()
        error = {"code": "not_found", "message": "There is no such tab."}
        await extension.send({"cid": command["cid"], "ok": False, "error": error})
        with pytest.raises(CommandRefused, match="no such tab"):
            await refused
        with pytest.raises(CommandTimedOut):
            await native.command("focus_tab", application_id="a", tab_id=12, timeout_seconds=0.01)
        lost = asyncio.ensure_future(native.command("focus_tab", application_id="a", tab_id=12))
        while (await extension.next()).get("cmd") != "focus_tab":
            pass
        await extension.next()
        extension.writer.transport.abort()
        with pytest.raises(NoBrowserConnected):
            await lost


async def test_a_browser_can_be_awaited(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        native = it.running.native
        waiting = asyncio.ensure_future(native.wait_for(lambda browser: browser.session == "s7", 20))
        await extension.hello(session="s7")
        assert (await waiting).instance == "i1"
        with pytest.raises(NoBrowserConnected):
            await native.wait_for(lambda browser: browser.session == "s8", 0.01)


async def test_the_end_of_the_service_ends_connections_and_waits_for_nobody_long(tmp_path: Path) -> None:
    async with service(tmp_path, grace_seconds=0.5) as it:
        reader, writer = await asyncio.open_unix_connection(str(it.running.sockets.native))
        extension = Extension(reader, writer)
        await extension.hello()
    assert await extension.next() is None
    writer.close()
