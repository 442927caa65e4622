"""The host's log: a bounded file, since nobody sees the stderr of a program that a browser started.

Several hosts write to it at once: each line is one append. It holds states and reasons, never a payload.
"""

import os
import time
from pathlib import Path

MAX_LOG_BYTES = 256 * 1024
_MAX_LINE_CHARACTERS = 500


class HostLog:
    """Appends lines to ``native-host.log``; a full one becomes ``native-host.log.1`` for an older one.

    A log that cannot be written (disk full, no rights) must not keep anybody from applying, so errors of the
    file system are dropped here.
    """

    def __init__(self, directory: Path, max_bytes: int = MAX_LOG_BYTES) -> None:
        self._directory = directory
        self._path = directory / "native-host.log"
        self._max_bytes = max_bytes

    def write(self, message: str) -> None:
        """Append one line with the time (UTC) and our process id; line breaks in it are escaped."""
        text = message.encode("unicode_escape").decode("ascii")[:_MAX_LINE_CHARACTERS]
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        try:
            self._append(f"{stamp} {os.getpid()} {text}\n".encode())
        except OSError:
            return

    def _append(self, line: bytes) -> None:
        self._directory.mkdir(mode=0o700, exist_ok=True)
        # O_NOFOLLOW: a symlink in the log's place must not make us write to what it points to.
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        fd = os.open(self._path, flags, 0o600)
        try:
            if os.fstat(fd).st_size + len(line) <= self._max_bytes:
                os.write(fd, line)
                return
        finally:
            os.close(fd)
        self._path.replace(self._path.with_suffix(".log.1"))
        fd = os.open(self._path, flags, 0o600)
        try:
            os.write(fd, line)
        finally:
            os.close(fd)
