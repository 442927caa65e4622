"""The error that the client raises."""

from __future__ import annotations

from typing import Any

from companion.messages.errors import HTTP_STATUS, ErrorCode


class APIError(Exception):
    """The companion refused a call, or could not be reached.

    `code` is the protocol's stable word, `message` a sentence for the user, `status` the HTTP status (0 where
    no answer came), `body` the whole reply: for a refused claim it names the holder, for example.
    """

    def __init__(self, code: str, message: str, status: int = 0, body: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status
        self.body: dict[str, Any] = body if body is not None else {"message": message, "code": code}


class CompanionUnavailable(APIError):
    """No companion answered. Where `sent`, a request may have reached one: what came of it is not known."""

    def __init__(self, message: str, *, sent: bool = False) -> None:
        super().__init__(ErrorCode.COMPANION_UNAVAILABLE.value, message)
        self.sent = sent


def error_from_reply(status: int, body: object) -> APIError:
    """Make the error out of a reply that is none of success; a reply of another program has no code."""
    if isinstance(body, dict) and isinstance(body.get("message"), str):
        code = body.get("code", body.get("status"))
        return APIError(code if isinstance(code, str) else _code_of(status), body["message"], status, body)
    return APIError(_code_of(status), f"The companion answered with status {status}, and no reason.", status)


def _code_of(status: int) -> str:
    return next((code.value for code, known in HTTP_STATUS.items() if known == status), "internal")
