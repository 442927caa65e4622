"""The submit gate: permits, their intents, and what proves that something was sent, or that nothing was."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.arbiter.changes import milliseconds
from companion.arbiter.claims import Claims
from companion.domain import SENT_STATUSES, EventKind, Holder, JsonObject, Phase, Status

if TYPE_CHECKING:
    from companion.store.interface import Transaction
    from companion.store.rows import ApplicationRow

_PERMIT_WAS_GIVEN = "A permit for this submission was given already."
_WHY_NO_PERMIT = {
    Status.PENDING: "Nobody holds this application now. Begin it again before you send it.",
    **dict.fromkeys(SENT_STATUSES, "The application was sent already."),
}


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


class Submissions(Claims):
    """Permits submissions, and records what became of them."""

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
                lease_until=self.lease_clock.now() + milliseconds(self.times.lease_seconds)
                if beats
                else None,
            )
        else:
            self.end(tx, application, EventKind.HANDED_BACK, {"reason": reason, "proof": proof})
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

    def dispute(self, tx: Transaction, application: ApplicationRow, joined_id: str, kind: str) -> None:
        """Let the user decide on an application because another one, to the same job, seems to have been sent."""
        if application.state.status not in SENT_STATUSES:
            self._keep_late(tx, application, {"under": None, "kind": kind, "joined_application": joined_id})

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
        permit_until = self.lease_clock.now() + milliseconds(self.times.permit_seconds)
        tx.run("attempt_permit_may_live", application_id=application.id, permit_until=permit_until)

    def _permit(self, tx: Transaction, application: ApplicationRow) -> PermitGiven:
        permit = str(uuid.uuid4())
        now, lease_now = self.clock.wall_ms(), self.lease_clock.now()
        fence = self._advance(tx, application, EventKind.SUBMIT_BEGAN, {})
        tx.run("add_permit", application_id=application.id, fence=fence, permit=permit, now=now)
        tx.run(
            "attempt_submits",
            application_id=application.id,
            fence=fence,
            submit_until=lease_now + milliseconds(self.times.submit_window_seconds),
            permit_until=lease_now + milliseconds(self.times.permit_seconds),
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

    def _keep_late(self, tx: Transaction, application: ApplicationRow, data: JsonObject) -> None:
        """Record evidence that changes no status. Nothing more is sent until the user has said what it means."""
        disputed = application.state.status not in SENT_STATUSES
        if disputed:
            tx.run("set_disputed", id=application.id, disputed=1, now=self.clock.wall_ms())
        self._emit(tx, EventKind.LATE_EVIDENCE, application, {**data, "disputed": disputed})

    def _tell_standing(self, tx: Transaction, application: ApplicationRow, kind: str) -> None:
        """Evidence for an application whose job was joined with another counts for the one that stands."""
        standing = self._standing(tx, application)
        if standing.id != application.id:
            self.dispute(tx, standing, application.id, kind)
