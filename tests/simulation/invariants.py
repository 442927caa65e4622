"""Checks the invariants I1 to I14 of docs/arbiter.md as far as the database itself tells them.

`InvariantChecker.check` reads the events that are new since it was last called and every row, so it may be
called after each step of a simulation or of a test. The rows are compared with the fold of their events.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from companion.domain import (
    SENT_STATUSES,
    EventKind,
    ImpossibleEventError,
    Phase,
    State,
    Status,
    evolve,
    fold,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from companion.domain import JsonObject

_CLAIMS = frozenset({EventKind.CLAIMED, EventKind.HANDED_BACK_KEPT})
_CLAIMS_OF_THE_UNKNOWN = frozenset({EventKind.SENT_OUTSIDE_GATE, EventKind.INTENT_RESTORED})
"""Events that give a pending application an attempt, so that its outcome is somebody's question."""
_PERMITS = frozenset({EventKind.SUBMIT_BEGAN, EventKind.INTENT_RESTORED})
_PROOFS = frozenset({"permit_unused", "client_validation", "server_refused"})
_OPEN = frozenset({Status.IN_PROGRESS, Status.UNCONFIRMED})
_NEVER_AGAIN = frozenset({Status.PENDING, Status.IN_PROGRESS, Status.UNCONFIRMED})


class InvariantBrokenError(AssertionError):
    """What was promised does not hold; the text begins with the invariant's number."""


def broken(invariant: str, what: str) -> InvariantBrokenError:
    """Return the error for a broken invariant."""
    return InvariantBrokenError(f"{invariant}: {what}")


class InvariantChecker:
    """Follows one database. `intents` returns what stands in the log of intents, where there is one."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        intents: Callable[[], Iterable[JsonObject]] | None = None,
    ) -> None:
        self._connection = connection
        self._intents = intents
        self.states: dict[str, State] = {}
        self._seq = 0
        self._epoch = 0
        self._permitted: set[tuple[str, int]] = set()
        self._unknown: set[tuple[str, int]] = set()
        self._permits_seen = -1
        self._changes_seen = -1

    def check(self) -> list[tuple[EventKind, str | None, JsonObject]]:
        """Check everything, and return the (kind, application id, data) of the events that are new.

        Raises InvariantBrokenError. A step after which the connection has changed no row has broken nothing here.
        """
        changes = self._connection.total_changes
        if changes == self._changes_seen:
            return []
        fresh = self._read_events()
        self._check_rows()
        self._check_attempts()
        self._check_permits()
        self._changes_seen = changes
        return fresh

    def check_from_scratch(self) -> None:
        """Fold each application's whole history once more, from its `created` event on."""
        for row in self._all("SELECT id, status, phase, fence, parked, disputed FROM applications"):
            events = self._all(
                "SELECT kind, data FROM events WHERE application_id = ? AND kind <> 'refused' ORDER BY seq",
                row[0],
            )
            state = fold((EventKind(kind), json.loads(data)) for kind, data in events)
            if state != _state_of(row[1:]):
                raise broken("I9", f"application {row[0]} is {_state_of(row[1:])}, its events say {state}")

    # --- inside -------------------------------------------------------------------------------------------

    def _all(self, sql: str, *parameters: Any) -> list[Any]:
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, parameters).fetchall()

    def _read_events(self) -> list[tuple[EventKind, str | None, JsonObject]]:
        rows = self._all(
            "SELECT seq, epoch, kind, application_id, fence, data FROM events WHERE seq > ? ORDER BY seq",
            self._seq,
        )
        if not rows:
            return []
        current = int(self._all("SELECT value FROM meta WHERE key = 'epoch'")[0][0])
        following = self._seq > 0
        fresh = []
        for seq, epoch, word, application_id, fence, text in rows:
            if epoch < self._epoch or epoch > current:
                raise broken(
                    "I14", f"event {seq} has epoch {epoch} after {self._epoch}, the database {current}"
                )
            self._seq, self._epoch = seq, epoch
            kind, data = EventKind(word), json.loads(text)
            if kind is not EventKind.REFUSED:
                self._take(kind, application_id, fence, data)
            fresh.append((kind, application_id, data))
        if following and self._epoch != current:
            raise broken("I14", f"the newest event has epoch {self._epoch}, the database {current}")
        return fresh

    def _take(self, kind: EventKind, application_id: str, fence: int, data: JsonObject) -> None:
        before = self.states.get(application_id)
        if before is None:
            if kind is not EventKind.CREATED:
                raise broken("I9", f"{kind} is the first event of {application_id}")
            before = State()
        try:
            after = evolve(before, kind, data)
        except ImpossibleEventError as error:
            raise broken("I9", str(error)) from error
        self.states[application_id] = after
        _check_fence(kind, before, after, fence, data)
        _check_step(kind, before, after, data)
        if kind in _PERMITS:
            self._permitted.add((application_id, after.fence))
        if kind in _CLAIMS_OF_THE_UNKNOWN and after.status is Status.UNCONFIRMED:
            self._unknown.add((application_id, after.fence))
        here = (application_id, after.fence)
        known = here in self._permitted or here in self._unknown
        if kind is EventKind.CONFIRMED and not known:
            raise broken("I6", f"{application_id} was confirmed at fence {after.fence} without an intent")

    def _check_rows(self) -> None:
        rows = self._all("SELECT id, status, phase, fence, parked, disputed FROM applications")
        for row in rows:
            told = self.states.get(row[0])
            if told is None:
                raise broken("I9", f"application {row[0]} has no events")
            found = (told.status, told.phase, told.fence, told.parked, told.disputed)
            if found != row[1:]:
                raise broken("I9", f"application {row[0]} is {_state_of(row[1:])}, its events say {told}")
        if len(rows) != len(self.states):
            raise broken("I9", "an application vanished")

    def _check_attempts(self) -> None:
        """I1, I2 and I12: what is open has one open attempt at the current fence and one tab, nothing else has."""
        held: dict[str, list[Any]] = {}
        tabs: set[tuple[Any, ...]] = set()
        for *attempt, user_id in self._all(
            "SELECT application_id, fence, session, tab_id, document_id, lease_until, kind, submit_until, user_id"
            " FROM attempts WHERE ended_at IS NULL"
        ):
            held.setdefault(attempt[0], []).append(attempt)
            session, tab_id = attempt[2:4]
            if tab_id is None:
                continue
            if (user_id, session, tab_id) in tabs:
                raise broken("I12", f"tab {tab_id} of session {session} holds more than one application")
            tabs.add((user_id, session, tab_id))
        for application_id, attempts in held.items():
            if len(attempts) > 1:
                raise broken("I1", f"application {application_id} has {len(attempts)} open attempts")
            if self.states[application_id].status not in _OPEN:
                raise broken("I2", f"{self.states[application_id]} has an open attempt")
        for application_id, state in self.states.items():
            if state.status in _OPEN:
                _check_open(application_id, state, held.get(application_id, []))

    def _check_permits(self) -> None:
        given = self._all("SELECT count(*) FROM permits")[0][0]
        if given != len(self._permitted):
            raise broken("I8", f"{given} permits are stored, {len(self._permitted)} were told of")
        if given == self._permits_seen:
            return
        self._permits_seen = given
        rows = self._all("SELECT application_id, fence, permit FROM permits")
        if len({(row[0], row[1]) for row in rows}) != len(rows):
            raise broken("I8", "a fence has two permits")
        if len({row[2] for row in rows}) != len(rows):
            raise broken("I8", "one permit was given twice")
        for application_id, fence, _ in rows:
            if (application_id, fence) not in self._permitted:
                raise broken("I8", f"a permit at fence {fence} of {application_id} has no event")
        if self._intents is not None:
            logged = {intent.get("permit") for intent in self._intents()}
            lacking = [row for row in rows if row[2] not in logged]
            if lacking:
                raise broken("I6", f"the permit at fence {lacking[0][1]} is not in the log of intents")


