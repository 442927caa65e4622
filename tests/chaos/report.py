"""The table at the end of a run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.chaos.board import Met
    from tests.chaos.diary import Fault
    from tests.chaos.judge import Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to. `seconds`: how long faults were injected."""

    seed: int
    seconds: float
    faults: Sequence[Fault]
    met: Sequence[Met]
    applications: int
    by_status: dict[str, int]
    submissions: int
    refused: int
    restarts: dict[str, int]
    acknowledged: int
    verdict: Verdict
    log: Path

    @property
    def injected(self) -> Counter[str]:
        """How many faults of each kind there were; the board's count once they have met somebody."""
        return Counter([fault.kind for fault in self.faults] + [f"board: {met.fault}" for met in self.met])

    @property
    def passed(self) -> bool:
        """Whether every promise was kept."""
        return not self.verdict.violations

    def table(self) -> str:
        """Return it as text."""
        counts = self.injected
        total = sum(counts.values())
        unconfirmed = self.verdict.unconfirmed
        arrived = sum(each.received for each in unconfirmed)
        lines = [
            f"chaos: seed {self.seed}, {self.seconds / 60:.1f} minutes of faults",
            "",
            *(f"  {kind:<28}{number:>6}" for kind, number in sorted(counts.items())),
            f"  {'faults injected':<28}{total:>6}   ({total / max(self.seconds / 60, 0.01):.0f} a minute)",
            "",
            f"  {'applications':<28}{self.applications:>6}   {_counted(self.by_status)}",
            f"  {'submissions at the board':<28}{self.submissions:>6}",
            f"  {'duplicates prevented':<28}{self.refused:>6}",
            f"  {'events acknowledged':<28}{self.acknowledged:>6}   all of them looked for in the database",
            f"  {'starts':<28}{'':>6}   {_counted(self.restarts)}",
            f"  {'unconfirmed':<28}{len(unconfirmed):>6}   of which the board has {arrived}",
            *(
                f"    {each.job}  {'received' if each.received else 'not received':<13} {each.why or '?'}"
                for each in unconfirmed
            ),
            "",
            f"  {'violations':<28}{len(self.verdict.violations):>6}",
            *(f"    {violation}" for violation in self.verdict.violations),
            "",
            f"  all actions: {self.log}",
        ]
        return "\n".join(lines)


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counts.items()))
