"""intents.log: what was about to be sent, in a file that outlives the loss or the restoring of the database."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from companion.domain import JsonObject


class IntentLog:
    """An append-only file of JSON lines. Each batch is on disk when `append` returns."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(
            path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600
        )
        self._end_torn_line()

    def _end_torn_line(self) -> None:
        """End a line that a crash cut short, so that the next intent does not stick to it."""
        size = os.fstat(self._descriptor).st_size
        if size and os.pread(self._descriptor, 1, size - 1) != b"\n":
            os.write(self._descriptor, b"\n")

    def append(self, intents: Sequence[JsonObject]) -> None:
        """Append and fsync. Raises OSError where the disk does not take it; nothing is left of them then."""
        text = "".join(json.dumps(intent, ensure_ascii=False) + "\n" for intent in intents).encode()
        size = os.fstat(self._descriptor).st_size
        try:
            written = 0
            while written < len(text):
                written += os.write(self._descriptor, text[written:])
            os.fsync(self._descriptor)
        except OSError:
            os.ftruncate(self._descriptor, size)
            raise

    def __iter__(self) -> Iterator[JsonObject]:
        """Yield all intents that can be read; a line that a crash cut short is passed over."""
        with self._path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                try:
                    intent = json.loads(line)
                except ValueError:
                    continue
                if isinstance(intent, dict):
                    yield intent

    def close(self) -> None:
        """Close the file. May be called twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
