"""Shapes that several requests and results have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from companion.messages.base import Count, Request, Result, ShortText, Text, Whole


class HolderRequest(Request):
    """Who asks. Over native messaging the background worker fills it in from the browser's own `sender`."""

    # What `_tab_is_named` holds, for those who read the OpenAPI document.
    model_config = ConfigDict(
        json_schema_extra={
            "if": {"properties": {"kind": {"const": "tab"}}},
            "then": {
                "required": ["session", "tab_id"],
                "properties": {"session": {"type": "string"}, "tab_id": {"type": "integer"}},
            },
        }
    )

    kind: Literal["tab", "agent", "api"]
    session: ShortText | None = None
    tab_id: Whole | None = None
    frame_id: Whole | None = None
    document_id: ShortText | None = None
    label: ShortText | None = None

    @model_validator(mode="after")
    def _tab_is_named(self) -> HolderRequest:
        if self.kind == "tab" and (self.session is None or self.tab_id is None):
            raise ValueError("a holder of kind 'tab' needs session and tab_id")
        return self


class Holder(Result):
    """Who holds an application."""

    kind: Literal["tab", "agent", "api"]
    session: str | None
    tab_id: int | None
    frame_id: int | None
    document_id: str | None
    since: datetime
    label: str


class Progress(Request):
    """How far the filling is. `step` is a word for the user, or ``captcha`` while one is visible."""

    step: ShortText = ""
    filled: Count = 0
    total: Count = 0


class Job(Result):
    """A posting, known by its canonical key."""

    id: UUID
    key: str
    url: str
    title: str
    company: str
    location: str
    board: str
    first_seen: datetime


class Application(Result):
    """The user's application to a job in one cycle."""

    id: UUID
    job_id: UUID
    cycle: int
    status: int
    status_name: str
    phase: Literal["filling", "submitting"] | None
    parked: str | None
    fence: int
    holder: Holder | None
    progress: Progress | None
    attempts: int
    disputed: bool
    applied_at: datetime | None
    updated_at: datetime


class Attempt(Result):
    """One holder's work on an application, from its claim to its end."""

    fence: int
    holder: Holder
    started_at: datetime
    ended_at: datetime | None
    outcome: str | None


class Event(Result):
    """What happened, once and for all; `seq` is the cursor of the event stream."""

    seq: int
    at: datetime
    kind: str
    job_id: UUID | None
    application_id: UUID | None
    fence: int | None
    data: dict[str, Any]


class JobItem(Result):
    """A job with the user's application to it."""

    job: Job
    application: Application | None


class SimilarJob(JobItem):
    """A job that looks like another one: the user is shown it before applying."""

    why: str


class SentField(Request):
    """One field as it was read back before the submission."""

    label: ShortText
    value: Text
    document_id: ShortText | None = None
    sha256: ShortText | None = None


class Evidence(Request):
    """What proves that an application was sent, and what was sent, as read back from the form."""

    kind: Literal["address", "text", "request", "user", "api"]
    url: Annotated[str, Field(max_length=100_000)] = ""
    text: Text = ""
    fields: list[SentField] = Field(default_factory=list, max_length=5_000)


class NotSentProof(Request):
    """Why it is certain that nothing was sent although a permit was given."""

    kind: Literal["permit_unused", "client_validation", "server_refused"]
    detail: ShortText = ""
