"""Which refusals each operation can answer over HTTP, as its OpenAPI document tells them.

Kept to what happens by `tests/fuzz/test_http_api.py`: a status or a code that is not documented fails it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from companion.messages.base import MAX_BODY_BYTES
from companion.messages.errors import ErrorCode

if TYPE_CHECKING:
    from companion.protocol import Operation

Refusals = dict[int, tuple[ErrorCode, ...]]
"""HTTP status → the codes that can come with it."""

_CLAIM = (ErrorCode.IN_PROGRESS, ErrorCode.APPLIED, ErrorCode.UNCONFIRMED)
_FENCED = (ErrorCode.STALE_FENCE, ErrorCode.PHASE)
_CONFLICTS: dict[str, tuple[ErrorCode, ...]] = {
    "apply": (*_CLAIM, ErrorCode.TAB_BUSY, ErrorCode.PHASE),
    "begin_submit_job": (*_CLAIM, ErrorCode.TAB_BUSY, ErrorCode.PHASE),
    "new_cycle": (ErrorCode.PHASE,),
    "same_job": (ErrorCode.PHASE,),
    "report_submission": (ErrorCode.PHASE,),
    "set_status": (*_CLAIM, *_FENCED, ErrorCode.NOT_HOLDER),
    "heartbeat": _FENCED,
    "rebind": (*_FENCED, ErrorCode.TAB_BUSY),
    "plan": _FENCED,
    "document": _FENCED,
    "begin_submit": (*_FENCED, *_CLAIM),
    "confirm": _FENCED,
    "fail": _FENCED,
    "park": _FENCED,
    "resume": _FENCED,
    "draft": (ErrorCode.STALE_FENCE,),
    "save_draft": (ErrorCode.STALE_FENCE,),
    "release": _FENCED,
    "take_over": (*_CLAIM, ErrorCode.NOT_HOLDER, ErrorCode.TAB_BUSY, ErrorCode.PHASE),
    "resolve": (ErrorCode.PHASE,),
}
_FINDS_NOTHING = frozenset({"auto_apply_queue"})
"""Operations that may answer 404 though no id stands in their address."""

WHY: dict[int, str] = {
    400: "The body is no JSON, nests too deep, or is not in its encoding",
    401: "On the TCP port, without the token",
    403: "A wrong `Host`, or any `Origin`",
    404: "There is no such thing, or the id is none",
    408: "The body did not come in time",
    409: "Not in this state, or not for you; nothing was changed. `code` says why",
    413: f"The body is over {MAX_BODY_BYTES} bytes, or a document over the limit",
    415: "The body is not `application/json` in UTF-8",
    422: "A member does not fit; where one is to blame, `field` names it. Nothing was changed",
    500: "A fault of the companion's own: its log says more. Send the call again under the same key",
    503: "The database is locked, or the companion is ending: try again after `Retry-After` seconds",
    507: "The disk is full: nothing new is begun",
}


def refusals_of(operation: Operation) -> Refusals:
    """Return the refusals of an operation that has a path."""
    has_body = operation.method not in ("GET", "DELETE")
    found: Refusals = {401: (ErrorCode.UNAUTHORIZED,), 403: (ErrorCode.FORBIDDEN,)}
    if has_body:
        found |= {
            400: (ErrorCode.INVALID,),
            408: (ErrorCode.INVALID,),
            413: (ErrorCode.TOO_LARGE,),
            415: (ErrorCode.UNSUPPORTED_MEDIA_TYPE,),
        }
    if re.search(r"\{\w+\}", str(operation.path)) or operation.name in _FINDS_NOTHING:
        found[404] = (ErrorCode.NOT_FOUND,)
    conflicts = _CONFLICTS.get(operation.name, ()) + ((ErrorCode.KEY_REUSED,) if operation.changes else ())
    if conflicts:
        found[409] = conflicts
    # A query may hold what the operation does not know, so nothing but that is needed for it.
    found[422] = (ErrorCode.INVALID,)
    found[503] = (ErrorCode.BUSY, ErrorCode.COMPANION_UNAVAILABLE)
    if operation.changes:
        found[507] = (ErrorCode.DISK_FULL,)
    return dict(sorted(found.items()))


def error_schema(holder: str) -> dict[str, Any]:
    """Return the schema of an error's body; `holder` is the reference to the schema of a holder."""
    return {
        "type": "object",
        "required": ["message", "code"],
        "description": "Why something was refused. Beside `message` and `code` what else is known of it.",
        "properties": {
            "message": {"type": "string", "description": "A sentence that a user can act on."},
            "code": {
                "type": "string",
                "description": "A stable word.",
                "enum": [*(code.value for code in ErrorCode), "internal"],
            },
            "field": {
                "type": "string",
                "description": "The member that is to blame, with dots: `holder.kind`.",
            },
            "status": {
                "type": "string",
                "description": "The application's status as a word, or `tab_busy`.",
            },
            "application_id": {
                "description": "The application that is in the way.",
                "anyOf": [{"type": "string", "format": "uuid"}, {"type": "null"}],
            },
            "holder": {"$ref": holder, "description": "With `in_progress`: who has it."},
            "applied_at": {
                "description": "With `applied`: when it was sent.",
                "anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}],
            },
            "given": {"type": "integer", "description": "With `stale_fence`: the fence that was sent."},
            "received": {"type": "integer", "description": "At an upload: where the next part has to begin."},
        },
    }
