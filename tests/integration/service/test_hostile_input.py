"""Input that once broke something, or might: each is answered as what it is, and never as a fault of ours."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
from typing import TYPE_CHECKING, Any

import pytest

from native_host.framing import MAX_FRAME
from tests.integration.service.actors import JOB_URL, Service, service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JSON = {"Content-Type": "application/json"}
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def no_fault(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Let a fault in the log fail the test, whatever was answered."""
    yield
    faults = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert faults == []


async def raw(it: Service, head: bytes, body: bytes = b"") -> tuple[int, Any]:
    """Send a request of these very bytes and return status and JSON body."""
    reader, writer = await asyncio.open_unix_connection(str(it.running.sockets.http))
    try:
        length = b"Content-Type: application/json\r\nContent-Length: %d\r\n" % len(body) if body else b""
        writer.write(head + b"\r\nHost: localhost\r\nConnection: close\r\n" + length + b"\r\n" + body)
        async with asyncio.timeout(20):
            answer = await reader.read()
    finally:
        writer.close()
    top, _, content = answer.partition(b"\r\n\r\n")
    return int(top.split()[1]), json.loads(content)


@pytest.mark.parametrize(
    "said",
    [
        '[1e999, "x"]',
        '[99999999999999999999999, "x"]',
        "[NaN, 1]",
        '[1, "\\ud800"]',
        '[1, {"a": 1}]',
        '["1", "x"]',
        "[" * 300,
        "{}",
        "1",
    ],
)
async def test_a_cursor_that_nobody_gave_is_refused(tmp_path: Path, said: str) -> None:
    async with service(tmp_path) as it:
        await it.client.identify()
        cursor = base64.urlsafe_b64encode(said.encode()).decode()
        answer = await it.client.get("/api/v1/jobs", params={"cursor": cursor})
        assert answer.status in (200, 422), answer.raw
        if (
            answer.status == 200
        ):  # a lone surrogate is read as a question mark: a place at which no job stands
            assert answer.body["items"] == []


@pytest.mark.parametrize("key", [b"\xff\xfe", b"\xed\xa0\x80", b"k\x80"])
async def test_a_key_that_is_no_text_is_refused_and_one_with_accents_is_taken(
    tmp_path: Path, key: bytes
) -> None:
    body = json.dumps({"url": JOB_URL}).encode()
    async with service(tmp_path) as it:
        status, said = await raw(it, b"POST /api/v1/jobs HTTP/1.1\r\nIdempotency-Key: " + key, body)
        assert (status, said["code"]) == (422, "invalid")
        status, _ = await raw(it, b"POST /api/v1/jobs HTTP/1.1\r\nIdempotency-Key: cl\xc3\xa9", body)
        assert status == 201


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00", "2026-01-01T00:00:00", "2026-01-01"])
async def test_a_time_without_its_zone_is_refused(tmp_path: Path, at: str) -> None:
    async with service(tmp_path) as it:
        job = await it.client.identify()
        answer = await it.client.post(f"/api/v1/jobs/{job}/report-submission", {"at": at})
        assert (answer.status, answer.body["field"]) == (422, "at"), answer.raw


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", 0, -1])
async def test_a_time_at_the_edge_of_the_calendar_is_taken(tmp_path: Path, at: Any) -> None:
    async with service(tmp_path) as it:
        job = await it.client.identify()
        answer = await it.client.post(f"/api/v1/jobs/{job}/report-submission", {"at": at})
        assert answer.status == 200, answer.raw
        assert (await it.client.get(f"/api/v1/jobs/{job}")).status == 200


@pytest.mark.parametrize(
    ("encoding", "status"), [("gzip", 400), ("deflate", 400), ("banana", 415), ("gzip, gzip", 415)]
)
async def test_a_body_that_is_not_in_its_encoding_is_refused(
    tmp_path: Path, encoding: str, status: int
) -> None:
    async with service(tmp_path) as it:
        answer = await it.client.send(
            "POST", "/api/v1/jobs", data=b'{"url": "x"}', headers={**JSON, "Content-Encoding": encoding}
        )
        assert answer.status == status, answer.raw
        assert (await it.client.get("/api/v1/jobs")).body["items"] == []


