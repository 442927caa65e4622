"""The ids of requests that went to the companion and have no reply yet."""

from native_host.frame_id import FrameId

MAX_IN_FLIGHT = 4096


class InFlight:
    """A bounded set in the order of sending.

    Over the bound the oldest id is forgotten, so that ids which never get a reply (two ``id`` keys in one
    frame) cannot make the host grow; a forgotten request is merely not answered by the host when the
    companion is lost.
    """

    def __init__(self, limit: int = MAX_IN_FLIGHT) -> None:
        self._limit = limit
        self._ids: dict[FrameId, None] = {}

    def sent(self, request: FrameId | None) -> None:
        """Note a request; frames without an id are none."""
        if request is None:
            return
        self._ids[request] = None
        if len(self._ids) > self._limit:
            del self._ids[next(iter(self._ids))]

    def answered(self, request: FrameId | None) -> None:
        """Note a reply."""
        if request is not None:
            self._ids.pop(request, None)

    def take_all(self) -> list[FrameId]:
        """Return the open ids, oldest first, and forget them."""
        open_ids = list(self._ids)
        self._ids.clear()
        return open_ids
