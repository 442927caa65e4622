"""What is known otherwise: submissions past the gate, and the words of the user and of programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.arbiter.submissions import EvidenceGiven, Submissions
from companion.domain import (
    SENT_STATUSES,
    EventKind,
    EvidenceKind,
    Holder,
    HolderKind,
    JsonObject,
    Phase,
    Status,
)
from companion.refusals import RefusedError

if TYPE_CHECKING:
    from companion.store.interface import Transaction
    from companion.store.rows import ApplicationRow


class Outcomes(Submissions):
    """Takes the word of those who know more than the holder did."""

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
