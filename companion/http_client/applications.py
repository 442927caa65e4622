"""Operations on one application: what its holder does, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING, Literal

from companion.http_client.connection import Connection
from companion.messages.applications import (
    DraftResult,
    EvidenceResult,
    FormField,
    HeartbeatResult,
    Permit,
    PlanResult,
    SentEvidence,
    TypedField,
)
from companion.messages.connection import Done
from companion.messages.jobs import ApplicationResult, Grant
from companion.messages.own import KeptAnswer, KeptAnswersResult
from companion.protocol import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from companion.messages.shapes import (
        Application,
        Evidence,
        HolderRequest,
        NotSentProof,
        Progress,
        SentField,
    )


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A document's whole content."""

    name: str
    mime: str
    content: bytes


class ApplicationCalls(Connection):
    """What a holder does, under its fence. Every method raises APIError where the companion refuses."""

    async def heartbeat(
        self, application_id: UUID | str, fence: int, progress: Progress | None = None
    ) -> HeartbeatResult:
        """Keep the lease, and tell how far the filling is."""
        return await self.typed(
            HeartbeatResult, "heartbeat", application_id=application_id, fence=fence, progress=progress
        )

    async def rebind(self, application_id: UUID | str, fence: int, holder: HolderRequest) -> Application:
        """Move to another tab or document."""
        return await self._application(
            "rebind", application_id, fence, holder=holder.model_dump(mode="json", exclude_none=True)
        )

    async def plan(
        self, application_id: UUID | str, fence: int, url: str, fields: Sequence[FormField]
    ) -> PlanResult:
        """Return the values for a form's fields."""
        return await self.typed(
            PlanResult, "plan", application_id=application_id, fence=fence, url=url, fields=list(fields)
        )

    async def preview_plan(
        self,
        url: str,
        fields: Sequence[FormField],
        *,
        title: str | None = None,
        company: str | None = None,
        location: str | None = None,
    ) -> PlanResult:
        """Return what would be filled, without an application."""
        return await self.typed(
            PlanResult,
            "preview_plan",
            url=url,
            fields=list(fields),
            title=title,
            company=company,
            location=location,
        )

    async def document(self, application_id: UUID | str, document_id: str, fence: int) -> DocumentFile:
        """Return a document of the plan."""
        params = {"application_id": application_id, "document_id": document_id, "fence": fence}
        reply = await self._request(OPERATIONS["document"], params, None)
        header = Message()
        header["Content-Disposition"] = reply.headers.get("Content-Disposition", "attachment")
        mime = str(reply.headers.get("Content-Type", "application/octet-stream"))
        return DocumentFile(header.get_filename("document"), mime, reply.content)

    async def begin_submit(self, application_id: UUID | str, fence: int) -> Permit:
        """Get the permit for one sending: it may be acted on for `valid_seconds` after this call was made."""
        return await self.typed(Permit, "begin_submit", application_id=application_id, fence=fence)

    async def confirm(self, application_id: UUID | str, fence: int, evidence: Evidence) -> Application:
        """Tell that it was sent, with what proves it."""
        return await self._application("confirm", application_id, fence, evidence=evidence)

    async def fail(
        self,
        application_id: UUID | str,
        fence: int,
        reason: str,
        *,
        not_sent_proof: NotSentProof | None = None,
        keep: bool = False,
    ) -> Application:
        """End the attempt. With `keep` and a proof that nothing was sent the same holder goes on."""
        return await self._application(
            "fail", application_id, fence, reason=reason, not_sent_proof=not_sent_proof, keep=keep
        )

    async def park(self, application_id: UUID | str, fence: int, reason: str) -> Application:
        """Wait for the user."""
        return await self._application("park", application_id, fence, reason=reason)

    async def resume(self, application_id: UUID | str, fence: int, *, reason: str = "") -> Application:
        """Go on after waiting for the user."""
        return await self._application("resume", application_id, fence, reason=reason)

    async def draft(self, application_id: UUID | str, fence: int) -> DraftResult:
        """Return what was filled so far."""
        return await self.typed(DraftResult, "draft", application_id=application_id, fence=fence)

    async def save_draft(self, application_id: UUID | str, fence: int, fields: Sequence[SentField]) -> None:
        """Keep what was filled so far."""
        await self.typed(Done, "save_draft", application_id=application_id, fence=fence, fields=list(fields))

    async def note_answers(
        self, application_id: UUID | str, fence: int, fields: Sequence[TypedField]
    ) -> None:
        """Remember which questions of a form the user answered."""
        given = {"application_id": application_id, "fence": fence, "fields": list(fields)}
        await self.typed(Done, "note_answers", **given)

    async def keep_answers(self, application_id: UUID | str, questions: Sequence[str]) -> list[KeptAnswer]:
        """Keep answers that were sent; the other questions of the offer are not asked about again."""
        given = {"application_id": application_id, "questions": list(questions)}
        return (await self.typed(KeptAnswersResult, "keep_answers", **given)).kept

    async def evidence(self, application_id: UUID | str) -> list[SentEvidence]:
        """Return all that is kept of what was sent."""
        return (await self.typed(EvidenceResult, "evidence", application_id=application_id)).evidence

    async def release(self, application_id: UUID | str, fence: int) -> Application:
        """Give the job back."""
        return await self._application("release", application_id, fence)

    async def take_over(self, application_id: UUID | str, holder: HolderRequest) -> Grant:
        """Take the application over from its holder, as a person."""
        given = holder.model_dump(mode="json", exclude_none=True)
        return await self.typed(Grant, "take_over", application_id=application_id, holder=given)

    async def resolve(
        self, application_id: UUID | str, outcome: Literal["applied", "not_applied"], *, note: str = ""
    ) -> Application:
        """Say how an open outcome ended."""
        params = {"application_id": application_id, "outcome": outcome, "note": note}
        return (await self.typed(ApplicationResult, "resolve", **params)).application

    async def _application(
        self, name: str, application_id: UUID | str, fence: int, **params: object
    ) -> Application:
        result = await self.typed(
            ApplicationResult, name, application_id=application_id, fence=fence, **params
        )
        return result.application
