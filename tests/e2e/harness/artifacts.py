"""What is kept of a test that failed: screenshots and logs, under .artifacts/ in the repository's root."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

FAILED: pytest.StashKey[bool] = pytest.StashKey()


@dataclass(frozen=True)
class Artifacts:
    """The folder of one test, or of a module whose tests share their actors.

    Logs are written there from the start; it is removed when no test failed.
    """

    folder: Path
    item: pytest.Item | pytest.Module

    @property
    def failed(self) -> bool:
        return self.item.stash.get(FAILED, False)

    def log(self, name: str) -> Path:
        """Return the path of a log file that does not exist yet."""
        path, number = self.folder / f"{name}.log", 1
        while path.exists():
            number += 1
            path = self.folder / f"{name}-{number}.log"
        path.touch()
        return path


def open_artifacts(root: Path, item: pytest.Item | pytest.Module) -> Artifacts:
    """Make the folder anew."""
    folder = root / ".artifacts" / re.sub(r"[^\w.-]+", "_", item.nodeid)[-150:]
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return Artifacts(folder, item)
