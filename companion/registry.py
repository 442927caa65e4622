"""The jobs that are known: each under its key, with what its pages tell, made where it was never seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import Status
from companion.identity import job_id
from companion.joining import join_jobs

if TYPE_CHECKING:
    from companion.arbiter import Arbiter
    from companion.identity import JobIdentity
    from companion.store.interface import Transaction
    from companion.store.rows import JobRow


def register_job(arbiter: Arbiter, tx: Transaction, found: JobIdentity) -> tuple[JobRow, bool]:
    """Return the job of an identity, and whether it was never seen before. What the page tells more is learnt."""
    known = [
        row["id"]
        for key in (found.key, *found.alias_keys)
        if (row := tx.one("job_by_key", key=key)) is not None
    ]
    facts = {"title": found.title or "", "company": found.company or "", "location": found.location or ""}
    if known:
        job = arbiter.job(tx, known[0])
        tx.run("learn_job_facts", id=job.id, **facts)
    else:
        job = add_job(arbiter, tx, found.key, url=found.url, board=found.board, **facts)
    for other_id in known[1:]:
        job = _join_untouched(arbiter, tx, job, other_id)
    for key in (found.key, *found.alias_keys):
        if tx.one("job_by_key", key=key) is None:
            tx.run("add_job_key", key=key, job_id=job.id)
    tx.run("add_job_address", job_id=job.id, url=found.url, seen_at=arbiter.clock.wall_ms())
    return arbiter.job(tx, job.id), not known


def add_job(
    arbiter: Arbiter,
    tx: Transaction,
    key: str,
    *,
    url: str,
    board: str,
    title: str = "",
    company: str = "",
    location: str = "",
) -> JobRow:
    """Store a job that was never seen, and return it."""
    identifier = str(job_id(key))
    tx.run(
        "add_job",
        id=identifier,
        key=key,
        url=url,
        title=title,
        company=company,
        location=location,
        board=board,
        first_seen=arbiter.clock.wall_ms(),
    )
    return arbiter.job(tx, identifier)


def _join_untouched(arbiter: Arbiter, tx: Transaction, job: JobRow, other_id: str) -> JobRow:
    """Join two jobs that a page says are one, where nobody has worked on one of them yet.

    A page's word is not enough to move an application that somebody began: there the user decides (same_job).
    """
    other = arbiter.job(tx, other_id)
    if other.id == job.id:
        return job
    for kept, joined in ((other, job), (job, other)):
        touched = any(
            row["attempts"] or row["status"] != Status.PENDING
            for row in tx.all("applications_of_job", job_id=joined.id)
        )
        if not touched:
            return join_jobs(arbiter, tx, kept.id, joined.id)
    return job
