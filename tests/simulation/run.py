"""Runs the simulation: ``python -m tests.simulation.run --seeds 200 --steps 2000``.

Prints steps, seeds and rate. A failure prints its seed and a shortened history that still fails.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from companion.domain import Times
from tests.simulation.actions import ACTIONS, settle
from tests.simulation.world import Plan, World

if TYPE_CHECKING:
    from collections.abc import Sequence

SHRINKING_SECONDS = 60.0
_QUICK_TIMES = Times(agent_attempt_seconds=60, stale_after_minutes=2, stale_check_seconds=60)

Step = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong at which step of which history."""

    seed: int
    steps: tuple[Step, ...]
    error: Exception


def plan_of(seed: int) -> Plan:
    """Draw the weights and odds of a run: some actions common, some rare, some absent."""
    rng = Random(seed)
    weights = {name: usual * rng.choice((0, 0.3, 1, 1, 1, 4)) for name, (usual, _) in ACTIONS.items()}
    for boosted in rng.sample(list(weights), rng.choice((0, 0, 3, 6))):
        weights[boosted] = 5 * max(weights[boosted], ACTIONS[boosted][0])
    for needed in ("open_tab", "apply", "begin_submit", "click", "wait"):
        weights[needed] = max(weights[needed], ACTIONS[needed][0] * 0.3)
    calm = rng.random() < 0.3
    return Plan(
        weights=weights,
        lost_request=0 if calm else rng.uniform(0, 0.1),
        lost_reply=0 if calm else rng.uniform(0, 0.15),
        twice=rng.uniform(0, 0.1),
        late=0 if calm else rng.uniform(0, 0.1),
        lost_beat=rng.choice((0, 0.1, 0.4)),
        lies=rng.choice((0, 0, 0.1, 0.4)),
        pace_ms=rng.choice((100, 300, 1_000, 1_000, 4_000)),
        monotonic_counts_suspend=rng.random() < 0.5,
        joins=rng.random() < 0.5,
        times=rng.choice((Times(), _QUICK_TIMES)),
    )


def history_of(seed: int, steps: int) -> list[Step]:
    """Draw the actions of a run. Each brings its own seed, so that a part of a history means the same."""
    weights = plan_of(seed).weights
    rng = Random(seed * 7919 + 1)
    names = rng.choices(list(weights), list(weights.values()), k=steps)
    return [(name, rng.getrandbits(32)) for name in names]


def play(seed: int, history: Sequence[Step], database: Path | None = None) -> Failure | None:
    """Carry out a history and then let everything come to rest; return what went wrong."""
    world: World | None = None
    number = -1
    try:
        world = World(plan_of(seed), database)
        for number, (name, own) in enumerate(history):
            world.step = number
            rng = Random(own)
            ACTIONS[name][1](world, rng)
            world.wait(rng, rng.randrange(world.plan.pace_ms))
        number = len(history)
        settle(world, Random(seed))
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is what was looked for
        return Failure(seed, tuple(history[: number + 1]), error)
    finally:
        if world is not None:
            world.close()
    return None


def shortened(failure: Failure, seconds: float = SHRINKING_SECONDS) -> Failure:
    """Leave out of a history what is not needed for the same kind of failure."""
    until = time.monotonic() + seconds
    kind = _kind(failure.error)
    size = max(len(failure.steps) // 2, 1)
    while time.monotonic() < until:
        start = 0
        shrunk = False
        while start < len(failure.steps) and time.monotonic() < until:
            fewer = failure.steps[:start] + failure.steps[start + size :]
            again = play(failure.seed, fewer)
            if again is not None and _kind(again.error) == kind:
                failure, shrunk = again, True
            else:
                start += size
        if size == 1 and not shrunk:
            break
        size = max(size // 2, 1)
    return failure


def _kind(error: Exception) -> str:
    return f"{type(error).__name__}:{str(error)[:3]}"


def report(failure: Failure) -> str:
    """Tell a failure so that it can be played again."""
    lines = [f"seed {failure.seed}, {len(failure.steps)} steps: {failure.error!r}"]
    lines += [f"  ({name!r}, {own})," for name, own in failure.steps]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=100, help="how many runs")
    parser.add_argument("--steps", type=int, default=1_000, help="steps of each run")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument(
        "--file-every", type=int, default=25, help="every how manieth run has a database file"
    )
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no run after that")
    asked = parser.parse_args(arguments)
    began = time.monotonic()
    seeds = steps = 0
    for seed in range(asked.first, asked.first + asked.seeds):
        if time.monotonic() - began > asked.seconds:
            break
        history = history_of(seed, asked.steps)
        with tempfile.TemporaryDirectory() as folder:
            on_disk = asked.file_every > 0 and seed % asked.file_every == 0
            failure = play(seed, history, Path(folder) / "applyonce.db" if on_disk else None)
        if failure is not None:
            print(report(shortened(failure)))
            return 1
        seeds += 1
        steps += len(history)
    seconds = time.monotonic() - began
    print(f"{steps:,} steps, {seeds} seeds, {steps / max(seconds, 1e-9):,.0f} steps/s: nothing broken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
