"""Statuses, phases and transitions of an application: pure functions and tables, no I/O.

An application is one (user, job, cycle). Each change of it is an event, and the row that the store keeps
is the fold of its events (`fold`); the compare-and-set that the store carries out takes its predicate from
the same table (`TRANSITIONS`), so the two cannot drift apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

JsonObject = dict[str, Any]


class Status(IntEnum):
    """Where an application stands. The numbers are a contract with outside programs."""

    PENDING = 1
    APPLIED = 2
    INTERVIEW = 3
    OFFER = 4
    REJECTED = 5
    WITHDRAWN = 6
    IN_PROGRESS = 7
    UNCONFIRMED = 8

    @property
    def word(self) -> str:
        """The status as it stands in JSON, for example ``in_progress``."""
        return self.name.lower()


SENT_STATUSES = frozenset({Status.APPLIED, Status.INTERVIEW, Status.OFFER, Status.REJECTED, Status.WITHDRAWN})
"""Statuses of an application that the employer has: nothing ever leads back from them."""


class Phase(StrEnum):
    """What the holder of an application in progress is doing."""

    FILLING = "filling"
    SUBMITTING = "submitting"


class HolderKind(StrEnum):
    """Who works on an application."""

    TAB = "tab"
    AGENT = "agent"
    API = "api"


class ProofKind(StrEnum):
    """What proves that nothing was sent although a permit was given."""

    PERMIT_UNUSED = "permit_unused"
    CLIENT_VALIDATION = "client_validation"
    SERVER_REFUSED = "server_refused"


class EvidenceKind(StrEnum):
    """What proves that an application was sent."""

    ADDRESS = "address"
    TEXT = "text"
    REQUEST = "request"
    USER = "user"
    API = "api"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds, or wants to hold, an application.

    Tab ids are unique only within one browser `session`; `instance` names the installation of the extension.
    """

    kind: HolderKind
    session: str | None = None
    tab_id: int | None = None
    frame_id: int | None = None
    document_id: str | None = None
    instance: str | None = None
    label: str | None = None


class EventKind(StrEnum):
    """What can happen to an application."""

    CREATED = "created"
    CLAIMED = "claimed"
    REBOUND = "rebound"
    PARKED = "parked"
    RESUMED = "resumed"
    RELEASED = "released"
    FAILED = "failed"
    LEASE_EXPIRED = "lease_expired"
    TAB_GONE = "tab_gone"
    SESSION_ENDED = "session_ended"
    TOOK_TOO_LONG = "took_too_long"
    STALE = "stale"
    TAKEN_OVER = "taken_over"
    SUBMIT_BEGAN = "submit_began"
    HANDED_BACK_KEPT = "handed_back_kept"
    HANDED_BACK = "handed_back"
    CONFIRMED = "confirmed"
    OUTCOME_UNKNOWN = "outcome_unknown"
    RESOLVED_APPLIED = "resolved_applied"
    RESOLVED_NOT_APPLIED = "resolved_not_applied"
    SENT_OUTSIDE_GATE = "sent_outside_gate"
    APPLIED_ELSEWHERE = "applied_elsewhere"
    STATUS_SET = "status_set"
    JOINED = "joined"
    INTENT_RESTORED = "intent_restored"
    REFUSED = "refused"
    LATE_EVIDENCE = "late_evidence"


