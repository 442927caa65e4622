"""The demo as it is watched: a live table on a terminal, a line for each change in a pipe."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from rich import box
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from companion.demo.tally import Row, Tally

REFRESHES_PER_SECOND = 8
_STYLES = {"applied": "green", "in_progress": "cyan", "unconfirmed": "bold yellow"}
_LINES_KEPT = 4


class Screen(Protocol):
    """Shows the tally."""

    def show(self, tally: Tally) -> None:
        """Bring what is shown up to date."""
        ...

    def say(self, text: str) -> None:
        """Tell something that is not in the tally."""
        ...


class Silent:
    """Shows nothing: for ``--json``."""

    def show(self, tally: Tally) -> None:
        """Show nothing."""

    def say(self, text: str) -> None:
        """Say nothing."""


class Lines:
    """A line for each change, with the seconds since the start."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._seen: dict[str, str] = {}

    def show(self, tally: Tally) -> None:
        """Print what has changed."""
        for row in tally.rows:
            line = _line(row)
            if row.status != "none" and self._seen.get(row.posting.id) != line:
                self._seen[row.posting.id] = line
                self.say(line)

    def say(self, text: str) -> None:
        """Print a line."""
        seconds = time.monotonic() - self._began
        self._stream.write(f"{seconds:6.1f} s  {text}\n")
        self._stream.flush()


class LiveTable:
    """A table that is redrawn in its place."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._began = time.monotonic()
        self._said: list[str] = []
        self._tally: Tally | None = None

    def show(self, tally: Tally) -> None:
        """Redraw it."""
        self._tally = tally
        self._draw()

    def say(self, text: str) -> None:
        """Show a line below the table; the last few stay."""
        seconds = time.monotonic() - self._began
        self._said = [*self._said, f"{seconds:5.1f} s  {text}"][-_LINES_KEPT:]
        self._draw()

    def _draw(self) -> None:
        said = Text("\n".join(self._said), style="dim")
        parts = [said] if self._tally is None else [table_of(self._tally), Text(""), said]
        self._live.update(Group(*parts))


@contextmanager
def screen_for(stream: TextIO, *, silent: bool) -> Iterator[Screen]:
    """Give what fits the stream, for as long as the context lasts."""
    if silent:
        yield Silent()
    elif not stream.isatty():
        yield Lines(stream)
    else:
        console = Console(file=stream, highlight=False)
        with Live(console=console, refresh_per_second=REFRESHES_PER_SECOND, transient=False) as live:
            yield LiveTable(live)


def table_of(tally: Tally) -> Table:
    """Return the table of all jobs."""
    received = sum(row.received for row in tally.rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_footer=True)
    table.add_column("job", Text(f"{len(tally.rows)} jobs"), overflow="ellipsis", no_wrap=True, ratio=1)
    table.add_column("board", no_wrap=True)
    table.add_column("state", Text(f"companion {tally.companion}"), no_wrap=True, min_width=18)
    table.add_column("by", no_wrap=True, min_width=10)
    clicks = sum(row.clicks for row in tally.rows)
    table.add_column("clicks", str(clicks), justify="right", no_wrap=True, min_width=6)
    table.add_column("received", str(received), justify="right", no_wrap=True, min_width=8)
    for row in tally.rows:
        style = _STYLES.get(row.status, "dim")
        state = row.state if row.status != "in_progress" or not row.step else f"{row.state} {row.step}"
        table.add_row(
            Text(f"{row.posting.title}, {row.posting.company_name}"),
            row.board,
            Text(state, style=style),
            row.who,
            str(row.clicks or ""),
            Text(str(row.received or ""), style="green" if row.received == 1 else "bold red"),
        )
    return table


def _line(row: Row) -> str:
    by = f" by {row.who}" if row.who and row.status != "pending" else ""
    return f"{row.posting.title}, {row.posting.company_name}: {row.state}{by}"
