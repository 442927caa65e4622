"""The actors of the native host's tests: the host as a real process, and a companion that the test plays."""

import json
import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from native_host.extension_ids import chromium_origins
from native_host.framing import FrameDecoder, encode

PATIENCE_SECONDS = 20.0
"""How long anything may take before a test fails: far above what it takes, for machines under load."""

UP = {"event": "companion", "data": {"state": "up"}}
ORIGIN = chromium_origins()[0]

_RUN_WITH_COMMAND = (
    "import json, sys; from native_host.__main__ import run; "
    "sys.exit(run(sys.argv[2:], json.loads(sys.argv[1])))"
)


def until(condition: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait for a condition; fail with ``what`` when it does not come true."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        select.select([], [], [], 0.01)


class Frames:
    """Frames read from a file descriptor, one at a time, with a time limit."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._decoder = FrameDecoder()
        self._ready: list[bytes] = []

    def next_payload(self, seconds: float = PATIENCE_SECONDS) -> bytes | None:
        """Return the next payload; None at the stream's end. Raises TimeoutError."""
        deadline = time.monotonic() + seconds
        while not self._ready:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._fd], [], [], left)[0]:
                raise TimeoutError(f"no frame within {seconds} s")
            try:
                data = os.read(self._fd, 1 << 20)
            except ConnectionResetError:
                data = b""
            if not data:
                assert self._decoder.pending == 0, "the stream ended within a frame"
                return None
            self._ready += self._decoder.feed(data)
        return self._ready.pop(0)

    def next(self) -> Any:
        """Return the next frame's JSON value. Fails at the stream's end."""
        payload = self.next_payload()
        assert payload is not None, "the stream has ended"
        return json.loads(payload)


class Host:
    """The native host as a browser starts it, with the browser's ends of its pipes.

    ``start_command`` is what it starts where no companion runs; by default one that does nothing but fail.
    """

    def __init__(
        self,
        home: Path,
        *,
        arguments: Sequence[str] = (ORIGIN,),
        start_command: Sequence[str] = ("false",),
        directory: Path = Path(os.sep),
    ) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _RUN_WITH_COMMAND, json.dumps(list(start_command)), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "APPLYONCE_HOME": str(home)},
            cwd=directory,
            bufsize=0,
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._stdin = self.process.stdin
        self._frames = Frames(self.process.stdout.fileno())

    def write(self, data: bytes) -> None:
        """Write bytes as they are."""
        view = memoryview(data)
        while view:
            view = view[os.write(self._stdin.fileno(), view) :]

    def send(self, *messages: object) -> None:
        """Send messages, all in one write."""
        self.write(b"".join(encode(message) for message in messages))

    def next(self) -> Any:
        """Return the next message from the host."""
        return self._frames.next()

    def ended(self) -> bool:
        """Tell whether the host's stdout ends here."""
        return self._frames.next_payload() is None

    def close_stdin(self) -> None:
        """End the connection as a browser does."""
        self._stdin.close()

    def wait(self) -> int:
        """Wait for the host's end and return its exit code."""
        return self.process.wait(PATIENCE_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()


class Link:
    """The companion's end of one connection."""

    def __init__(self, connection: socket.socket) -> None:
        self.socket = connection
        self._frames = Frames(connection.fileno())

    def next(self) -> Any:
        """Return the next message from the host."""
        return self._frames.next()

    def ended(self) -> bool:
        """Tell whether the host ended the connection."""
        return self._frames.next_payload() is None

    def send(self, *messages: object) -> None:
        """Send messages, all in one write."""
        self.socket.sendall(b"".join(encode(message) for message in messages))

    def close(self) -> None:
        """End the connection."""
        self.socket.close()


class Companion:
    """A socket in the companion's place; the test accepts, reads and answers."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._path = path
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(path))
        self._listener.listen(16)
        self._listener.settimeout(PATIENCE_SECONDS)
        self._links: list[Link] = []

    def accept(self) -> Link:
        """Take the next connection."""
        connection, _ = self._listener.accept()
        link = Link(connection)
        self._links.append(link)
        return link

    def die(self) -> None:
        """Be gone as after SIGKILL: every connection ends, and the socket's file stays."""
        self._listener.close()
        for link in self._links:
            link.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.die()
