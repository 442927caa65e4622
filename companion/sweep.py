"""Ends attempts whose time is over: leases, submit windows, closed tabs, ended sessions, stale API holders.

Each end is a compare-and-set with the phase and the fence in its predicate, in the transaction that found it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.domain import EventKind, Phase
from companion.store.rows import ApplicationRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.arbiter import Arbiter
    from companion.store.interface import Row, Transaction

_KIND_OF_REASON = {
    "lease_expired": EventKind.LEASE_EXPIRED,
    "tab_gone": EventKind.TAB_GONE,
    "took_too_long": EventKind.TOOK_TOO_LONG,
}


class Sweep:
    """The arbiter's clean-up. Lease time passes here, by capped ticks."""

    def __init__(self, arbiter: Arbiter) -> None:
        self._arbiter = arbiter

    def tick(self, tx: Transaction) -> int:
        """Let lease time pass and end what is overdue. Returns how many attempts ended."""
        arbiter = self._arbiter
        lease_now = arbiter.lease_clock.tick()
        open_attempts = tx.one("count_open_attempts")
        if open_attempts is None or not open_attempts["open"]:
            return 0
        tx.run("set_meta", key="lease_clock", value=str(lease_now))
        overdue = tx.all(
            "overdue",
            lease_now=lease_now,
            agent_started_before=lease_now - round(arbiter.times.agent_attempt_seconds * 1000),
        )
        for row in overdue:
            self._end(tx, row, _KIND_OF_REASON.get(row["reason"], EventKind.LEASE_EXPIRED), row["reason"])
        return len(overdue)

    def find_stale_in_progress(self, tx: Transaction, timeout_minutes: float = 10) -> Sequence[Row]:
        """Return the open attempts of holders that do not beat, older than `timeout_minutes` of lease time."""
        started_before = self._arbiter.lease_clock.now() - round(timeout_minutes * 60_000)
        return tx.all("stale", started_before=started_before)

    def cleanup_stale_applications(self, tx: Transaction, timeout_minutes: float | None = None) -> int:
        """Give stale applications back: filling to PENDING, submitting to UNCONFIRMED. Returns how many."""
        if timeout_minutes is None:
            timeout_minutes = self._arbiter.times.stale_after_minutes
        stale = self.find_stale_in_progress(tx, timeout_minutes)
        for row in stale:
            self._end(tx, row, EventKind.STALE, "stale")
        return len(stale)

    def tab_gone(self, tx: Transaction, user_id: int, session: str, tab_id: int) -> None:
        """Begin the grace of a tab that was closed."""
        tx.run(
            "mark_tab_gone",
            user_id=user_id,
            session=session,
            tab_id=tab_id,
            gone_until=self._arbiter.lease_clock.now() + round(self._arbiter.times.tab_grace_seconds * 1000),
        )

    def end_older_sessions(self, tx: Transaction, user_id: int, instance: str, session: str) -> int:
        """End, by their phase, the attempts of earlier sessions of a browser: it was started anew."""
        rows = tx.all("attempts_of_ended_sessions", user_id=user_id, instance=instance, session=session)
        for row in rows:
            self._end(tx, row, EventKind.SESSION_ENDED, "session_ended")
        return len(rows)

    def end_all(self, tx: Transaction) -> int:
        """End every open attempt by its phase: the database was restored or copied."""
        rows = tx.all("all_open_attempts")
        for row in rows:
            self._end(tx, row, EventKind.SESSION_ENDED, "database_restored")
        return len(rows)

    def after_restart(self, tx: Transaction) -> None:
        """Go on from the stored lease time and give each filling lease one fresh term."""
        stored = tx.one("meta", key="lease_clock")
        arbiter, times = self._arbiter, self._arbiter.times
        arbiter.lease_clock.restart_at(int(stored["value"]) if stored else 0)
        tx.run(
            "renew_leases_after_restart",
            lease_now=arbiter.lease_clock.now(),
            lease_ms=round(times.lease_seconds * 1000),
            grace_ms=round(times.tab_grace_seconds * 1000),
            window_ms=round(times.submit_window_seconds * 1000),
            permit_ms=round(times.permit_seconds * 1000),
        )

    def _end(self, tx: Transaction, row: Row, kind: EventKind, reason: str) -> None:
        application = ApplicationRow.of(
            tx.one("application", id=row["application_id"], user_id=row["user_id"]) or {}
        )
        if application.state.phase is Phase.SUBMITTING:
            self._arbiter.become_unconfirmed(tx, application, reason)
        else:
            self._arbiter.end(tx, application, kind, {"reason": reason})
