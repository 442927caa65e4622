"""The actors that the tests of one module may share: starting them takes longer than most stories."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.e2e import world
from tests.e2e.harness.board_process import BoardProcess, board_process
from tests.e2e.harness.chromium import Chromium, start_chromium
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.e2e.harness.artifacts import Artifacts


@dataclass(frozen=True)
class Stage:
    """A board, a companion with an applicant, and a Chromium. A test takes jobs that no other one takes."""

    board: BoardProcess
    companion: CompanionProcess
    chromium: Chromium
    artifacts: Artifacts

    def pictures(self, name: str) -> Path:
        """Return a folder for the pictures of a test that failed."""
        folder = self.artifacts.folder / name
        folder.mkdir(exist_ok=True)
        return folder

    async def tidy(self) -> None:
        """Close all tabs but one, which keeps the browser open, and forget the board's faults."""
        keep = await self.chromium.context.new_page()
        for page in self.chromium.context.pages:
            if page != keep:
                await page.close()
        await self.board.reset()


@asynccontextmanager
async def start_stage(folder: Path, artifacts: Artifacts, *, extension: Path) -> AsyncIterator[Stage]:
    """Start them, for as long as the context lasts. Raises BrowserNotFound."""
    async with board_process(artifacts.log("board")) as board, data_directory() as home:
        companion = CompanionProcess(home, artifacts.log("companion"), companion_environment(home))
        try:
            await companion.start()
            await world.settle_in(companion)
            async with start_chromium(
                folder / "profile",
                board_port=board.port,
                home=home,
                extension=extension,
                log=artifacts.log("chromium"),
            ) as chromium:
                yield Stage(board, companion, chromium, artifacts)
        finally:
            companion.end()
