"""Seeded faults: each is put into the arbiter, and the simulation must find it within a budget of steps.

``python -m tests.simulation.mutants`` prints fault by fault how many steps it took. Faults are data: a query's
text replaced, a method replaced, a row of the state machine changed. They are applied here alone.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import companion.joining
import companion.restore
import companion.service.carry_out
from companion import domain
from companion.arbiter import Arbiter, PermitGiven
from companion.clock import LeaseClock
from companion.domain import TRANSITIONS, EventKind, Phase, Status
from companion.store.transaction import load_queries
from companion.sweep import Sweep
from tests.simulation.run import history_of, play

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

STEPS_OF_A_RUN = 400
BUDGET_STEPS = 150_000
"""Within so many steps each fault must be found."""
_SUBMITTING = (Status.IN_PROGRESS, Phase.SUBMITTING)
_FILLING = (Status.IN_PROGRESS, Phase.FILLING)

Patch = Any
"""A context manager that puts a fault in and takes it out."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A fault. `quick`: it is found soon enough for the ordinary tests."""

    name: str
    patches: tuple[Callable[[], Patch], ...]
    quick: bool = False


def query(name: str, old: str, new: str) -> Callable[[], Patch]:
    """Replace a part of a query's text."""

    def make() -> Patch:
        statement = load_queries()[name]
        if old not in statement:
            raise ValueError(
                f"{old!r} does not stand in the query {name}: the fault must be brought up to date"
            )
        return patch.dict(load_queries(), {name: statement.replace(old, new)})

    return make


def method(owner: Any, name: str, new: Callable[..., Any]) -> Callable[[], Patch]:
    """Replace a method or a function."""
    return lambda: patch.object(owner, name, new)


def row(kind: EventKind, *more_origins: Any, **changes: Any) -> Callable[[], Patch]:
    """Change a row of the state machine."""
    transition = TRANSITIONS[kind]
    changed = replace(transition, origins=transition.origins | set(more_origins), **changes)
    return lambda: patch.dict(domain.TRANSITIONS, {kind: changed})


def _nothing(*_: Any, **__: Any) -> None:
    return None


def _unfenced(self: Arbiter, tx: Any, user_id: int, application_id: str, fence: int) -> Any:
    del fence
    return self.application(tx, user_id, application_id)


_confirm = Arbiter.confirm
_emit = Arbiter._emit
_end_sweep = Sweep._end
_fail = Arbiter.fail
_permit = Arbiter._permit
_tick = Sweep.tick
_resolve = Arbiter.resolve
_take_over = Arbiter.take_over
_set_sent = Arbiter._set_sent_status


def _confirm_unfenced(
    self: Arbiter, tx: Any, user_id: int, application_id: str, _fence: int, given: Any
) -> Any:
    current = self.application(tx, user_id, application_id).state.fence
    return _confirm(self, tx, user_id, application_id, current, given)


def _emit_all_but(*silent: EventKind) -> Callable[..., None]:
    def emit(self: Arbiter, tx: Any, kind: EventKind, *given: Any, **named: Any) -> None:
        if kind not in silent:
            _emit(self, tx, kind, *given, **named)

    return emit


def _fail_without_asking(self: Arbiter, tx: Any, *given: Any, **named: Any) -> Any:
    named["proof"] = named.get("proof") or {"kind": "none"}
    return _fail(self, tx, *given, **named)


def _end_as_if_filling(self: Sweep, tx: Any, found: Any, kind: EventKind, reason: str) -> None:
    application = self._arbiter.application(tx, found["user_id"], found["application_id"])
    self._arbiter.end(tx, application, kind, {"reason": reason})


def _tick_from_a_stale_list(self: Sweep, tx: Any) -> int:
    """Carry out what the tick before has found."""
    arbiter = self._arbiter
    lease_now = arbiter.lease_clock.tick()
    stale = getattr(arbiter, "stale_list", [])
    for found in stale:
        tx.run("end_attempt", application_id=found["application_id"], outcome="lease_expired", now=0)
        application = arbiter.application(tx, found["user_id"], found["application_id"])
        tx.run("test_force_pending", id=application.id)
        arbiter._emit(tx, EventKind.LEASE_EXPIRED, application, {"reason": "lease_expired"})
    arbiter.stale_list = tx.all(  # type: ignore[attr-defined]
        "overdue",
        lease_now=lease_now,
        agent_started_before=lease_now - round(arbiter.times.agent_attempt_seconds * 1000),
    )
    return len(stale)


def _force_pending() -> Patch:
    statement = "UPDATE applications SET status = 1, phase = NULL, parked = NULL WHERE id = :id"
    return patch.dict(load_queries(), {"test_force_pending": statement})


def _permit_again(self: Arbiter, tx: Any, user_id: int, application_id: str, fence: int) -> Any:
    """Give a permit to whoever asks under the current fence, also while one is out."""
    application = self.held(tx, user_id, application_id, fence)
    if application.state.phase is Phase.SUBMITTING:
        found = tx.one("permit", application_id=application_id, fence=fence)
        return PermitGiven(application_id, fence, found["permit"], self.times.permit_seconds)
    return _permit(self, tx, application)


