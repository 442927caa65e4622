"""That the judge tells growth without bound from what merely wanders, warms up, or is paid for."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

import pytest

from tests.soak.judge import FEWEST_SAMPLES, Limit, Verdict, judge, slope

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLES = 120
EVERY_SECONDS = 5.0
APPLICATIONS_PER_SAMPLE = 2.0


def judged(limit: Limit, values: Sequence[float]) -> Verdict:
    seconds = [number * EVERY_SECONDS for number in range(len(values))]
    applications = [number * APPLICATIONS_PER_SAMPLE for number in range(len(values))]
    return judge("rss", "KiB", limit, seconds=seconds, applications=applications, values=values)


def series(value: Callable[[int], float], *, noise: float = 0.0) -> list[float]:
    drawn = random.Random(7)  # noqa: S311  # noise, and no secret
    return [value(number) + drawn.uniform(-noise, noise) for number in range(SAMPLES)]


BOUNDED: dict[str, list[float]] = {
    "flat": series(lambda _: 60_000, noise=800),
    "a saw, as of garbage that is collected": series(lambda number: 60_000 + 200 * (number % 20)),
    "grows while it warms up, then stands": series(lambda number: 60_000 + 500 * min(number, 25), noise=300),
    "goes down": series(lambda number: 60_000 - 100 * number),
    "a few peaks": series(lambda number: 600_000 if number % 37 == 0 else 60_000),
    "comes to rest": series(lambda number: 60_000 - 4_000 * math.exp(-number / 12)),
}
LEAKING: dict[str, list[float]] = {
    "a line": series(lambda number: 60_000 + 50 * number),
    "a line under noise": series(lambda number: 60_000 + 50 * number, noise=1_500),
    "steps": series(lambda number: 60_000 + 1_000 * (number // 20)),
    "a saw that stands on a slope": series(lambda number: 60_000 + 50 * number + 200 * (number % 20)),
    "ever faster": series(lambda number: 60_000 + number**2),
    "a line under peaks": series(lambda number: 300_000 if number % 37 == 0 else 60_000 + 50 * number),
}


@pytest.mark.parametrize("name", BOUNDED)
def test_what_is_bounded_is_called_so(name: str) -> None:
    verdict = judged(Limit(slack=2_000), BOUNDED[name])

    assert verdict.bounded, verdict.line()


@pytest.mark.parametrize("name", LEAKING)
def test_what_grows_without_bound_is_called_a_leak(name: str) -> None:
    verdict = judged(Limit(slack=2_000), LEAKING[name])

    assert not verdict.bounded, verdict.line()
    assert "LEAKS" in verdict.line()


def test_growth_is_told_per_hour_and_per_application() -> None:
    verdict = judged(Limit(), series(lambda number: 1_000 + 10 * number))

    assert verdict.per_hour == pytest.approx(10 / EVERY_SECONDS * 3600)
    assert verdict.per_application == pytest.approx(10 / APPLICATIONS_PER_SAMPLE)


def test_what_each_application_may_cost_is_no_leak_and_more_is() -> None:
    rows = series(lambda number: 500 + 10 * APPLICATIONS_PER_SAMPLE * number)

    assert judged(Limit(per_application=10, slack=1), rows).bounded
    assert not judged(Limit(per_application=9, slack=1), rows).bounded


def test_a_ceiling_holds_for_every_sample() -> None:
    one_peak = [10.0] * 60
    one_peak[3] = 101.0

    assert judged(Limit(ceiling=101), one_peak).bounded
    assert not judged(Limit(ceiling=100), one_peak).bounded


def test_a_few_samples_prove_nothing_and_are_not_called_bounded() -> None:
    verdict = judged(Limit(), [float(number) for number in range(FEWEST_SAMPLES)])

    assert verdict.bounded
    assert "too short" in verdict.line()


def test_the_slope_is_not_moved_by_a_third_of_the_points() -> None:
    points = [(float(number), 2.0 * number) for number in range(100)]
    moved = [(x, y if x % 3 else -5_000.0) for x, y in points]

    assert slope(points) == pytest.approx(2)
    assert slope(moved) == pytest.approx(2, abs=0.3)


def test_what_an_hour_may_cost_is_no_leak_and_more_is() -> None:
    kept_for_a_day = series(lambda number: 500 + number)
    per_hour = 3600 / EVERY_SECONDS

    assert judged(Limit(per_hour=per_hour, slack=1), kept_for_a_day).bounded
    assert not judged(Limit(per_hour=per_hour * 0.9, slack=1), kept_for_a_day).bounded


def test_what_takes_long_to_settle_is_judged_from_then_on() -> None:
    settling = series(lambda number: 10 * min(number, 80))

    assert not judged(Limit(slack=5), settling).bounded
    assert judged(Limit(slack=5, settles=80 * EVERY_SECONDS), settling).bounded
    assert not judged(Limit(slack=5, settles=40 * EVERY_SECONDS), settling).bounded
    assert "too short" in judged(Limit(slack=5, settles=SAMPLES * EVERY_SECONDS), settling).line()


def test_what_is_over_its_ceiling_is_not_called_a_leak() -> None:
    assert "TOO HIGH" in judged(Limit(ceiling=0), [1.0] * 60).line()
