"""What the set-up steps share: one at a time, and done once."""

from __future__ import annotations

import fcntl
import hashlib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Hold a lock, so that two `make` runs in one checkout do not set up the same thing at once."""
    folder = ROOT / ".make"
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def digest(*parts: bytes) -> str:
    """Return one digest over all parts, with their borders."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


def is_done(stamp: Path, expected: str) -> bool:
    """Say whether the stamp file says that exactly this set-up was done."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == expected
