"""Which job is next, and when: pure decisions on the queue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.messages.settings import AutoApplyPolicy

MAX_TRIES = 3
FINAL_REASONS = frozenset({"The job is closed.", "The board says that you have applied to this job already."})
"""Why another try is no use, in the words of the extension (extension/content/obstacles.js)."""
MAX_PARKED_TABS = 5
LONGEST_REST_SECONDS = 600.0
"""Rests are slept by a clock that stands still while the machine is suspended, and the user's own may be changed
for summer: so it is looked again, however far the end of a rest is."""
DELAY_GROWTH = 4


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job in the queue. Times are Unix milliseconds."""

    application_id: str
    job_id: str
    url: str
    board: str
    not_before: int | None


@dataclass(frozen=True, slots=True)
class Situation:
    """What else counts. `last_started` is by host, `limits` the ends of boards' limits by board, both in Unix
    milliseconds; `now` is the user's local time."""

    now: datetime
    now_ms: int
    running: int
    parked: int
    sent_today: int
    last_started: Mapping[str, int]
    limits: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rest:
    """Nothing to start now: for how long at most, and the reason as the user reads it."""

    seconds: float
    reason: str


def choose(queue: Sequence[Waiting], policy: AutoApplyPolicy, situation: Situation) -> Waiting | Rest:
    """Return the next job to work on, or how long to rest and why."""
    if situation.running >= policy.concurrency:
        return Rest(60, "working")
    if situation.parked >= MAX_PARKED_TABS:
        return Rest(60, f"{MAX_PARKED_TABS} applications wait for you; answer one to go on")
    if situation.sent_today + situation.running >= policy.daily_cap:
        return Rest(LONGEST_REST_SECONDS, f"the daily cap of {policy.daily_cap} is reached")
    quiet = seconds_of_quiet(policy, situation.now)
    if quiet:
        until = policy.quiet_hours.end if policy.quiet_hours else ""
        return Rest(min(quiet, LONGEST_REST_SECONDS), f"quiet hours until {until}")
    if not queue:
        return Rest(LONGEST_REST_SECONDS, "the queue is empty")
    soonest, reason = LONGEST_REST_SECONDS, ""
    for job in queue:
        ready_at, why = _ready_at(job, policy, situation)
        left = (ready_at - situation.now_ms) / 1000
        if left <= 0:
            return job
        if left < soonest or not reason:
            soonest, reason = min(left, soonest), why
    return Rest(max(soonest, 0.05), reason)


def _ready_at(job: Waiting, policy: AutoApplyPolicy, situation: Situation) -> tuple[int, str]:
    host = host_of(job.url)
    last = situation.last_started.get(host)
    paced = last + round(policy.min_interval_seconds * 1000) if last is not None else 0
    waits = [(paced, f"the minimum interval for {host}")]
    if job.not_before is not None:
        waits.append((job.not_before, "the next try of a failed application"))
    if job.board in situation.limits:
        waits.append((situation.limits[job.board], f"the end of the limit of {job.board}"))
    return max(waits, key=lambda wait: wait[0])


def seconds_of_quiet(policy: AutoApplyPolicy, now: datetime) -> float:
    """Return for how many seconds quiet hours go on; 0 outside them. They may pass midnight."""
    if policy.quiet_hours is None:
        return 0.0
    start, end = (_minutes(text) for text in (policy.quiet_hours.start, policy.quiet_hours.end))
    minute = now.hour * 60 + now.minute
    within = start <= minute < end if start <= end else minute >= start or minute < end
    if not within:
        return 0.0
    finish = now.replace(hour=end // 60, minute=end % 60, second=0, microsecond=0)
    if finish <= now:
        finish += timedelta(days=1)
    return (finish - now).total_seconds()


def delay_seconds(tries: int, first_seconds: float) -> float:
    """Return how long to wait after the given number of failed tries."""
    return first_seconds * float(DELAY_GROWTH ** max(tries - 1, 0))


def board_policy(policy: AutoApplyPolicy, board: str) -> str:
    """Return what auto-apply may do at a board."""
    return policy.boards.get(board, policy.default_board_policy)


def host_of(url: str) -> str:
    """Return the host of an address, for pacing."""
    return urlsplit(url).hostname or ""


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
