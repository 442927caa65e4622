"""Who may speak to the companion: the user's own processes, and no page of a browser.

Rules of security.md: exact Host allowlist (DNS rebinding), any Origin refused, no CORS; a bearer token on
TCP; the peer's uid on a Unix socket.
"""

from __future__ import annotations

import hmac
import os
import secrets
import socket
import stat
import struct
import sys
from typing import TYPE_CHECKING

from companion.messages.errors import ErrorCode
from companion.service.errors import ServiceError
from native_host.files import write_private_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from aiohttp import web

TOKEN_FILE = "token"  # noqa: S105 -- the file's name, not a token
_TOKEN_BYTES = 32
_SAME_MACHINE_PAGE = frozenset({"none"})


class UnsafeFileError(PermissionError):
    """A file that must be ours alone is a symlink, no plain file, another user's, or open to others."""


class PeerCheckedSocket(socket.socket):
    """A listening Unix socket that drops connections of other users as it accepts them.

    The directory's and the socket's modes keep them out already; this holds where the modes were changed.
    """

    def accept(self) -> tuple[socket.socket, object]:
        """Return the next connection of this user. Raises BlockingIOError when none waits."""
        while True:
            connection, address = super().accept()
            if peer_uid(connection) == os.getuid():
                return connection, address
            connection.close()


def peer_uid(connection: socket.socket) -> int:
    """Return the user id of the process at the other end of a Unix socket. Raises OSError."""
    if sys.platform == "darwin":
        # LOCAL_PEERCRED of SOL_LOCAL gives a struct xucred: version, uid, and the groups.
        return int(struct.unpack_from("=2I", connection.getsockopt(0, 1, 76))[1])
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("=3i"))
    return int(struct.unpack("=3i", credentials)[1])


def check_request(request: web.Request, token: Callable[[], str]) -> None:
    """Raise ServiceError unless the request comes from a program of the user's own.

    `token` is asked on TCP only: on the Unix socket the system has checked who asks.
    """
    port = _tcp_port(request)
    hosts = request.headers.getall("Host", [])
    allowed = {"localhost"} if port is None else {f"127.0.0.1:{port}", f"localhost:{port}"}
    if len(hosts) != 1 or hosts[0].lower() not in allowed:
        raise ServiceError(ErrorCode.FORBIDDEN, f"The Host must be {' or '.join(sorted(allowed))}.")
    if "Origin" in request.headers or request.headers.get("Sec-Fetch-Site", "none") not in _SAME_MACHINE_PAGE:
        raise ServiceError(ErrorCode.FORBIDDEN, "Web pages may not use this API.")
    if port is not None and not _bears(request, token()):
        raise ServiceError(
            ErrorCode.UNAUTHORIZED, "Send “Authorization: Bearer …” with the token in the data directory."
        )


def _bears(request: web.Request, token: str) -> bool:
    sent = request.headers.getall("Authorization", [])
    if len(sent) != 1:
        return False
    scheme, _, given = sent[0].partition(" ")
    # Bytes, since compare_digest refuses text beyond ASCII.
    same = hmac.compare_digest(given.strip().encode("utf-8", "surrogateescape"), token.encode())
    return same and scheme.lower() == "bearer"


def _tcp_port(request: web.Request) -> int | None:
    """Return the port that the request came in on; None on the Unix socket."""
    transport = request.transport
    name = None if transport is None else transport.get_extra_info("sockname")
    if isinstance(name, tuple):
        return int(name[1])
    if transport is None:  # the connection is gone already: nobody will read the answer
        raise ServiceError(ErrorCode.FORBIDDEN, "The connection is closed.")
    return None


def load_token(home: Path) -> str:
    """Return the bearer token, made at its first use. Raises UnsafeFileError, OSError."""
    path = home / TOKEN_FILE
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return rotate_token(home)
    except OSError as error:
        raise UnsafeFileError(f"{path} cannot be used as the token's file ({error.strerror}).") from error
    with os.fdopen(descriptor, "rb") as file:
        check_private_file(path, os.fstat(file.fileno()))
        token = file.read(1_000).decode("ascii", "replace").strip()
    return token or rotate_token(home)


def rotate_token(home: Path) -> str:
    """Replace the bearer token and return the new one. A running companion takes it up at once.

    Raises UnsafeFileError, OSError.
    """
    path = home / TOKEN_FILE
    if path.is_symlink():
        raise UnsafeFileError(f"{path} is a symlink: remove it.")
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    write_private_file(path, f"{token}\n".encode())
    return token


def check_private_file(path: Path, info: os.stat_result) -> None:
    """Raise UnsafeFileError unless `info`, of an open file, is that of a plain file of ours alone."""
    if not stat.S_ISREG(info.st_mode):
        raise UnsafeFileError(f"{path} is no plain file.")
    if info.st_uid != os.getuid():
        raise UnsafeFileError(f"{path} belongs to another user (uid {info.st_uid}).")
    if info.st_mode & 0o077:
        raise UnsafeFileError(f"{path} is open to other users (mode {stat.S_IMODE(info.st_mode):04o}).")
