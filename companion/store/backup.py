"""Backups of the database: whole copies, the last seven kept."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KEPT_BACKUPS = 7
_BACKUP_NAME = re.compile(r"^applyonce-\d{8}T\d{12}Z\.db$")
DATABASE_FILES = ("applyonce.db", "applyonce.db-wal", "applyonce.db-shm")


def backups(home: Path) -> list[Path]:
    """Return the backups, newest first."""
    folder = home / "backups"
    if not folder.is_dir():
        return []
    return sorted((file for file in folder.iterdir() if _BACKUP_NAME.match(file.name)), reverse=True)


def is_backup_due(home: Path, seconds: float) -> bool:
    """Return whether the newest backup is older than that, or there is none."""
    newest = next(iter(backups(home)), None)
    return newest is None or time.time() - newest.stat().st_mtime >= seconds


def make_backup(connection: sqlite3.Connection, home: Path) -> Path:
    """Write a whole copy of the database to `home`/backups, drop the oldest, and return its path.

    Raises sqlite3.Error or OSError; nothing of it is left then.
    """
    folder = home / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    name = datetime.now(UTC).strftime("applyonce-%Y%m%dT%H%M%S%fZ.db")
    unfinished = folder / f"{name}.part"
    try:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.chmod(0o600)
        _forget_identity(unfinished)
        sync(unfinished)
    except (sqlite3.Error, OSError):
        unfinished.unlink(missing_ok=True)
        raise
    finished = unfinished.rename(folder / name)
    for old in backups(home)[KEPT_BACKUPS:]:
        old.unlink(missing_ok=True)  # the command line may be making one too
    return finished


def _forget_identity(copy: Path) -> None:
    """Let a copy be known as one, also where somebody writes it over the database: the epoch must rise then."""
    connection = sqlite3.connect(copy)
    try:
        with connection:
            connection.execute("UPDATE meta SET value = '' WHERE key = 'identity'")
    finally:
        connection.close()


def move_aside(home: Path, why: str) -> Path:
    """Move the database's files, all together, into a folder of their own, named by `why`, and return that."""
    aside = home / datetime.now(UTC).strftime(f"{why}-%Y%m%dT%H%M%S%fZ")
    aside.mkdir(mode=0o700)
    for name in DATABASE_FILES:
        if (home / name).exists():
            (home / name).rename(aside / name)
    sync(aside)
    return aside


def restore_backup(home: Path, backup: Path) -> Path:
    """Put `backup` in the place of the database; what stood there is moved aside, and its folder returned."""
    aside = move_aside(home, "damaged")
    unfinished = home / "applyonce.db.part"
    shutil.copyfile(backup, unfinished)
    unfinished.chmod(0o600)
    sync(unfinished)
    unfinished.rename(home / "applyonce.db")
    sync(home)
    return aside


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
