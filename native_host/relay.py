"""The relay: frames between the browser's stdio and the companion's ``native.sock``, in one thread, by poll.

It decides nothing and remembers nothing but which requests are in flight. After each connection it tells
the extension ``companion up``, and the extension then says hello, so a companion that was restarted needs
no replay.

While it has not yet been seen whether a companion can be had (the first seconds of a host that had to start
one) requests are held; from then on, whenever there is no companion they are answered at once. Nothing ever
waits for a timer of its own.
"""

import os
import select
import socket
import time
from collections.abc import Callable
from pathlib import Path

from native_host import notices
from native_host.backoff import Backoff
from native_host.frame_id import frame_id
from native_host.framing import FrameDecoder, FrameTooLarge, frame
from native_host.in_flight import InFlight
from native_host.log import HostLog
from native_host.outbox import Outbox
from native_host.starter import CompanionStarter

RECONNECT_SECONDS = (0.1, 5.0)
STARTING_POLL_SECONDS = 0.05
"""Between two looks for the socket of a companion that we started ourselves."""
RESTART_GRACE_SECONDS = 3.0
"""Between a loss and our start of a companion: who restarts it by hand must not find ours in its place."""
RESPAWN_SECONDS = (5.0, 60.0)
"""Between two starts of a companion that does not come up."""
OTHER_START_SECONDS = 2.0
"""How long to wait for the companion of another host whose lock ended ours, before calling it down."""
LAST_WORDS_SECONDS = 1.0
"""For a browser to take the reason of our end."""
LAST_FRAMES_SECONDS = 0.5
"""For a companion to take what the browser sent before it closed; mostly it has taken all by then."""

READ_BYTES = 256 * 1024
HIGH_WATER_BYTES = 4 * 1024 * 1024
"""With so much waiting for one peer, no more is read from the other: the host's memory stays bounded."""

_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL


class _BrowserGone(Exception):
    """The browser closed its end: there is nobody left to serve."""


