"""Tells all that a call did: its result or refusal, the events it appended, each column that it changed.

Ids, permits and times stand in it as names and offsets, so that it is the same each time.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from companion.refusals import RefusedError
from tests.simulation.clocks import START_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.integration.arbiter.actors import Bench

_TABLES = {
    "applications": ("id",),
    "attempts": ("id",),
    "permits": ("application_id", "fence"),
    "evidence": ("id",),
    "jobs": ("id",),
    "restored_intents": ("permit",),
}
_ORDERS = {"permits": "given_at, fence", "restored_intents": "permit"}
"""Other than as they were made."""
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-([457])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_WALL = re.compile(r"\b17[45]\d{10}\b")

Rows = dict[tuple[Any, ...], dict[str, Any]]


class Transcript:
    """Writes down what calls on a bench do."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._names: dict[str, str] = {}

    def of(self, call: Callable[[], Any]) -> list[str]:
        """Make a call and return the lines that tell of it."""
        before, seq, logged = self._rows(), self._last_seq(), len(list(self._bench.companion.intents))
        try:
            lines = [f"= {_told(call())}"]
        except RefusedError as refusal:
            lines = [
                f"! {refusal.code}: {refusal.message}",
                f"! {json.dumps(refusal.details)}",
                f"! job {refusal.job_id} application {refusal.application_id} retry {refusal.retry_after_seconds}",
            ]
        lines += [
            f"event {row['kind']} at {row['at']} user {row['user_id']} job {row['job_id']}"
            f" application {row['application_id']} fence {row['fence']} {row['data']}"
            for row in self._select("SELECT * FROM events WHERE seq > ? ORDER BY seq", seq)
        ]
        lines += _changes(before, self._rows())
        lines += [f"intent {json.dumps(line)}" for line in list(self._bench.companion.intents)[logged:]]
        return [self._named(line) for line in lines]

    # --- inside -------------------------------------------------------------------------------------------

    def _select(self, sql: str, *parameters: Any) -> list[Any]:
        return self._bench.companion.connection.execute(sql, parameters).fetchall()

    def _last_seq(self) -> int:
        seq: int = self._select("SELECT coalesce(max(seq), 0) FROM events")[0][0]
        return seq

    def _rows(self) -> Rows:
        return {
            (table, *(row[column] for column in key)): dict(row)
            for table, key in _TABLES.items()
            for row in self._select(f"SELECT * FROM {table} ORDER BY {_ORDERS.get(table, 'rowid')}")  # noqa: S608 - names of this file
        }

    def _named(self, line: str) -> str:
        def name(found: re.Match[str]) -> str:
            kind = {"4": "permit", "5": "job", "7": "application"}[found[1]]
            number = sum(known.startswith(kind) for known in self._names.values()) + 1
            return self._names.setdefault(found[0], f"{kind}-{number}")

        return _WALL.sub(lambda found: f"T+{int(found[0]) - START_MS}", _ID.sub(name, line))


def _changes(before: Rows, after: Rows) -> Iterable[str]:
    for key, row in after.items():
        old = before.get(key)
        if old is None:
            yield f"new {key[0]}: {_columns(row.items())}"
        elif old != row:
            changed = (
                (column, f"{old[column]} > {value}") for column, value in row.items() if value != old[column]
            )
            yield f"changed {' '.join(map(str, key))}: {_columns(changed)}"
    assert not before.keys() - after.keys(), "nothing is ever deleted"


def _columns(columns: Iterable[tuple[str, Any]]) -> str:
    return ", ".join(f"{column} {value}" for column, value in columns if value is not None)


def _told(result: Any) -> str:
    """Return a result as text: what a dataclass has, and nothing for what is None."""
    if is_dataclass(result):
        members = ((member.name, getattr(result, member.name)) for member in fields(result))
        inside = ", ".join(f"{name} {_told(value)}" for name, value in members if value is not None)
        return f"{type(result).__name__}({inside})"
    return str(result.value) if isinstance(result, Enum) else repr(result)
