"""Take pictures of everything that the user sees, and say what a machine finds wrong with them."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e import world
from tests.e2e.harness.board_process import board_process
from tests.e2e.harness.chromium import start_chromium
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory
from tests.e2e.harness.firefox import start_firefox
from tests.pictures.cameras import ChromiumCamera, FirefoxCamera
from tests.pictures.scenes import SCENES, Set, without_companion

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from tests.e2e.harness.board_process import BoardProcess
    from tests.pictures.cameras import Camera

BROWSERS = ("chromium", "firefox")
SCREEN = ("--screen-info={1600x1200}", "--window-size=1600,1100")
"""Room for a popup as high as it may be."""
FIRST_DAY = "first_day"
WITHOUT = "without_companion"


async def run(browser: str, scenes: Sequence[str], folder: Path) -> int:
    """Play the scenes in one browser; returns how much was found wrong."""
    count = 0
    with tempfile.TemporaryDirectory(prefix="ao-", dir="/tmp") as name:
        logs = Path(name)
        async with board_process(logs / "board.log") as board, data_directory() as home:
            companion = CompanionProcess(home, logs / "companion.log", companion_environment(home))
            try:
                await companion.start()
                if set(scenes) - {WITHOUT}:
                    async with _camera(browser, folder, logs, board, home) as camera:
                        await _play(
                            [each for each in scenes if each != WITHOUT], Set(camera, companion, board)
                        )
                        count += _tell(camera)
                if WITHOUT in scenes:
                    async with _camera(browser, folder, logs, board, None) as camera:
                        await without_companion(Set(camera, companion, board))
                        count += _tell(camera)
            finally:
                companion.end()
    return count


async def _play(scenes: Sequence[str], on: Set) -> None:
    if FIRST_DAY in scenes:
        await SCENES[FIRST_DAY](on)
    await world.settle_in(on.companion)
    for name in scenes:
        if name != FIRST_DAY:
            await SCENES[name](on)


@asynccontextmanager
async def _camera(
    browser: str, folder: Path, logs: Path, board: BoardProcess, home: Path | None
) -> AsyncIterator[Camera]:
    """Run a browser; without `home` there is no native host for it."""
    profile = logs / f"{browser}-{'with' if home else 'without'}"
    if browser == "chromium":
        starting = start_chromium(
            profile, board_port=board.port, home=home, log=logs / "chromium.log", arguments=SCREEN
        )
        async with starting as chromium:
            yield ChromiumCamera(chromium, folder)
    else:
        async with start_firefox(
            profile, board_port=board.port, home=home, log=logs / "firefox.log"
        ) as firefox:
            yield FirefoxCamera(firefox, folder)


def _tell(camera: Camera) -> int:
    for label, wrong in camera.found.items():
        for each in wrong:
            sys.stdout.write(f"{label}: {each}\n")
    sys.stdout.flush()
    return sum(map(len, camera.found.values()))


def main() -> int:
    """Read the arguments and run; 1 where anything was found wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("--browser", choices=BROWSERS, action="append", help="one of them (default: both)")
    parser.add_argument("--scenes", default=",".join([*SCENES, WITHOUT]), help="separated by commas")
    parser.add_argument("--out", type=Path, default=Path(".artifacts/pictures"), help="where to leave them")
    arguments = parser.parse_args()
    found = 0
    for browser in arguments.browser or BROWSERS:
        folder = arguments.out / browser
        folder.mkdir(parents=True, exist_ok=True)
        found += asyncio.run(run(browser, arguments.scenes.split(","), folder))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
