"""Messages of a native connection, and of the companion's own state."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import Field

from companion.messages.base import Count, Request, Result, ShortText, Whole
from companion.messages.shapes import Application, Job


class Empty(Request):
    """No parameters."""


class Done(Result):
    """Nothing to tell."""


class HelloRequest(Request):
    """The first frame of a native connection."""

    protocol: Whole
    version: ShortText
    browser: ShortText
    instance: ShortText
    session: ShortText


class HelloResult(Result):
    """What the extension needs to know of the companion. `seq` is the newest event.

    `heartbeat_seconds`: how often holders beat; `person_reminder_seconds`: after how long a person's
    attempt is asked about, which is never ended for its age.
    """

    protocol: int
    version: str
    epoch: int
    seq: int
    duplicates_prevented: int
    heartbeat_seconds: float
    person_reminder_seconds: float


class AnnouncedTab(Request):
    """A tab that lives, and what the extension believes that it holds."""

    tab_id: Whole
    application_id: UUID | None = None
    fence: Count | None = None
    document_id: ShortText | None = None


class AnnounceTabsRequest(Request):
    """All tabs of this browser session that hold something or show a job."""

    tabs: list[AnnouncedTab] = Field(max_length=10_000)


class HeldTab(Result):
    """What a tab holds by the companion's knowledge."""

    tab_id: int
    application: Application
    job: Job


class AnnounceTabsResult(Result):
    """What each tab of this session holds. A tab not listed holds nothing."""

    tabs: list[HeldTab]


class TabGoneRequest(Request):
    """A tab that the user or the browser closed (`tabs.onRemoved`)."""

    tab_id: Whole


class HealthResult(Result):
    """Whether the companion serves."""

    status: Literal["ok"]
    version: str
    epoch: int
    database: str
    sqlite: str
    uptime_seconds: float
    pid: int
