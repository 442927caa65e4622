"""Documents that come in, in chunks, and go."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import errno
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from companion.messages.base import DOCUMENT_CHUNK_BYTES
from companion.profile.documents import (
    DocumentError,
    DocumentNotFound,
    DocumentTooLarge,
    StoredDocument,
    WrongOffset,
)
from companion.refusals import RefusedError
from companion.service.handlers.own import document_json, find_document
from companion.store.errors import DiskFullError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain import JsonObject
    from companion.messages.own import BeginDocumentRequest, DocumentIdRequest, UploadChunkRequest
    from companion.service.call import Call
    from companion.service.core import Core

MAX_OPEN_UPLOADS = 32
T = TypeVar("T")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(slots=True)
class _Upload:
    user_id: int
    name: str
    kind: str
    size: int
    finished: JsonObject | None = None
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)


class Uploads:
    """The uploads under way. A companion that stops forgets them: they are begun again."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._open: dict[str, _Upload] = {}

    async def begin(self, user_id: int, asked: BeginDocumentRequest) -> JsonObject:
        """Announce an upload."""
        while len(self._open) >= MAX_OPEN_UPLOADS:
            oldest = next(iter(self._open))
            del self._open[oldest]
            await asyncio.to_thread(self._core.documents.abort, oldest)
        upload_id = await _on_disk(self._core.documents.begin_upload)
        self._open[upload_id] = _Upload(user_id, asked.name, asked.kind, asked.size)
        return {"document_id": upload_id, "chunk_bytes": DOCUMENT_CHUNK_BYTES}

    async def chunk(self, user_id: int, asked: UploadChunkRequest, call_of: Any) -> JsonObject:
        """Take a part; with the last one the content is checked and the document stored."""
        upload = self._open.get(asked.document_id)
        if upload is None or upload.user_id != user_id:
            raise RefusedError("not_found", "This upload is not known any more. Begin it again.")
        async with upload.one_at_a_time:  # the same part sent again while the first is on its way, too
            return await self._take(upload, asked, call_of)

    async def _take(self, upload: _Upload, asked: UploadChunkRequest, call_of: Any) -> JsonObject:
        if upload.finished is not None:
            return {"received": upload.size, "document": upload.finished}
        try:
            content = base64.b64decode(asked.data, validate=True)
        except ValueError as error:  # binascii.Error is one; text beyond ASCII raises a plain one
            raise RefusedError("invalid", "The chunk is not base64.", details={"field": "data"}) from error
        try:
            received = await _on_disk(
                self._core.documents.append, asked.document_id, content, offset=asked.offset
            )
            if received > upload.size:
                raise RefusedError("invalid", "More came than the upload announced. Begin it again.")
            if received < upload.size:
                return {"received": received, "document": None}
            stored = await _on_disk(self._core.documents.finish, asked.document_id, name=upload.name)
        except WrongOffset as error:
            raise RefusedError("invalid", str(error), details={"received": error.expected}) from error
        except DocumentTooLarge as error:
            raise RefusedError("too_large", str(error)) from error
        except DocumentError as error:
            self._open.pop(asked.document_id, None)
            raise RefusedError("invalid", str(error)) from error
        try:
            upload.finished = await self._core.store.write(
                lambda tx: self._store(call_of(tx), upload, stored)
            )
        except (
            StoreError
        ):  # nothing of it was kept: the last chunk may be sent again, and no file lies there unknown
            await asyncio.to_thread(self._core.documents.reopen, stored.id, asked.document_id)
            raise
        return {"received": received, "document": upload.finished}

    def _store(self, call: Any, upload: _Upload, stored: StoredDocument) -> JsonObject:
        call.tx.run(
            "add_document",
            id=stored.id,
            user_id=call.caller.user_id,
            kind=upload.kind,
            name=stored.name,
            mime=stored.mime,
            size=stored.size,
            sha256=stored.sha256,
            now=self._core.clock.wall_ms(),
        )
        return document_json(find_document(call, stored.id))

    async def abort(self, document_id: str) -> None:
        """Forget an upload that nobody will go on with."""
        self._open.pop(document_id, None)
        await asyncio.to_thread(self._core.documents.abort, document_id)

    async def delete_file(self, document_id: str) -> None:
        """Delete a document's file. Done twice is done once."""
        with contextlib.suppress(DocumentNotFound):
            await asyncio.to_thread(self._core.documents.delete, document_id)


async def _on_disk(act: Callable[..., T], *arguments: Any, **named: Any) -> T:
    """Do in a thread what writes to the disk. Raises DiskFullError where it takes no more."""
    try:
        return await asyncio.to_thread(act, *arguments, **named)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError("The disk is full: free some space, then try again.") from error
        raise


def forget_document(call: Call, asked: DocumentIdRequest) -> JsonObject:
    """Delete a document's entry. Raises not_found."""
    find_document(call, asked.document_id)
    call.tx.run("delete_document", user_id=call.caller.user_id, id=asked.document_id)
    return {}
