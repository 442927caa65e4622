"""Two jobs found to be one: the further application stands, and the old id keeps resolving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import EventKind, Phase, further
from companion.refusals import RefusedError

if TYPE_CHECKING:
    from companion.arbiter import Arbiter
    from companion.store.interface import Transaction
    from companion.store.rows import ApplicationRow, JobRow


def join_jobs(arbiter: Arbiter, tx: Transaction, kept_id: str, joined_id: str) -> JobRow:
    """Join the job `joined_id` into `kept_id` for every user, and return the job that stands.

    Of two applications the further one stands (arbiter.md, "A new cycle"); the other stays with the old job as
    history. Two that are being submitted both become UNCONFIRMED; a losing filler is ended.
    Raises not_found; invalid where both ids are the same job.
    """
    kept, joined = arbiter.job(tx, kept_id), arbiter.job(tx, joined_id)
    if kept.id == joined.id:
        raise RefusedError("invalid", "These two are the same job already.")
    users = sorted({row["user_id"] for row in tx.all("applications_of_job", job_id=joined.id)})
    for user_id in users:
        _join_applications(arbiter, tx, user_id, kept, joined)
    tx.run("merge_job", id=joined.id, into=kept.id)
    tx.run("move_job_keys", id=joined.id, into=kept.id)
    tx.run("add_job_key", key=joined.key, job_id=kept.id)
    tx.run("move_job_addresses", id=joined.id, into=kept.id)
    return kept


def _join_applications(arbiter: Arbiter, tx: Transaction, user_id: int, kept: JobRow, joined: JobRow) -> None:
    one = arbiter.current_application(tx, user_id, kept.id)
    other = arbiter.current_application(tx, user_id, joined.id)
    if other is None:
        return
    if one is None:
        tx.run("move_application", id=other.id, job_id=kept.id, cycle=other.cycle)
        _tell(arbiter, tx, other, joined)
        return
    if one.state.phase is Phase.SUBMITTING and other.state.phase is Phase.SUBMITTING:
        arbiter.become_unconfirmed(tx, one, "two submissions were found to be for one job")
        one = arbiter.application(tx, user_id, one.id)
    stands = one if further(one.state, other.state) == one.state else other
    loses = other if stands is one else one
    if loses.state.disputed:
        arbiter.dispute(tx, stands, loses.id, "joined")
        stands = arbiter.application(tx, user_id, stands.id)
    if loses.state.phase is Phase.SUBMITTING:
        arbiter.become_unconfirmed(tx, loses, "its job was found to be another one")
    elif loses.state.phase is Phase.FILLING:
        arbiter.end(
            tx, loses, EventKind.TAKEN_OVER, {"by": None, "reason": "its job was found to be another one"}
        )
    tx.run("dequeue", application_id=loses.id)
    if stands.id == other.id:
        cycle = max(one.cycle, other.cycle)
        tx.run("move_application", id=one.id, job_id=joined.id, cycle=other.cycle + one.cycle + 1)
        tx.run("move_application", id=other.id, job_id=kept.id, cycle=cycle)
    _tell(arbiter, tx, stands, joined)


def _tell(arbiter: Arbiter, tx: Transaction, application: ApplicationRow, joined: JobRow) -> None:
    tx.emit(
        EventKind.JOINED,
        at=arbiter.clock.wall_ms(),
        user_id=application.user_id,
        job_id=arbiter.application(tx, application.user_id, application.id).job_id,
        application_id=application.id,
        fence=application.state.fence,
        data={"joined": joined.id, "key": joined.key},
    )
