"""Error replies: `{"message", "code"}` with a fitting HTTP status."""

from __future__ import annotations

from typing import Any

from companion.messages.errors import HTTP_STATUS, ErrorCode

INTERNAL = "internal"
"""The code of a fault of our own (500); the details are in the log, never in the reply."""

INTERNAL_MESSAGE = "The companion met a fault of its own. Its log says more."


class ServiceError(Exception):
    """Ends a request with an error reply; the text is a sentence that a user can act on."""

    def __init__(self, code: ErrorCode, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.status = HTTP_STATUS[code] if status is None else status

    @property
    def body(self) -> dict[str, Any]:
        """The reply's body."""
        return error_body(self.code, str(self))


def error_body(code: str, message: str) -> dict[str, Any]:
    """Return the body of an error reply."""
    return {"message": message, "code": str(code)}
