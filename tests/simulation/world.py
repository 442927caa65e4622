"""The simulated world: browsers with tabs, agents, API clients, a user, the network between, and time."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain import SENT_STATUSES, EventKind, Status
from companion.identity import job_id
from companion.service.call import Caller, Reply
from tests.simulation.board import Employers, SimPermit
from tests.simulation.clocks import SimulatedClock
from tests.simulation.companion import USER_ID, Fault, SimulatedCompanion
from tests.simulation.invariants import broken
from tests.simulation.watch import Watch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    from companion.domain import JsonObject, Times
    from companion.store.interface import Transaction

JOBS = 6
REMEMBERED_CALLS = 60
BEAT_MS = 20_000


_TELLING = frozenset({"heartbeat", "rebind", "tab_gone", "report_submission"})
"""Operations whose replies tell the watch what it goes by."""


class StoreFaultError(AssertionError):
    """A call ended in a fault of the code or of the store instead of a reply."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is redrawn for each run: weights of the actions, odds of the faults, and the kind of machine."""

    weights: dict[str, float]
    lost_request: float
    lost_reply: float
    twice: float
    late: float
    lost_beat: float
    lies: float
    pace_ms: int
    monotonic_counts_suspend: bool
    joins: bool
    times: Times


@dataclass(slots=True)
class Browser:
    """An installation of the extension; `session` is new after each start of the browser."""

    number: int
    session_number: int = 1
    next_tab: int = 1

    @property
    def instance(self) -> str:
        """The installation's name."""
        return f"instance-{self.number}"

    @property
    def session(self) -> str:
        """The name of this start of the browser."""
        return f"session-{self.number}-{self.session_number}"

    def caller(self) -> Caller:
        """Return who calls when this browser does."""
        return Caller("native", USER_ID, self.instance, self.session, "Chromium")