@dataclass(frozen=True, slots=True)
class State:
    """The part of an application that its events decide.

    `disputed`: evidence came in under an older fence while a newer attempt existed, and the user decides.
    """

    status: Status = Status.PENDING
    phase: Phase | None = None
    fence: int = 0
    parked: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the state machine: from which states, to which, and what it does to the fence.

    `origins` are (status, phase) pairs. `status` None means that the event's own data names it.
    """

    origins: frozenset[tuple[Status, Phase | None]]
    status: Status | None
    phase: Phase | None
    fence_step: int = 0


_PENDING = (Status.PENDING, None)
_FILLING = (Status.IN_PROGRESS, Phase.FILLING)
_SUBMITTING = (Status.IN_PROGRESS, Phase.SUBMITTING)
_UNCONFIRMED = (Status.UNCONFIRMED, None)
_SENT = tuple((status, None) for status in sorted(SENT_STATUSES))


def _to(
    status: Status | None, phase: Phase | None, *origins: tuple[Status, Phase | None], fence_step: int = 0
) -> Transition:
    return Transition(frozenset(origins), status, phase, fence_step)


TRANSITIONS: Mapping[EventKind, Transition] = {
    EventKind.CLAIMED: _to(Status.IN_PROGRESS, Phase.FILLING, _PENDING, fence_step=1),
    EventKind.RELEASED: _to(Status.PENDING, None, _FILLING),
    EventKind.FAILED: _to(Status.PENDING, None, _FILLING),
    EventKind.LEASE_EXPIRED: _to(Status.PENDING, None, _FILLING),
    EventKind.TAB_GONE: _to(Status.PENDING, None, _FILLING),
    EventKind.SESSION_ENDED: _to(Status.PENDING, None, _FILLING),
    EventKind.TOOK_TOO_LONG: _to(Status.PENDING, None, _FILLING),
    EventKind.STALE: _to(Status.PENDING, None, _FILLING),
    EventKind.TAKEN_OVER: _to(Status.PENDING, None, _FILLING),
    EventKind.SUBMIT_BEGAN: _to(Status.IN_PROGRESS, Phase.SUBMITTING, _FILLING),
    EventKind.HANDED_BACK_KEPT: _to(Status.IN_PROGRESS, Phase.FILLING, _SUBMITTING, fence_step=1),
    EventKind.HANDED_BACK: _to(Status.PENDING, None, _SUBMITTING),
    EventKind.CONFIRMED: _to(Status.APPLIED, None, _SUBMITTING, _UNCONFIRMED, _PENDING),
    EventKind.OUTCOME_UNKNOWN: _to(Status.UNCONFIRMED, None, _SUBMITTING),
    EventKind.RESOLVED_APPLIED: _to(Status.APPLIED, None, _UNCONFIRMED, _FILLING),
    EventKind.RESOLVED_NOT_APPLIED: _to(Status.PENDING, None, _UNCONFIRMED),
    EventKind.SENT_OUTSIDE_GATE: _to(None, None, _PENDING, _FILLING, _UNCONFIRMED),
    EventKind.APPLIED_ELSEWHERE: _to(Status.APPLIED, None, _PENDING),
    EventKind.STATUS_SET: _to(None, None, *_SENT),
    EventKind.INTENT_RESTORED: _to(Status.UNCONFIRMED, None, _PENDING, _FILLING, _SUBMITTING),
}
"""The events that change the status. Those not listed change `parked`, `disputed`, or nothing."""


class ImpossibleEventError(Exception):
    """An event stands where the state machine does not allow it."""


def fold(events: Iterable[tuple[EventKind, JsonObject]]) -> State:
    """Return the state that a history of (kind, data) leads to, from its `created` event on.

    Raises ImpossibleEventError where the state machine does not allow an event.
    """
    state = State()
    for kind, data in events:
        state = evolve(state, kind, data)
    return state


def evolve(state: State, kind: EventKind, data: JsonObject) -> State:
    """Return the state after one event. Raises ImpossibleEventError where it cannot follow on `state`."""
    if kind is EventKind.PARKED:
        return replace(state, parked=data["reason"])
    if kind is EventKind.RESUMED:
        return replace(state, parked=None)
    if kind is EventKind.LATE_EVIDENCE:
        return replace(state, disputed=state.disputed or bool(data.get("disputed")))
    if kind is EventKind.RESOLVED_NOT_APPLIED and state.disputed and state.status is not Status.UNCONFIRMED:
        return replace(state, disputed=False)
    transition = TRANSITIONS.get(kind)
    if transition is None:
        return state
    if (state.status, state.phase) not in transition.origins:
        raise ImpossibleEventError(f"{kind} cannot follow on {state.status.word} ({state.phase})")
    status = transition.status if transition.status is not None else Status(data["status"])
    return State(
        status=status,
        phase=transition.phase,
        fence=state.fence + transition.fence_step + int(data.get("claimed_now", False)),
        disputed=state.disputed and not settles(kind, status),
    )


def settles(kind: EventKind, status: Status) -> bool:
    """Whether an event that leads to `status` answers the question of disputed evidence."""
    return status in SENT_STATUSES or kind is EventKind.RESOLVED_NOT_APPLIED


_FURTHEST_FIRST = (
    *((status, None) for status in (Status.OFFER, Status.INTERVIEW, Status.REJECTED, Status.WITHDRAWN)),
    (Status.APPLIED, None),
    _UNCONFIRMED,
    _SUBMITTING,
    _FILLING,
    _PENDING,
)


def further(one: State, other: State) -> State:
    """Return the state that stands when two jobs are found to be one (arbiter.md, "A new cycle")."""
    return min(one, other, key=lambda state: _FURTHEST_FIRST.index((state.status, state.phase)))


def status_of(value: int | str) -> Status:
    """Return the status that a number or a name means. Raises ValueError that names the known ones."""
    try:
        if isinstance(value, int):
            return Status(value)
        text = value.strip()
        return Status(int(text)) if text.isdigit() else Status[text.upper()]
    except (KeyError, ValueError):
        known = ", ".join(f"{status.name} {status.value}" for status in Status)
        raise ValueError(f"Unknown status {value!r}. Known statuses: {known}.") from None


@dataclass(frozen=True, slots=True)
class Times:
    """Every duration that the arbiter decides by. Tests shorten them; no other code names a number."""

    heartbeat_seconds: float = 20
    lease_seconds: float = 90
    sweep_seconds: float = 10
    tick_cap_seconds: float = 20
    submit_window_seconds: float = 120
    permit_seconds: float = 10
    tab_grace_seconds: float = 10
    agent_attempt_seconds: float = 15 * 60
    person_reminder_seconds: float = 2 * 60 * 60
    stale_after_minutes: float = 10
    stale_check_seconds: float = 5 * 60
    auto_retry_seconds: float = 60
    board_limit_hours: float = 24
    idempotency_hours: float = 24
    idle_exit_seconds: float = 60
