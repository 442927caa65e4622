"""Runs the simulation: ``python -m tests.simulation.run --seeds 200 --steps 2000``.

Prints steps, seeds and rate. A failure prints its seed and a shortened history that still fails.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from companion.domain import Times
from tests.simulation.actions import ACTIONS, settle
from tests.simulation.world import Plan, World

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHRINKING_SECONDS = 600.0
_SEEDS_AT_A_TIME = 20
_SEEDS_BETWEEN_WORDS = 5_000
_PAIRS_UP_TO_STEPS = 30
_DRAWN_UP_TO_STEPS = 5
_DRAWS = 1_000
"""For each length, where a shorter history is looked for among other steps."""
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
    """Leave out of a history what is not needed for the same kind of failure.

    What is left, unless `seconds` are over, fails no longer without any one of its steps, nor without any two;
    and where it is short, no shorter history of other steps was found that fails likewise.
    """
    until = time.monotonic() + seconds
    size = max(len(failure.steps) // 2, 1)
    while time.monotonic() < until:
        start = 0
        shrunk = False
        while start < len(failure.steps) and time.monotonic() < until:
            fewer = _without(failure, range(start, start + size))
            if fewer is not None:
                failure, shrunk = fewer, True
            else:
                start += size
        if size == 1 and not shrunk:
            fewer = _without_a_pair(failure, until) or _of_other_steps(failure, until)
            if fewer is None:
                break
            failure = fewer
        size = max(size // 2, 1)
    return failure


def _without(failure: Failure, numbers: Sequence[int]) -> Failure | None:
    """Return the failure of the same kind that is left without some steps, or None where there is none."""
    left_out = frozenset(numbers)
    again = play(failure.seed, [step for number, step in enumerate(failure.steps) if number not in left_out])
    return again if again is not None and _kind(again.error) == _kind(failure.error) else None


def _without_a_pair(failure: Failure, until: float) -> Failure | None:
    if len(failure.steps) > _PAIRS_UP_TO_STEPS:
        return None
    for pair in combinations(range(len(failure.steps)), 2):
        fewer = _without(failure, pair) if time.monotonic() < until else None
        if fewer is not None:
            return fewer
    return None


def _kind(error: Exception) -> str:
    return f"{type(error).__name__}:{str(error)[:3]}"


def report(failure: Failure) -> str:
    """Tell a failure so that it can be played again."""
    lines = [f"seed {failure.seed}, {len(failure.steps)} steps: {failure.error!r}"]
    lines += [f"  ({name!r}, {own})," for name, own in failure.steps]
    return "\n".join(lines)


def _of_other_steps(failure: Failure, until: float) -> Failure | None:
    """Return a shorter history of whatever steps, where drawing finds one that fails in the same way."""
    if len(failure.steps) > _DRAWN_UP_TO_STEPS:
        return None
    weights = plan_of(failure.seed).weights
    rng = Random(failure.seed)
    for size in range(1, len(failure.steps)):
        for _ in range(_DRAWS):
            if time.monotonic() > until:
                return None
            names = rng.choices(list(weights), list(weights.values()), k=size)
            again = play(failure.seed, [(name, rng.getrandbits(32)) for name in names])
            if again is not None and _kind(again.error) == _kind(failure.error):
                return again
    return None


def play_seeds(seeds: Sequence[int], steps: int, file_every: int) -> int | None:
    """Play the history of each seed; return the first that fails, or None. Every `file_every`th has a file."""
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "applyonce.db" if file_every and seed % file_every == 0 else None
            if play(seed, history_of(seed, steps), database) is not None:
                return seed
    return None


def _played(asked: argparse.Namespace) -> Iterator[tuple[int, int | None]]:
    """Yield how many seeds were played since the last time, and the one that failed."""
    last = asked.first + asked.seeds
    parts = [
        range(start, min(start + _SEEDS_AT_A_TIME, last))
        for start in range(asked.first, last, _SEEDS_AT_A_TIME)
    ]
    until = time.monotonic() + asked.seconds
    play_part = partial(play_seeds, steps=asked.steps, file_every=asked.file_every)
    if asked.jobs == 1:
        for part in parts:
            if time.monotonic() > until:
                return
            yield len(part), play_part(part)
        return
    with ProcessPoolExecutor(asked.jobs, multiprocessing.get_context("spawn")) as pool:
        for part, failed in zip(parts, pool.map(play_part, parts), strict=True):
            yield len(part), failed
            if failed is not None or time.monotonic() > until:
                pool.shutdown(wait=False, cancel_futures=True)
                return


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
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    asked = parser.parse_args(arguments)
    began = time.monotonic()
    seeds = 0
    for played, failed in _played(asked):
        if failed is not None:
            failure = play(failed, history_of(failed, asked.steps))
            if failure is None:
                print(f"seed {failed} fails over a database file only, or not always")
            else:
                print(
                    report(failure),
                    "\n\nthe shortest that still fails:",
                    report(shortened(failure)),
                    sep="\n",
                )
            return 1
        seeds += played
        if seeds % _SEEDS_BETWEEN_WORDS < played:
            print(_told(seeds, asked.steps, began), flush=True)
    print(f"{_told(seeds, asked.steps, began)}: nothing broken")
    return 0


def _told(seeds: int, steps: int, began: float) -> str:
    seconds = time.monotonic() - began
    return f"{seeds * steps:,} steps, {seeds:,} seeds, {seeds * steps / max(seconds, 1e-9):,.0f} steps/s"


if __name__ == "__main__":
    sys.exit(main())
