"""Why the companion refuses something: an error code, a sentence that a user can act on, and what goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain import JsonObject


class RefusedError(Exception):
    """A call was refused and nothing was changed.

    `code` is one of protocol.md's error codes; `details` go into the reply beside code and message;
    `application_id` and `job_id` say what the `refused` event is about, where it is to be recorded.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        details: JsonObject | None = None,
        job_id: str | None = None,
        application_id: str | None = None,
        retry_after_seconds: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.details = details or {}
        self.job_id = job_id
        self.application_id = application_id
        self.retry_after_seconds = retry_after_seconds
