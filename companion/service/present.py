"""Rows of the store as the protocol shows them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.store.rows import ApplicationRow, AttemptRow, JobRow

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.store.interface import Row, Transaction


def time_text(milliseconds: int | None) -> str | None:
    """Return a time as RFC 3339 in UTC."""
    if milliseconds is None:
        return None
    moment = datetime.fromtimestamp(milliseconds / 1000, tz=UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def job_json(job: JobRow) -> JsonObject:
    """Return a `Job`."""
    return {
        "id": job.id,
        "key": job.key,
        "url": job.url,
        "title": job.title,
        "company": job.company,
        "location": job.location,
        "board": job.board,
        "first_seen": time_text(job.first_seen),
    }


def holder_json(attempt: AttemptRow) -> JsonObject:
    """Return a `Holder`."""
    holder = attempt.holder
    return {
        "kind": holder.kind.value,
        "session": holder.session,
        "tab_id": holder.tab_id,
        "frame_id": holder.frame_id,
        "document_id": holder.document_id,
        "since": time_text(attempt.started_at),
        "label": holder.label or holder.kind.value,
    }


def application_json(tx: Transaction, application: ApplicationRow) -> JsonObject:
    """Return an `Application`, with its holder where one works on it."""
    state = application.state
    attempt = None
    if state.phase is not None:
        row = tx.one("open_attempt", application_id=application.id)
        attempt = AttemptRow.of(row) if row else None
    return {
        "id": application.id,
        "job_id": application.job_id,
        "cycle": application.cycle,
        "status": int(state.status),
        "status_name": state.status.word,
        "phase": state.phase.value if state.phase else None,
        "parked": state.parked,
        "fence": state.fence,
        "holder": holder_json(attempt) if attempt else None,
        "progress": json.loads(application.progress) if application.progress and state.phase else None,
        "attempts": application.attempts,
        "disputed": state.disputed,
        "applied_at": time_text(application.applied_at),
        "updated_at": time_text(application.updated_at),
    }


def attempt_json(attempt: AttemptRow) -> JsonObject:
    """Return an `Attempt`."""
    return {
        "fence": attempt.fence,
        "holder": holder_json(attempt),
        "started_at": time_text(attempt.started_at),
        "ended_at": time_text(attempt.ended_at),
        "outcome": attempt.outcome,
    }


def event_json(row: Row) -> JsonObject:
    """Return an `Event`."""
    return {
        "seq": row["seq"],
        "at": time_text(row["at"]),
        "kind": row["kind"],
        "job_id": row["job_id"],
        "application_id": row["application_id"],
        "fence": row["fence"],
        "data": json.loads(row["data"]),
    }


def pushed_json(tx: Transaction, row: Row) -> JsonObject:
    """Return a `PushedEvent` of an event's row, with the application and the job as they are now."""
    data = event_json(row)
    if row["application_id"] is not None:
        found = tx.one("application", id=row["application_id"], user_id=row["user_id"])
        if found is not None:
            data["application"] = application_json(tx, ApplicationRow.of(found))
    if row["job_id"] is not None:
        found = tx.one("job", id=row["job_id"])
        if found is not None:
            data["job"] = job_json(JobRow.of(found))
    return {
        "event": "refused" if row["kind"] == "refused" else "application",
        "seq": row["seq"],
        "user_id": row["user_id"],
        "data": data,
    }


def describe_events(tx: Transaction, seqs: list[int]) -> list[JsonObject]:
    """Return the pushed form of events that were just written."""
    rows = tx.all("events_by_seq", first=seqs[0], last=seqs[-1], user_id=None, limit=len(seqs))
    return [pushed_json(tx, row) for row in rows]


def item_json(tx: Transaction, job: JobRow, application: ApplicationRow | None) -> JsonObject:
    """Return a `JobItem`."""
    return {
        "job": job_json(job),
        "application": application_json(tx, application) if application else None,
    }
