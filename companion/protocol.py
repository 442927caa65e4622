"""Every operation of the companion, with its request and its result (`companion.messages`): the one table.

The HTTP routes, the native operations, the OpenAPI document and the extension's types
(`extension/lib/protocol.d.ts`, `extension/lib/operations.js`) are all made from `OPERATIONS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.messages.applications import (
    ApplicationRequest,
    ConfirmRequest,
    DocumentChunk,
    DocumentRequest,
    DraftResult,
    EvidenceResult,
    FailRequest,
    FencedRequest,
    HeartbeatRequest,
    HeartbeatResult,
    NoteAnswersRequest,
    ParkRequest,
    Permit,
    PlanRequest,
    PlanResult,
    PreviewRequest,
    RebindRequest,
    ResolveRequest,
    ResumeRequest,
    SaveDraftRequest,
    TakeOverRequest,
)
from companion.messages.connection import (
    AnnounceTabsRequest,
    AnnounceTabsResult,
    Done,
    Empty,
    HealthResult,
    HelloRequest,
    HelloResult,
    TabGoneRequest,
)
from companion.messages.jobs import (
    ApplicationResult,
    ApplyRequest,
    BeginSubmitJobRequest,
    ClaimedPermit,
    Grant,
    IdentifyRequest,
    IdentifyResult,
    JobRequest,
    JobResult,
    JobsRequest,
    JobsResult,
    NewCycleRequest,
    ReportSubmissionRequest,
    SameJobRequest,
    SameJobResult,
    SetStatusRequest,
    SetStatusResult,
)
from companion.messages.own import (
    AddAnswerRequest,
    AnswerIdRequest,
    AnswerResult,
    AnswersResult,
    BeginDocumentRequest,
    BeginDocumentResult,
    ChangeAnswerRequest,
    ChangeDocumentRequest,
    DocumentIdRequest,
    DocumentResult,
    DocumentsResult,
    KeepAnswersRequest,
    KeptAnswersResult,
    OfferedAnswersResult,
    ProfileResult,
    SaveProfileRequest,
    UploadChunkRequest,
    UploadChunkResult,
)
from companion.messages.settings import (
    AutoApplyResult,
    AutoApplyStartRequest,
    EventsRequest,
    EventsResult,
    QueueRequest,
    SaveSettingsRequest,
    SettingsResult,
)

if TYPE_CHECKING:
    from companion.messages.base import Request, Result


@dataclass(frozen=True, slots=True)
class Operation:
    """One row of the table.

    `method` and `path` are None for what only the extension may call; `native` is False for what it may not.
    `changes`: takes an idempotency key. `content`: a content script may ask for it (extension pages may ask
    for all that is native).
    """

    name: str
    method: str | None
    path: str | None
    request: type[Request]
    result: type[Result]
    summary: str
    changes: bool = False
    content: bool = False
    native: bool = True
    created: bool = False


_V1 = "/api/v1"
_JOB = f"{_V1}/jobs/{{job_id}}"
_APPLICATION = f"{_V1}/applications/{{application_id}}"


def _get(
    name: str, path: str, request: type[Request], result: type[Result], summary: str, **flags: bool
) -> Operation:
    return Operation(name, "GET", path, request, result, summary, **flags)


def _get_by_post(
    name: str, path: str, request: type[Request], result: type[Result], summary: str, **flags: bool
) -> Operation:
    """Build the row of a question whose parameters are too large for an address."""
    return Operation(name, "POST", path, request, result, summary, **flags)


def _change(
    name: str,
    method: str,
    path: str,
    request: type[Request],
    result: type[Result],
    summary: str,
    **flags: bool,
) -> Operation:
    return Operation(name, method, path, request, result, summary, changes=True, **flags)


_TABLE = (
    Operation("hello", None, None, HelloRequest, HelloResult, "Open a native connection"),
    Operation("announce_tabs", None, None, AnnounceTabsRequest, AnnounceTabsResult, "Say which tabs live"),
    Operation("tab_gone", None, None, TabGoneRequest, Done, "Say that a tab was closed", changes=True),
    _get("health", f"{_V1}/health", Empty, HealthResult, "Is the companion serving?"),
    _change(
        "identify", "POST", f"{_V1}/jobs", IdentifyRequest, IdentifyResult, "Which job is this?", content=True
    ),
    _get("jobs", f"{_V1}/jobs", JobsRequest, JobsResult, "List and search jobs"),
    _get("job", _JOB, JobRequest, JobResult, "One job with its history"),
    _change("apply", "POST", f"{_JOB}/apply", ApplyRequest, Grant, "Claim a job", content=True),
    _change(
        "begin_submit_job",
        "POST",
        f"{_JOB}/begin-submit",
        BeginSubmitJobRequest,
        ClaimedPermit,
        "Claim a job that nobody holds and get the permit to submit",
        content=True,
    ),
    _change("new_cycle", "POST", f"{_JOB}/new-cycle", NewCycleRequest, ApplicationResult, "Apply again"),
    _change("same_job", "POST", f"{_JOB}/same-job", SameJobRequest, SameJobResult, "Join two jobs"),
    _change(
        "report_submission",
        "POST",
        f"{_JOB}/report-submission",
        ReportSubmissionRequest,
        ApplicationResult,
        "Tell of a submission past the gate",
        content=True,
    ),
    _change("set_status", "PATCH", f"{_JOB}/status", SetStatusRequest, SetStatusResult, "Set a status"),
    _change(
        "heartbeat",
        "POST",
        f"{_APPLICATION}/heartbeat",
        HeartbeatRequest,
        HeartbeatResult,
        "Keep the lease",
        content=True,
    ),
    _change(
        "rebind", "POST", f"{_APPLICATION}/rebind", RebindRequest, ApplicationResult, "Move to another tab"
    ),
    _get_by_post("plan", f"{_APPLICATION}/plan", PlanRequest, PlanResult, "Values for a form", content=True),
    _get(
        "document",
        f"{_APPLICATION}/documents/{{document_id}}",
        DocumentRequest,
        DocumentChunk,
        "A document's content",
        content=True,
    ),
    _change(
        "begin_submit",
        "POST",
        f"{_APPLICATION}/begin-submit",
        FencedRequest,
        Permit,
        "Get the permit to submit",
        content=True,
    ),
    _change(
        "confirm",
        "POST",
        f"{_APPLICATION}/confirm",
        ConfirmRequest,
        ApplicationResult,
        "It was sent",
        content=True,
    ),
    _change(
        "fail", "POST", f"{_APPLICATION}/fail", FailRequest, ApplicationResult, "It failed", content=True
    ),
    _change(
        "park",
        "POST",
        f"{_APPLICATION}/park",
        ParkRequest,
        ApplicationResult,
        "Wait for the user",
        content=True,
    ),
    _change(
        "resume", "POST", f"{_APPLICATION}/resume", ResumeRequest, ApplicationResult, "Go on", content=True
    ),
    _get(
        "draft", f"{_APPLICATION}/draft", FencedRequest, DraftResult, "What was filled so far", content=True
    ),
    _change(
        "save_draft", "PUT", f"{_APPLICATION}/draft", SaveDraftRequest, Done, "Keep a draft", content=True
    ),
    _change(
        "note_answers",
        "POST",
        f"{_APPLICATION}/answers",
        NoteAnswersRequest,
        Done,
        "Remember which questions the user answered",
        content=True,
    ),
    _change(
        "keep_answers",
        "POST",
        f"{_APPLICATION}/answers/keep",
        KeepAnswersRequest,
        KeptAnswersResult,
        "Keep answers that were sent",
    ),
    _get("evidence", f"{_APPLICATION}/evidence", ApplicationRequest, EvidenceResult, "What was sent"),
    _change(
        "release",
        "POST",
        f"{_APPLICATION}/release",
        FencedRequest,
        ApplicationResult,
        "Give back",
        content=True,
    ),
    _change(
        "take_over", "POST", f"{_APPLICATION}/take-over", TakeOverRequest, Grant, "Take over from the holder"
    ),
    _change(
        "resolve", "POST", f"{_APPLICATION}/resolve", ResolveRequest, ApplicationResult, "Say how it ended"
    ),
    _get_by_post(
        "preview_plan",
        f"{_V1}/plan/preview",
        PreviewRequest,
        PlanResult,
        "What would be filled",
        native=False,
    ),
    _get("profile", f"{_V1}/profile", Empty, ProfileResult, "The profile"),
    _change(
        "save_profile", "PUT", f"{_V1}/profile", SaveProfileRequest, ProfileResult, "Replace the profile"
    ),
    _get("documents", f"{_V1}/documents", Empty, DocumentsResult, "The documents"),
    _change(
        "begin_document",
        "POST",
        f"{_V1}/documents",
        BeginDocumentRequest,
        BeginDocumentResult,
        "Announce an upload",
        created=True,
    ),
    _change(
        "upload_chunk",
        "PUT",
        f"{_V1}/documents/{{document_id}}/content",
        UploadChunkRequest,
        UploadChunkResult,
        "Upload a part of a document",
    ),
    _change(
        "change_document",
        "PATCH",
        f"{_V1}/documents/{{document_id}}",
        ChangeDocumentRequest,
        DocumentResult,
        "Rename or re-file a document",
    ),
    _change(
        "delete_document",
        "DELETE",
        f"{_V1}/documents/{{document_id}}",
        DocumentIdRequest,
        Done,
        "Delete a document",
    ),
    _get("answers", f"{_V1}/answers", Empty, AnswersResult, "The answer bank"),
    _get(
        "offered_answers",
        f"{_V1}/answer-offers",
        Empty,
        OfferedAnswersResult,
        "Answers that were sent and could be kept",
    ),
    _change(
        "add_answer",
        "POST",
        f"{_V1}/answers",
        AddAnswerRequest,
        AnswerResult,
        "Store an answer",
        created=True,
    ),
    _change(
        "change_answer",
        "PUT",
        f"{_V1}/answers/{{answer_id}}",
        ChangeAnswerRequest,
        AnswerResult,
        "Change a stored answer",
    ),
    _change(
        "delete_answer",
        "DELETE",
        f"{_V1}/answers/{{answer_id}}",
        AnswerIdRequest,
        Done,
        "Delete a stored answer",
    ),
    _get("settings", f"{_V1}/settings", Empty, SettingsResult, "The settings"),
    _change(
        "save_settings", "PUT", f"{_V1}/settings", SaveSettingsRequest, SettingsResult, "Replace the settings"
    ),
    _get("auto_apply", f"{_V1}/auto-apply", Empty, AutoApplyResult, "What auto-apply does"),
    _change(
        "auto_apply_start",
        "POST",
        f"{_V1}/auto-apply/start",
        AutoApplyStartRequest,
        AutoApplyResult,
        "Start auto-apply",
    ),
    _change("auto_apply_stop", "POST", f"{_V1}/auto-apply/stop", Empty, AutoApplyResult, "Stop auto-apply"),
    _change(
        "auto_apply_queue", "POST", f"{_V1}/auto-apply/queue", QueueRequest, AutoApplyResult, "Queue jobs"
    ),
    _change(
        "auto_apply_dequeue",
        "DELETE",
        f"{_V1}/auto-apply/queue/{{job_id}}",
        JobRequest,
        AutoApplyResult,
        "Take a job out of the queue",
    ),
    _get(
        "events", f"{_V1}/events", EventsRequest, EventsResult, "The event stream (WebSocket) and its history"
    ),
)

OPERATIONS: dict[str, Operation] = {operation.name: operation for operation in _TABLE}
