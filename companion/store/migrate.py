"""Brings a database to the newest schema: one numbered .sql file a step, forward only."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from companion.store.errors import NewerDatabaseError, StoreError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

APPLICATION_ID = 0x41504C31  # "APL1"
_NUMBERED = re.compile(r"^(\d{4})_\w+\.sql$")


def migrations() -> list[tuple[int, Path]]:
    """Return the migrations as (number, file), in order."""
    folder = Path(__file__).with_name("migrations")
    return sorted((int(match[1]), file) for file in folder.iterdir() if (match := _NUMBERED.match(file.name)))


def migrate(connection: sqlite3.Connection, before_change: Callable[[], None]) -> int:
    """Bring the database to the newest schema and return its version.

    `before_change` runs before an existing database is changed (a backup). Raises NewerDatabaseError where the
    database is newer than this code, StoreError where the file is no database of ours.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application_id: int = connection.execute("PRAGMA application_id").fetchone()[0]
    newest = migrations()[-1][0]
    if version and application_id != APPLICATION_ID:
        raise StoreError("The file applyonce.db is not a database of ApplyOnce.")
    if version > newest:
        raise NewerDatabaseError(
            f"The database has version {version}, this ApplyOnce knows versions up to {newest}. Update ApplyOnce."
        )
    if 0 < version < newest:
        before_change()
    for number, file in migrations():
        if number > version:
            script = file.read_text(encoding="utf-8")
            connection.executescript(
                f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\n"
                f"PRAGMA application_id = {APPLICATION_ID};\nCOMMIT;"
            )
    return newest
