"""Does a series grow without bound? By slopes that single peaks do not move (Theil and Sen), after warm-up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WARM_UP_SHARE = 0.25
"""Of the samples, at the start: pools fill, code is compiled, pages settle."""
FEWEST_SAMPLES = 8
MOST_POINTS = 400
"""Slopes are taken between all pairs: longer series are thinned evenly."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What a series may do.

    `per_application` is the growth that each application may cost for good, in the series' unit; `per_hour`
    is what people's reading and filling by hand may cost, whatever is sent. `slack` is how much the series may
    wander over the whole run without any meaning: garbage not yet collected, pages between two states.
    `ceiling`, where it is given, is never passed by any sample. `settles` is for how many seconds it may grow
    before it is judged, where that is known to be longer than the warm-up.
    """

    per_application: float = 0.0
    per_hour: float = 0.0
    slack: float = 0.0
    ceiling: float | None = None
    settles: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was seen of a series after warm-up. `growth` is along the line, over all of that time."""

    name: str
    unit: str
    limit: Limit
    first: float
    last: float
    highest: float
    growth: float
    per_hour: float
    per_application: float
    applications: float
    seconds: float
    enough: bool

    @property
    def allowed(self) -> float:
        """The growth that is allowed for so many applications in so much time."""
        lasting = self.limit.per_application * self.applications + self.limit.per_hour * self.seconds / 3600
        return lasting + self.limit.slack

    @property
    def leaks(self) -> bool:
        """Whether it grew by more than is allowed."""
        return self.enough and self.growth > self.allowed

    @property
    def bounded(self) -> bool:
        """Whether it kept to its limit."""
        within = self.limit.ceiling is None or self.highest <= self.limit.ceiling
        return within and not self.leaks

    def line(self) -> str:
        """Return one line for people."""
        word = "bounded" if self.enough else "too short"
        if not self.bounded:
            word = "LEAKS" if self.leaks else "TOO HIGH"
        limit = f"{self.limit.per_application:g}/application + {self.limit.slack:g}"
        if self.limit.per_hour:
            limit += f" + {self.limit.per_hour:g}/hour"
        if self.limit.settles:
            limit += f", from {self.limit.settles:g} s on"
        if self.limit.ceiling is not None:
            limit += f", never over {self.limit.ceiling:g}"
        return (
            f"{word:<9} {self.name:<28} {self.first:>10.6g} → {self.last:<10.6g} {self.unit:<7}"
            f" {self.per_hour:>+10.4g}/hour {self.per_application:>+9.3g}/application   (limit {limit})"
        )


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the median of the slopes between all pairs of points; 0 where no two differ in x."""
    step = -(-len(points) // MOST_POINTS) or 1
    pairs = combinations(points[::step], 2)
    slopes = [(right[1] - left[1]) / (right[0] - left[0]) for left, right in pairs if right[0] != left[0]]
    return median(slopes) if slopes else 0.0


def judge(
    name: str,
    unit: str,
    limit: Limit,
    *,
    seconds: Sequence[float],
    applications: Sequence[float],
    values: Sequence[float],
) -> Verdict:
    """Judge a series by its samples: when, how many applications were done by then, and how much it was."""
    assert len(seconds) == len(applications) == len(values) > 0, "samples that belong together"
    settled = sum(second < limit.settles for second in seconds)
    start = max(int(len(values) * WARM_UP_SHARE), settled)
    judged = len(values) - start
    start = min(start, len(values) - 1)
    times, done, seen = seconds[start:], applications[start:], values[start:]
    per_second = slope(list(zip(times, seen, strict=True)))
    edge = max(1, len(seen) // 5)
    return Verdict(
        name=name,
        unit=unit,
        limit=limit,
        first=median(seen[:edge]),
        last=median(seen[-edge:]),
        highest=max(values),
        growth=per_second * (times[-1] - times[0]),
        per_hour=per_second * 3600,
        per_application=slope(list(zip(done, seen, strict=True))),
        applications=done[-1] - done[0],
        seconds=times[-1] - times[0],
        enough=judged >= FEWEST_SAMPLES,
    )
