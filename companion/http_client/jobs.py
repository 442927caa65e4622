"""Operations on jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from companion.http_client.connection import Connection
from companion.http_client.errors import APIError
from companion.messages.jobs import (
    ApplicationResult,
    ClaimedPermit,
    Grant,
    IdentifyResult,
    JobResult,
    JobsResult,
    SameJobResult,
    SetStatusResult,
)
from companion.messages.shapes import Application, Evidence, HolderRequest, Job, JobItem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime
    from uuid import UUID

API_HOLDER = HolderRequest(kind="api")
LARGEST_PAGE = 200


class JobCalls(Connection):
    """What can be asked and done with jobs. Every method raises APIError where the companion refuses."""

    async def identify(
        self,
        url: str,
        *,
        title: str | None = None,
        company: str | None = None,
        location: str | None = None,
        json_ld: Any = None,
    ) -> IdentifyResult:
        """Return the job that an address means; a new one is stored."""
        return await self.typed(
            IdentifyResult,
            "identify",
            url=url,
            title=title,
            company=company,
            location=location,
            json_ld=json_ld,
        )

    async def jobs(
        self,
        *,
        status: str | int | None = None,
        q: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> JobsResult:
        """Return a page of jobs, newest change first."""
        return await self.typed(
            JobsResult,
            "jobs",
            status=None if status is None else str(status),
            q=q,
            limit=limit,
            cursor=cursor,
        )

    async def all_jobs(
        self, *, status: str | int | None = None, q: str | None = None
    ) -> AsyncIterator[JobItem]:
        """Go through all jobs, page by page. One that changes meanwhile may be missed or come twice."""
        cursor: str | None = None
        while True:
            page = await self.jobs(status=status, q=q, limit=LARGEST_PAGE, cursor=cursor)
            for item in page.items:
                yield item
            if page.next is None:
                return
            cursor = page.next

    async def job(self, job_id: UUID | str) -> JobResult:
        """Return one job with its history."""
        return await self.typed(JobResult, "job", job_id=job_id)

    async def apply(
        self, job_id: UUID | str, holder: HolderRequest = API_HOLDER, *, replace: bool = False
    ) -> Grant:
        """Claim a job. Where refused (409), the error's body says who holds it, or how it ended."""
        return await self.typed(Grant, "apply", job_id=job_id, holder=_given(holder), replace=replace)

    async def begin_submit_job(self, job_id: UUID | str, holder: HolderRequest = API_HOLDER) -> ClaimedPermit:
        """Claim a job that nobody holds and get the permit to submit in one call."""
        return await self.typed(ClaimedPermit, "begin_submit_job", job_id=job_id, holder=_given(holder))

    async def new_cycle(self, job_id: UUID | str, *, note: str = "") -> Application:
        """Apply again to a job already applied to, as the user explicitly asked."""
        return (await self.typed(ApplicationResult, "new_cycle", job_id=job_id, note=note)).application

    async def same_job(self, job_id: UUID | str, other: UUID | str) -> Job:
        """Join two jobs that are one; returns the one that stands for both."""
        return (await self.typed(SameJobResult, "same_job", job_id=job_id, other=other)).job

    async def report_submission(
        self, job_id: UUID | str, at: datetime, *, evidence: Evidence | None = None
    ) -> Application:
        """Tell of a submission that went out past the gate. A time without a zone is this computer's."""
        params = {"job_id": job_id, "at": at.astimezone(), "evidence": _given(evidence)}
        return (await self.typed(ApplicationResult, "report_submission", **params)).application

    async def set_status(
        self, job_id: UUID | str, status: int | str, *, fence: int | None = None
    ) -> SetStatusResult:
        """Set a status by number or name: 7 claims (without a heartbeat), 2 completes, 1 gives back."""
        return await self.typed(SetStatusResult, "set_status", job_id=job_id, status=status, fence=fence)

    async def update_job_status(
        self,
        job_id: UUID | str,
        status: Literal["PENDING", "APPLIED", "IN_PROGRESS"],
        *,
        fence: int | None = None,
    ) -> bool:
        """Set a status and say whether that took effect: False where it was refused (409), held by another.

        Any other error is raised as APIError: nothing is known then of the job's status.
        """
        try:
            await self.set_status(job_id, status, fence=fence)
        except APIError as error:
            if error.status == 409:
                return False
            raise
        return True


def _given(model: HolderRequest | Evidence | None) -> dict[str, Any] | None:
    """Return the members that were set: the companion adds the rest."""
    return None if model is None else model.model_dump(mode="json", exclude_none=True)
