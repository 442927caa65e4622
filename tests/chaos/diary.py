"""All that happened, in the order of time: what users did, what was injected, what board and companion say."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that was injected: `kind` as the table names it, its beginning and end in seconds since the epoch.

    `where`: the profile whose parts it hit, or "" for what all share. `jobs`: the postings whose tabs or
    requests it hit; empty for all of `where`.
    """

    kind: str
    at: float
    until: float
    where: str = ""
    jobs: frozenset[str] = frozenset()


@dataclass(slots=True)
class Diary:
    """Keeps lines in memory and in a file, so that a run that is broken off leaves them behind too."""

    path: Path
    faults: list[Fault] = field(default_factory=list)
    habits: list[Fault] = field(default_factory=list)
    _lines: list[tuple[float, str]] = field(default_factory=list)
    _began: float = field(default_factory=time.time)

    def note(self, who: str, what: str, at: float | None = None) -> None:
        """Write down what somebody did or saw, now or at a time in seconds since the epoch."""
        when = time.time() if at is None else at
        line = f"{when - self._began:9.3f}  {who:<14} {what}"
        self._lines.append((when, line))
        with self.path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def injected(self, fault: Fault) -> None:
        """Count a fault."""
        self.faults.append(fault)
        jobs = f" {', '.join(sorted(fault.jobs))}" if fault.jobs else ""
        self.note("FAULT", f"{fault.kind} {fault.where}{jobs} {fault.until - fault.at:.1f} s", fault.at)

    def habit(self, kind: str, where: str, job: str) -> None:
        """Note what a user did by themselves that may leave an outcome open: no fault, but a cause."""
        now = time.time()
        self.habits.append(Fault(kind, now, now, where, frozenset({job})))

    def bring_into_order(self) -> None:
        """Write the file anew in the order of time: what was learnt later stands where it happened."""
        self._lines.sort()
        self.path.write_text("".join(line + "\n" for _, line in self._lines), encoding="utf-8")
