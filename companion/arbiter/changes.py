"""What every decision of the arbiter is made of: the rows, the compare-and-set with its event, the refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from companion.clock import LeaseClock
from companion.domain import TRANSITIONS, EventKind, JsonObject, Status, Times, settles
from companion.refusals import RefusedError
from companion.store.rows import ApplicationRow, AttemptRow, JobRow

if TYPE_CHECKING:
    from companion.clock import Clock
    from companion.domain import Holder
    from companion.store.interface import Transaction


class Changes:
    """Looks up, changes by compare-and-set, and refuses."""

    def __init__(self, clock: Clock, times: Times) -> None:
        self.clock = clock
        self.times = times
        self.lease_clock = LeaseClock(clock, milliseconds(times.tick_cap_seconds))

    def job(self, tx: Transaction, job_id: str) -> JobRow:
        """Return the job that `job_id` stands for, also where it was joined with another. Raises not_found."""
        row = tx.one("job", id=job_id)
        if row is None:
            raise RefusedError("not_found", "Job not found")
        return JobRow.of(row)

    def application(self, tx: Transaction, user_id: int, application_id: str) -> ApplicationRow:
        """Return an application. Raises not_found."""
        row = tx.one("application", id=application_id, user_id=user_id)
        if row is None:
            raise RefusedError("not_found", "Application not found")
        return ApplicationRow.of(row)

    def current_application(self, tx: Transaction, user_id: int, job_id: str) -> ApplicationRow | None:
        """Return the application of the newest cycle, or None where there is none yet."""
        row = tx.one("current_application", user_id=user_id, job_id=job_id)
        return ApplicationRow.of(row) if row else None

    def open_attempt(self, tx: Transaction, application_id: str) -> AttemptRow | None:
        """Return the open attempt of an application, or None."""
        row = tx.one("open_attempt", application_id=application_id)
        return AttemptRow.of(row) if row else None

    def held(self, tx: Transaction, user_id: int, application_id: str, fence: int) -> ApplicationRow:
        """Return an application at its current fence. Raises stale_fence, not_found."""
        application = self.application(tx, user_id, application_id)
        if fence != application.state.fence:
            self._refuse_stale(application, fence)
        return application

    def end(self, tx: Transaction, application: ApplicationRow, kind: EventKind, data: JsonObject) -> None:
        """End the open attempt of an application by an event of the state machine."""
        self._advance(tx, application, kind, data)
        self._close_attempt(tx, application, kind)

    def become_unconfirmed(self, tx: Transaction, application: ApplicationRow, reason: str) -> None:
        """Let the outcome of a submission be open: the attempt stays open, without its tab."""
        fence = self._advance(tx, application, EventKind.OUTCOME_UNKNOWN, {"reason": reason})
        tx.run("attempt_outcome_unknown", application_id=application.id, fence=fence)

    def _advance(
        self,
        tx: Transaction,
        application: ApplicationRow,
        kind: EventKind,
        data: JsonObject,
        *,
        status: Status | None = None,
        counted: int = 0,
    ) -> int:
        """Carry out the compare-and-set of an event, append the event, and return the fence after it."""
        transition = TRANSITIONS[kind]
        target = transition.status if transition.status is not None else status
        state = application.state
        if target is None or (state.status, state.phase) not in transition.origins:
            self._refuse_phase(application, "The application is in another state now. Look again.")
        if transition.status is None:
            data = {**data, "status": int(target)}
        row = tx.one(
            "advance",
            id=application.id,
            from_status=int(state.status),
            from_phase=state.phase.value if state.phase else None,
            fence=state.fence,
            to_status=int(target),
            to_phase=transition.phase.value if transition.phase else None,
            fence_step=transition.fence_step + int(data.get("claimed_now", False)),
            settles=settles(kind, target),
            counted=counted,
            now=self.clock.wall_ms(),
        )
        if row is None:
            self._refuse_phase(application, "The application is in another state now. Look again.")
        fence: int = row["fence"]
        self._emit(tx, kind, application, data, fence=fence)
        return fence

    def _close_attempt(self, tx: Transaction, application: ApplicationRow, kind: EventKind) -> None:
        tx.run("end_attempt", application_id=application.id, outcome=kind.value, now=self.clock.wall_ms())

    def _emit(
        self,
        tx: Transaction,
        kind: EventKind,
        application: ApplicationRow,
        data: JsonObject,
        *,
        fence: int | None = None,
    ) -> None:
        tx.emit(
            kind,
            at=self.clock.wall_ms(),
            user_id=application.user_id,
            job_id=application.job_id,
            application_id=application.id,
            fence=application.state.fence if fence is None else fence,
            data=data,
        )

    def _refuse_claim(self, tx: Transaction, application: ApplicationRow) -> NoReturn:
        status = application.state.status
        details: JsonObject = {"status": status.word, "application_id": application.id}
        if status is Status.IN_PROGRESS:
            code, message = "in_progress", "Application already in progress"
            attempt = self.open_attempt(tx, application.id)
            if attempt is not None:
                details["holder"] = {**public(attempt.holder), "since": attempt.started_at}
        elif status is Status.UNCONFIRMED:
            code, message = "unconfirmed", "Application outcome not confirmed"
        else:
            code, message = "applied", "Application already submitted"
            details |= {"status": "applied", "applied_at": application.applied_at}
        raise RefusedError(
            code, message, details=details, application_id=application.id, job_id=application.job_id
        )

    def _refuse_phase(self, application: ApplicationRow, message: str) -> NoReturn:
        raise RefusedError(
            "phase",
            message,
            details={"status": application.state.status.word, "application_id": application.id},
            application_id=application.id,
            job_id=application.job_id,
        )

    def _refuse_stale(self, application: ApplicationRow, fence: int) -> NoReturn:
        raise RefusedError(
            "stale_fence",
            "This tab no longer holds the application. Look at its state before you go on.",
            details={
                "status": application.state.status.word,
                "application_id": application.id,
                "given": fence,
            },
            application_id=application.id,
            job_id=application.job_id,
        )


def milliseconds(seconds: float) -> int:
    """Return seconds of the settings as the clocks count them."""
    return round(seconds * 1000)


def public(holder: Holder) -> JsonObject:
    """Return a holder as events and refusals show it."""
    return {
        "kind": holder.kind.value,
        "session": holder.session,
        "tab_id": holder.tab_id,
        "frame_id": holder.frame_id,
        "document_id": holder.document_id,
        "instance": holder.instance,
        "label": holder.label,
    }