def _permit_without_intent(self: Arbiter, tx: Any, application: Any) -> Any:
    class Deaf:
        def __getattr__(self, name: str) -> Any:
            return _nothing if name == "intend" else getattr(tx, name)

    return _permit(self, Deaf(), application)


def _resolve_at_any_time(self: Arbiter, tx: Any, user_id: int, application_id: str, **how: Any) -> Any:
    with patch.object(Arbiter, "_wait_for_permit_to_die", _nothing):
        return _resolve(self, tx, user_id, application_id, **how)


def _back_from_sent(self: Arbiter, tx: Any, application: Any, status: Status) -> Any:
    if status is Status.PENDING:
        self._advance(tx, application, EventKind.STATUS_SET, {}, status=status)
        return self.application(tx, application.user_id, application.id)
    return _set_sent(self, tx, application, status)


def _take_over_while_submitting(
    self: Arbiter, tx: Any, user_id: int, application_id: str, holder: Any
) -> Any:
    application = self.application(tx, user_id, application_id)
    if application.state.phase is Phase.SUBMITTING:
        self.end(tx, application, EventKind.TAKEN_OVER, {"by": None})
    return _take_over(self, tx, user_id, application_id, holder)


def _uncapped(self: LeaseClock) -> int:
    return self._base_ms + max(self._clock.monotonic_ms() - self._ticked_at, 0)


def _by_wall_clock(self: LeaseClock) -> int:
    return self._clock.wall_ms() - 1_750_000_000_000


def _further_reversed(one: Any, other: Any) -> Any:
    stands = domain.further(one, other)
    return other if stands is one else one


def _ignoring_report(self: Arbiter, tx: Any, user_id: int, job_id: str, *_: Any) -> Any:
    return self.ensure_application(tx, user_id, self.job(tx, job_id))


