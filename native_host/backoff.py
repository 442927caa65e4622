"""Growing pauses between attempts."""


class Backoff:
    """Pauses in seconds that double from ``first`` up to ``last``."""

    def __init__(self, first: float, last: float) -> None:
        self._first = first
        self._last = last
        self._next = first

    def next(self) -> float:
        """Return the pause before the next attempt."""
        pause = self._next
        self._next = min(self._last, pause * 2)
        return pause

    def reset(self) -> None:
        """Begin again with the shortest pause."""
        self._next = self._first
