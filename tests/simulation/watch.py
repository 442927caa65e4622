"""Watches what the arbiter does over time: nobody loses a lease to a jump, nothing sent is offered again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from companion.domain import EventKind, Phase, State, Status
from tests.simulation.invariants import InvariantChecker, broken

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from companion.domain import JsonObject, Times
    from tests.simulation.board import Employers
    from tests.simulation.clocks import SimulatedClock

_ROUNDING_MS = 5


@dataclass(slots=True)
class _Attempt:
    """What somebody outside knows of the open attempt of an application, in milliseconds awake."""

    claimed: int
    beat: int
    worked: int = 0
    working_since: int | None = None
    permitted: int = 0
    gone: int | None = None


@dataclass(slots=True)
class Watch:
    """Checks the invariants of the database and those that need to know the true time (I11) and E."""

    connection: sqlite3.Connection
    intents: Callable[[], Iterable[JsonObject]]
    clock: SimulatedClock
    times: Times
    employers: Employers
    job_of: dict[str, int]
    checker: InvariantChecker = field(init=False)
    step: int = 0
    _attempts: dict[str, _Attempt] = field(default_factory=dict)
    _job_of_application: dict[str, int] = field(default_factory=dict)
    _standing: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.begin_again()

    def begin_again(self) -> None:
        """Follow the database from its start: it was replaced."""
        self.checker = InvariantChecker(self.connection, self.intents)
        self.checker.check()
        self._learn_applications()
        self.companion_restarted()

    def companion_restarted(self) -> None:
        """Every lease gets one fresh term."""
        now = self.clock.awake_ms
        for application_id, state in self.checker.states.items():
            attempt = self._attempts.setdefault(application_id, _Attempt(now, now, working_since=now))
            if state.status is Status.IN_PROGRESS:
                attempt.beat = now

    def look(self) -> list[tuple[EventKind, str | None, JsonObject]]:
        """Check everything that a step may have broken, and return its events."""
        fresh = self.checker.check()
        if any(kind in (EventKind.CREATED, EventKind.JOINED) for kind, _, _ in fresh):
            self._learn_applications()
        for kind, application_id, data in fresh:
            if kind in (EventKind.CLAIMED, EventKind.SUBMIT_BEGAN) and application_id is not None:
                self._check_no_other_question(kind, application_id)
            if application_id is not None and kind is not EventKind.REFUSED:
                self._follow(kind, application_id, data)
        self._check_not_offered_again()
        return fresh

    def beat(self, application_id: str) -> None:
        """A heartbeat or a rebinding was accepted."""
        attempt = self._attempts.get(application_id)
        if attempt is not None:
            attempt.beat, attempt.gone = self.clock.awake_ms, None

    def tab_gone(self, application_id: str) -> None:
        """The companion was told that the tab was closed."""
        attempt = self._attempts.get(application_id)
        if attempt is not None and attempt.gone is None:
            attempt.gone = self.clock.awake_ms

    def state(self, application_id: str) -> State | None:
        """Return the state of an application."""
        return self.checker.states.get(application_id)

    def job(self, application_id: str) -> int:
        """Return which job an application is for."""
        if application_id not in self._job_of_application:
            self._learn_applications()
        return self._job_of_application[application_id]

    # --- inside -------------------------------------------------------------------------------------------

    def _follow(self, kind: EventKind, application_id: str, data: JsonObject) -> None:
        now = self.clock.awake_ms
        attempt = self._attempts.get(application_id)
        if kind is EventKind.CREATED:
            if data["cycle"] > 1:
                self.employers.new_cycle(self.job(application_id))
            return
        if kind is EventKind.RESOLVED_NOT_APPLIED:
            self.employers.denied(self.job(application_id))
        if kind is EventKind.CLAIMED or attempt is None:
            self._attempts[application_id] = _Attempt(now, now, working_since=now)
            return
        if kind in (EventKind.REBOUND, EventKind.HANDED_BACK_KEPT):
            attempt.beat, attempt.gone = now, None if kind is EventKind.REBOUND else attempt.gone
        if kind is EventKind.PARKED and attempt.working_since is not None:
            attempt.worked += now - attempt.working_since
            attempt.working_since = None
        if kind in (EventKind.RESUMED, EventKind.SUBMIT_BEGAN) and attempt.working_since is None:
            attempt.working_since = now
        if kind is EventKind.SUBMIT_BEGAN:
            attempt.permitted, attempt.gone = now, None
        self._check_end(kind, attempt, data)

    def _check_end(self, kind: EventKind, attempt: _Attempt, data: JsonObject) -> None:
        """I11: an attempt ends by its time only once that much time has really passed for its holder."""
        now, times = self.clock.awake_ms, self.times
        working = now - attempt.working_since if attempt.working_since is not None else 0
        grace_over = attempt.gone is not None
        passed: dict[str, tuple[float, float]] = {
            "lease_expired": (now - attempt.beat, times.lease_seconds),
            "tab_gone": (now - (attempt.gone or 0) if grace_over else -1, times.tab_grace_seconds),
            "took_too_long": (attempt.worked + working, times.agent_attempt_seconds),
            "stale": (now - attempt.claimed, times.stale_after_minutes * 60),
            "submit_window": (now - attempt.permitted, times.submit_window_seconds),
        }
        reason: Any = data.get("reason")
        if kind in _BY_TIME and reason in passed:
            really, needed = passed[reason]
            if really + _ROUNDING_MS < needed * 1000:
                raise broken("I11", f"{kind} by {reason} after {really} ms, not {needed} s")

    def _check_no_other_question(self, kind: EventKind, application_id: str) -> None:
        job = self.employers.root(self.job(application_id))
        for other, state in self.checker.states.items():
            same = other != application_id and self.employers.root(self._job_of_application[other]) == job
            if same and state.status is Status.UNCONFIRMED:
                raise broken("E", f"{kind} while it is open whether a joined application was sent")

    def _learn_applications(self) -> None:
        current: dict[int, tuple[int, str]] = {}
        for row in self.connection.execute(
            "SELECT applications.id, job_id, cycle, merged_into FROM applications JOIN jobs ON jobs.id = job_id"
        ):
            job = self.job_of[row["job_id"]]
            self._job_of_application.setdefault(row["id"], job)
            if row["merged_into"] is None:
                current[job] = max(current.get(job, (0, "")), (row["cycle"], row["id"]))
        self._standing = {job: application_id for job, (_, application_id) in current.items()}

    def standing(self, job: int) -> State | None:
        """Return the state of the application that stands for a job, or None where there is none."""
        application_id = self._standing.get(self.employers.root(job))
        return self.checker.states[application_id] if application_id else None

    def _check_not_offered_again(self) -> None:
        """What an employer has must not be open to the next claim or permit, unless the user denied it."""
        unanswered = {
            self.employers.root(self._job_of_application[application_id])
            for application_id, state in self.checker.states.items()
            if state.status is Status.UNCONFIRMED
        }
        for job, application_id in self._standing.items():
            if job in unanswered:
                continue
            state = self.checker.states[application_id]
            free = state.status is Status.PENDING or state.phase is Phase.FILLING
            if free and not state.disputed and self.employers.has_received(job):
                raise broken("E", f"job {job} has been sent, and its application is {state}")


_BY_TIME = frozenset(
    {
        EventKind.LEASE_EXPIRED,
        EventKind.TAB_GONE,
        EventKind.TOOK_TOO_LONG,
        EventKind.STALE,
        EventKind.OUTCOME_UNKNOWN,
    }
)
