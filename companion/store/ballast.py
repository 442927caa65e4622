"""A file that keeps some disk space in reserve, so that what was already sent can be recorded on a full disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BALLAST_BYTES = 4 * 1024 * 1024


class Ballast:
    """Holds `BALLAST_BYTES` of the disk until they are needed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def restore(self) -> bool:
        """Take the reserve where it is missing and the disk has room. Returns whether it is held."""
        if self._path.exists() and self._path.stat().st_size == BALLAST_BYTES:
            return True
        try:
            with os.fdopen(
                os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb"
            ) as file:
                os.posix_fallocate(file.fileno(), 0, BALLAST_BYTES)
        except OSError:
            self._path.unlink(missing_ok=True)
            return False
        return True

    def free(self) -> bool:
        """Give the reserve back to the disk. Returns whether there was one."""
        try:
            self._path.unlink()
        except FileNotFoundError:
            return False
        return True
