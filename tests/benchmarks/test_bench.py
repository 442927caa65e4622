"""That the benchmark runs and that its numbers can be right. No thresholds: machines differ, and are busy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound, find_chromium
from tests.benchmarks.__main__ import SHORT
from tests.benchmarks.browsing import measure_click, measure_native, measure_other_tabs
from tests.benchmarks.claims import measure_claims
from tests.benchmarks.figures import Figure, Spread, quantile
from tests.benchmarks.stage import open_stage

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_MS = 30_000


def _is_sane(figure: Figure) -> bool:
    return figure.value > 0 and all(
        0 < part.p50 <= part.p99 and part.lower_quartile <= part.p50 <= part.upper_quartile
        for part in figure.parts.values()
    )


@pytest.mark.parametrize(("share", "expected"), [(0.01, 1), (0.25, 25), (0.99, 99), (1.0, 100)])
def test_a_quantile_is_a_sample_that_so_many_do_not_exceed(share: float, expected: float) -> None:
    assert quantile(list(range(100, 0, -1)), share) == expected


def test_a_figure_says_on_which_side_of_its_target_it_lies() -> None:
    spread = {"ours": Spread.of([1.0])}
    rate = Figure("rate", 3.9, "x", "at least", 4.0, spread, "claims/s")
    time = Figure("time", 3.9, "ms", "at most", 4.0, spread, "ms")

    assert not rate.met
    assert "MISSED" in rate.lines()[0]
    assert time.met
    assert time.as_json()["parts"]["ours"]["p50"] == 1.0


async def test_claims_are_measured_against_their_own_statements(tmp_path: Path) -> None:
    alone, crowd = await measure_claims(tmp_path, rounds=SHORT.claim_rounds, claims=SHORT.claims)

    assert _is_sane(alone), alone
    assert _is_sane(crowd), crowd
    assert alone.parts["ApplyOnce"].count == SHORT.claim_rounds


@pytest.mark.browser
@pytest.mark.timeout(180)
async def test_the_browser_is_measured_against_a_bare_echo_and_a_bare_commit(tmp_path: Path) -> None:
    try:
        find_chromium()
    except BrowserNotFound as error:
        pytest.skip(str(error))
    async with open_stage(tmp_path, bare_claims=SHORT.native_rounds) as stage:
        native = await measure_native(stage, rounds=SHORT.native_rounds)
        click = await measure_click(stage, rounds=SHORT.click_rounds)
        others = await measure_other_tabs(stage, rounds=SHORT.tab_rounds, tabs=SHORT.tabs)

    assert _is_sane(native), native
    assert _is_sane(click), click
    assert others.parts["delay"].count == SHORT.tab_rounds * SHORT.tabs
    assert -50 < others.value < LONGEST_MS, others
