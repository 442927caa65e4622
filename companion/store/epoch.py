"""Which database this is: the epoch rises when it was restored, copied or replaced, and no epoch comes twice.

The database itself cannot know the highest epoch that its folder has had: a backup is older than that. So the
folder keeps it in a file of its own.
"""

from __future__ import annotations

import os
from pathlib import Path

FILE_NAME = "epoch"


def identity_of(home: Path) -> str:
    """Return what differs when the data directory was copied, or the database replaced by another file."""
    machine = Path("/etc/machine-id")
    name = machine.read_text(encoding="ascii").strip() if machine.is_file() else ""
    return f"{name}:{home.resolve()}:{(home / 'applyonce.db').stat().st_ino}"


def highest_epoch(home: Path) -> int:
    """Return the highest epoch that this folder has had; 0 where it had none, or where nobody can tell."""
    try:
        return int((home / FILE_NAME).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def next_epoch(home: Path, stored: int, *, known: bool) -> tuple[int, bool]:
    """Return the epoch from now on, and whether the database is not the one that this folder had before.

    `stored` is the database's own epoch, 0 for a new one; `known`: its stored identity is that of this file.
    """
    highest = highest_epoch(home)
    replaced = highest > stored or (stored > 0 and not known)
    epoch = max(stored, highest) + 1 if replaced or not stored else stored
    if epoch > highest:
        _keep(home, epoch)
    return epoch, replaced


def _keep(home: Path, epoch: int) -> None:
    unfinished = home / f"{FILE_NAME}.part"
    descriptor = os.open(
        unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
    )
    try:
        os.write(descriptor, str(epoch).encode("ascii"))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    unfinished.rename(home / FILE_NAME)
