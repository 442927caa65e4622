"""Auto-apply's queue and switch. The loop itself lives in companion.auto_apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.auto_apply.limits import limits_now
from companion.clock import DAY_MS
from companion.domain import SENT_STATUSES, Status
from companion.messages.jobs import IdentifyRequest
from companion.refusals import RefusedError
from companion.registry import register_job
from companion.service.handlers.own import settings_of
from companion.service.handlers.planning import identity_of
from companion.service.present import application_json, job_json, time_text

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.identity import JobIdentity
    from companion.messages.jobs import JobRequest
    from companion.messages.settings import QueueRequest
    from companion.service.call import Call
    from companion.service.core import Core

LIMIT_REACHED = "the board takes no more applications from you for now"
STOPPED: JsonObject = {"state": "stopped", "executor": "connected", "waiting_for": ""}


def auto_apply_json(core: Core, call: Call) -> JsonObject:
    """Return an `AutoApplyResult`."""
    settings = settings_of(call)
    now_ms = core.clock.wall_ms()
    sent = call.tx.one("sent_since", user_id=call.caller.user_id, since=now_ms - DAY_MS)
    limits = limits_now(call.tx, call.caller.user_id, now_ms)
    queue = []
    for row in call.tx.all("queue", user_id=call.caller.user_id):
        application = core.arbiter.application(call.tx, call.caller.user_id, row["application_id"])
        if application.state.status in SENT_STATUSES:
            continue  # sent by somebody else meanwhile; the loop takes it out when it looks next
        working = application.state.status is Status.IN_PROGRESS
        waiting = row["waits"] or application.state.parked is not None
        limit = None if working or waiting else limits.get(row["board"])
        queue.append(
            {
                "job": job_json(core.arbiter.job(call.tx, application.job_id)),
                "application": application_json(call.tx, application),
                "state": "waiting_for_user" if waiting else "running" if working else "queued",
                "tries": row["tries"],
                "not_before": time_text(max(row["not_before"] or 0, limit) if limit else row["not_before"]),
                "why": LIMIT_REACHED if limit else row["why"] or application.state.parked or "",
            }
        )
    return {
        **(core.auto_apply.state() if core.auto_apply else STOPPED),
        "sent_today": sent["sent"] if sent else 0,
        "queue": queue,
        "policy": settings.auto_apply.model_dump(mode="json"),
    }


async def identities_of(asked: QueueRequest) -> list[JobIdentity]:
    """Return the jobs that the addresses mean. Raises invalid for one that is none."""
    found = []
    for number, url in enumerate(asked.urls):
        try:
            found.append(await identity_of(IdentifyRequest(url=url)))
        except RefusedError as error:
            raise RefusedError(error.code, error.message, details={"field": f"urls.{number}"}) from error
    return found


def enqueue(core: Core, call: Call, asked: QueueRequest, found: list[JobIdentity]) -> JsonObject:
    """Put jobs at the end of the queue. One already there, or applied to, stays as it is."""
    jobs = [register_job(core.arbiter, call.tx, identity)[0] for identity in found]
    jobs += [core.arbiter.job(call.tx, str(job_id)) for job_id in asked.job_ids]
    if not jobs:
        raise RefusedError("invalid", "Name at least one job, by its address or its id.")
    for job in jobs:
        application = core.arbiter.ensure_application(call.tx, call.caller.user_id, job)
        if application.state.status in (Status.PENDING, Status.IN_PROGRESS):
            call.tx.run("enqueue", application_id=application.id, user_id=call.caller.user_id)
    call.push("auto_apply", {})
    return auto_apply_json(core, call)


def dequeue(core: Core, call: Call, asked: JobRequest) -> JsonObject:
    """Take a job out of the queue; what works on it goes on."""
    job = core.arbiter.job(call.tx, str(asked.job_id))
    application = core.arbiter.current_application(call.tx, call.caller.user_id, job.id)
    if application is None or not call.tx.run("dequeue", application_id=application.id):
        raise RefusedError("not_found", "This job is not in the queue.")
    call.push("auto_apply", {})
    return auto_apply_json(core, call)
