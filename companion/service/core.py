"""What the handlers work with: the arbiter, its sweep, the store, the user's files, auto-apply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from companion.arbiter import Arbiter
    from companion.clock import Clock
    from companion.domain import JsonObject, Times
    from companion.messages.settings import AutoApplyStartRequest
    from companion.profile.documents import DocumentStore
    from companion.store.sqlite import SqliteStore
    from companion.sweep import Sweep


class AutoApplyLoop(Protocol):
    """What the service needs of auto-apply; the loop itself lives in companion.auto_apply."""

    def state(self) -> JsonObject:
        """Return `state`, `executor` and `waiting_for`."""
        ...

    async def start(self, asked: AutoApplyStartRequest) -> None:
        """Start working through the queue. Starting twice is once."""
        ...

    async def stop(self) -> None:
        """Stop: what is being filled is given back, what is being submitted comes to its end."""
        ...

    def wake(self) -> None:
        """Look at the queue now."""
        ...


@dataclass(slots=True)
class Core:
    """The parts, wired together once at the start."""

    home: Path
    store: SqliteStore
    arbiter: Arbiter
    sweep: Sweep
    documents: DocumentStore
    clock: Clock
    times: Times
    auto_apply: AutoApplyLoop | None = None

    @property
    def epoch(self) -> int:
        """The database's epoch."""
        return self.store.epoch
