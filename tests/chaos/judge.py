"""The judge: what the board received, against what was promised. Pure: it gets facts and returns a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from companion.domain import EventKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.chaos.board import Met
    from tests.chaos.diary import Fault
    from tests.chaos.journal import Acknowledged

BEFORE_SECONDS = 3.0
"""A fault so shortly before the permit may still be felt: a worker that starts again, a page that loads."""
SENT = frozenset({Status.APPLIED, Status.INTERVIEW, Status.OFFER, Status.REJECTED, Status.WITHDRAWN})
NO_CAUSE = frozenset({"tab duplicated", "rerender", "hydration_wipe", "server_validation"})
"""Faults after which the outcome of what was sent is still to be seen."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the database. `at` is in seconds since the epoch."""

    seq: int
    at: float
    kind: str
    fence: int | None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Application:
    """An application at the end, with the posting it is for and the profiles whose tabs worked on it."""

    id: str
    job: str
    status: Status
    phase: str | None
    events: tuple[Event, ...]
    profiles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the judge hears. `received`: when the board took an application for a posting."""

    applications: Sequence[Application]
    received: Mapping[str, Sequence[float]]
    faults: Sequence[Fault]
    """Those injected, and what users did by themselves that may leave an outcome open."""
    met: Sequence[Met]
    acknowledged: Mapping[int, Acknowledged] = field(default_factory=dict)
    claims: Iterable[tuple[str, int]] = ()
    queued: Iterable[str] = ()
    promised: Iterable[str] = ()
    database: Mapping[int, Acknowledged] = field(default_factory=dict)
    broken: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """An application whose outcome stayed open: why, and whether the board has it."""

    job: str
    received: bool
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found."""

    violations: tuple[str, ...]
    unconfirmed: tuple[Open, ...]


def judge(facts: Facts) -> Verdict:
    """Return every promise that was broken, and each open outcome with its cause."""
    unconfirmed = tuple(
        Open(each.job, bool(facts.received.get(each.job)), _why(each, facts))
        for each in facts.applications
        if each.status is Status.UNCONFIRMED
    )
    violations = [
        *facts.broken,
        *_received_more_than_once(facts),
        *_received_and_not_known(facts),
        *_told_sent_and_not_received(facts),
        *(f"unexplained: {each.job} is unconfirmed, no fault met it" for each in unconfirmed if not each.why),
        *_not_at_rest(facts),
        *_lost(facts),
    ]
    return Verdict(tuple(violations), unconfirmed)


def _received_more_than_once(facts: Facts) -> list[str]:
    """E: at most one submission for each application (no job has a second cycle here)."""
    return [
        f"E: the board received {job} {len(times)} times, {max(times) - min(times):.1f} s apart"
        for job, times in facts.received.items()
        if len(times) > 1
    ]


def _received_and_not_known(facts: Facts) -> list[str]:
    known = {each.job: each for each in facts.applications}
    wrong = []
    for job in facts.received:
        found = known.get(job)
        if found is None:
            wrong.append(f"E: the board has {job}, of which there is no application")
        elif found.status not in SENT | {Status.UNCONFIRMED}:
            wrong.append(f"E: the board has {job}, and it is {found.status.word}: it would be sent again")
    return wrong


def _told_sent_and_not_received(facts: Facts) -> list[str]:
    by_job = {each.job: each for each in facts.applications}
    wrong = [
        f"false: {each.job} is {each.status.word}, and the board has nothing"
        for each in facts.applications
        if each.status in SENT and not facts.received.get(each.job)
    ]
    for job in facts.promised:
        if job not in by_job or by_job[job].status not in SENT:
            stands = by_job[job].status.word if job in by_job else "unknown"
            wrong.append(f"I5: a user was shown that {job} was applied to, and it is {stands}")
    return wrong


def _not_at_rest(facts: Facts) -> list[str]:
    return [
        f"rest: {each.job} is still in progress ({each.phase}), after {each.events[-1].kind}"
        for each in facts.applications
        if each.status is Status.IN_PROGRESS
    ]


def _lost(facts: Facts) -> list[str]:
    """I13: what was acknowledged is in the database, as it was told."""
    wrong = [
        f"I13: event {seq} was told as {told}, the database has {facts.database.get(seq)}"
        for seq, told in facts.acknowledged.items()
        if facts.database.get(seq) != told
    ]
    claimed = {
        (told.application_id, told.fence)
        for told in facts.database.values()
        if told.kind == EventKind.CLAIMED
    }
    wrong += [
        f"I13: the claim {claim} was granted and is not known"
        for claim in facts.claims
        if claim not in claimed
    ]
    jobs = {each.job for each in facts.applications}
    wrong += [
        f"I13: {job} was taken into the queue and is not known" for job in facts.queued if job not in jobs
    ]
    return wrong


def _why(application: Application, facts: Facts) -> str:
    """Return what met an application between its permit and the end of its window; "" if nothing did."""
    permits = [event for event in application.events if event.kind == EventKind.SUBMIT_BEGAN]
    unknown = [event for event in application.events if event.kind == EventKind.OUTCOME_UNKNOWN]
    if not permits or not unknown:
        return _other_way(application)
    began, ended = permits[-1].at - BEFORE_SECONDS, unknown[-1].at
    reasons = [
        f"board: {met.fault}" + (f" {met.delay:.0f} s" if met.delay else "")
        for met in facts.met
        if met.job == application.job and began <= met.at <= ended and met.fault not in NO_CAUSE
    ]
    reasons += [
        fault.kind
        for fault in facts.faults
        if fault.until >= began
        and fault.at <= ended
        and fault.kind not in NO_CAUSE
        and _met(fault, application)
    ]
    return ", ".join(dict.fromkeys(reasons))


def _met(fault: Fault, application: Application) -> bool:
    if fault.jobs:
        return application.job in fault.jobs
    return not fault.where or not application.profiles or fault.where in application.profiles


def _other_way(application: Application) -> str:
    """Name the event that opened the question without a permit's window: sent outside the gate, say."""
    opening = {EventKind.SENT_OUTSIDE_GATE, EventKind.INTENT_RESTORED}
    return ", ".join(event.kind for event in application.events if event.kind in opening)
