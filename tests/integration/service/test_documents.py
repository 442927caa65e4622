"""A document over HTTP: up in chunks, down as the file itself, for the holder only."""

from __future__ import annotations

import asyncio
import base64
import errno
import hashlib
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from companion.messages.base import DOCUMENT_CHUNK_BYTES
from companion.profile.documents import DocumentStore
from companion.service.http_routes import content_disposition
from tests.integration.service.actors import Client, service

if TYPE_CHECKING:
    from pathlib import Path

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 5_000 + b"\n%%EOF\n"
"""Larger than two chunks, and by its content a PDF."""


async def upload(client: Client, name: str) -> str:
    """Upload the PDF and return its id."""
    begun = await client.post("/api/v1/documents", {"name": name, "size": len(PDF)})
    assert begun.status == 201, begun.raw
    upload_id = begun.body["document_id"]
    for offset in range(0, len(PDF), DOCUMENT_CHUNK_BYTES):
        chunk = base64.b64encode(PDF[offset : offset + DOCUMENT_CHUNK_BYTES]).decode()
        sent = await client.send(
            "PUT", f"/api/v1/documents/{upload_id}/content", json={"offset": offset, "data": chunk}
        )
        assert sent.status == 200, sent.raw
    assert sent.body["document"]["sha256"] == hashlib.sha256(PDF).hexdigest()
    return str(sent.body["document"]["id"])


async def test_the_holder_gets_the_file_itself(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        document_id = await upload(it.client, "Résumé.pdf")
        grant = await it.client.apply(await it.client.identify())
        path = f"/api/v1/applications/{grant['application_id']}/documents/{document_id}"
        answer = await it.client.get(f"{path}?fence={grant['fence']}")
        assert answer.status == 200, answer.raw[:200]
        assert answer.raw == PDF
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Content-Disposition"] == (
            "attachment; filename=\"R_sum_.pdf\"; filename*=UTF-8''R%C3%A9sum%C3%A9.pdf"
        )
        stale = await it.client.get(f"{path}?fence={grant['fence'] + 1}")
        assert (stale.status, stale.body["code"]) == (409, "stale_fence")
        missing = await it.client.get(path)
        assert (missing.status, missing.body["field"]) == (422, "fence")


