"""Every operation of the companion, with the models of its request and its result: the one table.

The HTTP routes, the native operations, the OpenAPI document and the extension's types
(`extension/lib/protocol.d.ts`, `extension/lib/operations.js`) are all made from `OPERATIONS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

PROTOCOL_VERSION = 1
MAX_BODY_BYTES = 1_048_576
MAX_DOCUMENT_BYTES = 20_000_000
DOCUMENT_CHUNK_BYTES = 512 * 1024
MAX_SAFE_INTEGER = 2**53
PERMIT_VALID_SECONDS = 10

Whole = Annotated[int, Field(ge=-MAX_SAFE_INTEGER, le=MAX_SAFE_INTEGER, strict=True)]
Count = Annotated[int, Field(ge=0, le=MAX_SAFE_INTEGER, strict=True)]
ShortText = Annotated[str, Field(max_length=1_000)]
Text = Annotated[str, Field(max_length=20_000)]
Address = Annotated[str, Field(min_length=1, max_length=100_000)]


def _with_its_zone(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone, as in 2026-11-24T20:15:00Z")
    return moment


Moment = Annotated[datetime, AfterValidator(_with_its_zone)]
"""A time in a request: RFC 3339, so never without its zone."""


class Request(BaseModel):
    """A request's body: unknown members are refused, so that a misspelt one is never ignored."""

    model_config = ConfigDict(extra="forbid")


class Result(BaseModel):
    """A part of a reply."""

    model_config = ConfigDict(extra="forbid")


# --- shapes -----------------------------------------------------------------------------------------------


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


# --- connection -------------------------------------------------------------------------------------------


class Empty(Request):
    """No parameters."""


class Done(Result):
    """Nothing to tell."""


class HelloRequest(Request):
    """The first frame of a native connection."""

    protocol: Whole
    version: ShortText
    browser: ShortText
    instance: ShortText
    session: ShortText


class HelloResult(Result):
    """What the extension needs to know of the companion. `seq` is the newest event.

    `heartbeat_seconds`: how often holders beat; `person_reminder_seconds`: after how long a person's
    attempt is asked about, which is never ended for its age.
    """

    protocol: int
    version: str
    epoch: int
    seq: int
    duplicates_prevented: int
    heartbeat_seconds: float
    person_reminder_seconds: float


class AnnouncedTab(Request):
    """A tab that lives, and what the extension believes that it holds."""

    tab_id: Whole
    application_id: UUID | None = None
    fence: Count | None = None
    document_id: ShortText | None = None


class AnnounceTabsRequest(Request):
    """All tabs of this browser session that hold something or show a job."""

    tabs: list[AnnouncedTab] = Field(max_length=10_000)


class HeldTab(Result):
    """What a tab holds by the companion's knowledge."""

    tab_id: int
    application: Application
    job: Job


class AnnounceTabsResult(Result):
    """What each tab of this session holds. A tab not listed holds nothing."""

    tabs: list[HeldTab]


class TabGoneRequest(Request):
    """A tab that the user or the browser closed (`tabs.onRemoved`)."""

    tab_id: Whole


class HealthResult(Result):
    """Whether the companion serves."""

    status: Literal["ok"]
    version: str
    epoch: int
    database: str
    sqlite: str
    uptime_seconds: float
    pid: int


# --- jobs -------------------------------------------------------------------------------------------------


class IdentifyRequest(Request):
    """What a page says of the job that it shows. `json_ld` holds raw texts or parsed objects."""

    url: Address
    title: Text | None = None
    company: Text | None = None
    location: Text | None = None
    json_ld: Any = None


class IdentifyResult(Result):
    """The job that the address means."""

    job: Job
    application: Application | None
    also_seen: list[str]
    similar: list[SimilarJob]


class JobsRequest(Request):
    """A page of jobs, newest change first. `q`: words that all stand in title, company, place or address."""

    status: ShortText | None = None
    q: ShortText | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50
    cursor: ShortText | None = None


class JobsResult(Result):
    """A page; `next` is the cursor of the following one."""

    items: list[JobItem]
    next: str | None


class JobRequest(Request):
    """One job."""

    job_id: UUID


class JobResult(Result):
    """A job, with all that happened to the application to it. `earlier`: those of former cycles, oldest first."""

    job: Job
    application: Application | None
    earlier: list[Application] = Field(default_factory=list)
    attempts: list[Attempt]
    events: list[Event]


class ApplyRequest(JobRequest):
    """Ask to work on a job. `replace` gives back what this tab holds first: only on the user's gesture."""

    holder: HolderRequest
    replace: bool = False


class Grant(Result):
    """The application is the asker's: every further call names the fence."""

    message: str
    status: str
    application_id: UUID
    fence: int
    lease_seconds: float


class NewCycleRequest(JobRequest):
    """Apply again to a job already applied to, as the user explicitly asked."""

    note: Text = ""


class ApplicationResult(Result):
    """The application after the call."""

    application: Application


class SameJobRequest(JobRequest):
    """The user says that two jobs are one."""

    other: UUID


class SameJobResult(Result):
    """The job that stands for both."""

    job: Job


class ReportSubmissionRequest(JobRequest):
    """A submission that went out past the gate (companion down, or by the page's own script)."""

    at: Moment
    evidence: Evidence | None = None


