"""Prometheus text for ``/metrics``.

Counts of what happened come from the store's events (`Dispatcher.counters`), so they outlive restarts; the
latency of requests and the connections are counted in this process.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from companion.domain import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BUCKETS_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_ENDINGS = (
    EventKind.RELEASED,
    EventKind.FAILED,
    EventKind.LEASE_EXPIRED,
    EventKind.TAB_GONE,
    EventKind.SESSION_ENDED,
    EventKind.TOOK_TOO_LONG,
    EventKind.STALE,
    EventKind.TAKEN_OVER,
    EventKind.HANDED_BACK,
    EventKind.CONFIRMED,
    EventKind.OUTCOME_UNKNOWN,
    EventKind.SENT_OUTSIDE_GATE,
)
"""The events that end an attempt, or leave its outcome open."""


class Latency:
    """A histogram of the time that requests took, for each operation and transport."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, str], list[int]] = {}
        self._sums: dict[tuple[str, str], float] = {}

    def observe(self, operation: str, transport: str, seconds: float) -> None:
        """Count one request."""
        series = (operation, transport)
        counts = self._counts.setdefault(series, [0] * (len(BUCKETS_SECONDS) + 1))
        counts[bisect.bisect_left(BUCKETS_SECONDS, seconds)] += 1
        self._sums[series] = self._sums.get(series, 0.0) + seconds

    def lines(self) -> Iterable[str]:
        """Yield the histogram's lines."""
        yield from _head("applyonce_request_seconds", "histogram", "Time that requests took.")
        for (operation, transport), counts in sorted(self._counts.items()):
            labels = f'operation="{_escaped(operation)}",transport="{_escaped(transport)}"'
            total = 0
            for bound, count in zip((*map(str, BUCKETS_SECONDS), "+Inf"), counts, strict=True):
                total += count
                yield f'applyonce_request_seconds_bucket{{{labels},le="{bound}"}} {total}'
            yield f"applyonce_request_seconds_sum{{{labels}}} {self._sums[operation, transport]!r}"
            yield f"applyonce_request_seconds_count{{{labels}}} {total}"


def render(counters: Mapping[str, Mapping[str, int]], latency: Latency, native_connections: int) -> str:
    """Return the whole text, from `Dispatcher.counters` and what this process has seen."""
    events, refusals, gauges = counters["events"], counters["refusals"], counters["gauges"]
    endings = {kind.value: events.get(kind.value, 0) for kind in _ENDINGS}
    lines = [
        *_labelled("applyonce_refusals_total", "reason", "Refused calls, by reason.", refusals),
        *_labelled("applyonce_attempts_total", "outcome", "Attempts that ended, by outcome.", endings),
        *_labelled("applyonce_events_total", "kind", "All that happened, by kind.", events),
        *_single("applyonce_claims_total", "counter", "Granted claims.", events.get("claimed", 0)),
        *_single(
            "applyonce_lease_expiries_total", "counter", "Expired leases.", events.get("lease_expired", 0)
        ),
        *_single(
            "applyonce_duplicates_prevented_total",
            "counter",
            "Second applications that were refused.",
            gauges["duplicates_prevented"],
        ),
        *_single(
            "applyonce_queue_depth", "gauge", "Jobs that auto-apply has before it.", gauges["queue_depth"]
        ),
        *_single("applyonce_open_attempts", "gauge", "Attempts under way.", gauges["open_attempts"]),
        *_single("applyonce_native_connections", "gauge", "Connected browsers.", native_connections),
        *latency.lines(),
    ]
    return "\n".join(lines) + "\n"


def _labelled(metric: str, label: str, help_text: str, counts: Mapping[str, int]) -> list[str]:
    values = [f'{metric}{{{label}="{_escaped(value)}"}} {count}' for value, count in sorted(counts.items())]
    return [*_head(metric, "counter", help_text), *values]


def _single(metric: str, kind: str, help_text: str, value: int) -> list[str]:
    return [*_head(metric, kind, help_text), f"{metric} {value}"]


def _head(metric: str, kind: str, help_text: str) -> list[str]:
    return [f"# HELP {metric} {help_text}", f"# TYPE {metric} {kind}"]


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
