"""Operations of a holder on its application, and of the user on one whose outcome is open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from companion.arbiter import EvidenceGiven, Granted
from companion.auto_apply.limits import LIMIT, lift_limit, note_limit
from companion.clock import HOUR_MS
from companion.service.present import application_json, job_json, time_text

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.messages.applications import (
        ApplicationRequest,
        ConfirmRequest,
        FailRequest,
        FencedRequest,
        HeartbeatRequest,
        ParkRequest,
        RebindRequest,
        ResolveRequest,
        ResumeRequest,
        SaveDraftRequest,
        TakeOverRequest,
    )
    from companion.messages.shapes import Evidence
    from companion.service.call import Call
    from companion.service.core import Core
    from companion.store.rows import ApplicationRow


def evidence_of(evidence: Evidence) -> EvidenceGiven:
    """Return the arbiter's form of what a request gives as evidence."""
    return EvidenceGiven(
        kind=evidence.kind,
        url=evidence.url,
        text=evidence.text,
        fields=tuple(field.model_dump() for field in evidence.fields),
    )


def granted_json(granted: Granted) -> JsonObject:
    """Return a `Grant`."""
    return {
        "message": "Application started",
        "status": "in_progress",
        "application_id": granted.application_id,
        "fence": granted.fence,
        "lease_seconds": granted.lease_seconds,
    }


def _shown(call: Call, application: ApplicationRow) -> JsonObject:
    return {"application": application_json(call.tx, application)}


def _board(core: Core, call: Call, application: ApplicationRow) -> str:
    return core.arbiter.job(call.tx, application.job_id).board


def heartbeat(core: Core, call: Call, asked: HeartbeatRequest) -> JsonObject:
    """Keep the lease; progress is pushed to all who look."""
    application_id = str(asked.application_id)
    progress = asked.progress.model_dump() if asked.progress else None
    seconds = core.arbiter.heartbeat(call.tx, call.caller.user_id, application_id, asked.fence, progress)
    if progress is not None:
        application = core.arbiter.application(call.tx, call.caller.user_id, application_id)
        data = {
            "kind": "progress",
            "application_id": application.id,
            "job_id": application.job_id,
            "application": application_json(call.tx, application),
            "job": job_json(core.arbiter.job(call.tx, application.job_id)),
        }
        call.push("application", data)
    return {"lease_seconds": seconds}


def rebind(core: Core, call: Call, asked: RebindRequest) -> JsonObject:
    """Move to another tab or document."""
    application = core.arbiter.rebind(
        call.tx, call.caller.user_id, str(asked.application_id), asked.fence, call.holder(asked.holder)
    )
    return _shown(call, application)


def begin_submit(core: Core, call: Call, asked: FencedRequest) -> JsonObject:
    """Give the permit."""
    given = core.arbiter.begin_submit(call.tx, call.caller.user_id, str(asked.application_id), asked.fence)
    return {"permit": given.permit, "fence": given.fence, "valid_seconds": given.valid_seconds}


def confirm(core: Core, call: Call, asked: ConfirmRequest) -> JsonObject:
    """Record that it was sent. A board that takes an application is at no limit."""
    application = core.arbiter.confirm(
        call.tx,
        call.caller.user_id,
        str(asked.application_id),
        asked.fence,
        evidence_of(asked.evidence),
    )
    lift_limit(call.tx, call.caller.user_id, _board(core, call, application))
    return _shown(call, application)


def fail(core: Core, call: Call, asked: FailRequest) -> JsonObject:
    """Record that it failed."""
    application = core.arbiter.fail(
        call.tx,
        call.caller.user_id,
        str(asked.application_id),
        asked.fence,
        asked.reason,
        proof=asked.not_sent_proof.model_dump() if asked.not_sent_proof else None,
        keep=asked.keep,
    )
    return _shown(call, application)


def park(core: Core, call: Call, asked: ParkRequest) -> JsonObject:
    """Wait for the user. Whoever meets a board's limit has met it for all jobs there."""
    application = core.arbiter.park(
        call.tx, call.caller.user_id, str(asked.application_id), asked.fence, asked.reason
    )
    if asked.reason == LIMIT:
        end_ms = core.clock.wall_ms() + round(core.times.board_limit_hours * HOUR_MS)
        note_limit(call.tx, call.caller.user_id, _board(core, call, application), end_ms)
    return _shown(call, application)


def resume(core: Core, call: Call, asked: ResumeRequest) -> JsonObject:
    """Go on."""
    application = core.arbiter.resume(call.tx, call.caller.user_id, str(asked.application_id), asked.fence)
    return _shown(call, application)


def release(core: Core, call: Call, asked: FencedRequest) -> JsonObject:
    """Give back."""
    application = core.arbiter.release(call.tx, call.caller.user_id, str(asked.application_id), asked.fence)
    return _shown(call, application)


def take_over(core: Core, call: Call, asked: TakeOverRequest) -> JsonObject:
    """Take over from the holder."""
    granted = core.arbiter.take_over(
        call.tx, call.caller.user_id, str(asked.application_id), call.holder(asked.holder)
    )
    return granted_json(granted)


def resolve(core: Core, call: Call, asked: ResolveRequest) -> JsonObject:
    """Take the user's word."""
    application = core.arbiter.resolve(
        call.tx,
        call.caller.user_id,
        str(asked.application_id),
        applied=asked.outcome == "applied",
        note=asked.note,
    )
    return _shown(call, application)


def draft(core: Core, call: Call, asked: FencedRequest) -> JsonObject:
    """Return what was filled so far, to the holder only."""
    core.arbiter.held(call.tx, call.caller.user_id, str(asked.application_id), asked.fence)
    row = call.tx.one("draft", application_id=str(asked.application_id))
    return {
        "fields": json.loads(row["fields"]) if row else [],
        "updated_at": time_text(row["updated_at"]) if row else None,
    }


def save_draft(core: Core, call: Call, asked: SaveDraftRequest) -> JsonObject:
    """Keep what was filled so far."""
    core.arbiter.held(call.tx, call.caller.user_id, str(asked.application_id), asked.fence)
    call.tx.run(
        "save_draft",
        application_id=str(asked.application_id),
        fields=json.dumps([field.model_dump() for field in asked.fields], ensure_ascii=False),
        now=core.clock.wall_ms(),
    )
    return {}


def evidence(core: Core, call: Call, asked: ApplicationRequest) -> JsonObject:
    """Return all that is kept of what was sent."""
    core.arbiter.application(call.tx, call.caller.user_id, str(asked.application_id))
    rows = call.tx.all("evidence", application_id=str(asked.application_id))
    return {
        "evidence": [
            {
                "fence": row["fence"],
                "at": time_text(row["at"]),
                "kind": row["kind"],
                "url": row["url"],
                "text": row["text"],
                "tab_label": row["tab_label"],
                "fields": json.loads(row["fields"]),
            }
            for row in rows
        ]
    }


APPLICATION_HANDLERS: dict[str, Any] = {
    "heartbeat": heartbeat,
    "rebind": rebind,
    "begin_submit": begin_submit,
    "confirm": confirm,
    "fail": fail,
    "park": park,
    "resume": resume,
    "release": release,
    "take_over": take_over,
    "resolve": resolve,
    "draft": draft,
    "save_draft": save_draft,
    "evidence": evidence,
}
