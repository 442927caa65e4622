"""Messages about what is the user's own: profile, documents, answers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from companion.messages.applications import ApplicationRequest
from companion.messages.base import (
    MAX_BODY_BYTES,
    MAX_DOCUMENT_BYTES,
    Count,
    Request,
    Result,
    ShortText,
    Text,
)
from companion.messages.shapes import Job


class ProfileResult(Result):
    """JSON Resume 1.0.0, with what that lacks under `meta.applyonce`."""

    profile: dict[str, Any]


class SaveProfileRequest(Request):
    """The whole profile. A bare JSON Resume as body means the same over HTTP."""

    profile: dict[str, Any]


class Document(Result):
    """A résumé, a cover letter or another file."""

    id: str
    kind: Literal["resume", "cover_letter", "other"]
    name: str
    mime: str
    size: int
    sha256: str
    default: bool
    rule: str
    added_at: datetime


class DocumentsResult(Result):
    """All documents."""

    documents: list[Document]


class BeginDocumentRequest(Request):
    """Announce an upload: its chunks follow."""

    name: Annotated[str, Field(min_length=1, max_length=255)]
    kind: Literal["resume", "cover_letter", "other"] = "resume"
    size: Annotated[int, Field(ge=1, le=MAX_DOCUMENT_BYTES, strict=True)]


class BeginDocumentResult(Result):
    """Where the chunks go."""

    document_id: str
    chunk_bytes: int


class UploadChunkRequest(Request):
    """A part of an upload, base64; the parts come in order."""

    document_id: ShortText
    offset: Count
    data: Annotated[str, Field(max_length=MAX_BODY_BYTES)]


class UploadChunkResult(Result):
    """How much has come; `document` once all has and its content was checked."""

    received: int
    document: Document | None


class DocumentIdRequest(Request):
    """One document."""

    document_id: ShortText


class ChangeDocumentRequest(DocumentIdRequest):
    """Rename, re-file, or say where it goes. `rule`: words of a job's title for which this one is taken."""

    name: Annotated[str, Field(min_length=1, max_length=255)] | None = None
    kind: Literal["resume", "cover_letter", "other"] | None = None
    default: bool | None = None
    rule: ShortText | None = None


class DocumentResult(Result):
    """A document."""

    document: Document


class Answer(Result):
    """A stored answer."""

    id: str
    question: str
    answer: str
    updated_at: datetime


class AnswersResult(Result):
    """The answer bank."""

    answers: list[Answer]


class AddAnswerRequest(Request):
    """An answer that the user gives to a question in these words."""

    question: Annotated[str, Field(min_length=1, max_length=20_000)]
    answer: Text


class ChangeAnswerRequest(AddAnswerRequest):
    """Change a stored answer."""

    answer_id: ShortText


class AnswerIdRequest(Request):
    """One stored answer."""

    answer_id: ShortText


class AnswerResult(Result):
    """A stored answer."""

    answer: Answer


class OfferedAnswer(Result):
    """An answer that was sent and could be kept.

    `filled` is what had been filled in and was changed, `before` the stored answer that it would replace.
    """

    question: str
    answer: str
    meaning: str
    filled: str
    before: str | None
    suggested: bool


class AnswerOffer(Result):
    """What of one application could be kept."""

    application_id: UUID
    job: Job
    answers: list[OfferedAnswer]


class OfferedAnswersResult(Result):
    """All open offers."""

    offers: list[AnswerOffer]


class KeepAnswersRequest(ApplicationRequest):
    """Keep the answers to these questions, and never ask about the others of this offer again."""

    questions: list[Text] = Field(max_length=1_000)


class KeptAnswer(Answer):
    """An answer that was kept. `before`: the one whose place it took."""

    before: str | None


class KeptAnswersResult(Result):
    """What was kept."""

    kept: list[KeptAnswer]
