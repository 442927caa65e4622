"""The stable words of errors, and their HTTP statuses."""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    """The stable word of an error."""

    NOT_FOUND = "not_found"
    STALE_FENCE = "stale_fence"
    NOT_HOLDER = "not_holder"
    PHASE = "phase"
    TAB_BUSY = "tab_busy"
    IN_PROGRESS = "in_progress"
    APPLIED = "applied"
    UNCONFIRMED = "unconfirmed"
    INVALID = "invalid"
    TOO_LARGE = "too_large"
    BUSY = "busy"
    DISK_FULL = "disk_full"
    KEY_REUSED = "key_reused"
    PROTOCOL_MISMATCH = "protocol_mismatch"
    UNAUTHORIZED = "unauthorized"
    COMPANION_UNAVAILABLE = "companion_unavailable"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    FORBIDDEN = "forbidden"


HTTP_STATUS: dict[ErrorCode, int] = {
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.STALE_FENCE: 409,
    ErrorCode.NOT_HOLDER: 409,
    ErrorCode.PHASE: 409,
    ErrorCode.TAB_BUSY: 409,
    ErrorCode.IN_PROGRESS: 409,
    ErrorCode.APPLIED: 409,
    ErrorCode.UNCONFIRMED: 409,
    ErrorCode.INVALID: 422,
    ErrorCode.TOO_LARGE: 413,
    ErrorCode.BUSY: 503,
    ErrorCode.DISK_FULL: 507,
    ErrorCode.KEY_REUSED: 409,
    ErrorCode.PROTOCOL_MISMATCH: 409,
    ErrorCode.UNAUTHORIZED: 401,
    ErrorCode.COMPANION_UNAVAILABLE: 503,
    ErrorCode.METHOD_NOT_ALLOWED: 405,
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: 415,
    ErrorCode.FORBIDDEN: 403,
}
