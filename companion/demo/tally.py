"""How the demo stands and how it ended: plain data, shown by `table` and printed by the command."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from companion.demo.posting import Posting

BOARD_NAMES = {"greenhouse": "Greenhouse", "lever": "Lever", "ashby": "Ashby", "careers": "own site"}
_STATES = {"none": "waits", "pending": "queued", "in_progress": "applying…", "applied": "applied"}
_HOLDERS = {"agent": "auto-apply", "tab": "the user", "api": "a program"}


@dataclass(slots=True)
class Row:
    """One job. `status` is the application's; `holder` the kind of who works on it or did at last."""

    posting: Posting
    status: str = "none"
    holder: str = ""
    step: str = ""
    clicks: int = 0
    won: int = 0
    attempts: int = 0
    received: int = 0

    @property
    def board(self) -> str:
        """The board as the table names it."""
        name = BOARD_NAMES.get(self.posting.board, self.posting.board)
        return f"{name} ({self.posting.variant})" if self.posting.variant else name

    @property
    def state(self) -> str:
        """The status in the words of the button."""
        if self.status == "unconfirmed":
            return "did it go through?"
        return _STATES.get(self.status, self.status)

    @property
    def who(self) -> str:
        """Who works on it, or did."""
        return _HOLDERS.get(self.holder, "")

    @property
    def settled(self) -> bool:
        """Whether nothing more will come of itself."""
        return self.status in {"applied", "unconfirmed"}


@dataclass(slots=True)
class Tally:
    """All jobs, and what happened to the companion. Times in seconds since the demo's start."""

    rows: list[Row]
    companion: str = "running"
    log: list[str] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Whether every job is."""
        return all(row.settled for row in self.rows)


@dataclass(frozen=True, slots=True)
class Result:
    """How it ended. `received` is what the board counted for these jobs: the judge.

    `duplicates_prevented` is the companion's own count, as everywhere: claims and submissions that it refused
    since the job was being applied to, applied to, or an open question. A click on a button that is switched
    off asks for nothing: it is counted among the `clicks` alone.
    """

    jobs: int
    received: int
    received_twice: int
    clicks: int
    clicks_won: int
    duplicates_prevented: int
    attempts: int
    unconfirmed: int
    restarts: int
    seconds: float

    @property
    def passed(self) -> bool:
        """Whether each job got exactly one application."""
        return self.received == self.jobs and self.received_twice == 0

    def as_json(self) -> dict[str, Any]:
        """Return it for ``--json``."""
        return {
            "passed": self.passed,
            **{name: value for name, value in asdict(self).items() if name != "seconds"},
            "seconds": round(self.seconds, 1),
        }


def result_of(tally: Tally, *, duplicates_prevented: int, restarts: int, seconds: float) -> Result:
    """Add it up. `duplicates_prevented`: as the companion counts them."""
    rows = tally.rows
    return Result(
        jobs=len(rows),
        received=sum(row.received for row in rows),
        received_twice=sum(row.received > 1 for row in rows),
        clicks=sum(row.clicks for row in rows),
        clicks_won=sum(row.won for row in rows),
        duplicates_prevented=duplicates_prevented,
        attempts=sum(row.attempts for row in rows),
        unconfirmed=sum(row.status == "unconfirmed" for row in rows),
        restarts=restarts,
        seconds=seconds,
    )