@dataclass(slots=True, eq=False)
class Tab:
    """A tab with what its content script and the background worker know."""

    browser: Browser
    tab_id: int
    job: int
    kind: str = "tab"
    document: int = 1
    application_id: str | None = None
    fence: int = 0
    permit: SimPermit | None = None
    proof: str | None = None
    evidence: tuple[str, int] | None = None
    frozen: bool = False
    open: bool = True

    def holder(self) -> JsonObject:
        """Return the holder as the background worker names it."""
        return {
            "kind": self.kind,
            "session": self.browser.session,
            "tab_id": self.tab_id,
            "frame_id": 0,
            "document_id": f"document-{self.document}",
        }

    def hold(self, application_id: str, fence: int) -> None:
        """Hold an application from now on."""
        self.application_id, self.fence = application_id, fence
        self.permit = self.proof = None

    def let_go(self) -> None:
        """Hold nothing. A frozen page does not learn of it, and keeps the permit that it has."""
        self.application_id, self.fence, self.proof = None, 0, None
        if not self.frozen:
            self.permit = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A call as it was sent. `since` is the time of its first sending, on both clocks."""

    op: str
    params: JsonObject
    caller: Caller
    key: str
    since: tuple[int, int]
    on_reply: Callable[[Reply], None]


@dataclass(slots=True)
class World:
    """Everything there is. Actions (actions.py) change it; each call and each tick is checked."""

    plan: Plan
    database: Path | None = None
    clock: SimulatedClock = field(init=False)
    companion: SimulatedCompanion = field(init=False)
    employers: Employers = field(init=False)
    watch: Watch = field(init=False)
    jobs: list[str] = field(init=False)
    browsers: list[Browser] = field(default_factory=lambda: [Browser(1), Browser(2)])
    tabs: list[Tab] = field(default_factory=list)
    agents: list[tuple[str, int, int]] = field(default_factory=list)
    clients: list[tuple[str, int, int]] = field(default_factory=list)
    unanswered: list[Sent] = field(default_factory=list)
    in_flight: list[Sent] = field(default_factory=list)
    replies: dict[str, tuple[Sent, Reply]] = field(default_factory=dict)
    pending_reports: list[int] = field(default_factory=list)
    late_evidence: list[tuple[str, int]] = field(default_factory=list)
    joined: int = 0
    next_key: int = 0
    step: int = 0
    since_sweep_ms: int = 0
    since_beat_ms: int = 0
    since_clean_up_ms: int = 0
    wall_offset_ms: int = 0
    fault: Fault | None = None

    def __post_init__(self) -> None:
        self.clock = SimulatedClock(monotonic_counts_suspend=self.plan.monotonic_counts_suspend)
        self.companion = SimulatedCompanion(self.clock, self.plan.times, self.database)
        self.employers = Employers(JOBS)
        keys = [f"greenhouse:{number}" for number in range(JOBS)]
        self.jobs = [str(job_id(key)) for key in keys]
        for key, identifier in zip(keys, self.jobs, strict=True):
            self.companion.write(partial(_add_job, key=key, identifier=identifier))
        self.watch = Watch(
            self.companion.connection,
            self._intents,
            self.clock,
            self.plan.times,
            self.employers,
            {identifier: number for number, identifier in enumerate(self.jobs)},
        )

    # --- calls --------------------------------------------------------------------------------------------

    def ask(
        self, rng: Random, op: str, params: JsonObject, caller: Caller, on_reply: Callable[[Reply], None]
    ) -> None:
        """Send a call over a network that loses, repeats and delays; `on_reply` runs if the caller sees it."""
        self.next_key += 1
        since = (self.clock.wall_ms(), self.clock.monotonic_ms())
        sent = Sent(op, params, caller, f"key-{self.next_key}", since, on_reply)
        self.send(rng, sent)

    def send(self, rng: Random, sent: Sent) -> None:
        """Send it, for the first time or again under the same key."""
        plan = self.plan
        if self.fault is not None:
            fault, self.fault = self.fault, None
            self._send_into(fault, sent)
            return
        odds = {
            "lost": plan.lost_request,
            "reply lost": plan.lost_reply,
            "late": plan.late,
            "twice": plan.twice,
        }
        (kind,) = rng.choices([*odds, "well"], [*odds.values(), 1 - sum(odds.values())])
        if kind == "lost":
            self.unanswered.append(sent)
        elif kind == "late":
            self.in_flight.append(sent)
            self.unanswered.append(sent)
        elif kind == "twice":
            first, _ = self.deliver(sent, sent)
            sent.on_reply(first)
        else:
            (reply,) = self.deliver(sent)
            if kind == "reply lost":
                self.unanswered.append(sent)
            else:
                sent.on_reply(reply)
        del self.unanswered[:-REMEMBERED_CALLS]

    def deliver(self, *sents: Sent) -> list[Reply]:
        """Let the companion carry out calls in one group commit, and check all that they did."""
        fences = [self._fence(sent.params.get("application_id")) for sent in sents]
        self.watch.step = self.step
        replies = self.companion.call_together(
            [(sent.op, sent.params, sent.caller, sent.key) for sent in sents]
        )
        good: list[Reply] = []
        for sent, reply, fence in zip(sents, replies, fences, strict=True):
            if isinstance(reply, BaseException):
                raise StoreFaultError(f"{sent.op} ended in {reply!r}") from reply
            self._check_reply(sent, reply, fence if len(sents) == 1 else None)
            good.append(reply)
        for kind, application_id, _ in self.watch.look():
            if kind is EventKind.RESOLVED_NOT_APPLIED and application_id is not None:
                self._check_no_permit_lives(application_id)
        return good

    def _send_into(self, fault: Fault, sent: Sent) -> None:
        """Let a fault befall the companion in the middle of a call; who sent it sees no answer."""
        self.watch.step = self.step
        # What a reply would tell the watch is not told: those calls may only be cut short before they count.
        if sent.op in _TELLING:
            fault = Fault.KILLED_BEFORE_COMMIT
        killed = fault is not Fault.LOG_FULL
        reply = self.companion.call_broken(fault, (sent.op, sent.params, sent.caller, sent.key))
        fresh = self.watch.look()
        if reply is not None:
            killed = False
            self._check_reply(sent, reply, None)
        if fault is Fault.KILLED_BEFORE_COMMIT and fresh:
            raise broken("I13", f"{sent.op} was never committed, and still left {fresh[0][0]}")
        if killed:
            self.watch.companion_restarted()
        self.unanswered.append(sent)

    def _intents(self) -> list[JsonObject]:
        """Return what is in the log, and what a fault kept from it: nobody was handed those permits."""
        return [*self.companion.intents, *({"permit": permit} for permit in self.companion.intents.lost)]

    def _check_no_permit_lives(self, application_id: str) -> None:
        """Whoever says that nothing was sent must not be overtaken by a click that is still allowed."""
        if self.watch.checker.states[application_id].status is not Status.PENDING:
            return
        job = self.employers.root(self.watch.job(application_id))
        for tab in self.tabs:
            permit = tab.permit
            if permit is None or permit.consumed or self.employers.root(permit.job) != job:
                continue
            same = permit.application_id == application_id or not self.plan.joins
            if same and self.is_alive(permit):
                raise broken("E", f"'not sent' was believed while the permit at {permit.fence} lives")

    def is_alive(self, permit: SimPermit) -> bool:
        """Whether a content script may act on a permit, by both of its clocks."""
        valid_ms = self.plan.times.permit_seconds * 1000
        by_wall = self.clock.wall_ms() - permit.wall_sent
        by_monotonic = self.clock.monotonic_ms() - permit.monotonic_sent
        return by_wall < valid_ms and by_monotonic < valid_ms

    def _fence(self, application_id: str | None) -> int | None:
        state = self.watch.state(application_id) if application_id else None
        return state.fence if state else None

    def _check_reply(self, sent: Sent, reply: Reply, fence: int | None) -> None:
        permit = reply.body.get("permit")
        if permit is not None and permit in self.companion.intents.lost:
            if all(intent["permit"] != permit for intent in self.companion.intents):
                raise broken("I6", f"{sent.op} handed out a permit that is not in the log of intents")
            self.companion.intents.lost.discard(permit)
        if sent.key in self.replies:
            self._check_replay(sent, reply)
            return
        self.replies[sent.key] = (sent, reply)
        if len(self.replies) > REMEMBERED_CALLS:
            del self.replies[next(iter(self.replies))]
        if reply.replayed:
            return
        if sent.op == "confirm" and reply.body.get("code") == "stale_fence":
            self._check_evidence_is_kept(sent.params["application_id"], sent.params["fence"])
        if reply.status >= 400:
            return
        given = sent.params.get("fence")
        if "application_id" in sent.params and given is not None and fence is not None and given != fence:
            raise broken("I4", f"{sent.op} was accepted under fence {given}, the current one is {fence}")
        if sent.op in ("heartbeat", "rebind"):
            self.watch.beat(sent.params["application_id"])
        if sent.op == "tab_gone":
            self._tell_gone(sent)
        if sent.op == "report_submission":
            self.employers.told_of_sending(self.jobs.index(sent.params["job_id"]), self.step)

    def _check_replay(self, sent: Sent, reply: Reply) -> None:
        first, answered = self.replies[sent.key]
        if (first.op, first.params) != (sent.op, sent.params):
            if reply.body.get("code") != "key_reused":
                raise broken("I10", f"{sent.op} with changed arguments was not refused: {reply}")
        elif (answered.status, answered.body) != (reply.status, reply.body):
            raise broken("I10", f"{sent.op} again: {answered} became {reply}")

    def _check_evidence_is_kept(self, application_id: str, fence: int) -> None:
        kept = self.rows(
            "SELECT 1 FROM evidence WHERE application_id = ? AND fence = ?", application_id, fence
        )
        told = self.rows(
            "SELECT data FROM events WHERE kind = 'late_evidence' AND application_id = ?", application_id
        )
        if not kept or not told:
            raise broken("I4", "evidence under an older fence was thrown away")
        state = self.watch.checker.states[application_id]
        if state.status not in SENT_STATUSES and not json.loads(told[-1]["data"])["disputed"]:
            raise broken("I4", "evidence under an older fence was not put before the user")

    def _tell_gone(self, sent: Sent) -> None:
        held = self.rows(
            "SELECT application_id FROM attempts WHERE ended_at IS NULL AND session = ? AND tab_id = ?",
            sent.caller.session,
            sent.params["tab_id"],
        )
        for row in held:
            self.watch.tab_gone(row["application_id"])

    # --- time ---------------------------------------------------------------------------------------------

    def wait(self, rng: Random, milliseconds: int) -> None:
        """Let time pass while the machine runs: sweeps, clean-ups and heartbeats happen when they are due."""
        times = self.plan.times
        while milliseconds > 0:
            due = min(
                milliseconds,
                round(times.sweep_seconds * 1000) - self.since_sweep_ms,
                BEAT_MS - self.since_beat_ms,
            )
            self.clock.run(due)
            milliseconds -= due
            self.since_sweep_ms += due
            self.since_beat_ms += due
            self.since_clean_up_ms += due
            if self.since_beat_ms >= BEAT_MS:
                self.beat(rng)
            if self.since_sweep_ms >= times.sweep_seconds * 1000:
                self.sweep()

    def sweep(self) -> None:
        """Sweep, and clean up where that is due."""
        self.since_sweep_ms = 0
        self.companion.tick()
        self.watch.look()
        if self.since_clean_up_ms >= self.plan.times.stale_check_seconds * 1000:
            self.since_clean_up_ms = 0
            self.companion.clean_up()
            self._forget_old_replies()
            self.watch.look()

    def _forget_old_replies(self) -> None:
        """Keys are kept for a day by the wall clock, which this world sets by up to six hours."""
        kept_since = self.clock.wall_ms() - round(self.plan.times.idempotency_hours * 1_800_000)
        self.replies = {key: known for key, known in self.replies.items() if known[0].since[0] > kept_since}

    def beat(self, rng: Random) -> None:
        """Each background worker beats for its living tabs. A beat that is lost is not sent again."""
        self.since_beat_ms = 0
        for tab in self.tabs:
            if tab.application_id is None or rng.random() < self.plan.lost_beat:
                continue
            self.next_key += 1
            progress = {"step": rng.choice(("fill", "captcha")), "filled": 1, "total": 2}
            params = {
                "application_id": tab.application_id,
                "fence": tab.fence,
                "progress": progress if rng.random() < 0.3 else None,
            }
            since = (self.clock.wall_ms(), self.clock.monotonic_ms())
            self.deliver(
                Sent("heartbeat", params, tab.browser.caller(), f"key-{self.next_key}", since, _ignore)
            )

    # --- what actions need --------------------------------------------------------------------------------

    def rows(self, sql: str, *parameters: Any) -> list[sqlite3.Row]:
        """Read from the database."""
        return self.companion.connection.execute(sql, parameters).fetchall()

    def forget_tabs(self, browser: Browser) -> None:
        """The browser ends: its tabs, and what its worker waited for, are gone."""
        for tab in self.tabs:
            tab.open = tab.open and tab.browser is not browser
        self.tabs = [tab for tab in self.tabs if tab.open]

    def close(self) -> None:
        """End the world."""
        self.companion.close()


def _ignore(_reply: Reply) -> None:
    return


def _add_job(tx: Transaction, key: str, identifier: str) -> None:
    tx.run(
        "add_job",
        id=identifier,
        key=key,
        url=f"https://boards.greenhouse.io/acme/jobs/{key[11:]}",
        title="Engineer",
        company="Acme",
        location="",
        board="greenhouse",
        first_seen=0,
    )
