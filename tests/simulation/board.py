"""The simulated employers: what each has received, and what they should never receive.

E of docs/arbiter.md, seen from outside: at most one submission for each application through the gate. What is
allowed besides: a new cycle that the user asked for, one more after the user's own false "it was not sent",
and those that were let through before two jobs were found to be one. Submissions past the gate are not
counted; once they were reported they count as received.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.simulation.invariants import broken


@dataclass(slots=True)
class SimPermit:
    """A permit as the content script holds it. It acts on it by both of its own clocks, and once."""

    application_id: str
    job: int
    cycle: int
    fence: int
    issued_step: int
    wall_sent: int
    monotonic_sent: int
    consumed: bool = False


@dataclass(slots=True)
class _Received:
    """What one employer knows of one application. `by_step`: when the permit behind it was issued."""

    cycle: int = 1
    received: bool = False
    by_step: int = -1
    excuse_before: int = -1


class Employers:
    """One for each job; jobs found to be one are one employer's."""

    def __init__(self, jobs: int) -> None:
        self._root = list(range(jobs))
        self._known = [_Received() for _ in range(jobs)]
        self.submissions = 0

    def root(self, job: int) -> int:
        """Return the job that stands for `job`."""
        while self._root[job] != job:
            job = self._root[job]
        return job

    def has_received(self, job: int) -> bool:
        """Whether an application of the current cycle has arrived, as far as nobody said otherwise."""
        return self._known[self.root(job)].received

    def submit(self, permit: SimPermit) -> None:
        """Take in a submission that came through the gate. Raises InvariantBrokenError at a second one."""
        self.submissions += 1
        known = self._known[self.root(permit.job)]
        if permit.cycle < known.cycle:
            return
        before = known.excuse_before
        excused = permit.issued_step < before and known.by_step < before
        if known.received and not excused:
            raise broken("E", f"job {permit.job} received a second submission, at fence {permit.fence}")
        known.received = True
        known.by_step = max(known.by_step, permit.issued_step)

    def told_of_sending(self, job: int, step: int) -> None:
        """A submission past the gate was reported: no further permit may follow."""
        known = self._known[self.root(job)]
        known.received = True
        known.by_step, known.excuse_before = step - 1, step

    def denied(self, job: int) -> None:
        """The user said that it was not sent: where that is false, the next one is on them."""
        self._known[self.root(job)].received = False

    def cycle(self, job: int) -> int:
        """Return how many applications the user asked for, this one included."""
        return self._known[self.root(job)].cycle

    def new_cycle(self, job: int) -> None:
        """The user asked for one more application."""
        self._known[self.root(job)] = _Received(cycle=self.cycle(job) + 1)

    def join(self, kept: int, joined: int, step: int) -> None:
        """Two jobs are one employer's. Permits given before may each still be used."""
        kept, joined = self.root(kept), self.root(joined)
        one, other = self._known[kept], self._known[joined]
        self._root[joined] = kept
        self._known[kept] = _Received(
            cycle=max(one.cycle, other.cycle),
            received=one.received or other.received,
            by_step=max(one.by_step, other.by_step),
            excuse_before=step,
        )

    def forget_what_was_told(self) -> None:
        """The database was restored: reports and cycles since its copy are lost, submissions are not."""
        for known in self._known:
            if known.by_step == known.excuse_before - 1:
                known.received = False
