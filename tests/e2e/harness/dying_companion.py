"""A companion that dies right after it has made a permit durable and before it can answer: run as a module."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, Any

from companion.cli import main
from companion.store.runner import BatchOutcome, BatchRunner

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def _die_after_permit(run: Callable[..., BatchOutcome]) -> Callable[..., BatchOutcome]:
    def running(self: BatchRunner, works: Sequence[Any]) -> BatchOutcome:
        done = run(self, works)
        if self._connection.execute("SELECT 1 FROM permits").fetchone():
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    return running


if __name__ == "__main__":
    BatchRunner.run = _die_after_permit(BatchRunner.run)  # type: ignore[method-assign]
    sys.exit(main(["serve"]))