class SetStatusRequest(JobRequest):
    """For API clients without a heartbeat, and for what the user sets."""

    status: Whole | ShortText
    fence: Count | None = None


class SetStatusResult(Result):
    """The application after the call; `fence` where status 7 claimed it."""

    message: str
    status: str
    application_id: UUID
    fence: int
    lease_seconds: float | None = None
    application: Application


class BeginSubmitJobRequest(JobRequest):
    """Claim a job that nobody holds and get the permit in one call: the user filled it by hand."""

    holder: HolderRequest


class ClaimedPermit(Result):
    """A claim and a permit at once."""

    application_id: UUID
    fence: int
    permit: str
    valid_seconds: float


# --- applications -----------------------------------------------------------------------------------------


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


# --- the user's own things --------------------------------------------------------------------------------


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


class QuietHours(Request):
    """Local hours of the day in which auto-apply rests, for example 22:00 to 07:00."""

    start: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    end: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


BoardPolicy = Literal["fill_only", "ask_before_submit", "submit"]


class AutoApplyPolicy(Request):
    """How the loop works."""

    concurrency: Annotated[int, Field(ge=1, le=10, strict=True)] = 1
    min_interval_seconds: Annotated[float, Field(ge=0, le=86_400)] = 60
    daily_cap: Annotated[int, Field(ge=0, le=1_000, strict=True)] = 30
    quiet_hours: QuietHours | None = None
    default_board_policy: BoardPolicy = "ask_before_submit"
    boards: dict[ShortText, BoardPolicy] = Field(default_factory=dict, max_length=200)


class Settings(Request):
    """What the user has chosen. `preview`: when the user is shown what will be filled, before it is."""

    auto_apply: AutoApplyPolicy = Field(default_factory=AutoApplyPolicy)
    preview: Literal["new_boards", "always", "never"] = "new_boards"


class SettingsResult(Result):
    """The settings."""

    settings: Settings


class SaveSettingsRequest(Request):
    """The whole settings."""

    settings: Settings


class QueueItem(Result):
    """A job that auto-apply works on, will work on, or waits for the user with."""

    job: Job
    application: Application
    state: Literal["queued", "running", "waiting_for_user"]
    tries: int
    not_before: datetime | None
    why: str


class AutoApplyResult(Result):
    """What the loop does."""

    state: Literal["running", "stopped"]
    executor: Literal["connected", "own_browser"]
    waiting_for: str
    sent_today: int
    queue: list[QueueItem]
    policy: AutoApplyPolicy


class AutoApplyStartRequest(Request):
    """Start the loop: in the user's own browser, or in a Chromium of its own."""

    executor: Literal["connected", "own_browser"] = "connected"
    headless: bool = False


class QueueRequest(Request):
    """Put jobs into the queue by address or by id."""

    urls: list[Address] = Field(default_factory=list, max_length=500)
    job_ids: list[UUID] = Field(default_factory=list, max_length=500)


class EventsRequest(Request):
    """The history after `since`."""

    since: Count = 0
    limit: Annotated[int, Field(ge=1, le=1_000)] = 500


class PushedEvent(Result):
    """An event as the stream pushes it, with the job and the application as they are now in `data`."""

    event: str
    seq: int
    data: dict[str, Any]


class EventsResult(Result):
    """A part of the history; `reset` where it no longer reaches back to `since`: fetch afresh."""

    events: list[PushedEvent]
    seq: int
    epoch: int


class ErrorCode(StrEnum):
    """The stable word of an error."""

    NOT_FOUND = "not_found"
    STALE_FENCE = "stale_fence"
    NOT_HOLDER = "not_holder"
    PHASE = "phase"
    TAB_BUSY = "tab_busy"
    IN_PROGRESS = "in_progress"
    APPLIED = "applied"
    UNCONFIRMED = "unconfirmed"
    INVALID = "invalid"
    TOO_LARGE = "too_large"
    BUSY = "busy"
    DISK_FULL = "disk_full"
    KEY_REUSED = "key_reused"
    PROTOCOL_MISMATCH = "protocol_mismatch"
    UNAUTHORIZED = "unauthorized"
    COMPANION_UNAVAILABLE = "companion_unavailable"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    FORBIDDEN = "forbidden"


HTTP_STATUS: dict[ErrorCode, int] = {
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.STALE_FENCE: 409,
    ErrorCode.NOT_HOLDER: 409,
    ErrorCode.PHASE: 409,
    ErrorCode.TAB_BUSY: 409,
    ErrorCode.IN_PROGRESS: 409,
    ErrorCode.APPLIED: 409,
    ErrorCode.UNCONFIRMED: 409,
    ErrorCode.INVALID: 422,
    ErrorCode.TOO_LARGE: 413,
    ErrorCode.BUSY: 503,
    ErrorCode.DISK_FULL: 507,
    ErrorCode.KEY_REUSED: 409,
    ErrorCode.PROTOCOL_MISMATCH: 409,
    ErrorCode.UNAUTHORIZED: 401,
    ErrorCode.COMPANION_UNAVAILABLE: 503,
    ErrorCode.METHOD_NOT_ALLOWED: 405,
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: 415,
    ErrorCode.FORBIDDEN: 403,
}


# --- the table --------------------------------------------------------------------------------------------


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
        f"{_V1}/answers/offered",
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
