"""What a browser's connection says of itself and its tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from companion import __version__
from companion.messages.base import PROTOCOL_VERSION
from companion.refusals import RefusedError
from companion.service.present import application_json, job_json
from companion.store.rows import AttemptRow

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.messages.connection import AnnounceTabsRequest, HelloRequest, TabGoneRequest
    from companion.service.call import Call
    from companion.service.core import Core

DUPLICATE_CODES = frozenset({"in_progress", "applied", "unconfirmed", "stale_fence"})
"""Refusals that each kept an employer from getting something twice."""


def duplicates_prevented(call: Call) -> int:
    """Return how many duplicates were refused so far."""
    rows = call.tx.all("count_refusals", user_id=call.caller.user_id)
    return sum(row["refused"] for row in rows if row["code"] in DUPLICATE_CODES)


def hello(core: Core, call: Call, asked: HelloRequest) -> JsonObject:
    """Open a connection. Attempts of the browser's earlier sessions end: its tabs are gone."""
    if asked.protocol != PROTOCOL_VERSION:
        older = "the extension" if asked.protocol < PROTOCOL_VERSION else "the companion"
        raise RefusedError(
            "protocol_mismatch",
            f"The extension speaks protocol {asked.protocol}, the companion {PROTOCOL_VERSION}. Update {older}.",
            details={"protocol": PROTOCOL_VERSION, "version": __version__},
        )
    core.sweep.end_older_sessions(call.tx, call.caller.user_id, asked.instance, asked.session)
    last = call.tx.one("last_seq")
    return {
        "protocol": PROTOCOL_VERSION,
        "version": __version__,
        "epoch": core.epoch,
        "seq": last["seq"] if last else 0,
        "duplicates_prevented": duplicates_prevented(call),
        "heartbeat_seconds": core.times.heartbeat_seconds,
        "person_reminder_seconds": core.times.person_reminder_seconds,
    }


def announce_tabs(core: Core, call: Call, asked: AnnounceTabsRequest) -> JsonObject:
    """Tell what each living tab of this session holds."""
    living = {tab.tab_id for tab in asked.tabs}
    held = []
    rows = call.tx.all("attempts_of_session", user_id=call.caller.user_id, session=call.caller.session or "")
    for row in rows:
        attempt = AttemptRow.of(row)
        if attempt.holder.tab_id in living:
            application = core.arbiter.application(call.tx, call.caller.user_id, attempt.application_id)
            held.append(
                {
                    "tab_id": attempt.holder.tab_id,
                    "application": application_json(call.tx, application),
                    "job": job_json(core.arbiter.job(call.tx, application.job_id)),
                }
            )
    return {"tabs": held}


def tab_gone(core: Core, call: Call, asked: TabGoneRequest) -> JsonObject:
    """Begin the grace of a tab that was closed."""
    if call.caller.session is not None:
        core.sweep.tab_gone(call.tx, call.caller.user_id, call.caller.session, asked.tab_id)
    return {}


CONNECTION_HANDLERS: dict[str, Any] = {"hello": hello, "announce_tabs": announce_tabs, "tab_gone": tab_gone}
