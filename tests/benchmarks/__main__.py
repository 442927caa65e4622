"""Measure ApplyOnce against bare baselines: `make bench`, or `python -m tests.benchmarks --json`."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.browsing import measure_click, measure_native, measure_other_tabs
from tests.benchmarks.claims import measure_claims
from tests.benchmarks.stage import open_stage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.benchmarks.figures import Figure


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured. `tabs` are the other tabs that show the job as well."""

    claim_rounds: int
    claims: int
    native_rounds: int
    click_rounds: int
    tab_rounds: int
    tabs: int


FULL = Effort(claim_rounds=15, claims=512, native_rounds=200, click_rounds=60, tab_rounds=10, tabs=20)
SHORT = Effort(claim_rounds=2, claims=128, native_rounds=5, click_rounds=2, tab_rounds=1, tabs=3)


async def measure(effort: Effort, *, browser: bool = True) -> AsyncIterator[Figure]:
    """Yield each figure as soon as it is measured. Raises BrowserNotFound where there is no Chromium."""
    with tempfile.TemporaryDirectory(prefix="applyonce-bench-") as folder:
        for figure in await measure_claims(Path(folder), rounds=effort.claim_rounds, claims=effort.claims):
            yield figure
        if not browser:
            return
        async with open_stage(Path(folder), bare_claims=effort.native_rounds) as stage:
            yield await measure_native(stage, rounds=effort.native_rounds)
            yield await measure_click(stage, rounds=effort.click_rounds)
            yield await measure_other_tabs(stage, rounds=effort.tab_rounds, tabs=effort.tabs)


async def run(effort: Effort, *, browser: bool, as_json: bool) -> int:
    """Print the figures; the result is the exit status: 1 where a target was missed."""
    figures: list[Figure] = []
    load = [os.getloadavg()[0]]
    async for figure in measure(effort, browser=browser):
        figures.append(figure)
        load.append(os.getloadavg()[0])
        if not as_json:
            _say("\n".join(figure.lines()))
    machine = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "processors": os.cpu_count(),
        "load": {"before": round(load[0], 2), "highest": round(max(load), 2)},
    }
    if as_json:
        _say(json.dumps({"machine": machine, "figures": [figure.as_json() for figure in figures]}, indent=2))
    else:
        _say(
            f"\n{machine['processors']} processors, load average {load[0]:.1f} before, {max(load):.1f} at most; "
            f"Python {machine['python']}, SQLite {machine['sqlite']}. Ratios compare what was measured in turn, "
            "round by round; a busy machine spreads them."
        )
    return 0 if all(figure.met for figure in figures) else 1


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--short", action="store_true", help="a quick look, too few rounds to judge by")
    parser.add_argument("--no-browser", action="store_true", help="leave out what needs Chromium")
    asked = parser.parse_args()
    effort = SHORT if asked.short else FULL
    return asyncio.run(run(effort, browser=not asked.no_browser, as_json=asked.json))


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
