"""The companion with an ear at the interpreter: each reach to the network, or to another program, is noted.

Run as ``python -m tests.integration.service.watched_companion FILE serve …``.
"""

from __future__ import annotations

import os
import sys

from companion.cli import main

WATCHED = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "urllib.Request",
        "http.client.connect",
        "smtplib.connect",
        "ftplib.connect",
        "webbrowser.open",
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
    }
)
"""Audit events of the interpreter and its library (https://docs.python.org/3/library/audit_events.html)."""


def _watch(path: str) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event in WATCHED:
            os.write(file, f"{event} {arguments!r}\n".encode())

    sys.addaudithook(note)


if __name__ == "__main__":
    _watch(sys.argv.pop(1))
    sys.exit(main())
