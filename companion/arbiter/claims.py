"""Who works on which job, in which tab: claims, and what a holder does until it submits."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.arbiter.changes import Changes, milliseconds, public
from companion.domain import (
    SENT_STATUSES,
    TRANSITIONS,
    EventKind,
    Holder,
    HolderKind,
    JsonObject,
    Phase,
    Status,
)
from companion.ids import new_id
from companion.refusals import RefusedError
from companion.store.rows import ApplicationRow, AttemptRow, JobRow

if TYPE_CHECKING:
    from companion.store.interface import Transaction


@dataclass(frozen=True, slots=True)
class Granted:
    """A claim: every further call of the holder names the fence."""

    application_id: str
    fence: int
    lease_seconds: float


class Claims(Changes):
    """Gives applications to holders, and takes them back."""

    def apply(
        self, tx: Transaction, user_id: int, job_id: str, holder: Holder, *, replace: bool = False
    ) -> Granted:
        """Claim a job for `holder`: PENDING to filling, fence + 1.

        Raises in_progress, applied, unconfirmed, tab_busy, phase (disputed evidence, or `replace` while the
        tab's other application is being submitted) or not_found.
        """
        granted = self._claim_unseen(tx, user_id, job_id, holder)
        if granted is not None:
            return granted
        job = self.job(tx, job_id)
        application = self.current_application(tx, user_id, job.id)
        if application is not None and application.state.status is not Status.PENDING:
            self._refuse_claim(tx, application)
        other = self._held_in_tab(tx, user_id, holder)
        if other is not None:
            if not replace:
                raise RefusedError(
                    "tab_busy",
                    "This tab already holds another application",
                    details={"status": "tab_busy", "application_id": other.application_id},
                    application_id=application.id if application else None,
                    job_id=job.id,
                )
            self.release(tx, user_id, other.application_id, other.fence)
        return self._claim(tx, application or self._create(tx, user_id, job.id, cycle=1), holder)

    def take_over(self, tx: Transaction, user_id: int, application_id: str, holder: Holder) -> Granted:
        """Take an application over from its holder: for a person only, and never while it is being submitted."""
        application = self._standing(tx, self.application(tx, user_id, application_id))
        if holder.kind is not HolderKind.TAB:
            raise RefusedError("not_holder", "Only a person can take an application over, in a tab.")
        state = application.state
        if state.phase is Phase.SUBMITTING:
            self._refuse_phase(
                application, "It is being submitted right now; wait until its outcome is known."
            )
        if state.phase is Phase.FILLING:
            self.end(tx, application, EventKind.TAKEN_OVER, {"by": public(holder)})
            application = self.application(tx, user_id, application.id)
        elif state.status is not Status.PENDING:
            self._refuse_claim(tx, application)
        other = self._held_in_tab(tx, user_id, holder)
        if other is not None:
            raise RefusedError(
                "tab_busy",
                "This tab already holds another application",
                details={"status": "tab_busy", "application_id": other.application_id},
                application_id=application.id,
            )
        return self._claim(tx, application, holder)

    def new_cycle(self, tx: Transaction, user_id: int, job_id: str, note: str) -> ApplicationRow:
        """Begin a new application to a job already applied to. Raises phase where the newest is not sent yet."""
        job = self.job(tx, job_id)
        current = self.current_application(tx, user_id, job.id)
        if current is None or current.state.status not in SENT_STATUSES:
            raise RefusedError(
                "phase",
                "There is no finished application to this job, so there is nothing to repeat.",
                details={"application_id": current.id if current else None},
            )
        return self._create(tx, user_id, job.id, cycle=current.cycle + 1, note=note)

    def ensure_application(self, tx: Transaction, user_id: int, job: JobRow) -> ApplicationRow:
        """Return the newest application to a job, made where there is none."""
        return self.current_application(tx, user_id, job.id) or self._create(tx, user_id, job.id, cycle=1)

    def heartbeat(
        self, tx: Transaction, user_id: int, application_id: str, fence: int, progress: JsonObject | None
    ) -> float:
        """Keep the lease and return its seconds. A late beat counts as long as nobody has ended the attempt.

        While a captcha is visible (progress step ``captcha``) the submit window stands still.
        """
        application = self.held(tx, user_id, application_id, fence)
        if application.state.phase is None:
            self._refuse_phase(application, "The application is not in progress any more.")
        lease_now = self.lease_clock.now()
        tx.run(
            "extend_lease",
            application_id=application.id,
            fence=fence,
            lease_until=lease_now + milliseconds(self.times.lease_seconds),
        )
        if progress is not None:
            tx.run("set_progress", id=application.id, fence=fence, progress=json.dumps(progress))
            if application.state.phase is Phase.SUBMITTING and progress.get("step") == "captcha":
                tx.run(
                    "extend_submit_window",
                    application_id=application.id,
                    fence=fence,
                    submit_until=lease_now + milliseconds(self.times.submit_window_seconds),
                )
        return self.times.lease_seconds

    def rebind(
        self, tx: Transaction, user_id: int, application_id: str, fence: int, holder: Holder
    ) -> ApplicationRow:
        """Move the attempt to another tab or document of the same holder. Only while filling."""
        application = self.held(tx, user_id, application_id, fence)
        attempt = self.open_attempt(tx, application.id)
        if application.state.phase is not Phase.FILLING or attempt is None:
            self._refuse_phase(
                application, "Only an application that is being filled can move to another tab."
            )
        other = self._held_in_tab(tx, user_id, holder)
        if other is not None and other.application_id != application.id:
            raise RefusedError(
                "tab_busy",
                "This tab already holds another application",
                details={"status": "tab_busy", "application_id": other.application_id},
                application_id=application.id,
            )
        tx.run(
            "rebind_attempt",
            application_id=application.id,
            fence=fence,
            instance=holder.instance,
            session=holder.session,
            tab_id=holder.tab_id,
            frame_id=holder.frame_id,
            document_id=holder.document_id,
            label=holder.label or attempt.holder.label or "",
            lease_until=self.lease_clock.now() + milliseconds(self.times.lease_seconds),
        )
        self._emit(tx, EventKind.REBOUND, application, {"holder": public(holder)})
        return application

    def park(
        self, tx: Transaction, user_id: int, application_id: str, fence: int, reason: str
    ) -> ApplicationRow:
        """Let an attempt wait for the user; it stays held."""
        application = self.held(tx, user_id, application_id, fence)
        if application.state.phase is not Phase.FILLING:
            self._refuse_phase(application, "Only an application that is being filled can wait for you.")
        tx.run("set_parked", id=application.id, fence=fence, reason=reason, now=self.clock.wall_ms())
        tx.run("attempt_parks", application_id=application.id, lease_now=self.lease_clock.now())
        self._emit(tx, EventKind.PARKED, application, {"reason": reason})
        return self.application(tx, user_id, application_id)

    def resume(self, tx: Transaction, user_id: int, application_id: str, fence: int) -> ApplicationRow:
        """Let a parked attempt go on."""
        application = self.held(tx, user_id, application_id, fence)
        if application.state.phase is not Phase.FILLING:
            self._refuse_phase(application, "Only an application that is being filled can go on.")
        if application.state.parked is not None:
            tx.run("set_parked", id=application.id, fence=fence, reason=None, now=self.clock.wall_ms())
            tx.run("attempt_resumes", application_id=application.id, lease_now=self.lease_clock.now())
            self._emit(tx, EventKind.RESUMED, application, {})
        return self.application(tx, user_id, application_id)

    def release(self, tx: Transaction, user_id: int, application_id: str, fence: int) -> ApplicationRow:
        """Give an application back: filling to PENDING."""
        application = self.held(tx, user_id, application_id, fence)
        if application.state.phase is not Phase.FILLING:
            self._refuse_phase(application, "Only an application that is being filled can be given back.")
        self.end(tx, application, EventKind.RELEASED, {})
        return self.application(tx, user_id, application_id)

    def _create(
        self, tx: Transaction, user_id: int, job_id: str, *, cycle: int, note: str = ""
    ) -> ApplicationRow:
        now = self.clock.wall_ms()
        application_id = new_id(now)
        tx.run("add_application", id=application_id, user_id=user_id, job_id=job_id, cycle=cycle, now=now)
        application = ApplicationRow.new(application_id, user_id, job_id, cycle, now)
        self._emit(tx, EventKind.CREATED, application, {"cycle": cycle, "note": note})
        return application

    def _claim_unseen(self, tx: Transaction, user_id: int, job_id: str, holder: Holder) -> Granted | None:
        """Claim a job that nobody has applied to yet, for a tab that holds nothing, as most claims are.

        One compare-and-set decides that and writes the row: a claim costs what its statements and its pages do.
        Returns None, and has written nothing, where it is any other claim.
        """
        now = self.clock.wall_ms()
        application_id = new_id(now)
        fence = TRANSITIONS[EventKind.CLAIMED].fence_step
        claimed = tx.run(
            "add_claimed_application",
            id=application_id,
            user_id=user_id,
            job_id=job_id,
            session=holder.session,
            tab_id=holder.tab_id,
            fence=fence,
            now=now,
        )
        if not claimed:
            return None
        events: tuple[tuple[EventKind, int, JsonObject], ...] = (
            (EventKind.CREATED, 0, {"cycle": 1, "note": ""}),
            (EventKind.CLAIMED, fence, {"holder": public(holder)}),
        )
        for kind, under, data in events:
            tx.emit(
                kind,
                at=now,
                user_id=user_id,
                job_id=job_id,
                application_id=application_id,
                fence=under,
                data=data,
            )
        self._open_attempt(tx, user_id, application_id, fence, holder)
        return Granted(application_id, fence, self._term_seconds(holder))

    def _claim(self, tx: Transaction, application: ApplicationRow, holder: Holder) -> Granted:
        if application.state.disputed:
            self._refuse_phase(
                application, "There is proof that this was sent before. Say first how that ended."
            )
        self._refuse_while_a_joined_one_is_open(tx, application)
        fence = self._advance(tx, application, EventKind.CLAIMED, {"holder": public(holder)}, counted=1)
        self._open_attempt(tx, application.user_id, application.id, fence, holder)
        return Granted(application.id, fence, self._term_seconds(holder))

    def _term_seconds(self, holder: Holder) -> float:
        """Return for how long a claim holds without another word of its holder."""
        beats = holder.kind is not HolderKind.API
        return self.times.lease_seconds if beats else self.times.stale_after_minutes * 60

    def _open_attempt(
        self, tx: Transaction, user_id: int, application_id: str, fence: int, holder: Holder
    ) -> None:
        lease_now = self.lease_clock.now()
        beats = holder.kind is not HolderKind.API
        tx.run(
            "add_attempt",
            application_id=application_id,
            user_id=user_id,
            fence=fence,
            kind=holder.kind.value,
            instance=holder.instance,
            session=holder.session,
            tab_id=holder.tab_id,
            frame_id=holder.frame_id,
            document_id=holder.document_id,
            label=holder.label or "",
            now=self.clock.wall_ms(),
            lease_now=lease_now,
            lease_until=lease_now + milliseconds(self.times.lease_seconds) if beats else None,
        )

    def _held_in_tab(self, tx: Transaction, user_id: int, holder: Holder) -> AttemptRow | None:
        if holder.tab_id is None:
            return None
        row = tx.one("attempt_in_tab", user_id=user_id, session=holder.session, tab_id=holder.tab_id)
        return AttemptRow.of(row) if row else None

    def _standing(self, tx: Transaction, application: ApplicationRow) -> ApplicationRow:
        """Return the application that stands for an application's job, where that was joined with another."""
        job = self.job(tx, application.job_id)
        if job.id == application.job_id:
            return application
        return self.current_application(tx, application.user_id, job.id) or application

    def _refuse_while_a_joined_one_is_open(self, tx: Transaction, application: ApplicationRow) -> None:
        """Refuse while it is not known how another application to the same job ended, one joined with this."""
        question = self._open_question_of_joined(tx, application)
        if question is not None:
            self._refuse_claim(tx, question)

    def _open_question_of_joined(self, tx: Transaction, application: ApplicationRow) -> ApplicationRow | None:
        row = tx.one("open_question_of_joined_jobs", user_id=application.user_id, job_id=application.job_id)
        return ApplicationRow.of(row) if row else None