async def test_over_native_it_comes_in_chunks_that_fit_a_frame(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        document_id = await upload(it.client, "cv.pdf")
        grant = await it.client.apply(await it.client.identify())
        params = {
            "application_id": grant["application_id"],
            "fence": grant["fence"],
            "document_id": document_id,
        }
        content = b""
        while len(content) < len(PDF):
            answer = await extension.call("document", {**params, "offset": len(content)})
            content += base64.b64decode(answer["result"]["data"])
        assert content == PDF


@pytest.mark.parametrize(
    "name", ['a"b\\c.pdf', "x\r\nSet-Cookie: y.pdf", "../../etc/passwd", "\ud800.pdf", "日本.pdf", ""]
)
def test_no_name_breaks_the_header(name: str) -> None:
    header = content_disposition(name)
    header.encode("ascii")
    plain = header.split('filename="', 1)[1].split('"; filename*=', 1)[0]
    assert not set(plain) & set('"\\/\r\n')
    assert not set(header) & set("\r\n")


async def test_an_upload_whose_last_write_failed_leaves_no_file_and_is_gone_on_with(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        begun = await it.client.post("/api/v1/documents", {"name": "cv.pdf", "size": len(b"%PDF-1.7")})
        path = f"/api/v1/documents/{begun.body['document_id']}/content"
        last = {"offset": 0, "data": base64.b64encode(b"%PDF-1.7").decode()}
        with closing(sqlite3.connect(tmp_path / "applyonce.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            busy = await it.client.send("PUT", path, json=last)
            assert (busy.status, busy.body["code"]) == (503, "busy"), busy.raw
            assert _stored(tmp_path) == []
            other.execute("ROLLBACK")

        sent = await it.client.send("PUT", path, json=last)
        assert sent.status == 200, sent.raw
        assert _stored(tmp_path) == [sent.body["document"]["id"]]
        assert list((tmp_path / "documents" / "uploads").iterdir()) == []


def _stored(home: Path) -> list[str]:
    return [path.name for path in (home / "documents").iterdir() if path.is_file()]


async def test_the_last_part_sent_four_times_at_once_makes_one_document(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        small = b"%PDF-1.7\n%%EOF\n"
        begun = await it.client.post("/api/v1/documents", {"name": "cv.pdf", "size": len(small)})
        path = f"/api/v1/documents/{begun.body['document_id']}/content"
        part = {"offset": 0, "data": base64.b64encode(small).decode()}

        sent = await asyncio.gather(*(it.client.send("PUT", path, json=part) for _ in range(4)))

        assert [each.status for each in sent] == [200] * 4, [each.raw for each in sent]
        listed = (await it.client.get("/api/v1/documents")).body["documents"]
        assert {each.body["document"]["id"] for each in sent} == {each["id"] for each in listed}
        assert len(listed) == 1


@pytest.mark.parametrize("step", ["begin_upload", "append", "finish"])
async def test_a_full_disk_is_told_as_one_and_the_upload_goes_on_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    does = getattr(DocumentStore, step)
    full = [True]

    def full_at_first(*given: object, **named: object) -> object:
        if full:
            full.pop()
            raise OSError(errno.ENOSPC, "No space left on device")
        return does(*given, **named)

    monkeypatch.setattr(DocumentStore, step, full_at_first)
    async with service(tmp_path) as it:
        small = b"%PDF-1.7\n%%EOF\n"
        answers = []
        announced = {"name": "cv.pdf", "size": len(small)}
        answers.append(await it.client.post("/api/v1/documents", announced))
        if answers[0].status != 201:
            answers.append(await it.client.post("/api/v1/documents", announced))
        path = f"/api/v1/documents/{answers[-1].body['document_id']}/content"
        part = {"offset": 0, "data": base64.b64encode(small).decode()}
        answers += [await it.client.send("PUT", path, json=part) for _ in range(2)]

        refused = [answer for answer in answers if answer.status >= 400]
        assert [(each.status, each.body["code"]) for each in refused] == [(507, "disk_full")]
        assert answers[-1].body["document"]["size"] == len(small)


async def test_a_document_renamed_keeps_the_ending_of_its_content(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        document_id = await upload(it.client, "cv.pdf")
        for given, kept in (("Maria Silva", "Maria Silva.pdf"), ("a/b\x07.exe", "b.pdf")):
            renamed = await it.client.send("PATCH", f"/api/v1/documents/{document_id}", json={"name": given})
            assert renamed.status == 200, renamed.raw
            assert renamed.body["document"]["name"] == kept


async def test_a_removal_that_is_cut_short_leaves_no_file_that_nothing_leads_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    delete = DocumentStore.delete
    cut: list[bool] = [True]

    def cut_short(self: DocumentStore, document_id: str) -> bool:
        if cut:
            cut.pop()
            raise OSError(errno.EIO, "Input/output error")
        return delete(self, document_id)

    monkeypatch.setattr(DocumentStore, "delete", cut_short)
    async with service(tmp_path) as it:
        path = f"/api/v1/documents/{await upload(it.client, 'cv.pdf')}"
        assert (await it.client.send("DELETE", path)).status == 500
        assert len((await it.client.get("/api/v1/documents")).body["documents"]) == 1

        headers = {"Idempotency-Key": "remove"}
        for _ in range(2):
            assert (await it.client.send("DELETE", path, headers=headers)).status == 200
        assert (await it.client.get("/api/v1/documents")).body["documents"] == []
        assert not [file for file in (tmp_path / "documents").iterdir() if file.is_file()]
