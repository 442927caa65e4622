"""Messages about an application: what its holder does, and what the user decides."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from companion.messages.base import Address, Count, Request, Result, ShortText, Text, Whole
from companion.messages.shapes import Evidence, HolderRequest, NotSentProof, Progress, SentField


class ApplicationRequest(Request):
    """One application."""

    application_id: UUID


class FencedRequest(ApplicationRequest):
    """What a holder does: accepted under the current fence only."""

    fence: Count


class HeartbeatRequest(FencedRequest):
    """The holder lives."""

    progress: Progress | None = None


class HeartbeatResult(Result):
    """For how long the lease runs from now."""

    lease_seconds: float


class RebindRequest(FencedRequest):
    """The holder's tab or document is another one now."""

    holder: HolderRequest


class FormField(Request):
    """A control as the content script describes it. An unknown `kind` counts as text."""

    id: ShortText
    kind: ShortText
    name: Text = ""
    dom_id: Text = ""
    autocomplete: Text = ""
    label: Annotated[str, Field(max_length=200_000)] = ""
    description: Annotated[str, Field(max_length=200_000)] = ""
    placeholder: Text = ""
    section: Text = ""
    options: list[Text] = Field(default_factory=list, max_length=20_000)
    multiple: bool = False
    required: bool = False
    max_length: Whole | None = None
    value: Text = ""


class PreviewRequest(Request):
    """Say what would be filled. `job` says which one, where the address does not."""

    url: Address
    fields: list[FormField] = Field(max_length=5_000)
    title: Text | None = None
    company: Text | None = None
    location: Text | None = None


class PlanRequest(FencedRequest):
    """Ask for the values of a form's fields."""

    url: Address
    fields: list[FormField] = Field(max_length=5_000)


class DocumentValue(Result):
    """The value of a file field."""

    document_id: str
    name: str
    sha256: str


class PlannedValue(Result):
    """What to put into one field, and why."""

    id: str
    value: str | list[str] | DocumentValue
    meaning: str
    source: Literal["profile", "answer", "document"]
    confidence: float
    why: str


class Unanswered(Result):
    """A field that is left for the user."""

    id: str
    meaning: str
    required: bool
    why: str


class PlanResult(Result):
    """The fill plan of a form."""

    values: list[PlannedValue]
    unanswered: list[Unanswered]


class DocumentRequest(FencedRequest):
    """A part of a document, for the holder."""

    document_id: ShortText
    offset: Count = 0


class DocumentChunk(Result):
    """At most 512 KiB of a document, base64."""

    document_id: str
    name: str
    mime: str
    sha256: str
    size: int
    offset: int
    data: str


class Permit(Result):
    """The leave to let one sending through, until `valid_seconds` after the request was sent."""

    permit: str
    fence: int
    valid_seconds: float


class ConfirmRequest(FencedRequest):
    """The board's confirmation was seen."""

    evidence: Evidence


class FailRequest(FencedRequest):
    """The attempt failed. After a permit only a proof that nothing was sent leads back."""

    reason: Text
    not_sent_proof: NotSentProof | None = None
    keep: bool = False


class ParkRequest(FencedRequest):
    """The attempt waits for the user."""

    reason: ShortText


class ResumeRequest(FencedRequest):
    """The attempt goes on."""

    reason: ShortText = ""


class TypedField(FormField):
    """A control of a form. `typed`: the user has; `filled` is what had been put in before that."""

    typed: bool = False
    filled: Text = ""


class NoteAnswersRequest(FencedRequest):
    """Which questions of a form the user answered. What they typed is read from what is sent."""

    fields: list[TypedField] = Field(max_length=500)


class SaveDraftRequest(FencedRequest):
    """What was filled so far."""

    fields: list[SentField] = Field(max_length=5_000)


class DraftResult(Result):
    """What was filled so far; empty when nothing was."""

    fields: list[SentField]
    updated_at: datetime | None


class SentEvidence(Result):
    """One proof, with what was sent."""

    fence: int
    at: datetime
    kind: str
    url: str
    text: str
    tab_label: str
    fields: list[SentField]


class EvidenceResult(Result):
    """All that is kept of what was sent."""

    evidence: list[SentEvidence]


class TakeOverRequest(ApplicationRequest):
    """A person takes the application over from its holder."""

    holder: HolderRequest


class ResolveRequest(ApplicationRequest):
    """The user says how it ended."""

    outcome: Literal["applied", "not_applied"]
    note: Text = ""
