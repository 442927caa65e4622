"""What auto-apply needs of the service: events, and a browser that opens tabs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from companion.arbiter import Arbiter
    from companion.clock import Clock
    from companion.domain import JsonObject, Times
    from companion.profile.documents import DocumentStore
    from companion.store.interface import Store


class BrowserError(Exception):
    """The browser did not do what was asked; the text says why."""


class BrowserGone(BrowserError):
    """There is no browser to ask: that says nothing of the job."""


class Events(Protocol):
    """A subscription to the event stream."""

    async def get(self) -> JsonObject:
        """Return the next event ``{"event", "seq", "data"}``, waiting for it."""
        ...


class Subscribe(Protocol):
    """How to listen."""

    def __call__(self, user_id: int = 1) -> AbstractContextManager[Events]:
        """Listen for as long as the context lasts."""
        ...


class Browser(Protocol):
    """A browser with the extension. Each method raises BrowserError, BrowserGone where it is not there."""

    async def open_tab(self, *, application_id: str, url: str, fence: int, policy: str) -> int:
        """Open a tab that holds the application, and return the tab's id."""
        ...

    async def close_tab(self, *, application_id: str, tab_id: int, instance: str | None) -> None:
        """Close a tab of the installation `instance`: tab ids of two browsers may be the same."""
        ...


class Executor(Protocol):
    """Where auto-apply works: the user's own browser, or one of its own."""

    async def start(self) -> Browser:
        """Return the browser, started where that is needed. Raises BrowserError."""
        ...

    async def stop(self) -> None:
        """End what `start` started. May be called twice."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """What the handler and the loop work with."""

    store: Store
    arbiter: Arbiter
    documents: DocumentStore
    subscribe: Subscribe
    clock: Clock
    times: Times
    user_id: int = 1
