"""Puts a backup in the place of the database because the user asked for it, with the companion stopped.

What a damaged database needs at a start is `companion.store.sqlite`'s own work.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.domain import SENT_STATUSES
from companion.store.backup import DATABASE_FILES, move_aside, sync
from companion.store.errors import StoreError
from companion.store.migrate import APPLICATION_ID, migrations

if TYPE_CHECKING:
    from pathlib import Path

DATABASE = DATABASE_FILES[0]
_NAMED_AFTER_ITS_TIME = "applyonce-%Y%m%dT%H%M%S%fZ.db"
BUSY_SECONDS = 5.0


class UnusableBackupError(StoreError):
    """A file cannot take the database's place; the text says why."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a copy of the database holds: its schema's version, its size in bytes, and two counts."""

    version: int
    size: int
    jobs: int
    sent: int


def made_at(path: Path) -> datetime:
    """Return when a copy of the database was made: by its name, else by its file. Raises OSError."""
    try:
        return datetime.strptime(path.name, _NAMED_AFTER_ITS_TIME).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def examine(path: Path) -> Contents:
    """Read a whole copy of the database and say what is in it, without changing anything.

    Raises UnusableBackupError for what is damaged, no database of ours, or newer than this code.
    """
    try:
        with contextlib.closing(_open(path)) as connection:
            damage = [str(row[0]) for row in connection.execute("PRAGMA quick_check(1)")]
            if damage != ["ok"]:
                raise UnusableBackupError(f"{path} is damaged: {damage[0]}.")
            version = _version(path, connection)
            jobs = connection.execute("SELECT count(*) FROM jobs WHERE merged_into IS NULL").fetchone()[0]
            marks = ", ".join("?" * len(SENT_STATUSES))
            sent = connection.execute(
                f"SELECT count(*) FROM applications WHERE status IN ({marks})",  # noqa: S608 -- question marks
                [int(status) for status in SENT_STATUSES],
            ).fetchone()[0]
            return Contents(version, path.stat().st_size, jobs, sent)
    except (sqlite3.Error, OSError) as error:
        raise UnusableBackupError(f"{path} cannot be read: {error}.") from error


def put_back(home: Path, chosen: Path) -> Path | None:
    """Put a copy of `chosen` in the database's place; return the folder that now has what stood there.

    The caller holds the lock of `home`. The copy is whole and on disk before anything is moved, and carries no
    identity: so the next start takes it for another database, raises the epoch, ends what was open, and replays
    the log of intents. None where there was no database. Raises UnusableBackupError, OSError, sqlite3.Error;
    what stood there still stands there then.
    """
    examine(chosen)
    unfinished = home / f"{DATABASE}.part"
    unfinished.unlink(missing_ok=True)
    try:
        with contextlib.closing(_open(chosen)) as source:
            source.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.chmod(0o600)
        with contextlib.closing(sqlite3.connect(unfinished)) as copy, copy:
            copy.execute("UPDATE meta SET value = '' WHERE key = 'identity'")
        sync(unfinished)
        there = any((home / name).exists() for name in DATABASE_FILES)
        aside = move_aside(home, "replaced") if there else None
        unfinished.rename(home / DATABASE)
        sync(home)
    finally:
        unfinished.unlink(missing_ok=True)
    return aside


def _open(path: Path) -> sqlite3.Connection:
    """Open a copy to read. Raises sqlite3.Error; a file that is not there is not made."""
    # What was moved aside after a crash has its newest changes in the -wal beside it; a backup has none, and
    # must not get one.
    beside = path.with_name(f"{path.name}-wal")
    how = "mode=ro" if beside.exists() else "mode=ro&immutable=1"
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{how}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )


def _version(path: Path, connection: sqlite3.Connection) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if int(connection.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID or not version:
        raise UnusableBackupError(f"{path} is not a database of ApplyOnce.")
    newest = migrations()[-1][0]
    if version > newest:
        raise UnusableBackupError(
            f"{path} has version {version}, this ApplyOnce knows versions up to {newest}. Update ApplyOnce."
        )
    return version