class Relay:
    """Serves one browser connection until its end. ``find_socket`` is asked at each attempt to connect."""

    def __init__(
        self,
        *,
        find_socket: Callable[[], Path],
        starter: CompanionStarter,
        log: HostLog,
        stdin: int = 0,
        stdout: int = 1,
    ) -> None:
        self._find_socket = find_socket
        self._starter = starter
        self._log = log
        self._stdin = stdin
        self._from_browser = FrameDecoder()
        self._to_browser = Outbox(stdout)
        self._stdout = stdout
        self._companion: socket.socket | None = None
        self._from_companion = FrameDecoder()
        self._to_companion: Outbox | None = None
        self._in_flight = InFlight()
        self._held: list[bytes] | None = []  # None once it is known whether there is a companion
        self._held_bytes = 0
        self._down_reason = ""
        self._retry = Backoff(*RECONNECT_SECONDS)
        self._respawn = Backoff(*RESPAWN_SECONDS)
        self._next_attempt = 0.0
        self._next_spawn = 0.0
        self._hold_until = 0.0

    def run(self) -> int:
        """Relay until the browser closes the connection; return the process's exit code.

        0 at the browser's end of the connection, 1 when we ended it because of a message over the limit.
        """
        os.set_blocking(self._stdin, False)
        os.set_blocking(self._stdout, False)
        try:
            self._hold_until = time.monotonic() + OTHER_START_SECONDS
            self._attempt()
            while True:
                self._step()
        except _BrowserGone:
            if self._to_companion is not None:
                self._to_companion.drain(LAST_FRAMES_SECONDS)
            self._log.write(
                f"the browser closed the connection, {self._from_browser.pending} bytes of a frame left"
            )
            return 0
        except FrameTooLarge as error:
            self._lose_in_flight()
            self._stop_holding(f"{error}; the connection is closed.")
            self._to_browser.drain(LAST_WORDS_SECONDS)
            return 1
        finally:
            if self._companion is not None:
                self._companion.close()

    def _step(self) -> None:
        """Wait for one of the peers or for the next attempt, and serve whatever is ready."""
        poller = select.poll()
        poller.register(self._stdin, select.POLLIN if self._may_read_browser() else 0)
        if self._to_browser:
            poller.register(self._stdout, select.POLLOUT)
        link = None
        timeout_ms = None
        if self._companion is not None and self._to_companion is not None:
            link = self._companion.fileno()
            reading = select.POLLIN if len(self._to_browser) < HIGH_WATER_BYTES else 0
            poller.register(link, reading | (select.POLLOUT if self._to_companion else 0))
        else:
            timeout_ms = max(0.0, self._next_attempt - time.monotonic()) * 1000 + 1
        for fd, event in poller.poll(timeout_ms):
            if fd == self._stdin:
                self._on_browser(event)
            elif fd == link:
                self._on_companion(event)
            else:
                self._write_browser(b"")
        if self._companion is None and time.monotonic() >= self._next_attempt:
            self._attempt()

    # The browser's side

    def _may_read_browser(self) -> bool:
        waiting = self._to_browser if self._to_companion is None else self._to_companion
        return len(waiting) < HIGH_WATER_BYTES

    def _on_browser(self, event: int) -> None:
        if event & select.POLLIN:
            self._read_browser()
        elif event & _GONE:
            raise _BrowserGone

    def _read_browser(self) -> None:
        try:
            data = os.read(self._stdin, READ_BYTES)
        except BlockingIOError:
            return
        except OSError as error:
            raise _BrowserGone from error
        if not data:
            raise _BrowserGone
        try:
            payloads = self._from_browser.feed(data)
        except FrameTooLarge as error:
            for payload in error.complete:
                self._forward(payload)
            raise
        for payload in payloads:
            self._forward(payload)

    def _forward(self, payload: bytes) -> None:
        """Send the extension's frame to the companion; hold it, or answer it, when there is none."""
        if self._companion is None and self._held is not None:
            self._hold(self._held, payload)
            return
        if self._companion is None:
            self._connect()  # somebody waits for an answer: look now, whatever the back-off says
        if self._companion is None:
            self._refuse(payload)
            return
        self._in_flight.sent(frame_id(payload))
        self._write_companion(frame(payload))

    def _refuse(self, payload: bytes) -> None:
        request = frame_id(payload)
        if request is not None:
            self._write_browser(notices.unavailable(request, self._down_reason, sent=False))

    def _hold(self, held: list[bytes], payload: bytes) -> None:
        held.append(payload)
        self._held_bytes += len(payload)
        if self._held_bytes > HIGH_WATER_BYTES:
            self._stop_holding("The companion is still starting, and too much is waiting for it.")

    def _write_browser(self, data: bytes) -> None:
        try:
            if data:
                self._to_browser.send(data)
            else:
                self._to_browser.flush()
        except OSError as error:
            raise _BrowserGone from error

    # The companion's side

    def _on_companion(self, event: int) -> None:
        if event & select.POLLOUT:
            self._write_companion(b"")
        if event & (select.POLLIN | _GONE) and self._companion is not None:
            self._read_companion()

    def _read_companion(self) -> None:
        """Pass on what the companion has sent; notice its end."""
        if self._companion is None:
            return
        try:
            data = self._companion.recv(READ_BYTES)
        except BlockingIOError:
            return
        except OSError as error:
            self._lose(f"The connection to the companion broke ({error.strerror}).")
            return
        if not data:
            self._lose("The companion closed the connection.")
            return
        try:
            payloads = self._from_companion.feed(data)
        except FrameTooLarge as error:
            self._deliver(error.complete)
            self._lose(f"The companion broke the rules of the connection: {error}.")
            return
        self._deliver(payloads)

    def _deliver(self, payloads: list[bytes]) -> None:
        for payload in payloads:
            self._in_flight.answered(frame_id(payload))
            self._write_browser(frame(payload))
        if payloads:
            # It talks: only now is a connection a success, or one that is refused would be retried in a rush.
            self._retry.reset()
            self._respawn.reset()
            self._next_spawn = 0.0

    def _write_companion(self, data: bytes) -> None:
        if self._to_companion is None:
            return
        try:
            if data:
                self._to_companion.send(data)
            else:
                self._to_companion.flush()
        except OSError as error:
            # What it answered before its end is still to be read, until that very end.
            while self._companion is not None and select.select([self._companion], [], [], 0)[0]:
                self._read_companion()
            self._lose(f"The connection to the companion broke ({error.strerror}).")

    # Connecting, starting, losing

    def _attempt(self) -> None:
        """Try to connect; start a companion where that is due; set the time of the next attempt."""
        failure = self._connect()
        if failure is None:
            return
        now = time.monotonic()
        if now >= self._next_spawn and not self._starter.running():
            self._log.write(f"starting the companion ({failure})")
            self._starter.start(now)
            self._next_spawn = now + self._respawn.next()
            self._retry.reset()
        if self._starter.awaited(now):
            self._next_attempt = now + STARTING_POLL_SECONDS
            return
        self._next_attempt = now + self._retry.next()
        if now < self._hold_until:
            self._next_attempt = min(self._next_attempt, self._hold_until)
        else:
            why = self._starter.failure(now) or failure
            self._stop_holding(f"The companion is not running: {why}. Run “applyonce doctor” to see why.")

    def _connect(self) -> str | None:
        """Connect and tell the extension; return why not, as the end of a sentence, else None."""
        link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            link.setblocking(False)
            link.connect(os.fspath(self._find_socket()))
        except OSError as error:
            link.close()
            return str(error.strerror or error)
        self._starter.arrived()
        self._companion = link
        self._from_companion = FrameDecoder()
        self._to_companion = Outbox(link.fileno())
        self._log.write("connected to the companion")
        self._down_reason = ""
        held, self._held = self._held, None
        self._write_browser(notices.companion_up())
        for payload in held or ():
            self._forward(payload)
        return None

    def _lose(self, reason: str) -> None:
        """The connection is over: answer what was in flight, say so, and plan the next attempts."""
        if self._companion is None:
            return
        self._companion.close()
        self._companion = None
        self._to_companion = None
        now = time.monotonic()
        self._next_attempt = now + self._retry.next()
        self._next_spawn = max(self._next_spawn, now + RESTART_GRACE_SECONDS)
        self._hold_until = self._next_spawn
        self._lose_in_flight()
        self._tell_down(reason)

    def _lose_in_flight(self) -> None:
        for request in self._in_flight.take_all():
            self._write_browser(notices.unavailable(request, notices.OUTCOME_UNKNOWN, sent=True))

    def _stop_holding(self, reason: str) -> None:
        """There is no companion for now: say so, and answer what was held for it."""
        held, self._held = self._held, None
        self._tell_down(reason)
        for payload in held or ():
            self._refuse(payload)

    def _tell_down(self, reason: str) -> None:
        if reason == self._down_reason:
            return
        self._down_reason = reason
        self._log.write(f"companion down: {reason}")
        self._write_browser(notices.companion_down(reason))