def _state_of(columns: tuple[Any, ...]) -> State:
    status, phase, fence, parked, disputed = columns
    return State(Status(status), Phase(phase) if phase else None, fence, parked, bool(disputed))


def _check_open(application_id: str, state: State, attempts: list[Any]) -> None:
    if len(attempts) != 1:
        raise broken("I2", f"application {application_id}, {state}, has {len(attempts)} open attempts")
    _, fence, session, tab_id, document_id, lease_until, kind, submit_until = attempts[0]
    if fence != state.fence:
        raise broken("I2", f"the open attempt has fence {fence}, its application {state.fence}")
    if state.status is Status.UNCONFIRMED:
        if not (session is None and tab_id is None and document_id is None):
            raise broken("I2", f"an unconfirmed attempt still holds tab {tab_id}")
        return
    if state.phase is Phase.FILLING and kind != "api" and lease_until is None:
        raise broken("I2", "a filling attempt has no lease: nothing would ever end it")
    if state.phase is Phase.SUBMITTING and submit_until is None:
        raise broken("I2", "a submitting attempt has no submit window: nothing would ever end it")


def _check_fence(kind: EventKind, before: State, after: State, fence: int, data: JsonObject) -> None:
    risen = after.fence - before.fence
    claims = kind in _CLAIMS or (kind in _CLAIMS_OF_THE_UNKNOWN and data.get("claimed_now") is True)
    if risen != (1 if claims else 0):
        raise broken("I3", f"{kind} raised the fence by {risen}")
    if kind is EventKind.HANDED_BACK_KEPT and (data.get("proof") or {}).get("kind") not in _PROOFS:
        raise broken("I3", "the fence rose at a failure without proof")
    if fence != after.fence:
        raise broken("I4", f"{kind} is stored under fence {fence}, the current one is {after.fence}")


def _check_step(kind: EventKind, before: State, after: State, data: JsonObject) -> None:
    if before.status in SENT_STATUSES and after.status in _NEVER_AGAIN:
        raise broken("I5", f"{kind} led from {before.status.word} back to {after.status.word}")
    if before.disputed and kind in (EventKind.CLAIMED, EventKind.SUBMIT_BEGAN):
        raise broken("I7", f"{kind} although there is evidence that it was sent before")
    after_a_permit = before.phase is Phase.SUBMITTING or before.status is Status.UNCONFIRMED
    back = after.status is Status.PENDING or after.phase is Phase.FILLING
    if after_a_permit and back and kind is not EventKind.RESOLVED_NOT_APPLIED:
        proof = (data.get("proof") or {}).get("kind")
        if proof not in _PROOFS:
            raise broken("I7", f"{kind} led back to {after.status.word} without proof")
