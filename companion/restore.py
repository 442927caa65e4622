"""What follows when the database is not the one that this folder had: attempts end, intents are replayed."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from companion.domain import SENT_STATUSES, Holder, HolderKind, Status
from companion.identity import InvalidAddress, identify
from companion.registry import add_job

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.arbiter import Arbiter
    from companion.domain import JsonObject
    from companion.store.interface import Transaction
    from companion.store.rows import JobRow

DEFAULT_USER = 1

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Intent:
    """What one line of the log says was about to be sent."""

    permit: str
    user_id: int
    key: str
    url: str
    title: str
    board: str
    at: Any

    @classmethod
    def of(cls, line: JsonObject) -> _Intent | None:
        """Return what a line says; None where it says nothing that could be put before the user."""
        permit, key, url = line.get("permit"), line.get("key"), line.get("url")
        if not (isinstance(permit, str) and isinstance(key, str) and isinstance(url, str)):
            return None
        try:
            board = identify(url).board
        except InvalidAddress:
            return None
        user = line.get("user")
        user_id = user if isinstance(user, int) else DEFAULT_USER
        return cls(permit, user_id, key, url, str(line.get("title", "")), board, line.get("at"))


def replay_intents(arbiter: Arbiter, tx: Transaction, intents: Iterable[JsonObject]) -> int:
    """Make each intent that the database does not know an open question. Returns how many there were.

    An intent was logged before its submission could go out, so an application whose permit the database has
    lost may have been sent: it becomes UNCONFIRMED and the user is asked. A damaged line is passed over: it
    must not keep the companion from starting.
    """
    unknown = []
    for line in intents:
        permit = line.get("permit")
        if isinstance(permit, str) and tx.one("permit_known", permit=permit) is not None:
            continue
        intent = _Intent.of(line)
        if intent is None:
            _logger.warning("a line of the log of intents cannot be read")
            continue
        unknown.append(intent)
    for intent in unknown:
        _replay(arbiter, tx, intent)
    return len(unknown)


def _replay(arbiter: Arbiter, tx: Transaction, intent: _Intent) -> None:
    tx.run("add_restored_intent", permit=intent.permit)
    user_id = intent.user_id if tx.one("user", id=intent.user_id) is not None else DEFAULT_USER
    application = arbiter.ensure_application(tx, user_id, _job_of(arbiter, tx, intent))
    state = application.state
    if state.status in SENT_STATUSES:
        return
    if state.status is Status.UNCONFIRMED:
        arbiter.permit_may_live(tx, application)
        return
    arbiter.restore_intent(tx, application, intent.permit, intent.at, Holder(HolderKind.TAB))


def _job_of(arbiter: Arbiter, tx: Transaction, intent: _Intent) -> JobRow:
    known = tx.one("job_by_key", key=intent.key)
    if known is not None:
        return arbiter.job(tx, known["id"])
    return add_job(arbiter, tx, intent.key, url=intent.url, board=intent.board, title=intent.title)
