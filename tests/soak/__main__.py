"""`make soak MINUTES=15`: leave everything at work, and say of each series whether it is bounded."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.soak.pictures import draw, read_csv, write_csv
from tests.soak.run import Outcome, Plan, soak
from tests.soak.series import SERIES

ROOT = Path(__file__).parent.parent.parent


def main() -> int:
    """Run what the command line asks for; the result is the exit status: 1 where something leaks."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=15, help="how long, without setting up (15)")
    parser.add_argument("--tabs", type=int, default=20, help="tabs of the person (20)")
    parser.add_argument("--out", type=Path, default=ROOT / ".artifacts" / "soak", help="for CSV and picture")
    parser.add_argument("--judge", type=Path, help="judge the CSV of an earlier soak, and run none")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    if asked.judge:
        samples = read_csv(asked.judge)
        return report(Outcome(samples, samples.verdicts(), []), asked.out)
    with tempfile.TemporaryDirectory(prefix="applyonce-soak-") as folder:
        plan = Plan(seconds=asked.minutes * 60, tabs=asked.tabs)
        outcome = asyncio.run(soak(plan, Path(folder), _say))
    return report(outcome, asked.out)


def report(outcome: Outcome, out: Path) -> int:
    """Write the samples, print the verdicts, and return the exit status."""
    write_csv(outcome.samples, out / "soak.csv")
    for verdict in outcome.verdicts:
        _say(verdict.line())
    for name in SERIES:
        if name not in outcome.samples.columns:
            _say(f"not sampled {name}")
    for line in outcome.let_go:
        _say(line)
    try:
        draw(outcome.samples, outcome.verdicts, out / "soak.png")
        _say(f"{out / 'soak.csv'} and {out / 'soak.png'} hold the samples")
    except ImportError:
        _say(f"{out / 'soak.csv'} holds the samples; no picture, as matplotlib is not installed")
    if outcome.left is not None:
        _say(f"soak: at the end: {outcome.left}")
    leaking = [verdict.name for verdict in outcome.verdicts if not verdict.bounded]
    if leaking:
        _say(f"soak: over the limit: {', '.join(leaking)}")
    elif all(verdict.enough for verdict in outcome.verdicts):
        _say("soak: all is bounded")
    else:
        _say("soak: too short to judge growth by")
    return 1 if leaking or outcome.left is not None else 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
