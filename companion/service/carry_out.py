"""Carries out one changing operation inside its transaction: once for each idempotency key, refusals recorded.

Synchronous and without a store of its own, so that the simulation drives the very same code.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

from companion.domain import EventKind
from companion.messages.errors import HTTP_STATUS, ErrorCode
from companion.refusals import RefusedError
from companion.service.call import Call, Reply
from companion.service.handlers.applications import evidence_of
from companion.service.present import time_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain import JsonObject
    from companion.messages.applications import ConfirmRequest
    from companion.messages.base import Request
    from companion.protocol import Operation
    from companion.service.call import Caller
    from companion.service.core import Core
    from companion.store.interface import Transaction

RECORDED_OPERATIONS = frozenset(
    {"apply", "begin_submit_job", "begin_submit", "set_status", "take_over", "confirm", "rebind"}
)
"""Operations whose refusals become events: the user sees what was prevented, and when."""

PERMITTING_OPERATIONS = frozenset({"begin_submit", "begin_submit_job", "set_status"})
"""Operations that permit a sending, or record one: what they answer again must stand in the log of intents too."""


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """The reply, and what is pushed besides the events once the transaction is durable."""

    reply: Reply
    pushes: list[tuple[str, JsonObject]] = field(default_factory=list)


def carry_out(
    core: Core,
    tx: Transaction,
    operation: Operation,
    asked: Request,
    caller: Caller,
    key: str | None,
    handle: Callable[[Call], JsonObject],
) -> CarriedOut:
    """Run `handle` unless its idempotency `key` was used before, and keep the reply under that key.

    A refusal is a reply: what `handle` wrote is undone, the refusal itself is recorded. A key that was used
    for another call is refused (invariant I10 of the design's arbiter document).
    """
    arguments = digest(operation.name, asked) if key is not None else ""
    if key is not None:
        replay = replay_of(tx, caller.user_id, key, operation.name, arguments)
        if replay is not None:
            if operation.name in PERMITTING_OPERATIONS and replay.status < 300:
                application_id = replay.body.get("application_id") or str(
                    getattr(asked, "application_id", "")
                )
                core.arbiter.intend_again(tx, caller.user_id, application_id, replay.body["fence"])
            return CarriedOut(replay)
    call = Call(tx, caller)
    try:
        body = tx.savepoint(lambda: handle(call))
        reply = Reply(201 if operation.created or call.created else 200, body)
    except RefusedError as refusal:
        call.pushes.clear()
        _record(core, tx, operation, asked, caller, refusal)
        reply = refusal_reply(refusal)
    if key is not None:
        tx.run(
            "add_idempotency",
            user_id=caller.user_id,
            key=key,
            operation=operation.name,
            arguments=arguments,
            status=reply.status,
            body=to_json(reply.body).decode(),
            at=core.clock.wall_ms(),
        )
    return CarriedOut(reply, call.pushes)


def digest(name: str, asked: Request) -> str:
    """Return what stands for the arguments of a call beside its idempotency key."""
    return hashlib.blake2b(f"{name}\n".encode() + to_json(asked), digest_size=32).hexdigest()


def error_reply(
    code: ErrorCode, message: str, *, status: int | None = None, retry_after: int | None = None
) -> Reply:
    """Return an error as a reply; `retry_after` in seconds."""
    return Reply(
        status or HTTP_STATUS[code], {"message": message, "code": code.value}, retry_after=retry_after
    )


def refusal_reply(refusal: RefusedError) -> Reply:
    """Return a refusal as a reply, with its details."""
    code = ErrorCode(refusal.code)
    details = dict(refusal.details)
    if isinstance(details.get("applied_at"), int):
        details["applied_at"] = time_text(details["applied_at"])
    holder = details.get("holder")
    if isinstance(holder, dict):
        details["holder"] = {**holder, "since": time_text(holder["since"])}
        details["holder"].pop("instance", None)
    body = {"message": refusal.message, "code": code.value, **details}
    return Reply(HTTP_STATUS[code], body, retry_after=refusal.retry_after_seconds)


def replay_of(tx: Transaction, user_id: int, key: str, operation: str, arguments: str) -> Reply | None:
    """Return the reply that was kept under a key, or its refusal for another call; None where there is none."""
    stored = tx.one("idempotency", user_id=user_id, key=key)
    if stored is None:
        return None
    if stored["operation"] != operation or stored["arguments"] != arguments:
        return error_reply(ErrorCode.KEY_REUSED, "This idempotency key was used for another call.")
    return Reply(stored["status"], json.loads(stored["body"]), replayed=True)


def _record(
    core: Core, tx: Transaction, operation: Operation, asked: Any, caller: Caller, refusal: RefusedError
) -> None:
    if operation.name == "confirm" and refusal.code == "stale_fence":
        late: ConfirmRequest = asked
        core.arbiter.keep_late_evidence(
            tx, caller.user_id, str(late.application_id), late.fence, evidence_of(late.evidence)
        )
    if operation.name not in RECORDED_OPERATIONS or refusal.code in ("not_found", "invalid"):
        return
    holder = getattr(asked, "holder", None)
    job_id = refusal.job_id
    if job_id is None and refusal.application_id is not None:
        row = tx.one("application", id=refusal.application_id, user_id=caller.user_id)
        job_id = row["job_id"] if row else None
    tx.emit(
        EventKind.REFUSED,
        at=core.clock.wall_ms(),
        user_id=caller.user_id,
        job_id=job_id,
        application_id=refusal.application_id,
        fence=None,
        data={
            "operation": operation.name,
            "code": refusal.code,
            "message": refusal.message,
            "by": holder.model_dump() if holder is not None else None,
        },
    )
