"""What follows when the database is not the one that this folder had: attempts end, intents are replayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import SENT_STATUSES, Holder, HolderKind, Status
from companion.identity import identify, job_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.arbiter import Arbiter
    from companion.domain import JsonObject
    from companion.store.interface import Transaction
    from companion.store.rows import JobRow

DEFAULT_USER = 1


def replay_intents(arbiter: Arbiter, tx: Transaction, intents: Iterable[JsonObject]) -> int:
    """Make each intent that the database does not know an open question. Returns how many there were.

    An intent was logged before its submission could go out, so an application whose permit the database has
    lost may have been sent: it becomes UNCONFIRMED and the user is asked.
    """
    unknown = [
        intent
        for intent in intents
        if isinstance(intent.get("permit"), str) and tx.one("permit_known", permit=intent["permit"]) is None
    ]
    for intent in unknown:
        _replay(arbiter, tx, intent)
    return len(unknown)


def _replay(arbiter: Arbiter, tx: Transaction, intent: JsonObject) -> None:
    tx.run("add_restored_intent", permit=intent["permit"])
    user_id = int(intent.get("user", DEFAULT_USER))
    application = arbiter.ensure_application(tx, user_id, _job_of(arbiter, tx, intent))
    state = application.state
    if state.status in SENT_STATUSES or state.status is Status.UNCONFIRMED:
        return
    arbiter.restore_intent(tx, application, intent, Holder(HolderKind.TAB))


def _job_of(arbiter: Arbiter, tx: Transaction, intent: JsonObject) -> JobRow:
    key = str(intent["key"])
    known = tx.one("job_by_key", key=key)
    if known is not None:
        return arbiter.job(tx, known["id"])
    identifier = str(job_id(key))
    tx.run(
        "add_job",
        id=identifier,
        key=key,
        url=str(intent["url"]),
        title=str(intent.get("title", "")),
        company="",
        location="",
        board=identify(str(intent["url"])).board,
        first_seen=arbiter.clock.wall_ms(),
    )
    return arbiter.job(tx, identifier)
