"""The lock that lets one companion serve a data directory."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
from typing import TYPE_CHECKING

from companion.service.access import UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_FILE = "companion.lock"


class AlreadyRunningError(Exception):
    """Another companion serves this data directory."""

    def __init__(self, home: Path, pid: int | None) -> None:
        who = "Another companion" if pid is None else f"Another companion (pid {pid})"
        super().__init__(f"{who} already serves {home}.")
        self.pid = pid


@contextlib.contextmanager
def hold_lock(home: Path) -> Iterator[None]:
    """Hold the lock of a data directory, with our pid in its file.

    The file is never unlinked: whoever had opened it before would lock a file that others no longer see. The
    lock goes with the process, however that ends. Raises AlreadyRunningError, UnsafeFileError, OSError.
    """
    path = home / LOCK_FILE
    descriptor = _open(path)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError(home, _pid_in(descriptor)) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(path, flags, 0o600)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise UnsafeFileError(f"{path} is a symlink: remove it.") from None
        raise
    info = os.fstat(descriptor)
    if not stat.S_ISREG(info.st_mode) or info.st_uid != os.getuid():
        os.close(descriptor)
        raise UnsafeFileError(f"{path} is no plain file of ours: remove it.")
    return descriptor


def _pid_in(descriptor: int) -> int | None:
    text = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip()
    return int(text) if text.isdigit() else None
