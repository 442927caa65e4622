"""The simulation in short: a few seeds each time the tests run, some of them over a database file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.simulation import run
from tests.simulation.actions import ACTIONS
from tests.simulation.invariants import InvariantBrokenError

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 6.0
STEPS = 400


def test_nothing_is_broken_in_a_short_run() -> None:
    until, seed = time.monotonic() + SECONDS, 1
    while time.monotonic() < until:
        failure = run.play(seed, run.history_of(seed, STEPS))
        assert failure is None, run.report(run.shortened(failure, 20))
        seed += 1


@pytest.mark.parametrize("seed", [3, 4])
def test_nothing_is_broken_over_a_database_file(tmp_path: Path, seed: int) -> None:
    failure = run.play(seed, run.history_of(seed, 100), tmp_path / "applyonce.db")
    assert failure is None, run.report(run.shortened(failure, 20))


def test_a_seed_always_means_the_same_history() -> None:
    assert run.history_of(7, 50) == run.history_of(7, 50)
    assert run.history_of(7, 50) != run.history_of(8, 50)
    assert run.plan_of(7) == run.plan_of(7)


def test_a_failure_is_told_with_its_seed_and_a_history_without_what_is_not_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def breaks(*_: object) -> None:
        raise InvariantBrokenError("E: on purpose")

    monkeypatch.setitem(ACTIONS, "release", (1, breaks))
    history = [("open_tab", 1), ("apply", 2), ("wait", 3), ("release", 4), ("apply", 5)]

    failure = run.play(11, history)

    assert failure is not None
    short = run.shortened(failure)
    assert short.steps == (("release", 4),)
    assert run.report(short).splitlines() == [
        "seed 11, 1 steps: InvariantBrokenError('E: on purpose')",
        "  ('release', 4),",
    ]
