"""The text for Prometheus."""

from __future__ import annotations

from companion.service.metrics import Latency, render

COUNTERS = {
    "events": {"claimed": 3, "confirmed": 1, "lease_expired": 2},
    "refusals": {"in_progress": 2, 'odd"one\n': 1},
    "gauges": {"queue_depth": 4, "open_attempts": 1, "duplicates_prevented": 2},
}


def test_every_sample_belongs_to_a_described_metric() -> None:
    latency = Latency()
    latency.observe("apply", "http", 0.003)
    described = set()
    for line in render(COUNTERS, latency, 1).splitlines():
        if line.startswith("# TYPE "):
            described.add(line.split()[2])
        elif not line.startswith("#"):
            name = line.split("{")[0].split(" ")[0]
            family = name.removesuffix("_bucket").removesuffix("_sum").removesuffix("_count")
            assert {name, family} & described, line


def test_labels_are_escaped() -> None:
    assert 'applyonce_refusals_total{reason="odd\\"one\\n"} 1' in render(COUNTERS, Latency(), 0).splitlines()


def test_what_never_happened_counts_zero() -> None:
    assert 'applyonce_attempts_total{outcome="failed"} 0' in render(COUNTERS, Latency(), 0).splitlines()


def test_the_histogram_is_cumulative() -> None:
    latency = Latency()
    for seconds in (0.0005, 0.001, 0.003, 99.0):
        latency.observe("apply", "native", seconds)
    lines = list(latency.lines())
    label = 'operation="apply",transport="native"'
    assert f'applyonce_request_seconds_bucket{{{label},le="0.001"}} 2' in lines
    assert f'applyonce_request_seconds_bucket{{{label},le="0.005"}} 3' in lines
    assert f'applyonce_request_seconds_bucket{{{label},le="10.0"}} 3' in lines
    assert f'applyonce_request_seconds_bucket{{{label},le="+Inf"}} 4' in lines
    assert f"applyonce_request_seconds_count{{{label}}} 4" in lines