async def test_a_refusal_names_the_member_as_the_client_wrote_it(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        job = await it.client.identify()
        status = await it.client.send("PATCH", f"/api/v1/jobs/{job}/status", json={"status": True})
        assert (status.status, status.body["field"]) == (422, "status")
        queue = await it.client.post("/api/v1/auto-apply/queue", {"urls": [JOB_URL, "nowhere"]})
        assert (queue.status, queue.body["field"]) == (422, "urls.1")
        assert (await it.client.get("/api/v1/auto-apply")).body["queue"] == []


@pytest.mark.parametrize("size", [256, MAX_FRAME - 100])
async def test_an_id_that_no_answer_could_carry_is_refused(tmp_path: Path, size: int) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        for op in ("hello", "health"):
            await extension.send({"id": "i" * size, "op": op, "params": {}})
            refused = await extension.answer_to(None)
            assert "255 characters" in refused["error"]["message"]
        await extension.hello()
        await extension.send({"id": "i" * 255, "op": "health"})
        assert (await extension.answer_to("i" * 255))["ok"]


async def test_what_writes_files_is_carried_out_once_for_each_key_too(tmp_path: Path) -> None:
    async with service(tmp_path) as it:

        async def twice(method: str, path: str, body: object, key: str) -> Any:
            first, again = [
                await it.client.send(method, path, json=body, headers={"Idempotency-Key": key})
                for _ in range(2)
            ]
            assert (again.status, again.body) == (first.status, first.body)
            assert "Idempotency-Replayed" not in first.headers
            assert again.headers["Idempotency-Replayed"] == "true"
            other = await it.client.post("/api/v1/answers", {"question": "q", "answer": "a"}, key=key)
            assert other.body["code"] == "key_reused"
            return first.body

        begun = await twice("POST", "/api/v1/documents", {"name": "cv.pdf", "size": len(PDF)}, "k1")
        content = f"/api/v1/documents/{begun['document_id']}/content"
        wrong = {"offset": 7, "data": base64.b64encode(PDF).decode()}
        refused = await twice("PUT", content, wrong, "k2")
        assert refused["received"] == 0
        sent = await twice("PUT", content, {**wrong, "offset": 0}, "k3")
        document_id = sent["document"]["id"]
        assert await twice("DELETE", f"/api/v1/documents/{document_id}", None, "k4") == {}
        gone = await it.client.send("DELETE", f"/api/v1/documents/{document_id}")
        assert gone.status == 404
        for action in ("start", "stop"):
            assert await twice("POST", f"/api/v1/auto-apply/{action}", {}, f"k-{action}")
        assert list((tmp_path / "documents").rglob("*.*")) == []


@pytest.mark.parametrize("cut", ["\\ud83d", "\\udc00", "\\uDFFF", "\\ud32d\\uded83d\\ude04"])
async def test_half_a_character_is_a_question_mark_whichever_half_it_is(tmp_path: Path, cut: str) -> None:
    body = f'{{"url": "{JOB_URL}", "title": "Engineer {cut}"}}'.encode()
    async with service(tmp_path) as it:
        answer = await it.client.send("POST", "/api/v1/jobs", data=body, headers=JSON)
        assert answer.status == 201, answer.raw
        assert "?" in answer.body["job"]["title"]


@pytest.mark.parametrize("data", ["é", "====", "QUJD\n", "😀"])
async def test_a_chunk_that_is_not_base64_is_refused(tmp_path: Path, data: str) -> None:
    async with service(tmp_path) as it:
        begun = await it.client.post("/api/v1/documents", {"name": "cv.pdf", "size": 3})
        path = f"/api/v1/documents/{begun.body['document_id']}/content"
        answer = await it.client.send("PUT", path, json={"offset": 0, "data": data})
        assert (answer.status, answer.body["field"]) == (422, "data"), answer.raw


async def test_whole_numbers_may_be_written_with_a_point(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        job = await it.client.identify()
        path = f"/api/v1/jobs/{job}/status"
        headers = {"Content-Type": "application/json"}
        claimed = await it.client.send("PATCH", path, data=b'{"status": 7.0}', headers=headers)
        assert claimed.status == 200, claimed.raw
        for text in (b"7.5", b"9007199254740994.0", b"1e17"):
            body = b'{"status": 1, "fence": ' + text + b"}"
            refused = await it.client.send("PATCH", path, data=body, headers=headers)
            assert refused.status == 422, refused.raw


async def test_the_same_announcement_twice_at_once_is_one_upload(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        body = {"name": "cv.pdf", "size": len(PDF)}
        answers = await asyncio.gather(
            *(it.client.post("/api/v1/documents", body, key="same") for _ in range(8))
        )
        assert {answer.status for answer in answers} == {201}
        assert len({answer.body["document_id"] for answer in answers}) == 1