MUTANTS: tuple[Mutant, ...] = (
    Mutant("claim without raising the fence", (row(EventKind.CLAIMED, fence_step=0),), quick=True),
    Mutant(
        "claim without looking at the status",
        (
            method(Arbiter, "_refuse_claim", _nothing),
            row(EventKind.CLAIMED, _FILLING, _SUBMITTING, (Status.UNCONFIRMED, None), (Status.APPLIED, None)),
        ),
        quick=True,
    ),
    Mutant(
        "attempts are not ended with what they were for",
        (query("end_attempt", "WHERE", "WHERE 0 AND"),),
        quick=True,
    ),
    Mutant("no call of a holder is fenced", (method(Arbiter, "held", _unfenced),), quick=True),
    Mutant("confirmation not fenced", (method(Arbiter, "confirm", _confirm_unfenced),)),
    Mutant(
        "a second permit while one is out",
        (method(Arbiter, "begin_submit", _permit_again),),
        quick=True,
    ),
    Mutant("handing back keeps the fence", (row(EventKind.HANDED_BACK_KEPT, fence_step=0),), quick=True),
    Mutant(
        "failing after a permit needs no proof", (method(Arbiter, "fail", _fail_without_asking),), quick=True
    ),
    Mutant(
        "the sweep gives back what is being submitted",
        (
            method(Sweep, "_end", _end_as_if_filling),
            *(
                row(kind, _SUBMITTING)
                for kind in (EventKind.LEASE_EXPIRED, EventKind.TAB_GONE, EventKind.SESSION_ENDED)
            ),
        ),
        quick=True,
    ),
    Mutant(
        "the sweep works from a stale list",
        (method(Sweep, "tick", _tick_from_a_stale_list), _force_pending),
        quick=True,
    ),
    Mutant("the sweep never ends a lease", (query("overdue", "lease_until <= :lease_now", "0"),)),
    Mutant(
        "the submit window never ends", (query("overdue", "submit_until <= :lease_now", "0"),), quick=True
    ),
    Mutant(
        "a closed tab holds for ever while it submits",
        (query("attempt_outcome_unknown", "session = NULL, tab_id = NULL,", ""),),
        quick=True,
    ),
    Mutant(
        "no event when something is given back",
        (method(Arbiter, "_emit", _emit_all_but(EventKind.RELEASED, EventKind.LEASE_EXPIRED)),),
        quick=True,
    ),
    Mutant(
        "no event for a permit",
        (method(Arbiter, "_emit", _emit_all_but(EventKind.SUBMIT_BEGAN)),),
        quick=True,
    ),
    Mutant("parking tells nobody", (method(Arbiter, "_emit", _emit_all_but(EventKind.PARKED)),), quick=True),
    Mutant(
        "idempotency off",
        (
            method(companion.service.carry_out, "replay_of", _nothing),
            query("add_idempotency", "INSERT", "INSERT OR REPLACE"),
        ),
        quick=True,
    ),
    Mutant(
        "a key is good for other arguments too",
        (method(companion.service.carry_out, "digest", lambda *_: ""),),
    ),
    Mutant("intents are not logged", (method(Arbiter, "_permit", _permit_without_intent),), quick=True),
    Mutant(
        "a permit asked for again is handed out without its intent",
        (method(Arbiter, "intend_again", _nothing),),
    ),
    Mutant(
        "intents are not replayed after a restore",
        (method(companion.restore, "_replay", _nothing),),
        quick=True,
    ),
    Mutant(
        "attempts outlive the restoring of their database", (method(Sweep, "end_all", _nothing),), quick=True
    ),
    Mutant(
        "a restored intent waits for no permit",
        (query("attempt_permit_may_live", ":permit_until", "NULL"),),
    ),
    Mutant(
        "'not sent' is believed while the permit lives", (method(Arbiter, "resolve", _resolve_at_any_time),)
    ),
    Mutant(
        "taking over while it is submitted",
        (method(Arbiter, "take_over", _take_over_while_submitting), row(EventKind.TAKEN_OVER, _SUBMITTING)),
    ),
    Mutant(
        "applied may become pending again",
        (method(Arbiter, "_set_sent_status", _back_from_sent),),
        quick=True,
    ),
    Mutant(
        "a tab may hold two applications",
        (
            method(Arbiter, "_held_in_tab", _nothing),
            query("add_claimed_application", "tab_id = :tab_id", "0"),
        ),
        quick=True,
    ),
    Mutant(
        "a job joined with another is claimed by its old id",
        (query("add_claimed_application", "AND merged_into IS NULL", ""),),
    ),
    Mutant("leases by the wall clock", (method(LeaseClock, "now", _by_wall_clock),), quick=True),
    Mutant("ticks without a cap", (method(LeaseClock, "now", _uncapped),)),
    Mutant(
        "no fresh term after a restart",
        (query("renew_leases_after_restart", "ELSE :lease_now + :lease_ms", "ELSE lease_until"),),
    ),
    Mutant(
        "the agent's time runs while it waits for the user",
        (query("attempt_resumes", "started_lease = started_lease + :lease_now - parked_lease,", ""),),
    ),
    Mutant(
        "sessions of a browser never end", (method(Sweep, "end_older_sessions", lambda *_: 0),), quick=True
    ),
    Mutant("late evidence is thrown away", (method(Arbiter, "keep_late_evidence", _nothing),)),
    Mutant(
        "late evidence asks nobody",
        (query("set_disputed", "disputed = :disputed", "disputed = disputed"),),
        quick=True,
    ),
    Mutant(
        "a report of a sending past the gate is dropped",
        (method(Arbiter, "report_submission", _ignoring_report),),
    ),
    Mutant(
        "a report while a permit is out asks nobody",
        (
            method(
                Arbiter,
                "_keep_late",
                lambda self, tx, application, data: _emit(
                    self, tx, EventKind.LATE_EVIDENCE, application, {**data, "disputed": False}
                ),
            ),
        ),
    ),
    Mutant(
        "of two jobs found to be one, the lesser application stands",
        (method(companion.joining, "further", _further_reversed),),
    ),
    Mutant(
        "the open question of a joined job is forgotten",
        (method(Arbiter, "_refuse_while_a_joined_one_is_open", _nothing),),
    ),
    Mutant("programs that do not beat hold for ever", (query("stale", "status = 7", "status = 0"),)),
    Mutant(
        "the sweep does not tell the lease clock",
        (method(LeaseClock, "tick", lambda self: self.now()),),
        quick=True,
    ),
)


@contextmanager
def applied(mutant: Mutant) -> Iterator[None]:
    """Put a fault in for as long as the context lasts."""
    with ExitStack() as stack:
        for make in mutant.patches:
            stack.enter_context(make())
        yield


@dataclass(frozen=True, slots=True)
class Found:
    """After how many steps a fault was found, and by what; `by` is None where it was not."""

    steps: int
    by: str | None


def steps_to_catch(mutant: Mutant, budget_steps: int = BUDGET_STEPS, first_seed: int = 1) -> Found:
    """Run seeds one after the other with the fault in, until one fails or the budget is used up."""
    steps, seed = 0, first_seed
    with applied(mutant):
        while steps < budget_steps:
            failure = play(seed, history_of(seed, STEPS_OF_A_RUN))
            if failure is not None:
                return Found(steps + len(failure.steps), f"{type(failure.error).__name__}: {failure.error}")
            steps, seed = steps + STEPS_OF_A_RUN, seed + 1
    return Found(steps, None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--budget", type=int, default=BUDGET_STEPS, help="steps for each fault")
    parser.add_argument("--only", default="", help="faults whose name holds this")
    asked = parser.parse_args(arguments)
    began, missed = time.monotonic(), 0
    for mutant in MUTANTS:
        if asked.only in mutant.name:
            found = steps_to_catch(mutant, asked.budget)
            missed += found.by is None
            print(f"{mutant.name:66} {found.steps:>8,}  {(found.by or 'NOT FOUND')[:90]}", flush=True)
    print(f"{len(MUTANTS)} faults, {missed} not found, {time.monotonic() - began:.0f} s")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
