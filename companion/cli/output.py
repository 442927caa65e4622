"""What commands print: tables for people, plain columns for pipes, JSON for programs.

stdout has what was asked for and nothing else; remarks and errors go to stderr.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TextIO

from companion.cli.terminal_text import lines, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    from companion.cli.failure import CommandFailed


def say(text: str) -> None:
    """Print a sentence of ours, or text whose lines matter."""
    _write(sys.stdout, lines(text) + "\n")


def remark(text: str) -> None:
    """Print to stderr what is not part of the result."""
    _write(sys.stderr, lines(text) + "\n")


def raw(text: str) -> None:
    """Print data as it is, for what reads it from a pipe."""
    _write(sys.stdout, text)


def print_json(value: BaseModel | dict[str, Any] | list[Any]) -> None:
    """Print JSON: a model of the protocol in the API's own shape."""
    plain = value if isinstance(value, dict | list) else value.model_dump(mode="json")
    raw(json.dumps(plain, ensure_ascii=False, indent=2, default=_plain) + "\n")


def print_failure(failure: CommandFailed, *, as_json: bool) -> None:
    """Print to stderr why a command failed, and what to do next."""
    if as_json:
        _write(sys.stderr, json.dumps(failure.body, ensure_ascii=False, default=_plain) + "\n")
        return
    remark(f"applyonce: {one_line(str(failure))}")
    if failure.advice:
        remark(failure.advice)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, wide: str = "") -> None:
    """Print rows of text: a table on a terminal, else columns separated by tabs, without headings.

    `wide` names the column that gives way where the terminal is narrow; the others are kept whole.
    """
    safe = [[one_line(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        raw("".join("\t".join(row) + "\n" for row in safe))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading in headings:
        flexible = heading == wide
        table.add_column(heading, no_wrap=not flexible, overflow="fold" if flexible else "ellipsis")
    for row in safe:
        # Text, never markup: a title such as "[red]" is a title.
        table.add_row(*(Text(cell, style=_STYLES.get(cell, "")) for cell in row))
    Console(file=sys.stdout, highlight=False, markup=False, emoji=False).print(table)


def print_fields(pairs: Iterable[tuple[str, str]]) -> None:
    """Print names and values, one pair a line; those without a value are left out."""
    shown = [(name, one_line(value)) for name, value in pairs if value]
    width = max((len(name) for name, _ in shown), default=0)
    raw("".join(f"{name + ':':<{width + 1}} {value}\n" for name, value in shown))


def when(moment: datetime | None) -> str:
    """Return a time in the user's own zone, to the minute; nothing for none."""
    if moment is None:
        return ""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone().strftime("%Y-%m-%d %H:%M")


_STYLES = {
    "applied": "green",
    "interview": "green",
    "offer": "bold green",
    "in_progress": "cyan",
    "unconfirmed": "bold yellow",
    "rejected": "dim",
    "withdrawn": "dim",
    "ok": "green",
    "warning": "yellow",
    "error": "bold red",
}


def _plain(value: object) -> str:
    """Return what JSON has no form for as text."""
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _write(stream: TextIO, text: str) -> None:
    """Write text whatever the stream's encoding: a character that it lacks becomes an escape, not a crash."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
