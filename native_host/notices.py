"""The frames that the relay makes itself: the companion's state, and answers in the companion's place."""

from native_host.frame_id import FrameId
from native_host.framing import encode

OUTCOME_UNKNOWN = (
    "The connection to the companion was lost before it answered: whether it did what was asked is not known."
)


def companion_up() -> bytes:
    """Return the event that a connection stands; the extension says hello on it, each time."""
    return encode({"event": "companion", "data": {"state": "up"}})


def companion_down(reason: str) -> bytes:
    """Return the event that there is no connection; ``reason`` is a sentence for the user."""
    return encode({"event": "companion", "data": {"state": "down", "reason": reason}})


def unavailable(request: FrameId, message: str, *, sent: bool) -> bytes:
    """Return the answer to a request that the companion will not answer.

    ``sent`` says whether the companion may have seen it: what was not sent was surely not done.
    """
    error = {"code": "companion_unavailable", "message": message, "sent": sent}
    return encode({"id": request, "ok": False, "error": error})
