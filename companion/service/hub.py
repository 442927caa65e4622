"""Pushes events to all who listen: extensions, WebSockets, auto-apply. Slow listeners are told to start afresh."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.domain import JsonObject

LARGEST_BACKLOG = 1_000


class Subscription:
    """One listener's queue, bounded: on overflow it holds a single ``reset``."""

    def __init__(self, user_id: int) -> None:
        self.user_id = user_id
        self._events: deque[JsonObject] = deque()
        self._ready = asyncio.Event()

    def put(self, event: JsonObject) -> None:
        """Queue an event."""
        if len(self._events) >= LARGEST_BACKLOG:
            self._events.clear()
            event = {"event": "reset", "seq": event["seq"], "data": {}}
        self._events.append(event)
        self._ready.set()

    async def get(self) -> JsonObject:
        """Return the next event, waiting for it."""
        while not self._events:
            self._ready.clear()
            await self._ready.wait()
        return self._events.popleft()


class EventHub:
    """Hands each event to every subscription of its user."""

    def __init__(self) -> None:
        self._subscriptions: set[Subscription] = set()
        self.last_seq = 0

    def passes_unheard(self, seq: int) -> bool:
        """Say whether nobody would get the events up to `seq`; then only their last number counts.

        Asked once they are durable: who listens later finds them in the history.
        """
        if self._subscriptions:
            return False
        self.last_seq = max(self.last_seq, seq)
        return True

    @contextmanager
    def subscribe(self, user_id: int = 1) -> Iterator[Subscription]:
        """Listen for as long as the context lasts."""
        subscription = Subscription(user_id)
        self._subscriptions.add(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions.discard(subscription)

    def publish(self, events: list[JsonObject]) -> None:
        """Push durable events, in their order."""
        for event in events:
            self.last_seq = max(self.last_seq, event["seq"])
            self._send(event.get("user_id", 1), {key: event[key] for key in ("event", "seq", "data")})

    def announce(self, user_id: int, name: str, data: JsonObject) -> None:
        """Push something that is not in the history: progress, or that the user's own things changed."""
        self._send(user_id, {"event": name, "seq": self.last_seq, "data": data})

    def _send(self, user_id: int, event: JsonObject) -> None:
        for subscription in self._subscriptions:
            if subscription.user_id == user_id:
                subscription.put(event)
