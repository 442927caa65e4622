"""What the sample board received: the count that shows whether each job got exactly one application."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import asdict, dataclass

REQUESTS_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """An uploaded file: the form field, its name, SHA-256 in hex, size in bytes."""

    field: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Submission:
    """One accepted application. `at` is in seconds since the epoch."""

    job: str
    email: str
    at: float
    fields: dict[str, str | list[str]]
    files: tuple[ReceivedFile, ...]
    user_agent: str


@dataclass(frozen=True, slots=True)
class ReceivedRequest:
    """One request of any kind, with the status that it was answered (0: none)."""

    at: float
    method: str
    host: str
    path: str
    status: int


class Ledger:
    """Every accepted submission and the last requests, in memory."""

    def __init__(self) -> None:
        self.submissions: list[Submission] = []
        self.requests: list[ReceivedRequest] = []
        self.requests_total = 0

    def accept(
        self,
        job: str,
        email: str,
        *,
        fields: dict[str, str | list[str]],
        files: tuple[ReceivedFile, ...],
        user_agent: str,
    ) -> Submission:
        """Count one application; an e-mail address counts without regard to case and outer spaces."""
        submission = Submission(job, email.strip().lower(), time.time(), fields, files, user_agent)
        self.submissions.append(submission)
        return submission

    def note_request(self, method: str, host: str, path: str, status: int) -> None:
        """Remember a request; only the last 5,000 are kept."""
        self.requests_total += 1
        self.requests.append(ReceivedRequest(time.time(), method, host, path, status))
        del self.requests[:-REQUESTS_KEPT]

    def accepted(self) -> dict[str, int]:
        """Return how many applications each posting has received, those of every applicant together."""
        return dict(Counter(submission.job for submission in self.submissions))

    def per_applicant(self) -> dict[tuple[str, str], int]:
        """Return how many applications came for each (posting, e-mail address)."""
        return dict(Counter((submission.job, submission.email) for submission in self.submissions))

    def clear(self) -> None:
        """Forget everything."""
        self.submissions.clear()
        self.requests.clear()
        self.requests_total = 0

    def as_json(self) -> dict[str, object]:
        """Return the counts and all that was received, as `GET /__board/state` shows it."""
        counts = self.per_applicant().items()
        return {
            "submissions": [asdict(submission) for submission in self.submissions],
            "accepted": self.accepted(),
            "per_applicant": [{"job": job, "email": email, "count": n} for (job, email), n in counts],
            "duplicates": [{"job": job, "email": email, "count": n} for (job, email), n in counts if n > 1],
            "requests": [asdict(request) for request in self.requests],
            "requests_total": self.requests_total,
        }
