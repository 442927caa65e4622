"""Who acts in the arbiter's tests: the arbiter over a real SQLite, with its invariants checked after each step."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from companion.arbiter import Arbiter, EvidenceGiven, Granted, PermitGiven
from companion.domain import Holder, HolderKind, Phase, Status, Times
from companion.joining import join_jobs
from companion.refusals import RefusedError
from companion.restore import replay_intents
from tests.simulation.clocks import SimulatedClock
from tests.simulation.companion import USER_ID, SimulatedCompanion
from tests.simulation.invariants import InvariantChecker

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain import JsonObject
    from companion.store.interface import Transaction
    from companion.store.rows import ApplicationRow, AttemptRow
    from companion.sweep import Sweep

PROOF = {"kind": "permit_unused", "detail": ""}
SEEN = EvidenceGiven("address", url="https://boards.greenhouse.io/acme/thanks")


def tab(tab_id: int = 1, session: str | None = "s1", *, instance: str = "i1", document: str = "d1") -> Holder:
    """Return a tab of a browser."""
    return Holder(HolderKind.TAB, session, tab_id, 0, document, instance, f"Chromium, tab {tab_id}")


AGENT = Holder(HolderKind.AGENT, label="Auto-apply")
API = Holder(HolderKind.API, label="API client")


@dataclass
class Bench:
    """The arbiter on the bench: every call is one transaction, checked by the invariants."""

    times: Times = field(default_factory=Times)
    clock: SimulatedClock = field(default_factory=SimulatedClock)
    user: int = USER_ID

    def __post_init__(self) -> None:
        self.companion = SimulatedCompanion(self.clock, self.times)
        self.checker = InvariantChecker(self.companion.connection, lambda: self.companion.intents)
        self._numbers = itertools.count(1)

    @property
    def arbiter(self) -> Arbiter:
        """The arbiter of the running companion."""
        return self.companion.arbiter

    @property
    def sweep(self) -> Sweep:
        """The sweep of the running companion."""
        return self.companion.sweep

    def write(self, work: Callable[[Transaction], Any]) -> Any:
        """Run one transaction, then check all invariants."""
        try:
            return self.companion.write(work)
        finally:
            self.checker.check()

    def job(self) -> str:
        """Make a job known."""
        number = next(self._numbers)
        identifier = f"00000000-0000-5000-8000-{number:012}"

        def add(tx: Transaction) -> None:
            tx.run(
                "add_job",
                id=identifier,
                key=f"greenhouse:{number}",
                url=f"https://boards.greenhouse.io/acme/jobs/{number}",
                title="Engineer",
                company="Acme",
                location="",
                board="greenhouse",
                first_seen=0,
            )

        self.write(add)
        return identifier

    # --- what holders do ----------------------------------------------------------------------------------

    def apply(self, job_id: str, holder: Holder | None = None, *, replace: bool = False) -> Granted:
        """Claim."""
        granted: Granted = self.write(
            lambda tx: self.arbiter.apply(tx, self.user, job_id, holder or tab(), replace=replace)
        )
        return granted

    def begin(self, granted: Granted) -> PermitGiven:
        """Ask for the permit."""
        given: PermitGiven = self.write(
            lambda tx: self.arbiter.begin_submit(tx, self.user, granted.application_id, granted.fence)
        )
        return given

    def submitting(self, job_id: str, holder: Holder | None = None) -> PermitGiven:
        """Claim, and ask for the permit."""
        return self.begin(self.apply(job_id, holder))

    def confirm(self, held: Granted | PermitGiven, evidence: EvidenceGiven = SEEN) -> ApplicationRow:
        """Confirm."""
        found: ApplicationRow = self.on(held, "confirm", evidence)
        return found

    def fail(
        self, held: Granted | PermitGiven, *, proof: JsonObject | None = None, keep: bool = False
    ) -> ApplicationRow:
        """Fail."""
        found: ApplicationRow = self.on(held, "fail", "it broke", proof=proof, keep=keep)
        return found

    def unconfirmed(self, job_id: str) -> PermitGiven:
        """Bring an application to UNCONFIRMED, with a permit that has died since."""
        given = self.submitting(job_id)
        self.fail(given)
        self.run(self.times.permit_seconds)
        return given

    def on(self, held: Granted | PermitGiven, what: str, *given: Any, **named: Any) -> Any:
        """Call a method of the arbiter with the fence of who holds."""
        call = getattr(self.arbiter, what)
        return self.write(lambda tx: call(tx, self.user, held.application_id, held.fence, *given, **named))

    def do(self, what: str, *given: Any, **named: Any) -> Any:
        """Call another method of the arbiter."""
        call = getattr(self.arbiter, what)
        return self.write(lambda tx: call(tx, self.user, *given, **named))

    def resolve(self, held: Granted | PermitGiven, *, applied: bool) -> ApplicationRow:
        """Take the user's word."""
        found: ApplicationRow = self.do("resolve", held.application_id, applied=applied, note="as I remember")
        return found

    def late(self, held: Granted | PermitGiven, evidence: EvidenceGiven = SEEN) -> None:
        """Evidence under an older fence comes in, as the service takes it."""
        self.do("keep_late_evidence", held.application_id, held.fence, evidence)

    def join(self, kept: str, joined: str) -> Any:
        """Two jobs are found to be one."""
        return self.write(lambda tx: join_jobs(self.arbiter, tx, kept, joined))

    # --- time and the machine -----------------------------------------------------------------------------

    def run(self, seconds: float) -> None:
        """Let time pass, with the sweep at its pace, as in a running companion."""
        left = round(seconds * 1000)
        pace = round(self.times.sweep_seconds * 1000)
        while left > 0:
            self.clock.run(min(left, pace))
            left -= pace
            self.tick()

    def tick(self) -> int:
        """Sweep."""
        ended: int = self.write(self.sweep.tick)
        return ended

    def restart(self) -> None:
        """Kill the companion and start it again."""
        self.companion.restart()
        self.checker.check()

    def replay(self, *intents: JsonObject) -> int:
        """Replay intents, as they stand in the log."""
        self.companion.intents.append(intents)
        found: int = self.write(lambda tx: replay_intents(self.arbiter, tx, intents))
        return found

    # --- what is seen -------------------------------------------------------------------------------------

    def application(self, held: Granted | PermitGiven) -> ApplicationRow:
        """Return the application as it is stored."""
        found: ApplicationRow = self.companion.write(
            lambda tx: self.arbiter.application(tx, self.user, held.application_id)
        )
        return found

    def current(self, job_id: str) -> ApplicationRow:
        """Return the application that stands for a job."""
        found: ApplicationRow | None = self.companion.write(
            lambda tx: self.arbiter.current_application(tx, self.user, self.arbiter.job(tx, job_id).id)
        )
        assert found is not None, "the job has no application"
        return found

    def state(self, held: Granted | PermitGiven) -> tuple[Status, Phase | None, int]:
        """Return status, phase and fence."""
        state = self.application(held).state
        return state.status, state.phase, state.fence

    def status(self, held: Granted | PermitGiven) -> Status:
        """Return the status."""
        return self.application(held).state.status

    def attempt(self, held: Granted | PermitGiven) -> AttemptRow | None:
        """Return the open attempt."""
        found: AttemptRow | None = self.companion.write(
            lambda tx: self.arbiter.open_attempt(tx, held.application_id)
        )
        return found

    def history(self, held: Granted | PermitGiven) -> list[str]:
        """Return the kinds of all events of an application."""
        rows = self.companion.connection.execute(
            "SELECT kind FROM events WHERE application_id = ? ORDER BY seq", (held.application_id,)
        )
        return [row["kind"] for row in rows]

    def evidence(self, held: Granted | PermitGiven) -> list[tuple[int, str]]:
        """Return fence and kind of all evidence."""
        rows = self.companion.connection.execute(
            "SELECT fence, kind FROM evidence WHERE application_id = ? ORDER BY id", (held.application_id,)
        )
        return [(row["fence"], row["kind"]) for row in rows]


def refusal_of(call: Callable[[], Any]) -> RefusedError:
    """Return the refusal that a call ends in."""
    try:
        got = call()
    except RefusedError as refusal:
        return refusal
    raise AssertionError(f"it was not refused: {got!r}")
