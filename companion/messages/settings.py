"""Messages about settings, auto-apply and the stream of events."""

from __future__ import annotations

import copy
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, ValidationError

from companion.messages.base import Address, Count, Request, Result, ShortText
from companion.messages.shapes import Application, Job


class QuietHours(Request):
    """Local hours of the day in which auto-apply rests, for example 22:00 to 07:00."""

    start: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    end: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


BoardPolicy = Literal["fill_only", "ask_before_submit", "submit"]


class AutoApplyPolicy(Request):
    """How the loop works."""

    concurrency: Annotated[int, Field(ge=1, le=10, strict=True)] = 1
    min_interval_seconds: Annotated[float, Field(ge=0, le=86_400)] = 60
    daily_cap: Annotated[int, Field(ge=0, le=1_000, strict=True)] = 30
    quiet_hours: QuietHours | None = None
    default_board_policy: BoardPolicy = "ask_before_submit"
    boards: dict[ShortText, BoardPolicy] = Field(default_factory=dict, max_length=200)


class Settings(Request):
    """What the user has chosen. `preview`: when the user is shown what will be filled, before it is."""

    auto_apply: AutoApplyPolicy = Field(default_factory=AutoApplyPolicy)
    preview: Literal["new_boards", "always", "never"] = "new_boards"

    @classmethod
    def readable(cls, stored: dict[str, Any]) -> Settings:
        """Return what can be read of settings that another version may have stored; defaults for the rest.

        To be shown and saved anew: auto-apply does nothing by a rule that it can only guess.
        """
        rest = copy.deepcopy(stored)
        while True:
            try:
                return cls.model_validate(rest)
            except ValidationError as error:
                # One at a time: what is missing in a part takes the part with it, and with that its other faults.
                _remove(rest, error.errors(include_url=False, include_context=False)[0]["loc"])


def _remove(value: dict[Any, Any], place: tuple[int | str, ...]) -> None:
    """Remove what stands at a place, or the nearest that it lies in."""
    name, *further = place
    inner = value[name]
    if further and isinstance(inner, dict) and further[0] in inner:
        _remove(inner, tuple(further))
    else:
        del value[name]


class SettingsResult(Result):
    """The settings."""

    settings: Settings


class SaveSettingsRequest(Request):
    """The whole settings."""

    settings: Settings


class QueueItem(Result):
    """A job that auto-apply works on, will work on, or waits for the user with."""

    job: Job
    application: Application
    state: Literal["queued", "running", "waiting_for_user"]
    tries: int
    not_before: datetime | None
    why: str


class AutoApplyResult(Result):
    """What the loop does."""

    state: Literal["running", "stopped"]
    executor: Literal["connected", "own_browser"]
    waiting_for: str
    sent_today: int
    queue: list[QueueItem]
    policy: AutoApplyPolicy


class AutoApplyStartRequest(Request):
    """Start the loop: in the user's own browser, or in a Chromium of its own."""

    executor: Literal["connected", "own_browser"] = "connected"
    headless: bool = False


class QueueRequest(Request):
    """Put jobs into the queue by address or by id."""

    urls: list[Address] = Field(default_factory=list, max_length=500)
    job_ids: list[UUID] = Field(default_factory=list, max_length=500)


class EventsRequest(Request):
    """The history after `since`."""

    since: Count = 0
    limit: Annotated[int, Field(ge=1, le=1_000)] = 500


class PushedEvent(Result):
    """An event as the stream pushes it, with the job and the application as they are now in `data`."""

    event: str
    seq: int
    data: dict[str, Any]


class EventsResult(Result):
    """A part of the history, with the newest seq and the epoch: fetch afresh where that epoch is another one."""

    events: list[PushedEvent]
    seq: int
    epoch: int
