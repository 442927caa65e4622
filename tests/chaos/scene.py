"""What all actors of a run share."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.identity import identify, job_id
from tests.chaos.postings import chaos_postings

if TYPE_CHECKING:
    import random

    from companion.demo.posting import Posting
    from tests.chaos.board import ChaosBoard
    from tests.chaos.diary import Diary
    from tests.chaos.profiles import Profile
    from tests.e2e.harness.companion_process import CompanionProcess

RECENT = 12


@dataclass(slots=True)
class Jobs:
    """The postings in the order in which they come up, and those that were looked at lately."""

    random: random.Random
    _fresh: deque[Posting] = field(default_factory=lambda: deque(chaos_postings()))
    _recent: deque[Posting] = field(default_factory=lambda: deque(maxlen=RECENT))
    by_job_id: dict[str, Posting] = field(default_factory=dict)

    def fresh(self) -> Posting:
        """Return one that nobody has seen."""
        posting = self._fresh.popleft()
        self._recent.append(posting)
        self.by_job_id[id_of(posting)] = posting
        return posting

    def recent(self) -> Posting | None:
        """Return one that was looked at lately."""
        return self.random.choice(self._recent) if self._recent else None

    @property
    def taken(self) -> int:
        """How many came up."""
        return len(self.by_job_id)


@dataclass(slots=True)
class Scene:
    """The parts that run, and what the actors know. `promised`: postings that users were told are applied to."""

    board: ChaosBoard
    profiles: list[Profile]
    companion: CompanionProcess
    diary: Diary
    jobs: Jobs
    closing: asyncio.Event = field(default_factory=asyncio.Event)
    promised: set[str] = field(default_factory=set)

    def posting_at(self, address: str) -> Posting | None:
        """Return the posting that an address shows, where it is one that came up."""
        for posting in self.jobs.by_job_id.values():
            if posting.board_job_id in address:
                return posting
        return None


def id_of(posting: Posting) -> str:
    """Return the job's id, the same on every machine."""
    return str(job_id(identify(posting.url).key))


def told(error: BaseException) -> str:
    """Return an error as a line of the diary."""
    first = (str(error).splitlines() or [""])[0]
    return f"{type(error).__name__}: {first}"[:200]
