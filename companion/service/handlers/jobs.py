"""Operations on jobs: which one is it, who may work on it, what became of it."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from companion.domain import Status, status_of
from companion.joining import join_jobs
from companion.refusals import RefusedError
from companion.service import strict_json
from companion.service.handlers.applications import evidence_of, granted_json
from companion.service.present import (
    application_json,
    attempt_json,
    event_json,
    item_json,
    job_json,
)
from companion.store.rows import ApplicationRow, AttemptRow, JobRow

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.messages.jobs import (
        ApplyRequest,
        BeginSubmitJobRequest,
        JobRequest,
        JobsRequest,
        NewCycleRequest,
        ReportSubmissionRequest,
        SameJobRequest,
        SetStatusRequest,
    )
    from companion.service.call import Call
    from companion.service.core import Core


def apply(core: Core, call: Call, asked: ApplyRequest) -> JsonObject:
    """Claim a job."""
    granted = core.arbiter.apply(
        call.tx,
        call.caller.user_id,
        str(asked.job_id),
        call.holder(asked.holder),
        replace=asked.replace and asked.holder.kind == "tab",
    )
    return granted_json(granted)


def begin_submit_job(core: Core, call: Call, asked: BeginSubmitJobRequest) -> JsonObject:
    """Claim a job that nobody holds, with the permit."""
    given = core.arbiter.begin_submit_job(
        call.tx, call.caller.user_id, str(asked.job_id), call.holder(asked.holder)
    )
    return {
        "application_id": given.application_id,
        "fence": given.fence,
        "permit": given.permit,
        "valid_seconds": given.valid_seconds,
    }


def jobs(core: Core, call: Call, asked: JobsRequest) -> JsonObject:
    """List jobs, newest change first."""
    try:
        status = status_of(asked.status) if asked.status else None
        before, before_id = _read_cursor(asked.cursor)
    except ValueError as error:
        raise RefusedError("invalid", str(error)) from error
    rows = call.tx.all(
        "list_jobs",
        user_id=call.caller.user_id,
        status=int(status) if status else None,
        patterns=json.dumps([f"%{_escape(word)}%" for word in (asked.q or "").split()]),
        before=before,
        before_id=before_id,
        limit=asked.limit + 1,
    )
    items = []
    for row in rows[: asked.limit]:
        job = core.arbiter.job(call.tx, row["job_id"])
        application = core.arbiter.current_application(call.tx, call.caller.user_id, job.id)
        items.append(item_json(call.tx, job, application))
    more = len(rows) > asked.limit
    return {"items": items, "next": _write_cursor(rows[asked.limit - 1]) if more else None}


def job(core: Core, call: Call, asked: JobRequest) -> JsonObject:
    """Tell all of one job."""
    found = core.arbiter.job(call.tx, str(asked.job_id))
    application = core.arbiter.current_application(call.tx, call.caller.user_id, found.id)
    attempts = call.tx.all("attempts_of_application", application_id=application.id) if application else ()
    events = call.tx.all("events_of_job", job_id=found.id, user_id=call.caller.user_id)
    all_rows = call.tx.all("applications_of_job", job_id=found.id)
    cycles = [ApplicationRow.of(row) for row in all_rows if row["user_id"] == call.caller.user_id]
    return {
        "job": job_json(found),
        "application": application_json(call.tx, application) if application else None,
        "earlier": [
            application_json(call.tx, each) for each in cycles if application and each.id != application.id
        ],
        "attempts": [attempt_json(AttemptRow.of(row)) for row in attempts],
        "events": [event_json(row) for row in events],
    }


def new_cycle(core: Core, call: Call, asked: NewCycleRequest) -> JsonObject:
    """Begin a new application to a job applied to before."""
    application = core.arbiter.new_cycle(call.tx, call.caller.user_id, str(asked.job_id), asked.note)
    return {"application": application_json(call.tx, application)}


def same_job(core: Core, call: Call, asked: SameJobRequest) -> JsonObject:
    """Join two jobs that the user says are one."""
    kept = join_jobs(core.arbiter, call.tx, str(asked.job_id), str(asked.other))
    return {"job": job_json(kept)}


def report_submission(core: Core, call: Call, asked: ReportSubmissionRequest) -> JsonObject:
    """Record a submission that went past the gate."""
    application = core.arbiter.report_submission(
        call.tx,
        call.caller.user_id,
        str(asked.job_id),
        round(asked.at.timestamp() * 1000),
        evidence_of(asked.evidence) if asked.evidence else None,
    )
    return {"application": application_json(call.tx, application)}


def set_status(core: Core, call: Call, asked: SetStatusRequest) -> JsonObject:
    """Set a status."""
    try:
        status = status_of(asked.status)
    except ValueError as error:
        raise RefusedError("invalid", str(error)) from error
    application = core.arbiter.set_status(
        call.tx, call.caller.user_id, str(asked.job_id), status, asked.fence
    )
    claimed = status is Status.IN_PROGRESS
    return {
        "message": "Application started" if claimed else f"Status is now {application.state.status.word}",
        "status": application.state.status.word,
        "application_id": application.id,
        "fence": application.state.fence,
        "lease_seconds": core.times.stale_after_minutes * 60 if claimed else None,
        "application": application_json(call.tx, application),
    }


def similar_jobs(core: Core, call: Call, to: JobRow) -> list[JsonObject]:
    """Return the jobs that look like `to` at other boards, with the reason."""
    from companion.identity import similarity

    if not to.company or not to.title:
        return []
    first_word = to.company.split()[0]
    found = []
    for row in call.tx.all("jobs_of_company", id=to.id, company=f"{_escape(first_word)}%"):
        other = JobRow.of(row)
        why = similarity(to, other)
        if why is not None:
            application = core.arbiter.current_application(call.tx, call.caller.user_id, other.id)
            found.append({**item_json(call.tx, other, application), "why": why})
    return found[:20]


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _write_cursor(row: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps([row["changed_at"], row["job_id"]]).encode()).decode()


def _read_cursor(cursor: str | None) -> tuple[int | None, str | None]:
    if cursor is None:
        return None, None
    try:
        at, job_id = strict_json.parse(base64.urlsafe_b64decode(cursor.encode("utf-8", "replace")))
    except (ValueError, TypeError):
        at = job_id = None
    if not (isinstance(at, int) and isinstance(job_id, str)):
        raise ValueError("The cursor is none that this list gave.")  # noqa: TRY004 -- told to the client as invalid
    return at, job_id


JOB_HANDLERS: dict[str, Any] = {
    "apply": apply,
    "begin_submit_job": begin_submit_job,
    "jobs": jobs,
    "job": job,
    "new_cycle": new_cycle,
    "same_job": same_job,
    "report_submission": report_submission,
    "set_status": set_status,
}
