"""Operations on the user's own things: profile, documents, answers, settings, auto-apply; and the events."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Literal

import aiohttp

from companion.http_client.connection import Connection
from companion.http_client.errors import APIError
from companion.messages.connection import Done, HealthResult
from companion.messages.errors import ErrorCode
from companion.messages.own import (
    Answer,
    AnswerOffer,
    AnswerResult,
    AnswersResult,
    BeginDocumentResult,
    Document,
    DocumentResult,
    DocumentsResult,
    OfferedAnswersResult,
    ProfileResult,
    UploadChunkResult,
)
from companion.messages.settings import AutoApplyResult, EventsResult, PushedEvent, Settings, SettingsResult

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence
    from uuid import UUID

DocumentKind = Literal["resume", "cover_letter", "other"]


class LibraryCalls(Connection):
    """What is the user's own. Every method raises APIError where the companion refuses."""

    async def health(self) -> HealthResult:
        """Return whether the companion serves, and which one."""
        return await self.typed(HealthResult, "health")

    async def profile(self) -> dict[str, Any]:
        """Return the profile as JSON Resume."""
        return (await self.typed(ProfileResult, "profile")).profile

    async def save_profile(self, profile: dict[str, Any]) -> dict[str, Any]:
        """Replace the profile, and return it as stored."""
        return (await self.typed(ProfileResult, "save_profile", profile=profile)).profile

    async def documents(self) -> list[Document]:
        """Return all documents, without their contents."""
        return (await self.typed(DocumentsResult, "documents")).documents

    async def begin_document(self, name: str, kind: DocumentKind, size: int) -> BeginDocumentResult:
        """Announce an upload of `size` bytes."""
        return await self.typed(BeginDocumentResult, "begin_document", name=name, kind=kind, size=size)

    async def upload_chunk(self, document_id: str, offset: int, data: bytes) -> UploadChunkResult:
        """Upload a part, in order; the last one's result has the document."""
        text = base64.b64encode(data).decode()
        return await self.typed(
            UploadChunkResult, "upload_chunk", document_id=document_id, offset=offset, data=text
        )

    async def add_document(self, content: bytes, name: str, kind: DocumentKind = "resume") -> Document:
        """Upload a whole document in chunks."""
        upload = await self.begin_document(name, kind, len(content))
        for offset in range(0, len(content), upload.chunk_bytes):
            chunk = content[offset : offset + upload.chunk_bytes]
            result = await self.upload_chunk(upload.document_id, offset, chunk)
            if result.document is not None:
                return result.document
        raise APIError(ErrorCode.INVALID.value, "The companion did not take the document as whole.")

    async def change_document(
        self,
        document_id: str,
        *,
        name: str | None = None,
        kind: DocumentKind | None = None,
        default: bool | None = None,
        rule: str | None = None,
    ) -> Document:
        """Rename or re-file a document, or say which jobs it is for."""
        result = await self.typed(
            DocumentResult,
            "change_document",
            document_id=document_id,
            name=name,
            kind=kind,
            default=default,
            rule=rule,
        )
        return result.document

    async def delete_document(self, document_id: str) -> None:
        """Delete a document."""
        await self.typed(Done, "delete_document", document_id=document_id)

    async def offered_answers(self) -> list[AnswerOffer]:
        """Return what of the answers sent could be kept."""
        return (await self.typed(OfferedAnswersResult, "offered_answers")).offers

    async def answers(self) -> list[Answer]:
        """Return the answer bank."""
        return (await self.typed(AnswersResult, "answers")).answers

    async def add_answer(self, question: str, answer: str) -> Answer:
        """Store an answer to a question in these words."""
        return (await self.typed(AnswerResult, "add_answer", question=question, answer=answer)).answer

    async def change_answer(self, answer_id: str, question: str, answer: str) -> Answer:
        """Change a stored answer."""
        params = {"answer_id": answer_id, "question": question, "answer": answer}
        return (await self.typed(AnswerResult, "change_answer", **params)).answer

    async def delete_answer(self, answer_id: str) -> None:
        """Delete a stored answer."""
        await self.typed(Done, "delete_answer", answer_id=answer_id)

    async def settings(self) -> Settings:
        """Return the settings."""
        return (await self.typed(SettingsResult, "settings")).settings

    async def save_settings(self, settings: Settings) -> Settings:
        """Replace the settings."""
        return (await self.typed(SettingsResult, "save_settings", settings=settings)).settings

    async def auto_apply(self) -> AutoApplyResult:
        """Return what auto-apply does, and its queue."""
        return await self.typed(AutoApplyResult, "auto_apply")

    async def auto_apply_start(
        self, *, executor: Literal["connected", "own_browser"] = "connected", headless: bool = False
    ) -> AutoApplyResult:
        """Start auto-apply, in the user's own browser or in a Chromium of its own."""
        return await self.typed(AutoApplyResult, "auto_apply_start", executor=executor, headless=headless)

    async def auto_apply_stop(self) -> AutoApplyResult:
        """Stop auto-apply."""
        return await self.typed(AutoApplyResult, "auto_apply_stop")

    async def auto_apply_queue(
        self, urls: Sequence[str] = (), *, job_ids: Sequence[UUID | str] = ()
    ) -> AutoApplyResult:
        """Put jobs into the queue, by address or by id."""
        return await self.typed(
            AutoApplyResult, "auto_apply_queue", urls=list(urls), job_ids=[str(job_id) for job_id in job_ids]
        )

    async def auto_apply_dequeue(self, job_id: UUID | str) -> AutoApplyResult:
        """Take a job out of the queue."""
        return await self.typed(AutoApplyResult, "auto_apply_dequeue", job_id=job_id)

    async def events(self, *, since: int = 0, limit: int | None = None) -> EventsResult:
        """Return the history after `since`."""
        return await self.typed(EventsResult, "events", since=since, limit=limit)

    async def stream_events(self, *, since: int | None = None) -> AsyncGenerator[PushedEvent, None]:
        """Go through the history after `since` (from now on where None), then through what happens.

        Ends when the companion ends. An event ``reset`` means that something was missed: fetch afresh.
        """
        query = {} if since is None else {"since": str(since)}
        async with self._socket("/api/v1/events", query) as socket:
            async for message in socket:
                if message.type is not aiohttp.WSMsgType.TEXT:
                    return
                yield PushedEvent.model_validate_json(message.data)
