"""Logs: JSON lines in the data directory, bounded and private; for people on stderr.

They hold operations, statuses, durations and ids, and never a value of the profile, an answer or a token. So
of an exception only its type and the places in the code are written: its text may quote what a user typed.
"""

from __future__ import annotations

import json
import logging
import os
import stat
import sys
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DIRECTORY = "logs"
FILE = "companion.log"
MAX_BYTES = 1_000_000
BACKUPS = 4

_OURS = ("companion", "native_host")


class PrivateRotatingFile(RotatingFileHandler):
    """A rotating file that only its owner can read, and that no symlink leads elsewhere."""

    def _open(self) -> IO[str]:  # type: ignore[override]
        descriptor = os.open(
            self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )
        os.fchmod(descriptor, 0o600)
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="replace")


class JsonLines(logging.Formatter):
    """One JSON object for each record."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["exception"] = _places(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


class ForPeople(logging.Formatter):
    """One line for a person to read."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with the places of an exception below it."""
        at = datetime.fromtimestamp(record.created, tz=UTC).astimezone()
        text = f"{at:%H:%M:%S} {record.levelname.lower():7} {_message(record)}"
        if record.exc_info and record.exc_info[1] is not None:
            text += "".join(f"\n    {place}" for place in _places(record.exc_info[1]))
        return text


def set_up(home: Path, *, level: int = logging.INFO) -> None:
    """Log to the data directory and to stderr. Raises OSError where the log cannot be written."""
    directory = home / DIRECTORY
    directory.mkdir(mode=0o700, exist_ok=True)
    if not stat.S_ISDIR(directory.lstat().st_mode):
        raise NotADirectoryError(f"{directory} must be a directory of its own.")
    file = PrivateRotatingFile(
        directory / FILE, maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8", delay=False
    )
    file.setFormatter(JsonLines())
    stderr = logging.StreamHandler(sys.stderr)
    stderr.setFormatter(ForPeople())
    logging.basicConfig(level=logging.WARNING, handlers=[file, stderr], force=True)
    for name in _OURS:
        logging.getLogger(name).setLevel(level)


def _message(record: logging.LogRecord) -> str:
    """Return a record's text; of other libraries' records the first line without its values."""
    if record.name.split(".", 1)[0] in _OURS:
        return record.getMessage()
    return str(record.msg).split("\n", 1)[0]


def _places(error: BaseException) -> list[str]:
    """Return types and places of an exception, its causes and its members, innermost cause first."""
    places: list[str] = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        places += _places(before)
    places += [
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    places.append(f"{type(error).__module__}.{type(error).__qualname__}")
    if isinstance(error, BaseExceptionGroup):
        for member in error.exceptions:
            places += _places(member)
    return places
