"""The rows that the arbiter decides by, typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain import Holder, HolderKind, Phase, State, Status

if TYPE_CHECKING:
    from companion.store.interface import Row


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job as it is stored."""

    id: str
    key: str
    url: str
    title: str
    company: str
    location: str
    board: str
    first_seen: int

    @classmethod
    def of(cls, row: Row) -> JobRow:
        """Build from a row of a query that selects jobs."""
        return cls(**{name: row[name] for name in cls.__slots__})


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """An application as it is stored."""

    id: str
    user_id: int
    job_id: str
    cycle: int
    state: State
    attempts: int
    progress: str | None
    applied_at: int | None
    updated_at: int

    @classmethod
    def new(cls, application_id: str, user_id: int, job_id: str, cycle: int, now: int) -> ApplicationRow:
        """Build what `add_application` has just stored; `now` in Unix milliseconds."""
        return cls(
            id=application_id,
            user_id=user_id,
            job_id=job_id,
            cycle=cycle,
            state=State(status=Status.PENDING, phase=None, fence=0, parked=None, disputed=False),
            attempts=0,
            progress=None,
            applied_at=None,
            updated_at=now,
        )

    @classmethod
    def of(cls, row: Row) -> ApplicationRow:
        """Build from a row of a query that selects applications."""
        return cls(
            id=row["id"],
            user_id=row["user_id"],
            job_id=row["job_id"],
            cycle=row["cycle"],
            state=State(
                status=Status(row["status"]),
                phase=Phase(row["phase"]) if row["phase"] else None,
                fence=row["fence"],
                parked=row["parked"],
                disputed=bool(row["disputed"]),
            ),
            attempts=row["attempts"],
            progress=row["progress"],
            applied_at=row["applied_at"],
            updated_at=row["updated_at"],
        )


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """An attempt as it is stored. Lease times are milliseconds of the lease clock."""

    id: int
    application_id: str
    fence: int
    holder: Holder
    started_at: int
    started_lease: int
    lease_until: int | None
    gone_until: int | None
    submit_until: int | None
    permit_until: int | None
    ended_at: int | None
    outcome: str | None

    @classmethod
    def of(cls, row: Row) -> AttemptRow:
        """Build from a row of a query that selects attempts."""
        return cls(
            id=row["id"],
            application_id=row["application_id"],
            fence=row["fence"],
            holder=Holder(
                kind=HolderKind(row["kind"]),
                session=row["session"],
                tab_id=row["tab_id"],
                frame_id=row["frame_id"],
                document_id=row["document_id"],
                instance=row["instance"],
                label=row["label"],
            ),
            started_at=row["started_at"],
            started_lease=row["started_lease"],
            lease_until=row["lease_until"],
            gone_until=row["gone_until"],
            submit_until=row["submit_until"],
            permit_until=row["permit_until"],
            ended_at=row["ended_at"],
            outcome=row["outcome"],
        )
