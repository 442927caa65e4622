"""Messages about jobs."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from companion.messages.base import Address, Count, Moment, Request, Result, ShortText, Text, Whole
from companion.messages.shapes import (
    Application,
    Attempt,
    Event,
    Evidence,
    HolderRequest,
    Job,
    JobItem,
    SimilarJob,
)


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
