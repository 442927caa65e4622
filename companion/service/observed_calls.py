"""One call of an operation, whichever way it came: timed, logged without its values, never a traceback."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any
from uuid import UUID

from companion.service.call import Reply
from companion.service.errors import INTERNAL, INTERNAL_MESSAGE, error_body
from companion.service.metrics import Latency

if TYPE_CHECKING:
    from companion.service.call import Caller
    from companion.service.dispatch import Dispatcher

_logger = logging.getLogger(__name__)
_LOGGED_IDS = ("job_id", "application_id", "document_id")


class ObservedCalls:
    """Passes calls to the dispatcher, and keeps their times."""

    def __init__(self, dispatcher: Dispatcher) -> None:
        self.dispatcher = dispatcher
        self.latency = Latency()

    async def call(self, name: str, params: object, *, caller: Caller, key: str | None) -> Reply:
        """Return the dispatcher's reply; a fault of its own becomes a reply with status 500."""
        began = time.perf_counter()
        try:
            reply = await self.dispatcher.call(name, params, caller=caller, key=key)
        except Exception:
            _logger.exception("a fault in %s", name)
            reply = Reply(500, error_body(INTERNAL, INTERNAL_MESSAGE))
        seconds = time.perf_counter() - began
        # Written once the answer is on its way: nobody waits for the log.
        asyncio.get_running_loop().call_soon(self._note, name, params, caller.transport, reply, seconds)
        return reply

    def _note(self, name: str, params: object, transport: str, reply: Reply, seconds: float) -> None:
        self.latency.observe(name, transport, seconds)
        _logger.info(
            "%s %d",
            name,
            reply.status,
            extra={
                "fields": {
                    "op": name,
                    "transport": transport,
                    "status": reply.status,
                    "ms": round(seconds * 1000, 2),
                    **({"code": reply.body.get("code")} if reply.status >= 400 else {}),
                    **({"replayed": True} if reply.replayed else {}),
                    **_ids(params),
                }
            },
        )


def _ids(params: object) -> dict[str, Any]:
    """Return the ids in the parameters: what is no UUID was made up by somebody, and is not logged."""
    if not isinstance(params, dict):
        return {}
    return {name: params[name] for name in _LOGGED_IDS if _is_uuid(params.get(name))}


def _is_uuid(value: object) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value.lower()
    except ValueError:
        return False
