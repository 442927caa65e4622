"""Claims, leases and the submit gate: the state machine of domain.py applied to the store in transactions.

Every method runs inside one transaction of the store and is synchronous. Changes are compare-and-sets whose
predicate stands in the UPDATE. Invariants I1 to I14 are those of the design's arbiter document.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

from companion.clock import LeaseClock
from companion.domain import (
    SENT_STATUSES,
    TRANSITIONS,
    EventKind,
    EvidenceKind,
    Holder,
    HolderKind,
    JsonObject,
    Phase,
    Status,
    Times,
    settles,
)
from companion.ids import new_id
from companion.refusals import RefusedError
from companion.store.rows import ApplicationRow, AttemptRow, JobRow

if TYPE_CHECKING:
    from companion.clock import Clock
    from companion.store.interface import Transaction

_PERMIT_WAS_GIVEN = "A permit for this submission was given already."
_WHY_NO_PERMIT = {
    Status.PENDING: "Nobody holds this application now. Begin it again before you send it.",
    **dict.fromkeys(SENT_STATUSES, "The application was sent already."),
}


@dataclass(frozen=True, slots=True)
class Granted:
    """A claim: every further call of the holder names the fence."""

    application_id: str
    fence: int
    lease_seconds: float


@dataclass(frozen=True, slots=True)
class PermitGiven:
    """The leave to let one sending through."""

    application_id: str
    fence: int
    permit: str
    valid_seconds: float


@dataclass(frozen=True, slots=True)
class EvidenceGiven:
    """What proves that an application was sent, and what was sent."""

    kind: str
    url: str = ""
    text: str = ""
    fields: tuple[JsonObject, ...] = ()


class Arbiter:
    """Decides who may work on which job in which tab, and who may submit."""

    def __init__(self, clock: Clock, times: Times) -> None:
        self.clock = clock
        self.times = times
        self.lease_clock = LeaseClock(clock, _ms(times.tick_cap_seconds))

    # --- looking up ---------------------------------------------------------------------------------------

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

    def ensure_application(self, tx: Transaction, user_id: int, job: JobRow) -> ApplicationRow:
        """Return the newest application to a job, made where there is none."""
        return self.current_application(tx, user_id, job.id) or self._create(tx, user_id, job.id, cycle=1)

    # --- claiming -----------------------------------------------------------------------------------------

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
            self.end(tx, application, EventKind.TAKEN_OVER, {"by": _public(holder)})
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

    # --- holding ------------------------------------------------------------------------------------------

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
            lease_until=lease_now + _ms(self.times.lease_seconds),
        )
        if progress is not None:
            tx.run("set_progress", id=application.id, fence=fence, progress=json.dumps(progress))
            if application.state.phase is Phase.SUBMITTING and progress.get("step") == "captcha":
                tx.run(
                    "extend_submit_window",
                    application_id=application.id,
                    fence=fence,
                    submit_until=lease_now + _ms(self.times.submit_window_seconds),
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
            lease_until=self.lease_clock.now() + _ms(self.times.lease_seconds),
        )
        self._emit(tx, EventKind.REBOUND, application, {"holder": _public(holder)})
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

    # --- the submit gate ----------------------------------------------------------------------------------

    def begin_submit(self, tx: Transaction, user_id: int, application_id: str, fence: int) -> PermitGiven:
        """Give the one permit of this fence: filling to submitting. The intent is on disk before the answer."""
        application = self.held(tx, user_id, application_id, fence)
        if application.state.disputed:
            self._refuse_phase(
                application, "There is proof that this was sent before. Say first how that ended."
            )
        if application.state.phase is not Phase.FILLING:
            self._refuse_phase(application, _WHY_NO_PERMIT.get(application.state.status, _PERMIT_WAS_GIVEN))
        self._refuse_while_a_joined_one_is_open(tx, application)
        return self._permit(tx, application)

    def begin_submit_job(self, tx: Transaction, user_id: int, job_id: str, holder: Holder) -> PermitGiven:
        """Claim a job that nobody holds and give the permit in the same transaction (filled by hand)."""
        granted = self.apply(tx, user_id, job_id, holder)
        return self._permit(tx, self.application(tx, user_id, granted.application_id))

    def intend_again(self, tx: Transaction, user_id: int, application_id: str, fence: int) -> None:
        """Log the intent of a permit once more before it is handed out to a caller who asks again.

        The permit is committed before its intent is logged: a kill, or a full disk, may have come between.
        """
        row = tx.one("permit", application_id=application_id, fence=fence)
        if row is not None:
            application = self.application(tx, user_id, application_id)
            self._intend(tx, application, fence, row["permit"], row["given_at"])

    def confirm(
        self, tx: Transaction, user_id: int, application_id: str, fence: int, evidence: EvidenceGiven
    ) -> ApplicationRow:
        """Record that the application was sent.

        Under the current fence: submitting, UNCONFIRMED, or PENDING without a newer attempt become APPLIED.
        Under an older one the evidence is kept and nothing changes: see `keep_late_evidence`, which the caller
        carries out when this raises stale_fence.
        """
        application = self.application(tx, user_id, application_id)
        state = application.state
        if fence != state.fence:
            self._refuse_stale(application, fence)
        if state.status in SENT_STATUSES:
            return application
        # An UNCONFIRMED one may have been sent past the gate: then there is no permit, and still it was sent.
        permitted = tx.one("permit", application_id=application.id, fence=fence) is not None
        if state.phase is Phase.FILLING or not (permitted or state.status is Status.UNCONFIRMED):
            self._refuse_phase(application, "No submission was begun under this lease.")
        self._store_evidence(tx, application, fence, evidence)
        self._advance(tx, application, EventKind.CONFIRMED, {"evidence": evidence.kind})
        self._close_attempt(tx, application, EventKind.CONFIRMED)
        self._tell_standing(tx, application, evidence.kind)
        return self.application(tx, user_id, application_id)

    def keep_late_evidence(
        self, tx: Transaction, user_id: int, application_id: str, fence: int, evidence: EvidenceGiven
    ) -> None:
        """Keep evidence that came under an older fence. Unless it is known to be sent, the user must decide.

        That holds without a permit too: then it was sent past the gate, and asking costs less than a duplicate.
        """
        application = self.application(tx, user_id, application_id)
        self._store_evidence(tx, application, fence, evidence)
        self._keep_late(tx, application, {"under": fence, "kind": evidence.kind})
        self._tell_standing(tx, application, evidence.kind)

    def _keep_late(self, tx: Transaction, application: ApplicationRow, data: JsonObject) -> None:
        """Record evidence that changes no status. Nothing more is sent until the user has said what it means."""
        disputed = application.state.status not in SENT_STATUSES
        if disputed:
            tx.run("set_disputed", id=application.id, disputed=1, now=self.clock.wall_ms())
        self._emit(tx, EventKind.LATE_EVIDENCE, application, {**data, "disputed": disputed})

    def dispute(self, tx: Transaction, application: ApplicationRow, joined_id: str, kind: str) -> None:
        """Let the user decide on an application because another one, to the same job, seems to have been sent."""
        if application.state.status not in SENT_STATUSES:
            self._keep_late(tx, application, {"under": None, "kind": kind, "joined_application": joined_id})

    def _tell_standing(self, tx: Transaction, application: ApplicationRow, kind: str) -> None:
        """Evidence for an application whose job was joined with another counts for the one that stands."""
        standing = self._standing(tx, application)
        if standing.id != application.id:
            self.dispute(tx, standing, application.id, kind)

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

    def fail(
        self,
        tx: Transaction,
        user_id: int,
        application_id: str,
        fence: int,
        reason: str,
        *,
        proof: JsonObject | None = None,
        keep: bool = False,
    ) -> ApplicationRow:
        """End or continue a failed attempt. After a permit only a proof leads back; without one: UNCONFIRMED."""
        application = self.held(tx, user_id, application_id, fence)
        phase = application.state.phase
        if phase is None:
            self._refuse_phase(application, "The application is not in progress any more.")
        if phase is Phase.FILLING:
            self.end(tx, application, EventKind.FAILED, {"reason": reason})
        elif proof is None:
            self.become_unconfirmed(tx, application, reason)
        elif keep:
            attempt = self.open_attempt(tx, application.id)
            new_fence = self._advance(
                tx, application, EventKind.HANDED_BACK_KEPT, {"reason": reason, "proof": proof}
            )
            beats = attempt is not None and attempt.lease_until is not None
            tx.run(
                "attempt_goes_on",
                application_id=application.id,
                fence=fence,
                new_fence=new_fence,
                lease_until=self.lease_clock.now() + _ms(self.times.lease_seconds) if beats else None,
            )
        else:
            self.end(tx, application, EventKind.HANDED_BACK, {"reason": reason, "proof": proof})
        return self.application(tx, user_id, application_id)

    # --- what is known otherwise --------------------------------------------------------------------------

    def report_submission(
        self, tx: Transaction, user_id: int, job_id: str, sent_at: int, evidence: EvidenceGiven | None
    ) -> ApplicationRow:
        """Record a submission that went past the gate. It is never lost: with proof APPLIED, else UNCONFIRMED."""
        job = self.job(tx, job_id)
        application = self.ensure_application(tx, user_id, job)
        state = application.state
        data: JsonObject = {"sent_at": sent_at, "evidence": evidence.kind if evidence else None}
        if evidence is not None:
            self._store_evidence(tx, application, state.fence, evidence)
        if state.status in SENT_STATUSES or (state.status is Status.UNCONFIRMED and evidence is None):
            self._emit(tx, EventKind.LATE_EVIDENCE, application, {**data, "under": None, "disputed": False})
            return application
        if state.phase is Phase.SUBMITTING:
            # Its holder may yet prove that its own permit was not used; this one was sent all the same.
            self._keep_late(tx, application, {**data, "under": None})
            return self.application(tx, user_id, application.id)
        if evidence is not None:
            self._advance(tx, application, EventKind.SENT_OUTSIDE_GATE, data, status=Status.APPLIED)
            self._close_attempt(tx, application, EventKind.SENT_OUTSIDE_GATE)
            return self.application(tx, user_id, application.id)
        if state.status is Status.PENDING:
            data["claimed_now"] = True
            fence = self._advance(
                tx, application, EventKind.SENT_OUTSIDE_GATE, data, status=Status.UNCONFIRMED
            )
            self._open_attempt(tx, application.user_id, application.id, fence, Holder(HolderKind.TAB))
        else:
            fence = self._advance(
                tx, application, EventKind.SENT_OUTSIDE_GATE, data, status=Status.UNCONFIRMED
            )
        tx.run("attempt_outcome_unknown", application_id=application.id, fence=fence)
        return self.application(tx, user_id, application.id)

    def resolve(
        self, tx: Transaction, user_id: int, application_id: str, *, applied: bool, note: str
    ) -> ApplicationRow:
        """Take the user's word for how it ended: the evidence is theirs."""
        application = self.application(tx, user_id, application_id)
        state = application.state
        if applied:
            if state.status in SENT_STATUSES:
                return application
            if state.phase is Phase.SUBMITTING:
                self._refuse_phase(
                    application, "It is being submitted right now; wait until its outcome is known."
                )
            if state.phase is Phase.FILLING and not state.disputed:
                self._refuse_phase(application, "It is being filled right now; give it back first.")
            kind = (
                EventKind.APPLIED_ELSEWHERE if state.status is Status.PENDING else EventKind.RESOLVED_APPLIED
            )
            self._store_evidence(tx, application, state.fence, EvidenceGiven("user", text=note))
            self._advance(tx, application, kind, {"note": note})
            self._close_attempt(tx, application, kind)
            self._tell_standing(tx, application, EvidenceKind.USER.value)
        elif state.status is Status.UNCONFIRMED:
            self._wait_for_permit_to_die(tx, application)
            self._advance(tx, application, EventKind.RESOLVED_NOT_APPLIED, {"note": note})
            self._close_attempt(tx, application, EventKind.RESOLVED_NOT_APPLIED)
        elif state.disputed:
            tx.run("set_disputed", id=application.id, disputed=0, now=self.clock.wall_ms())
            self._emit(tx, EventKind.RESOLVED_NOT_APPLIED, application, {"note": note})
        elif state.status is not Status.PENDING:
            self._refuse_phase(application, "Only an application whose outcome is open can be resolved.")
        return self.application(tx, user_id, application_id)

    def set_status(
        self, tx: Transaction, user_id: int, job_id: str, status: Status, fence: int | None
    ) -> ApplicationRow:
        """Set a status for an API client or the user. It never ends an attempt that another holder has."""
        job = self.job(tx, job_id)
        if status is Status.IN_PROGRESS:
            granted = self.apply(tx, user_id, job.id, Holder(HolderKind.API, label="API client"))
            return self.application(tx, user_id, granted.application_id)
        application = self.ensure_application(tx, user_id, job)
        state = application.state
        if status is Status.UNCONFIRMED:
            self._refuse_phase(application, "Unconfirmed is found by ApplyOnce itself and cannot be set.")
        if state.status in SENT_STATUSES:
            return self._set_sent_status(tx, application, status)
        if status is state.status:
            return application
        if status not in (Status.PENDING, Status.APPLIED):
            self._refuse_phase(application, "The application has to be sent before it can get this status.")
        if state.status is Status.PENDING:
            return self.resolve(tx, user_id, application.id, applied=True, note="set by an API client")
        self._may_end(tx, application, fence)
        if status is Status.PENDING:
            return self._give_back(tx, application)
        if state.phase is Phase.FILLING:
            if state.disputed or self._open_question_of_joined(tx, application) is not None:
                # There may be no permit now, yet that it was sent is not to be lost.
                sent_at, evidence = self.clock.wall_ms(), EvidenceGiven(EvidenceKind.API.value)
                return self.report_submission(tx, user_id, job.id, sent_at, evidence)
            self._permit(tx, application)
        return self.confirm(tx, user_id, application.id, state.fence, EvidenceGiven("api"))

    def restore_intent(
        self, tx: Transaction, application: ApplicationRow, permit: str, at: object, holder: Holder
    ) -> None:
        """Let an application be an open question, since its log of intents says that it may have been sent."""
        claimed_now = application.state.status is Status.PENDING
        data: JsonObject = {"permit": permit, "at": at, "claimed_now": claimed_now}
        fence = self._advance(tx, application, EventKind.INTENT_RESTORED, data)
        if claimed_now:
            self._open_attempt(tx, application.user_id, application.id, fence, holder)
        if tx.one("permit", application_id=application.id, fence=fence) is None:
            now = self.clock.wall_ms()
            tx.run("add_permit", application_id=application.id, fence=fence, permit=permit, now=now)
        tx.run("attempt_outcome_unknown", application_id=application.id, fence=fence)
        self.permit_may_live(tx, application)

    def permit_may_live(self, tx: Transaction, application: ApplicationRow) -> None:
        """Let nobody say of an open question that nothing was sent before a permit given just now is dead."""
        permit_until = self.lease_clock.now() + _ms(self.times.permit_seconds)
        tx.run("attempt_permit_may_live", application_id=application.id, permit_until=permit_until)

    # --- inside -------------------------------------------------------------------------------------------

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
            (EventKind.CLAIMED, fence, {"holder": _public(holder)}),
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
        fence = self._advance(tx, application, EventKind.CLAIMED, {"holder": _public(holder)}, counted=1)
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
            lease_until=lease_now + _ms(self.times.lease_seconds) if beats else None,
        )

    def _permit(self, tx: Transaction, application: ApplicationRow) -> PermitGiven:
        permit = str(uuid.uuid4())
        now, lease_now = self.clock.wall_ms(), self.lease_clock.now()
        fence = self._advance(tx, application, EventKind.SUBMIT_BEGAN, {})
        tx.run("add_permit", application_id=application.id, fence=fence, permit=permit, now=now)
        tx.run(
            "attempt_submits",
            application_id=application.id,
            fence=fence,
            submit_until=lease_now + _ms(self.times.submit_window_seconds),
            permit_until=lease_now + _ms(self.times.permit_seconds),
            lease_now=lease_now,
        )
        self._intend(tx, application, fence, permit, now)
        return PermitGiven(application.id, fence, permit, self.times.permit_seconds)

    def _intend(
        self, tx: Transaction, application: ApplicationRow, fence: int, permit: str, given_at: int
    ) -> None:
        job = self.job(tx, application.job_id)
        tx.intend(
            {
                "permit": permit,
                "user": application.user_id,
                "application": application.id,
                "key": job.key,
                "url": job.url,
                "title": job.title,
                "fence": fence,
                "at": given_at,
            }
        )

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

    def end(self, tx: Transaction, application: ApplicationRow, kind: EventKind, data: JsonObject) -> None:
        """End the open attempt of an application by an event of the state machine."""
        self._advance(tx, application, kind, data)
        self._close_attempt(tx, application, kind)

    def _close_attempt(self, tx: Transaction, application: ApplicationRow, kind: EventKind) -> None:
        tx.run("end_attempt", application_id=application.id, outcome=kind.value, now=self.clock.wall_ms())

    def become_unconfirmed(self, tx: Transaction, application: ApplicationRow, reason: str) -> None:
        """Let the outcome of a submission be open: the attempt stays open, without its tab."""
        fence = self._advance(tx, application, EventKind.OUTCOME_UNKNOWN, {"reason": reason})
        tx.run("attempt_outcome_unknown", application_id=application.id, fence=fence)

    def _store_evidence(
        self, tx: Transaction, application: ApplicationRow, fence: int, evidence: EvidenceGiven
    ) -> None:
        attempt = self.open_attempt(tx, application.id)
        tx.run(
            "add_evidence",
            application_id=application.id,
            fence=fence,
            at=self.clock.wall_ms(),
            kind=evidence.kind,
            url=evidence.url,
            text=evidence.text,
            tab_label=(attempt.holder.label or "") if attempt and attempt.fence == fence else "",
            fields=json.dumps(evidence.fields, ensure_ascii=False),
        )

    def _set_sent_status(
        self, tx: Transaction, application: ApplicationRow, status: Status
    ) -> ApplicationRow:
        if status is application.state.status:
            return application
        if status not in SENT_STATUSES:
            self._refuse_phase(application, "The application was sent, so it cannot become pending again.")
        self._advance(tx, application, EventKind.STATUS_SET, {}, status=status)
        return self.application(tx, application.user_id, application.id)

    def _may_end(self, tx: Transaction, application: ApplicationRow, fence: int | None) -> None:
        attempt = self.open_attempt(tx, application.id)
        if fence is not None and fence != application.state.fence:
            self._refuse_stale(application, fence)
        if fence is None and (attempt is None or attempt.holder.kind is not HolderKind.API):
            raise RefusedError(
                "not_holder",
                "Somebody else is working on this application.",
                details={"status": application.state.status.word, "application_id": application.id},
                application_id=application.id,
                job_id=application.job_id,
            )

    def _give_back(self, tx: Transaction, application: ApplicationRow) -> ApplicationRow:
        if application.state.phase is not Phase.FILLING:
            self._refuse_phase(application, "Its outcome is open: say whether it was sent.")
        self.end(tx, application, EventKind.RELEASED, {})
        return self.application(tx, application.user_id, application.id)

    def held(self, tx: Transaction, user_id: int, application_id: str, fence: int) -> ApplicationRow:
        """Return an application at its current fence. Raises stale_fence, not_found."""
        application = self.application(tx, user_id, application_id)
        if fence != application.state.fence:
            self._refuse_stale(application, fence)
        return application

    def _held_in_tab(self, tx: Transaction, user_id: int, holder: Holder) -> AttemptRow | None:
        if holder.tab_id is None:
            return None
        row = tx.one("attempt_in_tab", user_id=user_id, session=holder.session, tab_id=holder.tab_id)
        return AttemptRow.of(row) if row else None

    def _wait_for_permit_to_die(self, tx: Transaction, application: ApplicationRow) -> None:
        attempt = self.open_attempt(tx, application.id)
        left = (attempt.permit_until or 0) - self.lease_clock.now() if attempt else 0
        if left > 0:
            seconds = -(-left // 1000)
            raise RefusedError(
                "phase",
                f"Its submission may still be under way. Try again in {seconds} s.",
                details={"application_id": application.id},
                retry_after_seconds=seconds,
            )

    def _refuse_claim(self, tx: Transaction, application: ApplicationRow) -> NoReturn:
        status = application.state.status
        details: JsonObject = {"status": status.word, "application_id": application.id}
        if status is Status.IN_PROGRESS:
            code, message = "in_progress", "Application already in progress"
            attempt = self.open_attempt(tx, application.id)
            if attempt is not None:
                details["holder"] = {**_public(attempt.holder), "since": attempt.started_at}
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


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _public(holder: Holder) -> JsonObject:
    return {
        "kind": holder.kind.value,
        "session": holder.session,
        "tab_id": holder.tab_id,
        "frame_id": holder.frame_id,
        "document_id": holder.document_id,
        "instance": holder.instance,
        "label": holder.label,
    }
