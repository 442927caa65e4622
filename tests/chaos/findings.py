"""Reads the database of a run: its applications and events as facts, and the invariants that it tells."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from companion.domain import Status
from tests.chaos.journal import Acknowledged
from tests.chaos.judge import Application, Event
from tests.simulation.invariants import InvariantBrokenError, InvariantChecker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from companion.demo.posting import Posting
    from companion.domain import JsonObject


def open_reading(home: Path) -> sqlite3.Connection:
    """Open the database so that nothing can be written: only the companion may do that."""
    connection = sqlite3.connect(f"file:{home / 'applyonce.db'}?mode=ro", uri=True, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def broken_invariants(home: Path, *, live: bool) -> list[str]:
    """Return what the database says against I1 to I14. Of a live one a snapshot is read, without `intents.log`.

    The log is written right after the commit: a snapshot may fall in between.
    """
    with closing(open_reading(home)) as connection:
        checker = InvariantChecker(connection, None if live else lambda: intents(home))
        connection.execute("BEGIN")
        try:
            checker.check()
            if not live:
                checker.check_from_scratch()
        except InvariantBrokenError as error:
            return [str(error)]
        finally:
            connection.execute("ROLLBACK")
    return []


def intents(home: Path) -> Iterator[JsonObject]:
    """Yield the intents of the log; a line that a crash cut short is passed over."""
    for line in (home / "intents.log").read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            intent = json.loads(line)
        except ValueError:
            continue
        if isinstance(intent, dict):
            yield intent


def applications(
    home: Path, postings: Mapping[str, Posting], profiles: Mapping[str, str]
) -> tuple[Application, ...]:
    """Return every application. `postings` by job id; `profiles`: names of profiles by their instance."""
    with closing(open_reading(home)) as connection:
        rows = connection.execute("SELECT id, job_id, status, phase FROM applications").fetchall()
        return tuple(
            Application(
                row["id"],
                postings[row["job_id"]].id if row["job_id"] in postings else row["job_id"],
                Status(row["status"]),
                row["phase"],
                tuple(_events(connection, row["id"])),
                frozenset(_profiles(connection, row["id"], profiles)),
            )
            for row in rows
        )


def _events(connection: sqlite3.Connection, application_id: str) -> Iterator[Event]:
    query = "SELECT seq, at, kind, fence, data FROM events WHERE application_id = ? ORDER BY seq"
    for row in connection.execute(query, (application_id,)):
        yield Event(row["seq"], row["at"] / 1000, row["kind"], row["fence"], json.loads(row["data"]))


def _profiles(
    connection: sqlite3.Connection, application_id: str, profiles: Mapping[str, str]
) -> Iterator[str]:
    query = "SELECT DISTINCT instance FROM attempts WHERE application_id = ? AND instance IS NOT NULL"
    for (instance,) in connection.execute(query, (application_id,)):
        if instance in profiles:
            yield profiles[instance]


def all_events(home: Path) -> dict[int, Acknowledged]:
    """Return every event as it would be told."""
    with closing(open_reading(home)) as connection:
        rows: list[Any] = connection.execute("SELECT seq, kind, application_id, fence FROM events").fetchall()
    return {row["seq"]: Acknowledged(row["kind"], row["application_id"], row["fence"]) for row in rows}
