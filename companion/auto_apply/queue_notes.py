"""What an outcome, or a refused claim, means for the job's place in the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.auto_apply.policy import FINAL_REASONS, MAX_TRIES, delay_seconds
from companion.domain import EventKind, Status

if TYPE_CHECKING:
    from companion.auto_apply.handler import ApplicationOutcome
    from companion.domain import Times
    from companion.refusals import RefusedError
    from companion.store.interface import Transaction

_BY_THE_USER = frozenset({EventKind.RELEASED.value, EventKind.TAKEN_OVER.value, EventKind.TAB_GONE.value})


def note_outcome(tx: Transaction, outcome: ApplicationOutcome, times: Times, now_ms: int) -> None:
    """Take a job that was sent out of the queue; let another wait for the user, or for its next try."""
    item = tx.one("queue_item", application_id=outcome.application_id)
    if item is None:
        return
    if outcome.success or outcome.by == EventKind.CLAIMED.value:
        tx.run("dequeue", application_id=outcome.application_id)
        return
    tries, not_before, waits, why = item["tries"], None, 0, ""
    if outcome.parked is not None:
        why = outcome.parked
    elif outcome.status is Status.UNCONFIRMED:
        waits, why = 1, "say whether it went through"
    elif outcome.by in _BY_THE_USER:
        waits, why = 1, "you gave it back"
    else:
        tries += 1
        why = outcome.reason or outcome.by
        if tries >= MAX_TRIES or outcome.reason in FINAL_REASONS:
            waits = 1
        else:
            not_before = now_ms + round(delay_seconds(tries, times.auto_retry_seconds) * 1000)
    tx.run(
        "set_queue_item",
        application_id=outcome.application_id,
        tries=tries,
        not_before=not_before,
        waits=waits,
        why=why,
    )
    if outcome.parked is None:
        tx.run("end_is_noted", application_id=outcome.application_id)


def note_refusal(tx: Transaction, application_id: str, refusal: RefusedError) -> None:
    """Take a job sent meanwhile out of the queue; one that cannot be claimed for another reason waits."""
    if refusal.code == "applied":
        tx.run("dequeue", application_id=application_id)
    elif refusal.code != "in_progress":
        item = tx.one("queue_item", application_id=application_id)
        tx.run(
            "set_queue_item",
            application_id=application_id,
            tries=item["tries"] if item else 0,
            not_before=None,
            waits=1,
            why=refusal.message,
        )
