"""Runs chaos from the command line: `python -m tests.chaos --minutes 30 --seed 7`. Exit 1 on a violation."""

from __future__ import annotations

import argparse
import asyncio
import faulthandler
import logging
import secrets
import signal
import sys
from pathlib import Path

from tests.chaos.run import ROOT, Plan, run


def main() -> int:
    """Run it, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("--minutes", type=float, default=5, help="how long faults are injected")
    parser.add_argument(
        "--seed", type=int, help="draws actors, faults and victims; by default another each time"
    )
    parser.add_argument("--folder", type=Path, help="where the log of all actions goes")
    arguments = parser.parse_args()
    seed = secrets.randbelow(1_000_000) if arguments.seed is None else arguments.seed
    folder = arguments.folder or ROOT / ".artifacts" / f"chaos-{seed}"
    logging.getLogger("asyncio").setLevel(
        logging.CRITICAL
    )  # connections to what is killed end badly all the time
    faulthandler.register(signal.SIGUSR1)
    outcome = asyncio.run(run(Plan(seed, arguments.minutes * 60, folder)))
    print(outcome.table())
    return 0 if outcome.passed else 1


if __name__ == "__main__":
    sys.exit(main())
