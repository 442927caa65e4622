"""What `doctor` says of the data: who may read it, and whether the database is whole."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

from companion.store.migrate import APPLICATION_ID, migrations
from native_host.registration import Finding

if TYPE_CHECKING:
    from pathlib import Path

DATABASE = "applyonce.db"
_PRIVATE_NAMES = (
    DATABASE, "applyonce.db-wal", "applyonce.db-shm", "intents.log", "companion.lock", "token", "http.sock",
    "native.sock", "sockets.json", "documents", "logs", "backups",
)  # fmt: skip
_SOCKETS = frozenset({"http.sock", "native.sock"})
_FOLDERS = frozenset({"documents", "logs", "backups"})
BUSY_SECONDS = 5.0


def check_files(home: Path) -> list[Finding]:
    """Look at the owner, the kind and the mode of what lies in the data directory."""
    found = [name for name in _PRIVATE_NAMES if os.path.lexists(home / name)]
    wrong = [finding for name in found if (finding := _check_file(home / name)) is not None]
    if wrong or not found:
        return wrong
    return [Finding("ok", "files", f"{len(found)} in the data directory, readable by you alone")]


def _check_file(path: Path) -> Finding | None:
    try:
        info = path.lstat()
    except OSError as error:
        return Finding("error", path.name, f"{path} cannot be looked at ({error.strerror})")
    if stat.S_ISLNK(info.st_mode):
        return Finding(
            "error",
            path.name,
            f"{path} is a symlink, which is not followed",
            f"look where it leads, then: rm {path}",
        )
    if info.st_uid != os.getuid():
        return Finding(
            "error",
            path.name,
            f"{path} belongs to another user (uid {info.st_uid})",
            f"make it yours: chown {path}",
        )
    kind_is_right = (
        stat.S_ISSOCK(info.st_mode)
        if path.name in _SOCKETS
        else stat.S_ISDIR(info.st_mode)
        if path.name in _FOLDERS
        else stat.S_ISREG(info.st_mode)
    )
    if not kind_is_right:
        return Finding(
            "error", path.name, f"{path} is not what should lie there", f"move it away: mv {path} {path}.old"
        )
    if info.st_mode & 0o077:
        mode = f"{stat.S_IMODE(info.st_mode):04o}"
        return Finding(
            "error", path.name, f"{path} is open to other users (mode {mode})", f"chmod go-rwx {path}"
        )
    return None


def check_database(home: Path) -> list[Finding]:
    """Read the whole database for damage, without writing to it."""
    path = home / DATABASE
    if not path.exists():
        return [Finding("ok", "database", "none yet: it is made at the companion's first start")]
    try:
        with closing(
            sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        ) as connection:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            application = int(connection.execute("PRAGMA application_id").fetchone()[0])
            damage = [str(row[0]) for row in connection.execute("PRAGMA quick_check(3)")]
    except sqlite3.Error as error:
        return [Finding("error", "database", f"{path} cannot be read: {error}", _RESTORE)]
    newest = migrations()[-1][0]
    if damage != ["ok"]:
        return [Finding("error", "database", f"{path} is damaged: {'; '.join(damage)}", _RESTORE)]
    if version and application != APPLICATION_ID:
        return [
            Finding("error", "database", f"{path} is not ApplyOnce's", f"move it away: mv {path} {path}.old")
        ]
    if version > newest:
        message = f"{path} has version {version}, this ApplyOnce knows up to {newest}"
        return [Finding("error", "database", message, "update ApplyOnce")]
    return [Finding("ok", "database", f"whole, version {version}, {path.stat().st_size:,} bytes")]


_RESTORE = (
    "stop the companion and start it again: it checks the database, moves a damaged one aside and restores the "
    "newest backup"
)
