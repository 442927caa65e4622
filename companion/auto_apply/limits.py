"""Boards that take no more applications from the user for now: LinkedIn's daily limit, Ashby's for one employer.

What one job has met there, in auto-apply's tab or at a press of the user's own, holds the board's others back:
they are neither opened in vain nor parked one by one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.store.interface import Transaction

LIMIT = "limit"
"""The reason for which the extension parks what met one (extension/boards/outcome_words.js)."""
_NAME = "board_limits"


def limits_now(tx: Transaction, user_id: int, now_ms: int) -> dict[str, int]:
    """Return the boards that are at their limit, each with the limit's end. Times are Unix milliseconds."""
    return {board: end for board, end in _stored(tx, user_id).items() if end > now_ms}


def note_limit(tx: Transaction, user_id: int, board: str, end_ms: int) -> None:
    """Remember that a board takes nothing more until then."""
    _store(tx, user_id, {**_stored(tx, user_id), board: end_ms})


def lift_limit(tx: Transaction, user_id: int, board: str) -> None:
    """Forget a board's limit: it has taken an application."""
    stored = _stored(tx, user_id)
    if stored.pop(board, None) is not None:
        _store(tx, user_id, stored)


def _stored(tx: Transaction, user_id: int) -> dict[str, int]:
    row = tx.one("user_value", user_id=user_id, name=_NAME)
    return json.loads(row["value"]) if row else {}


def _store(tx: Transaction, user_id: int, limits: dict[str, int]) -> None:
    tx.run("set_user_value", user_id=user_id, name=_NAME, value=json.dumps(limits))
