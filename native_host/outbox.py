"""Bytes on their way to a peer that may be slow: written at once where it takes them, else kept in order."""

import os
import select
import time


class Outbox:
    """A queue of bytes in front of a non-blocking file descriptor."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._waiting = bytearray()

    def __len__(self) -> int:
        return len(self._waiting)

    def send(self, data: bytes) -> None:
        """Write what can be written now and keep the rest. Raises OSError when the peer is gone."""
        self._waiting += data
        self.flush()

    def flush(self) -> None:
        """Write as much as the peer takes without waiting. Raises OSError when the peer is gone."""
        while self._waiting:
            try:
                written = os.write(self._fd, self._waiting)
            except BlockingIOError:
                return
            del self._waiting[:written]

    def drain(self, seconds: float) -> None:
        """Wait for at most ``seconds`` until everything is written; a peer that is gone ends it quietly."""
        poller = select.poll()
        poller.register(self._fd, select.POLLOUT)
        deadline = time.monotonic() + seconds
        while self._waiting and (left := deadline - time.monotonic()) > 0:
            poller.poll(left * 1000)
            try:
                self.flush()
            except OSError:
                return
