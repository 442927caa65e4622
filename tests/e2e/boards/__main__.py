"""Go through the whole table of pages and faults, or a part of it, and print it."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e import world
from tests.e2e.boards import matrix
from tests.e2e.boards.conftest import ADDED_SITES, ANSWERS, LOGS, TABS_AT_ONCE, TIMES
from tests.e2e.boards.ends import ENDS
from tests.e2e.harness.board_process import board_process
from tests.e2e.harness.chromium import start_chromium
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

SHORTER = {**TIMES, "APPLYONCE_SUBMIT_WINDOW_SECONDS": "20", "APPLYONCE_SWEEP_SECONDS": "1"}
"""What nobody answers becomes unconfirmed after this time, where a user's would after two minutes."""


@asynccontextmanager
async def _stage(logs: Path) -> AsyncIterator[matrix.Stage]:
    for name in LOGS:
        (logs / name).touch()
    async with board_process(logs / "board.log") as board, data_directory() as home:
        companion = CompanionProcess(home, logs / "companion.log", {**companion_environment(home), **SHORTER})
        try:
            await companion.start()
            await world.settle_in(companion, concurrency=TABS_AT_ONCE)
            for question, answer in ANSWERS:
                await companion.post("/api/v1/answers", {"question": question, "answer": answer})
            browser = start_chromium(
                logs / "profile",
                board_port=board.port,
                home=home,
                log=logs / "chromium.log",
                sites=ADDED_SITES,
            )
            async with browser as chromium:
                yield matrix.Stage(chromium, companion, board)
        finally:
            companion.end()


async def run(faults: Sequence[str], pages: Sequence[str]) -> bool:
    """Print a line for each column and the table at the end; returns whether all was right."""
    found: dict[str, dict[str, list[str]]] = {}
    with tempfile.TemporaryDirectory(prefix="applyonce-boards-") as folder:
        async with _stage(Path(folder)) as stage:
            for fault in faults:
                began = time.monotonic()
                found[fault] = await stage.column(fault, pages)
                judged, wrong = len(found[fault]), sum(bool(said) for said in found[fault].values())
                seconds = time.monotonic() - began
                _say(f"{fault}: {judged - wrong} of {judged} right, {seconds:.0f} s")
                for name, said in found[fault].items():
                    if said:
                        _say(f"  {name}: {'; '.join(said)}")
    _say(matrix.table(found, pages))
    return not any(said for column in found.values() for said in column.values())


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    """Read the arguments and run; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.e2e.boards", description=__doc__)
    parser.add_argument("--faults", default=",".join(ENDS), help="separated by commas")
    parser.add_argument("--pages", default=",".join(matrix.PAGES), help="separated by commas")
    arguments = parser.parse_args()
    return 0 if asyncio.run(run(arguments.faults.split(","), arguments.pages.split(","))) else 1


if __name__ == "__main__":
    sys.exit(main())
