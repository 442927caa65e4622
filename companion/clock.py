"""Clocks. Lease time is the sum of capped ticks, so that no suspend, SIGSTOP or stepped clock costs a lease."""

from __future__ import annotations

import time
from typing import Final, Protocol

HOUR_MS: Final = 60 * 60 * 1000
DAY_MS: Final = 24 * HOUR_MS


class Clock(Protocol):
    """Where time comes from; a simulation owns its own."""

    def wall_ms(self) -> int:
        """Return Unix milliseconds, for showing only."""
        ...

    def monotonic_ms(self) -> int:
        """Return milliseconds that never step back."""
        ...


class SystemClock:
    """The machine's clocks."""

    def wall_ms(self) -> int:
        """Return Unix milliseconds."""
        return time.time_ns() // 1_000_000

    def monotonic_ms(self) -> int:
        """Return milliseconds of the monotonic clock."""
        return time.monotonic_ns() // 1_000_000


class LeaseClock:
    """Milliseconds of lease time. Between two ticks at most `cap_ms` pass, however long they are apart."""

    def __init__(self, clock: Clock, cap_ms: int, start_ms: int = 0) -> None:
        self._clock = clock
        self._cap_ms = cap_ms
        self._base_ms = start_ms
        self._ticked_at = clock.monotonic_ms()

    def now(self) -> int:
        """Return the lease time."""
        return self._base_ms + min(max(self._clock.monotonic_ms() - self._ticked_at, 0), self._cap_ms)

    def tick(self) -> int:
        """Let the time since the last tick count, capped, and return the lease time."""
        self._base_ms = self.now()
        self._ticked_at = self._clock.monotonic_ms()
        return self._base_ms

    def restart_at(self, start_ms: int) -> None:
        """Go on from a stored lease time after a restart."""
        self._base_ms = start_ms
        self._ticked_at = self._clock.monotonic_ms()
