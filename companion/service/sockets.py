"""The companion's listening sockets."""

from __future__ import annotations

import errno
import os
import socket
import stat
from typing import TYPE_CHECKING

from companion.service.access import PeerCheckedSocket, UnsafeFileError
from native_host.paths import Sockets, check_private, write_sockets_json

if TYPE_CHECKING:
    from pathlib import Path

BACKLOG = 4096
"""A Unix socket whose backlog is full refuses at once, and asyncio's clients take that for a connection."""


class PortTakenError(OSError):
    """The TCP port that was asked for is not free."""


def bind_sockets(home: Path) -> tuple[PeerCheckedSocket, PeerCheckedSocket]:
    """Listen on ``http.sock`` and ``native.sock``, in place of what a companion before us left.

    Call it with the lock held only: whatever lies there is nobody's then. Raises UnsafeFileError where that
    is no socket, UnsafeDirectory where their directory is not ours alone, OSError.
    """
    places = write_sockets_json(home)
    check_private(places.http.parent.resolve())
    http = _listen(places.http)
    try:
        return http, _listen(places.native)
    except BaseException:
        http.close()
        raise


def remove_sockets(places: Sockets) -> None:
    """Remove the sockets' files, with the lock still held."""
    for place in places:
        place.unlink(missing_ok=True)


def bind_tcp(port: int) -> socket.socket:
    """Listen on 127.0.0.1; port 0 takes a free one. Raises PortTakenError, OSError."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(BACKLOG)
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTakenError(error.errno, f"Port {port} cannot be used: {error.strerror}.") from error
        raise
    return listener


def _listen(path: Path) -> PeerCheckedSocket:
    _remove_stale(path)
    listener = PeerCheckedSocket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.bind(os.fspath(path))
        path.chmod(0o600)  # until here the directory's mode keeps others out
        listener.listen(BACKLOG)
        listener.setblocking(False)
    except BaseException:
        listener.close()
        raise
    return listener


def _remove_stale(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISSOCK(mode):
        raise UnsafeFileError(f"{path} is no socket, but lies in the place of one: remove it.")
    path.unlink()
