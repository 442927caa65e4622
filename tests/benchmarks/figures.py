"""Samples, their middle and their spread, and ratios of two things measured in the same run."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from statistics import median
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence


def quantile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that at least this share of all samples does not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some samples, and how far they lie apart. All in one unit, which the owner names."""

    count: int
    p50: float
    p99: float
    lower_quartile: float
    upper_quartile: float

    @classmethod
    def of(cls, samples: Sequence[float]) -> Spread:
        """Sum up the samples, of which there must be one at least."""
        return cls(
            len(samples),
            median(samples),
            quantile(samples, 0.99),
            quantile(samples, 0.25),
            quantile(samples, 0.75),
        )

    def text(self, unit: str) -> str:
        """Return one line for people."""
        return (
            f"p50 {self.p50:.4g} {unit} (quartiles {self.lower_quartile:.4g} to {self.upper_quartile:.4g}),"
            f" p99 {self.p99:.4g} {unit}, {self.count} samples"
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was measured, held against its target.

    `value` is what the target is about: a ratio, or milliseconds. `bound` says on which side of the target
    it has to lie. `parts` are the spreads that it was made from.
    """

    name: str
    value: float
    unit: Literal["x", "ms"]
    bound: Literal["at least", "at most"]
    target: float
    parts: dict[str, Spread]
    part_unit: str

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.value >= self.target if self.bound == "at least" else self.value <= self.target

    def lines(self) -> list[str]:
        """Return what is printed of it."""
        verdict = "met" if self.met else "MISSED"
        head = f"{self.name}: {self.value:.2f} {self.unit} ({self.bound} {self.target:g}: {verdict})"
        return [head, *(f"    {name}: {spread.text(self.part_unit)}" for name, spread in self.parts.items())]

    def as_json(self) -> dict[str, Any]:
        """Return it for --json."""
        return {**asdict(self), "met": self.met}
