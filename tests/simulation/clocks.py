"""The simulated time: one true time, a wall clock that may be stepped, a monotonic one that may stand still."""

from __future__ import annotations

START_MS = 1_750_000_000_000


class SimulatedClock:
    """The machine's clocks, for companion and browsers alike.

    `awake_ms` is the time that the machine really ran, whatever the clocks say; of a suspend it counts what one
    tick of the sweep may count, where the monotonic clock counts it at all.
    """

    def __init__(self, *, monotonic_counts_suspend: bool = False, tick_cap_ms: int = 20_000) -> None:
        self._counts_suspend = monotonic_counts_suspend
        self._tick_cap_ms = tick_cap_ms
        self._wall = START_MS
        self._monotonic = 0
        self.awake_ms = 0

    def wall_ms(self) -> int:
        """Return Unix milliseconds as the machine believes them."""
        return self._wall

    def monotonic_ms(self) -> int:
        """Return milliseconds of the monotonic clock."""
        return self._monotonic

    def run(self, milliseconds: int) -> None:
        """Let time pass while the machine runs."""
        self._wall += milliseconds
        self._monotonic += milliseconds
        self.awake_ms += milliseconds

    def suspend(self, milliseconds: int) -> None:
        """Let the machine sleep. Some systems' monotonic clocks count that time, others do not."""
        self._wall += milliseconds
        if self._counts_suspend:
            self._monotonic += milliseconds
            self.awake_ms += min(milliseconds, self._tick_cap_ms)

    def step(self, milliseconds: int) -> None:
        """Step the wall clock, forwards or backwards."""
        self._wall += milliseconds
